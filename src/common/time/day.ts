/** `YYYY-MM-DD`, a day of the bureau's time zone. */
export type Day = string;

const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the string is a day of the years 1000 to 2999: `2026-02-30` is none. */
export const isDay = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const match = /^([12]\d{3})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
};
