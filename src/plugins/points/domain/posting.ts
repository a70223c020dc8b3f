import { isMonth, type Day, type Month } from './period';
import type { Award } from './award';
import { isFigure, isSoundShare } from './points';
import { countsIn } from './seal';
import type { ContributorShare } from './shares';
import type { BONUS, CORRECTION } from './vocabulary';

/**
 * A posting (计分记录): one line of the ledger, as far as arithmetic goes. What is given for an
 * adoption, what is given as a bonus and what corrects points are told apart by their `channel`; a
 * field that one of them has not is `null` in it, so that whatever reads it of every posting must say
 * what it does then.
 */
export type Posting = AdoptionPosting | BonusPosting | CorrectionPosting;

/** What an adoption gives, and its taking back. */
export type AdoptionPosting = AwardPosting | ReversalPosting;

/** What a bonus (额外加分, §六.2) gives, and its taking back. */
export type BonusPosting = BonusAward | BonusReversal;

/** What the answer to an objection (异议) adds to a unit's points or takes off, and its taking back. */
export type CorrectionPosting = CorrectionAward | CorrectionReversal;

interface Line extends ContributorShare {
  /** Unique for ever; the same posting computed twice has the same key. */
  key: string;
  /** The month that it counts in. */
  month: Month;
  /** The month of its adoption, bonus or corrected line; differs from `month` only when that was sealed. */
  belongsTo: Month;
  /** The day of its adoption, the day that its bonus counts on, or the day that a correction was decided. */
  adoptedOn: Day;
  /** The place in the regulation. */
  clause: string;
}

interface CorrectsNothing {
  objection: null;
  corrects: null;
}

interface AdoptionLine extends Line, Award, CorrectsNothing {
  bonus: null;
}

interface CorrectionLine extends Line {
  /** The objection that it answers. */
  objection: number;
  /** The key of the posting that it corrects; `null` where a line was missing. */
  corrects: string | null;
  channel: typeof CORRECTION;
  adoption: null;
  bonus: null;
  ruleSet: null;
}

interface BonusLine extends Line, CorrectsNothing {
  bonus: number;
  channel: typeof BONUS;
  adoption: null;
  ruleSet: null;
}

/** What gives, and is taken back at most once. */
export interface Giving {
  kind: 'award';
  reverses: null;
}

/** What takes another posting back. */
export interface TakingBack {
  kind: 'reversal';
  /** The key of the award. */
  reverses: string;
}

/** Gives what an adoption earns. */
export interface AwardPosting extends AdoptionLine, Giving {}

/** Takes an award back: the same with its amount negative. */
export interface ReversalPosting extends AdoptionLine, TakingBack {}

/** Gives a bonus. */
export interface BonusAward extends BonusLine, Giving {}

/** Takes a bonus back: the same with its amount negative. */
export interface BonusReversal extends BonusLine, TakingBack {}

/** Corrects points: its amount may be negative. */
export interface CorrectionAward extends CorrectionLine, Giving {}

/** Takes a correction back: the same with its sign turned. */
export interface CorrectionReversal extends CorrectionLine, TakingBack {}

/** How many lines more there are with a posting of each kind: what is reversed counts as none. */
export const LINES_OF_KIND = { award: 1, reversal: -1 } as const satisfies Record<
  Posting['kind'],
  number
>;

/** Whether a bonus, and not an adoption, gave the posting. */
export const isOfBonus = <P extends Posting>(posting: P): posting is Extract<P, BonusLine> =>
  posting.bonus !== null;

/** Whether the answer to an objection gave the posting. */
export const isOfCorrection = <P extends Posting>(
  posting: P
): posting is Extract<P, CorrectionLine> => posting.objection !== null;

/**
 * Whether arithmetic can be done with what a row of the ledger says. The application writes none with
 * which it cannot: a fraction as amount, a text where a number stands, or nothing.
 */
export const isSoundPosting = ({
  amount,
  divisor,
  unitCount,
  officerCount,
  key,
  month,
  belongsTo,
  adoptedOn,
}: Pick<
  Line,
  'amount' | 'divisor' | 'unitCount' | 'officerCount' | 'key' | 'month' | 'belongsTo' | 'adoptedOn'
>): boolean =>
  isSoundShare({ amount, divisor }) &&
  isFigure(unitCount) &&
  isFigure(officerCount) &&
  typeof key === 'string' &&
  isMonth(month) &&
  isMonth(belongsTo) &&
  typeof adoptedOn === 'string';

/** Awards that no reversal has taken back. */
export const standingAwards = <P extends Posting>(
  postings: readonly P[]
): Array<Extract<P, Giving>> => {
  const reversed = new Set(postings.map(({ reverses }) => reverses));
  return postings.filter(
    (posting): posting is Extract<P, Giving> =>
      posting.kind === 'award' && !reversed.has(posting.key)
  );
};

/** The key of the posting that takes another back. */
export const reversalKeyOf = (key: string): string => `${key}.reversed`;

const takingBack = (
  { amount, key, month }: Pick<Line, 'amount' | 'key' | 'month'>,
  firstOpen: Month | null
) => ({
  key: reversalKeyOf(key),
  kind: 'reversal' as const,
  reverses: key,
  amount: -amount,
  month: countsIn(month, firstOpen),
});

/**
 * The posting that takes an award back, in the month in which the award counts.
 *
 * @param firstOpen the first month that is not sealed, `null` when none is: a reversal enters no
 *   month before it
 */
export const reversalOf = (award: AwardPosting, firstOpen: Month | null): ReversalPosting => ({
  ...award,
  ...takingBack(award, firstOpen),
});

/** The posting that takes a bonus back, as `reversalOf` takes an award. */
export const bonusReversalOf = (award: BonusAward, firstOpen: Month | null): BonusReversal => ({
  ...award,
  ...takingBack(award, firstOpen),
});

/** The posting that takes a correction back, as `reversalOf` takes an award. */
export const correctionReversalOf = (
  award: CorrectionAward,
  firstOpen: Month | null
): CorrectionReversal => ({
  ...award,
  ...takingBack(award, firstOpen),
});
