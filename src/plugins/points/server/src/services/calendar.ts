import { TZDate } from '@date-fns/tz';
import type { Core } from '@strapi/strapi';
import { format, isValid, parseISO } from 'date-fns';
import { isDay, type Day } from '../../../domain/period';
import { PLUGIN } from '../constants';

/** The bureau's calendar: which day it is, and was, in its time zone (setting `timeZone`). */
export const calendarService = ({ strapi }: { strapi: Core.Strapi }) => {
  const timeZone = strapi.config.get<string>(`plugin::${PLUGIN}.timeZone`);

  /** The day of a moment: `2026-12-31T23:59:59+08:00` is 31 December in Asia/Shanghai. */
  const dayOf = (moment: Date): Day => format(new TZDate(moment, timeZone), 'yyyy-MM-dd');

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
