import { postingsByHand, type ByHand } from './by-hand';
import { monthOf, type Day, type Month } from './period';
import { parseHundredths } from './points';
import { bonusReversalOf, type BonusAward, type BonusPosting } from './posting';
import { countsIn } from './seal';
import { BONUS } from './vocabulary';

/**
 * Bonuses (额外加分, §六.2): the regulation promises them, for an officer seconded to the office (挂职锻炼)
 * and the like, and gives no number. The office decides, by hand; each is one posting of a unit, or of
 * one of its officers, and is divided among nobody.
 */

/** A bonus in force. */
export interface Bonus {
  id: number;
  documentId: string;
  unit: number;
  officer: number | null;
  /** Hundredths of a point. */
  amount: number;
  /** The day that it counts on. */
  day: Day;
}

/** The place in the regulation that promises bonuses. */
export const BONUS_CLAUSE = '六.2';

/** Hundredths of a point that one bonus gives at most: ten times what the highest channel gives. */
export const MAX_BONUS = 1000_00;

/**
 * What a bonus gives, in hundredths of a point, of points as they are written (`2.5`, `"2.50"`);
 * `null` when these are not above 0, more than a bonus gives at most, finer than a hundredth, or no
 * number.
 */
export const parseBonus = (points: unknown): number | null => {
  const amount = parseHundredths(points);
  return amount !== null && amount > 0 && amount <= MAX_BONUS ? amount : null;
};

const identity = (
  bonus: number,
  { unit, officer, amount }: Pick<Bonus, 'unit' | 'officer' | 'amount'>,
  day: Day
): string => [bonus, unit, officer ?? 0, amount, day].join('|');

const identityOfBonus = (bonus: Bonus): string => identity(bonus.id, bonus, bonus.day);
const identityOfAward = (award: BonusAward): string =>
  identity(award.bonus, award, award.adoptedOn);

const awardOf = (bonus: Bonus, count: number, firstOpen: Month | null): BonusAward => ({
  key: `${BONUS}.${bonus.documentId}.${count}`,
  kind: 'award',
  reverses: null,
  bonus: bonus.id,
  objection: null,
  corrects: null,
  channel: BONUS,
  adoption: null,
  ruleSet: null,
  clause: BONUS_CLAUSE,
  adoptedOn: bonus.day,
  month: countsIn(monthOf(bonus.day), firstOpen),
  belongsTo: monthOf(bonus.day),
  unit: bonus.unit,
  officer: bonus.officer,
  amount: bonus.amount,
  divisor: 1,
  unitCount: 1,
  officerCount: 1,
});

const BONUSES: ByHand<Bonus, BonusPosting> = {
  identityOfFact: identityOfBonus,
  identityOfAward,
  isOf: (posting, { id }) => posting.bonus === id,
  awardOf,
  reversalOf: bonusReversalOf,
};

/**
 * The postings that bring the ledger of some bonuses from what is recorded to what is desired
 * (`postingsByHand`).
 *
 * @param desired those in force: what is withdrawn gives nothing
 */
export const bonusPostings = (
  desired: readonly Bonus[],
  recorded: readonly BonusPosting[],
  firstOpen: Month | null
): BonusPosting[] => postingsByHand(BONUSES, desired, recorded, firstOpen);
