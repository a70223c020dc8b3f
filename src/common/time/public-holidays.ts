import { isDay, type Day } from './day';

/**
 * Public holidays of years that are announced after the application was built, by year: days off
 * that would be worked, and worked days that would be off.
 */
export type PublicHolidays = Readonly<
  Record<string, { off: readonly Day[]; worked: readonly Day[] }>
>;

/** @throws when a year or day is written wrongly */
export const requireHolidays = (holidays: PublicHolidays): void => {
  for (const [year, { off, worked }] of Object.entries(holidays)) {
    const wrong = [...off, ...worked].find((day) => !isDay(day) || day.slice(0, 4) !== year);
    if (wrong === undefined) continue;
    throw new Error(
      `The holidays of ${year} name "${wrong}"; they take days such as ${year}-05-01.`
    );
  }
};
