import type { Core } from '@strapi/strapi';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { isDay, type Day } from '../../../domain/period';
import { PLUGIN } from '../constants';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes days of a time zone; made once, for making one takes longer than a publication may. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish writes a day as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format;
};

/** The bureau's calendar: which day it is, and was, in its time zone (setting `timeZone`). */
export const calendarService = ({ strapi }: { strapi: Core.Strapi }) => {
  const format = formatOf(strapi.config.get<string>(`plugin::${PLUGIN}.timeZone`));

  /** The day of a moment: `2026-12-31T23:59:59+08:00` is 31 December in Asia/Shanghai. */
  const dayOf = (moment: Date): Day => format.format(moment);

  return {
    dayOf,

    /** The day that a date `YYYY-MM-DD`, or a moment in ISO 8601 with an offset, names; `null` when it names none. */
    parseDay(value: string): Day | null {
      if (isDay(value)) return value;
      if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
      if (!isDay(value.slice(0, 10))) return null;
      const moment = parseISO(value);
      return isValid(moment) ? dayOf(moment) : null;
    },
  };
};
