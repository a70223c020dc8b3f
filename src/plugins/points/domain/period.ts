/**
 * Periods (考核期, §八): month, quarter, half, year. Days and months are calendar strings of the
 * bureau's time zone (`2026-03-31`, `2026-03`), so that no zone can shift them afterwards.
 */

/** `YYYY-MM-DD`. */
export type Day = string;
/** `YYYY-MM`. */
export type Month = string;

export interface Period {
  /** `2026`, `2026-H1`, `2026-Q2` or `2026-03`. */
  code: string;
  /** First and last day. */
  from: Day;
  to: Day;
}

/** Days from the first to the last, both included; `null` where there is no first or no last. */
export interface Span {
  from: Day | null;
  to: Day | null;
}

/** Whether two spans have a day in common. */
export const haveCommonDay = (one: Span, other: Span): boolean =>
  (one.from === null || other.to === null || one.from <= other.to) &&
  (other.from === null || one.to === null || other.from <= one.to);

const pad = (number: number): string => String(number).padStart(2, '0');

const DAY_MS = 86_400_000;

/** How many days lie between two days: 1 from one day to the next, less than 0 backwards. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The day so many days later, or earlier. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

/** Whether a text is a month, and no other period: `2026-03`, not `2026-H1`. */
export const isMonth = (code: string): code is Month => /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(code);

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The month so many months later, or earlier. */
export const addMonths = (month: Month, count: number): Month => {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
};

/** The months of a month's year until it, both included, in order. */
export const monthsUntil = (month: Month): Month[] =>
  Array.from({ length: Number(month.slice(5, 7)) }, (_, index) =>
    addMonths(month, -index)
  ).reverse();

/** The months of a period, in order. */
export const monthsIn = ({ from, to }: Pick<Period, 'from' | 'to'>): Month[] => {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    months.push(month);
  }
  return months;
};

const monthsBetween = (code: string, year: number, first: number, last: number): Period => ({
  code,
  from: `${year}-${pad(first)}-01`,
  to: new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10),
});

/** The period of a code, or `null` when there is no such period (`2026-13`, `2026-Q5`). */
export const parsePeriod = (code: string): Period | null => {
  const match = /^([12]\d{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(code);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return monthsBetween(code, year, Number(match[2]) * 6 - 5, Number(match[2]) * 6);
  if (match[3]) return monthsBetween(code, year, Number(match[3]) * 3 - 2, Number(match[3]) * 3);
  if (match[4]) return monthsBetween(code, year, Number(match[4]), Number(match[4]));
  return monthsBetween(code, year, 1, 12);
};

/** The four periods that a month counts in: itself, its quarter, half and year. */
export const periodsOf = (month: Month): [string, string, string, string] => {
  const year = month.slice(0, 4);
  const number = Number(month.slice(5, 7));
  return [month, `${year}-Q${Math.ceil(number / 3)}`, `${year}-H${Math.ceil(number / 6)}`, year];
};

/** The kinds of periods that rules reach over, the shortest first. */
export type PeriodKind = 'week' | 'month' | 'quarter' | 'half' | 'year';

const MONTHS_OF = { month: 1, quarter: 3, half: 6, year: 12 } as const;

const SUNDAY_BASE = '2024-01-07';

const weekUntil = (sunday: Day): Period => {
  const from = addDays(sunday, -6);
  return { code: `${from}/${sunday}`, from, to: sunday };
};

/** A week runs from Monday and belongs to the period in which its Sunday lies. */
const weeksIn = ({ from, to }: Pick<Period, 'from' | 'to'>): Period[] => {
  const weeks: Period[] = [];
  const past = ((daysBetween(SUNDAY_BASE, from) % 7) + 7) % 7;
  for (let sunday = addDays(from, (7 - past) % 7); sunday <= to; sunday = addDays(sunday, 7)) {
    weeks.push(weekUntil(sunday));
  }
  return weeks;
};

/** The period of a kind that a day lies in. */
export const periodAround = (day: Day, kind: PeriodKind): Period => {
  if (kind === 'week') return weeksIn({ from: day, to: addDays(day, 6) })[0] ?? weekUntil(day);
  const [month, quarter, half, year] = periodsOf(monthOf(day));
  const code = { month, quarter, half, year }[kind];
  return parsePeriod(code) ?? { code, from: day, to: day };
};

/** The periods of a kind that lie in another wholly; of weeks those whose Sunday does. In order. */
export const periodsIn = (span: Pick<Period, 'from' | 'to'>, kind: PeriodKind): Period[] => {
  if (kind === 'week') return weeksIn(span);
  const found: Period[] = [];
  let month = monthOf(span.from);
  while (month <= monthOf(span.to)) {
    const period = periodAround(`${month}-01`, kind);
    if (period.from >= span.from && period.to <= span.to) found.push(period);
    month = addMonths(monthOf(period.from), MONTHS_OF[kind]);
  }
  return found;
};

/**
 * The first day of the part of a month that a day's week has in it. Every period is made of whole
 * parts: months end with one, and so do weeks.
 */
export const partOf = (day: Day): Day => {
  const monday = periodAround(day, 'week').from;
  const first = `${monthOf(day)}-01`;
  return monday > first ? monday : first;
};

/** The parts of a span of whole months, by their first days, in order. */
export const partsOf = (span: Pick<Period, 'from' | 'to'>): Day[] => {
  const mondays = weeksIn({ from: span.from, to: addDays(span.to, 6) }).map(({ from }) => from);
  const firsts = monthsIn(span).map((month) => `${month}-01`);
  return [...new Set([...mondays, ...firsts])]
    .filter((day) => span.from <= day && day <= span.to)
    .sort();
};
