import type { Day } from './day';

/**
 * Working days, by which the office's waiting pieces are counted. Which days are worked is the
 * State Council's decision, published for one year at a time in the autumn before; what is not
 * published yet can only be estimated.
 */

/** What is known of a country's working days. */
export interface WorkCalendar {
  /** Whether the year's public holidays and make-up days are known. */
  covers(year: number): boolean;
  /** Whether people work on a day of a covered year. */
  isWorked(day: Day): boolean;
}

/** A number of working days. */
export interface WorkingDays {
  days: number;
  /** `false` when a day lies in a year that the calendar does not cover: there Monday to Friday count. */
  isExact: boolean;
}

const DAY_MS = 86_400_000;

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const momentOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const isWeekday = (moment: number): boolean => {
  const weekday = new Date(moment).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** A day that a number of working days leads to. */
export interface WorkingDay {
  day: Day;
  /** `false` when a day on the way lies in a year that the calendar does not cover. */
  isExact: boolean;
}

/** The day of a moment, and whether it is worked as far as the calendar says. */
const lookUp = (moment: number, calendar: WorkCalendar) => {
  const day = new Date(moment).toISOString().slice(0, 10);
  const isCovered = calendar.covers(yearOf(day));
  return { day, isCovered, isWorked: isCovered ? calendar.isWorked(day) : isWeekday(moment) };
};

/**
 * The last of so many working days after a day, which does not count itself: of 1 after a Friday, the
 * Monday.
 *
 * @param count at least 1
 */
export const workingDayAfter = (from: Day, count: number, calendar: WorkCalendar): WorkingDay => {
  let isExact = true;
  let left = count;
  for (let moment = momentOf(from) + DAY_MS; ; moment += DAY_MS) {
    const { day, isCovered, isWorked } = lookUp(moment, calendar);
    if (!isCovered) isExact = false;
    if (isWorked) left -= 1;
    if (left <= 0) return { day, isExact };
  }
};

/**
 * How many working days have begun since a day: none on the day itself, and one on the Monday
 * after a Friday.
 */
export const workingDaysBetween = (from: Day, to: Day, calendar: WorkCalendar): WorkingDays => {
  let days = 0;
  let isExact = true;
  const end = momentOf(to);
  for (let moment = momentOf(from) + DAY_MS; moment <= end; moment += DAY_MS) {
    const { isCovered, isWorked } = lookUp(moment, calendar);
    if (!isCovered) isExact = false;
    if (isWorked) days += 1;
  }
  return { days, isExact };
};
