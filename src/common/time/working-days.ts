import { isWorkday } from 'chinese-days';
import type { Core } from '@strapi/strapi';
import type { Day } from './day';
import {
  workingDayAfter,
  workingDaysBetween,
  type WorkCalendar,
  type WorkingDay,
  type WorkingDays,
} from './working-days-rule';
import type { PublicHolidays } from './public-holidays';
import { calendarService } from './calendar';
import { oncePerApplication } from '../once-per-application';

/**
 * The years whose public holidays `chinese-days` knows. For any other it silently counts Monday to
 * Friday, so the years are kept here, and extended together with the library.
 */
export const KNOWN_YEARS = { first: 2004, last: 2026 } as const;

/** Asking the library takes longer than a list with a hundred rows may. */
const asked = new Map<Day, boolean>();

const isWorkedByLibrary = (day: Day): boolean => {
  const known = asked.get(day);
  if (known !== undefined) return known;
  const answer = isWorkday(day);
  asked.set(day, answer);
  return answer;
};

const isWeekday = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** China's working days: the library's years, and those that the setting `holidays` gives. */
const workCalendarOf = (holidays: PublicHolidays): WorkCalendar => ({
  covers: (year) =>
    String(year) in holidays || (year >= KNOWN_YEARS.first && year <= KNOWN_YEARS.last),
  isWorked: (day) => {
    const own = holidays[day.slice(0, 4)];
    if (!own) return isWorkedByLibrary(day);
    if (own.off.includes(day)) return false;
    return own.worked.includes(day) || isWeekday(day);
  },
});

/** How long something waits, and how long it may, in the working days of the bureau's calendar. */
export const workingDaysService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const workCalendar = workCalendarOf(strapi.config.get<PublicHolidays>('calendar.holidays'));

  return {
    /** Working days between two moments: 0 on the same day. */
    between: (from: Date, to: Date): WorkingDays =>
      workingDaysBetween(calendar.dayOf(from), calendar.dayOf(to), workCalendar),

    /** The last of so many working days after the day of a moment. */
    after: (moment: Date, count: number): WorkingDay =>
      workingDayAfter(calendar.dayOf(moment), count, workCalendar),
  };
});
