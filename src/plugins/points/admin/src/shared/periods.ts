import { parsePeriod, periodsOf } from '../../../domain/period';
import { codeOf, PARTS, partsOf, type PeriodParts, type Span } from '../../../shared/periods';

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
