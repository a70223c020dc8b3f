import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { isDay, type Day } from './day';
import { oncePerApplication } from '../once-per-application';

interface Formats {
  day: Intl.DateTimeFormat;
  moment: Intl.DateTimeFormat;
}

/** A moment as RFC 3339 writes it, with its offset. */
const RFC_3339 = z.iso.datetime({ offset: true });

const known = new Map<string, Formats>();

/** Write days and moments of a time zone; made once, for making one takes longer than a publication may. */
const formatsOf = (timeZone: string): Formats => {
  const made = known.get(timeZone);
  if (made) return made;
  // Swedish writes a day, and a moment but for the T, as ISO 8601 does.
  const formats = {
    day: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
    moment: new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    }),
  };
  known.set(timeZone, formats);
  return formats;
};

/** The bureau's calendar: which day it is, and was, in its time zone (`config/calendar`). */
export const calendarService = oncePerApplication((strapi: Core.Strapi) => {
  const formats = formatsOf(strapi.config.get<string>('calendar.timeZone'));

  /** The day of a moment: `2026-12-31T23:59:59+08:00` is 31 December in Asia/Shanghai. */
  const dayOf = (moment: Date): Day => formats.day.format(moment);

  /** By how many milliseconds the zone's clocks were ahead of UTC. */
  const offsetAt = (moment: number): number =>
    Date.parse(`${formats.moment.format(moment).replace(' ', 'T')}Z`) - moment;

  return {
    dayOf,

    /** The moment at which a day began: `2026-01-01` in Asia/Shanghai at 16:00 UTC of the day before. */
    startOf(day: Day): Date {
      const midnight = Date.parse(day);
      const guess = midnight - offsetAt(midnight);
      return new Date(midnight - offsetAt(guess));
    },

    /** The day that a date `YYYY-MM-DD`, or a moment in RFC 3339 with its offset, names; `null` when it names none. */
    parseDay(value: string): Day | null {
      if (isDay(value)) return value;
      return RFC_3339.safeParse(value).success ? dayOf(new Date(value)) : null;
    },
  };
});
