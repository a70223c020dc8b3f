/** Days of the demo are Chinese days, written `YYYY-MM-DD`; China has no summer time. */
const OFFSET = '+08:00';
const OFFSET_MILLISECONDS = 8 * 60 * 60 * 1000;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const pad = (value: number): string => String(value).padStart(2, '0');

/** The Chinese day of a moment. */
export const dayOf = (moment: Date): string =>
  new Date(moment.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 10);

/** The moment of a time of day. */
export const momentOf = (day: string, hour: number, minute: number): Date =>
  new Date(`${day}T${pad(hour)}:${pad(minute)}:00${OFFSET}`);

export const addDays = (moment: Date, days: number): Date =>
  new Date(moment.getTime() + days * DAY_MILLISECONDS);

/** The month, `YYYY-MM`, that lies `back` months before the day's. */
const monthBefore = (day: string, back: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - back;
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}`;
};

/** The last `count` months up to the day's own, oldest first. */
export const monthsUpTo = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => monthBefore(day, count - 1 - index));

/** The days of a month that are not after `last`, oldest first. */
export const daysOf = (month: string, last: string): string[] => {
  const days: string[] = [];
  for (let number = 1; number <= 31; number += 1) {
    const day = `${month}-${pad(number)}`;
    if (day > last || dayOf(momentOf(day, 12, 0)) !== day) break;
    days.push(day);
  }
  return days;
};

/** Whether the bureau works on that day; the demo knows no public holidays. */
export const isWorkday = (day: string): boolean => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};
