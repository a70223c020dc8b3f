import { periodsOf, type Month } from './period';
import {
  LINES_OF_KIND,
  type AdoptionPosting,
  type BonusPosting,
  type CorrectionPosting,
  type Posting,
} from './posting';
import type { Contributor } from './shares';
import type { PointsSource } from './vocabulary';

/**
 * Running totals: the sums of the ledger by period, kept with every append, so that a year's
 * standings cost the same however long the ledger is. Derived: the postings alone decide, and
 * `reconcile` compares.
 */

/** What a total counts: the points of a channel, of bonuses or of corrections, submissions received, or submissions that earned. */
export type Measure = PointsSource | 'submitted' | 'adopted';

/** One total, or a change of it. */
export interface Total {
  period: string;
  unit: number;
  /** 0: the unit itself (`submitted`, `adopted`), or an award without a named officer. */
  officer: number;
  measure: Measure;
  divisor: number;
  officerCount: number;
  /** Hundredths of a point, to be divided by `divisor`. */
  amount: number;
  /** Awards less reversals, or submissions. */
  lines: number;
}

/** A total of a month, which its quarter, half and year count as it does. */
export interface MonthTotal extends Total {
  period: Month;
}

type TotalKey = Omit<Total, 'amount' | 'lines'>;

/** What tells one total from another. */
const totalKey = (total: TotalKey): string =>
  `${total.period}|${total.unit}|${total.officer}|${total.measure}|${total.divisor}|${total.officerCount}`;

/** Totals that are being summed. */
export interface Sum {
  add(totals: Iterable<Total>): void;
  /** Adds totals of months, in each of the periods that their month lies in, and keeps them for itself. */
  addMonths(totals: Iterable<MonthTotal>): void;
  /** What was added of each key, also what comes to nothing. */
  byKey(): ReadonlyMap<string, Total>;
  /** What was added, without what comes to nothing; sorted by key. */
  list(): Total[];
}

/** Adds totals that are nobody else's: the first of each key becomes its sum. */
const addOwn = <T extends Total>(sums: Map<string, T>, totals: Iterable<T>): void => {
  for (const total of totals) {
    const key = totalKey(total);
    const sum = sums.get(key);
    if (!sum) sums.set(key, total);
    else {
      sum.amount += total.amount;
      sum.lines += total.lines;
    }
  }
};

const inItsPeriods = (total: MonthTotal): Total[] =>
  periodsOf(total.period).map((period) => ({
    period,
    unit: total.unit,
    officer: total.officer,
    measure: total.measure,
    divisor: total.divisor,
    officerCount: total.officerCount,
    amount: total.amount,
    lines: total.lines,
  }));

/** A sum of totals to which more is added as it is read, so that a ledger need not fit in memory. */
export const startSum = (): Sum => {
  const sums = new Map<string, Total>();
  const months = new Map<string, MonthTotal>();
  /** Long ledgers have few totals of months: only their sums are counted in every period. */
  const spread = (): ReadonlyMap<string, Total> => {
    for (const total of months.values()) addOwn(sums, inItsPeriods(total));
    months.clear();
    return sums;
  };
  return {
    add(totals) {
      for (const total of totals) addOwn(sums, [{ ...total }]);
    },
    addMonths: (totals) => addOwn(months, totals),
    byKey: spread,
    list: () =>
      [...spread().entries()]
        .filter(([, { amount, lines }]) => amount !== 0 || lines !== 0)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, total]) => total),
  };
};

/** Sums totals of the same key and leaves out what comes to nothing; sorted by key. */
export const addUp = (totals: Iterable<Total>): Total[] => {
  const sum = startSum();
  sum.add(totals);
  return sum.list();
};

const pointsInMonth = (posting: Posting): MonthTotal => ({
  period: posting.month,
  unit: posting.unit,
  officer: posting.officer ?? 0,
  measure: posting.channel,
  divisor: posting.divisor,
  officerCount: posting.officerCount,
  amount: posting.amount,
  lines: LINES_OF_KIND[posting.kind],
});

const pointsOf = (posting: Posting): Total[] => inItsPeriods(pointsInMonth(posting));

const counted = <Period extends string>(
  period: Period,
  unit: number,
  officer: number,
  measure: Measure
): Total & { period: Period } => ({
  period,
  unit,
  officer,
  measure,
  divisor: 1,
  officerCount: 1,
  amount: 0,
  lines: 1,
});

