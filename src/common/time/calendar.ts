import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { isDay, type Day } from './day';
import { oncePerApplication } from '../once-per-application';

/** A moment as RFC 3339 writes it, with its offset. */
const RFC_3339 = z.iso.datetime({ offset: true });

const MINUTE_MS = 60_000;

/** The bureau's calendar: which day it is, and was, in its time zone (`config/calendar`). */
export const calendarService = oncePerApplication((strapi: Core.Strapi) => {
  const timeZone = strapi.config.get<string>('calendar.timeZone');
  // Swedish writes a day as ISO 8601 does.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone });

  /** The day of a moment: `2026-12-31T23:59:59+08:00` is 31 December in Asia/Shanghai. */
  const dayOf = (moment: Date): Day => days.format(moment);

  /** By how many milliseconds the zone's clocks were ahead of UTC. */
  const offsetAt = (moment: number): number => tzOffset(timeZone, new Date(moment)) * MINUTE_MS;

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
