import Fraction from 'fraction.js';
import { postingsByHand, type ByHand } from './by-hand';
import type { Day, Month } from './period';
import type { Share } from './points';
import { correctionReversalOf, type CorrectionAward, type CorrectionPosting } from './posting';
import { countsIn } from './seal';
import { CORRECTION } from './vocabulary';

/**
 * Corrections (更正): what the answer to an objection adds to a unit's points, or takes off, where
 * nothing that the points follow from can be mended. What was circulated stays; a correction counts
 * in the first open month and names the line and the month that it corrects.
 */

/** A correction in force. */
export interface Correction extends Share {
  /** The objection that it answers. */
  id: number;
  documentId: string;
  unit: number;
  officer: number | null;
  /** The day that it was decided. */
  day: Day;
  /** The month of the line. */
  month: Month;
  /** The key of the posting that it corrects; `null` where a line was missing. */
  corrects: string | null;
}

/** Hundredths of a point that one correction adds or takes off at most, as much as one bonus gives. */
export const MAX_CORRECTION = 1000_00;

/** The finest part of a point: 999 units or officers that share one award. */
const MAX_DIVISOR = 999;

const DECIMALS = /^([+-]?)(\d{1,6})(?:\.(\d{1,2}))?$/;
const FRACTION = /^([+-]?)(\d{1,6})\/(\d{1,3})$/;

const hundredthsOf = (text: string): Fraction | null => {
  const decimals = DECIMALS.exec(text);
  if (decimals) {
    const [, sign = '', whole = '', part = ''] = decimals;
    return new Fraction(Number(`${sign}${whole}${part.padEnd(2, '0')}`));
  }
  const [, sign = '', numerator = '', divisor = '0'] = FRACTION.exec(text) ?? [];
  if (Number(divisor) === 0) return null;
  return new Fraction(Number(`${sign}${numerator}00`), Number(divisor));
};

/**
 * What a correction comes to, of points as they are written: with two decimals at most (`-2.5`), or
 * as a fraction (`20/3`), so that a third is corrected exactly. `null` when they are 0, more than a
 * correction adds or takes off at most, or no number.
 */
export const parseCorrection = (points: unknown): Share | null => {
  if (typeof points !== 'number' && typeof points !== 'string') return null;
  const value = hundredthsOf(String(points).trim().replace('\u2212', '-'));
  if (value === null || value.n === 0n || value.d > MAX_DIVISOR) return null;
  if (value.abs().compare(MAX_CORRECTION) > 0) return null;
  return { amount: Number(value.s * value.n), divisor: Number(value.d) };
};

const identity = (
  objection: number,
  {
    unit,
    officer,
    amount,
    divisor,
    corrects,
  }: Omit<Correction, 'id' | 'documentId' | 'day' | 'month'>,
  day: Day,
  month: Month
): string => [objection, unit, officer ?? 0, amount, divisor, corrects ?? '', day, month].join('|');

const CORRECTIONS: ByHand<Correction, CorrectionPosting> = {
  identityOfFact: (correction) =>
    identity(correction.id, correction, correction.day, correction.month),
  identityOfAward: (award) => identity(award.objection, award, award.adoptedOn, award.belongsTo),
  isOf: (posting, { id }) => posting.objection === id,
  awardOf: (correction, count, firstOpen): CorrectionAward => ({
    key: `${CORRECTION}.${correction.documentId}.${count}`,
    kind: 'award',
    reverses: null,
    objection: correction.id,
    corrects: correction.corrects,
    channel: CORRECTION,
    adoption: null,
    bonus: null,
    ruleSet: null,
    clause: '',
    adoptedOn: correction.day,
    month: countsIn(correction.month, firstOpen),
    belongsTo: correction.month,
    unit: correction.unit,
    officer: correction.officer,
    amount: correction.amount,
    divisor: correction.divisor,
    unitCount: 1,
    officerCount: 1,
  }),
  reversalOf: correctionReversalOf,
};

/**
 * The postings that bring the ledger of some corrections from what is recorded to what is desired
 * (`postingsByHand`).
 *
 * @param desired those in force: what is withdrawn corrects nothing
 */
export const correctionPostings = (
  desired: readonly Correction[],
  recorded: readonly CorrectionPosting[],
  firstOpen: Month | null
): CorrectionPosting[] => postingsByHand(CORRECTIONS, desired, recorded, firstOpen);
