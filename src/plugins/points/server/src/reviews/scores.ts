import Fraction from 'fraction.js';
import { describePoints } from '../../../domain/points';
import type { Month } from '../../../domain/period';
import { LINES_OF_KIND } from '../../../domain/posting';
import { earnedBySubject, type EarnedLine } from '../../../domain/review';
import { rank } from '../../../domain/standings';
import { UNIT_KINDS } from '../../../domain/vocabulary';
import type {
  FrozenRanking,
  OfficerReference,
  Points,
  StandingsRow,
  UnitReference,
} from '../../../shared/contracts';
import type { EarnedPosting } from '../ledger/frozen-standings';

/** What a sealed month froze. */
export interface FrozenMonth {
  month: Month;
  ranking: FrozenRanking;
  postings: readonly EarnedPosting[];
}

/** Somebody's sums over sealed months. */
export interface Score extends Points {
  unit: UnitReference;
  officer?: OfficerReference;
  rank: number;
  submitted: number;
  adopted: number;
  silentMonths: Month[];
}

interface Sum extends Omit<Score, 'rank' | keyof Points> {
  points: Fraction;
}

const subjectOf = ({ officer, unit }: StandingsRow): string => (officer ?? unit).documentId;

/** One more month of somebody, named as then. */
const added = (sum: Sum | undefined, row: StandingsRow, month: Month): Sum => ({
  unit: row.unit,
  ...(row.officer && { officer: row.officer }),
  points: new Fraction(row.exact).add(sum?.points ?? 0),
  submitted: row.submitted + (sum?.submitted ?? 0),
  adopted: 0,
  silentMonths: [...(sum?.silentMonths ?? []), ...(row.submitted === 0 ? [month] : [])],
});

const linesOf = (months: readonly FrozenMonth[], by: 'unit' | 'officer'): EarnedLine[] =>
  months.flatMap(({ postings }) =>
    postings.flatMap((posting) => {
      const subject = posting[by];
      const { kind, submission } = posting;
      if (subject === null || submission === null) return [];
      return { subject, submission, lines: LINES_OF_KIND[kind] };
    })
  );

const toScore = ({ points, rank: place, ...sum }: Sum & { rank: number }): Score => ({
  ...sum,
  rank: place,
  ...describePoints(points),
});

const byCode = (one: Sum, other: Sum): number => (one.unit.code < other.unit.code ? -1 : 1);

const scoresOf = (
  months: readonly FrozenMonth[],
  by: 'unit' | 'officer',
  rowsOf: (ranking: FrozenRanking) => readonly StandingsRow[]
): Sum[] => {
  const sums = new Map<string, Sum>();
  for (const { month, ranking } of months) {
    for (const row of rowsOf(ranking)) {
      sums.set(subjectOf(row), added(sums.get(subjectOf(row)), row, month));
    }
  }
  const earned = earnedBySubject(linesOf(months, by));
  return [...sums]
    .map(([subject, sum]) => ({ ...sum, adopted: earned.get(subject) ?? 0 }))
    .sort(byCode);
};

/** Units over some sealed months, each kind ranked apart. */
export const unitScores = (months: readonly FrozenMonth[]): Score[] => {
  const sums = scoresOf(months, 'unit', ({ units }) => units);
  return UNIT_KINDS.flatMap((kind) => rank(sums.filter(({ unit }) => unit.kind === kind))).map(
    toScore
  );
};

/** Officers over some sealed months, all in one ranking. */
export const officerScores = (months: readonly FrozenMonth[]): Score[] =>
  rank(scoresOf(months, 'officer', ({ officers }) => officers)).map(toScore);