const negated = (total: Total): Total => ({ ...total, amount: -total.amount, lines: -total.lines });

/** Awards less reversals that a unit and an officer (`null`: none named) have in a month. */
export interface NetLines {
  month: Month;
  unit: number;
  officer: number | null;
  lines: number;
}

/** Each posting as the line that it is: an award one more, a reversal one less. */
export const linesOf = (postings: readonly AdoptionPosting[]): NetLines[] =>
  postings.map(({ month, unit, officer, kind }) => ({
    month,
    unit,
    officer,
    lines: LINES_OF_KIND[kind],
  }));

/** Where one submission has awards left: each unit and officer, in each period, counts it once. */
const earnedIn = <Period extends string>(
  net: readonly NetLines[],
  periodsOfMonth: (month: Month) => readonly Period[]
): Array<Total & { period: Period }> => {
  const sums = new Map<string, { total: Total & { period: Period }; lines: number }>();
  for (const { month, unit, officer, lines } of net) {
    for (const period of periodsOfMonth(month)) {
      for (const who of officer === null ? [0] : [0, officer]) {
        const key = `${period}|${unit}|${who}`;
        const seen = sums.get(key);
        if (seen) seen.lines += lines;
        else sums.set(key, { total: counted(period, unit, who, 'adopted'), lines });
      }
    }
  }
  return [...sums.values()].filter((each) => each.lines > 0).map(({ total }) => total);
};

/**
 * How the totals change when postings are appended to a submission's ledger.
 *
 * @param before the submission's lines until then, of each month, unit and officer, added up or not
 */
export const changeByPostings = (
  before: readonly NetLines[],
  appended: readonly AdoptionPosting[]
): Total[] =>
  addUp([
    ...appended.flatMap(pointsOf),
    ...earnedIn(before, periodsOf).map(negated),
    ...earnedIn([...before, ...linesOf(appended)], periodsOf),
  ]);

/** Measures that are counted by submission, and not summed from postings. */
export const COUNTS = ['submitted', 'adopted'] as const satisfies readonly Measure[];

/**
 * Adds what all postings of a submission's ledger give to the totals. Most lie in one month: what
 * earned in that earned in each of its periods, and is counted in these with all else of the month.
 */
export const addPostings = (sum: Sum, postings: readonly AdoptionPosting[]): void => {
  sum.addMonths(postings.map(pointsInMonth));
  addEarned(sum, postings);
};

/** Adds to the totals where a submission's ledger has awards left, and no points. */
export const addEarned = (sum: Sum, postings: readonly AdoptionPosting[]): void => {
  const lines = linesOf(postings);
  if (lines.some(({ month }) => month !== lines[0]?.month)) sum.add(earnedIn(lines, periodsOf));
  else sum.addMonths(earnedIn(lines, (month) => [month]));
};

/** How the totals change when bonuses or corrections are posted: they are points, and no submission. */
export const changeByHand = (appended: ReadonlyArray<BonusPosting | CorrectionPosting>): Total[] =>
  addUp(appended.flatMap(pointsOf));

/** In which month a submission counts as received, and from whom. */
export interface Intake {
  month: Month;
  contributors: readonly Contributor[];
}

/** What a submission's arrival gives to the totals, not added up. */
export const totalsOfIntake = (intake: Intake | null): Total[] => {
  if (!intake) return [];
  const periods: readonly string[] = periodsOf(intake.month);
  return periods.flatMap((period) =>
    intake.contributors.flatMap(({ unit, officers }) =>
      [0, ...officers].map((officer) => counted(period, unit, officer, 'submitted'))
    )
  );
};

/** What a unit, or one of its officers (0: the unit itself), counts as received in a month. */
export const receivedTotalsOf = (
  month: Month,
  { unit, officer }: { unit: number; officer: number },
  lines: number
): Total[] =>
  periodsOf(month).map((period) => ({ ...counted(period, unit, officer, 'submitted'), lines }));

/** How the totals change when a submission comes (`before` null), changes, or goes (`after` null). */
export const changeByIntake = (before: Intake | null, after: Intake | null): Total[] =>
  addUp([...totalsOfIntake(before).map(negated), ...totalsOfIntake(after)]);
