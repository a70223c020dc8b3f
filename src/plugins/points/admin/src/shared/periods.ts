import { parsePeriod, periodsOf } from '../../../domain/period';

/** How long a period is, from the shortest. */
export const SPANS = ['month', 'quarter', 'half', 'year'] as const;
export type Span = (typeof SPANS)[number];

/** How many periods of a span a year has. */
export const PARTS: Record<Span, number> = { month: 12, quarter: 4, half: 2, year: 1 };

export interface PeriodParts {
  span: Span;
  year: number;
  /** 1-based; 1 for a year. */
  part: number;
}

/** The code of a period: `2026`, `2026-H1`, `2026-Q2`, `2026-03`. */
export const codeOf = ({ span, year, part }: PeriodParts): string => {
  if (span === 'year') return String(year);
  if (span === 'half') return `${year}-H${part}`;
  if (span === 'quarter') return `${year}-Q${part}`;
  return `${year}-${String(part).padStart(2, '0')}`;
};

const spanOf = (code: string): Span => {
  if (code.length === 4) return 'year';
  if (code.includes('H')) return 'half';
  if (code.includes('Q')) return 'quarter';
  return 'month';
};

/** The parts of a period's code, or `null` when there is no such period. */
export const partsOf = (code: string): PeriodParts | null => {
  if (!parsePeriod(code)) return null;
  const span = spanOf(code);
  const part = span === 'year' ? 1 : Number(code.slice(5).replace(/^[HQ]/, ''));
  return { span, year: Number(code.slice(0, 4)), part };
};

/** The month in which a moment lies, on the clock of the person at the screen: `YYYY-MM`. */
export const monthAt = (moment: Date): string =>
  codeOf({ span: 'month', year: moment.getFullYear(), part: moment.getMonth() + 1 });

/** The period so many spans later (earlier when negative). */
export const shift = ({ span, year, part }: PeriodParts, by: number): PeriodParts => {
  const index = year * PARTS[span] + (part - 1) + by;
  return {
    span,
    year: Math.floor(index / PARTS[span]),
    part: (index % PARTS[span]) + 1,
  };
};

/**
 * The period of another span around the same time: from March to its quarter, from a year that is
 * still running to the month of today, from a past year to its last month.
 */
export const withSpan = (parts: PeriodParts, span: Span, thisMonth: string): PeriodParts => {
  const period = parsePeriod(codeOf(parts));
  if (!period) return parts;
  const lastMonth = period.to.slice(0, 7);
  const firstMonth = period.from.slice(0, 7);
  const within = firstMonth <= thisMonth && thisMonth <= lastMonth;
  const [month, quarter, half, year] = periodsOf(within ? thisMonth : lastMonth);
  return partsOf({ month, quarter, half, year }[span]) ?? parts;
};

/** Whether the period begins after the given month: nothing can stand in it yet. */
export const isFuture = (parts: PeriodParts, thisMonth: string): boolean => {
  const period = parsePeriod(codeOf(parts));
  return period !== null && period.from.slice(0, 7) > thisMonth;
};
