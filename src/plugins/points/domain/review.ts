import type Fraction from 'fraction.js';
import { monthOf, parsePeriod, type Month, type Period } from './period';
import { isPeriodSealed } from './seal';
import { rank } from './standings';

/**
 * The review of a half year (总结点评, §八.2), and of a year before its awards (§八.3): who is praised,
 * who is not although the score would do, and who sent nothing. It rests on sealed months alone.
 */

export const REVIEW_KINDS = ['half', 'year'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What a review of a period is of; `null` for a month, a quarter and what is no period. */
export const reviewKindOf = (code: string): ReviewKind | null => {
  if (parsePeriod(code) === null) return null;
  if (code.length === 4) return 'year';
  return code.includes('H') ? 'half' : null;
};

/** How far months are sealed; `null` when none is. */
export interface SealedSpan {
  first: Month | null;
  firstOpen: Month | null;
}

/**
 * The month that a review still lacks, `null` when it can be made. Months before the first sealed one
 * lack nothing: what is written into them counts in later ones.
 */
export const missingMonth = (period: Period, { first, firstOpen }: SealedSpan): Month | null => {
  const from = monthOf(period.from);
  if (first === null || firstOpen === null || first > monthOf(period.to)) return from;
  if (isPeriodSealed(period, firstOpen)) return null;
  return firstOpen > from ? firstOpen : from;
};

/** One line of what somebody earned of a submission: an award is 1, a reversal -1. */
export interface EarnedLine {
  subject: string;
  submission: string;
  lines: number;
}

/** In how many submissions each has awards left, each submission counted once. */
export const earnedBySubject = (lines: readonly EarnedLine[]): Map<string, number> => {
  const net = new Map<string, Map<string, number>>();
  for (const { subject, submission, lines: count } of lines) {
    const own = net.get(subject) ?? new Map<string, number>();
    own.set(submission, (own.get(submission) ?? 0) + count);
    net.set(subject, own);
  }
  return new Map(
    [...net].map(([subject, own]) => [subject, [...own.values()].filter((sum) => sum > 0).length])
  );
};

/** Who may be praised. */
export interface Praisable {
  points: Fraction;
  /** Items adopted. */
  items: number;
  /** Why it is ruled out whatever it earned (一票否决), as the office wrote; `null` when it is not. */
  veto: string | null;
}

export interface PraiseRule {
  /** So many places are praised, whoever ties with the last of them too. */
  first: number;
  /** With fewer items a score does not do. */
  leastItems: number;
}

/** Why somebody among the first is not praised. */
export type PraiseException = 'few-items' | 'veto';

export interface Praise<Row> {
  praised: Array<Row & { rank: number }>;
  exceptions: Array<Row & { rank: number; exception: PraiseException }>;
}

const exceptionOf = (
  { items, veto }: Praisable,
  { leastItems }: PraiseRule
): PraiseException | null => {
  if (veto !== null) return 'veto';
  return items < leastItems ? 'few-items' : null;
};

/**
 * Who of one kind is praised: the first places by points, ties included. Whoever is among them with
 * too few items, or is ruled out, is named apart, and nobody moves up.
 */
export const praiseOf = <Row extends Praisable>(
  rows: readonly Row[],
  rule: PraiseRule
): Praise<Row> => {
  const praise: Praise<Row> = { praised: [], exceptions: [] };
  for (const row of rank(rows)) {
    if (row.rank > rule.first || row.points.n === 0n || row.points.s < 0n) continue;
    const exception = exceptionOf(row, rule);
    if (exception === null) praise.praised.push(row);
    else praise.exceptions.push({ ...row, exception });
  }
  return praise;
};

/** Who sent nothing in so many months of the period or more; nobody where the number is 0. */
export const silentIn = <Row extends { silentMonths: readonly Month[] }>(
  rows: readonly Row[],
  months: number
): Row[] => rows.filter(({ silentMonths }) => months > 0 && silentMonths.length >= months);
