import type { Core } from '@strapi/strapi';
import { requireHolidays, type PublicHolidays } from './public-holidays';

/**
 * Checks `config/calendar` at start.
 *
 * @throws when `timeZone` is no IANA time zone, or a holiday is no day of its year
 */
export const requireCalendarSettings = (strapi: Core.Strapi): void => {
  const timeZone = strapi.config.get<string>('calendar.timeZone');
  requireHolidays(strapi.config.get<PublicHolidays>('calendar.holidays'));
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new Error(
      `The calendar's timeZone is "${timeZone}"; it takes an IANA name such as Asia/Shanghai.`,
      { cause }
    );
  }
};
