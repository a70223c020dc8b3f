import type { Core } from '@strapi/strapi';
import { addMonths, isMonth, monthOf, type Day, type Month } from '../../../domain/period';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { refuse } from '../messages';

const MONTHS = 12;

/** Twelve months until one, the oldest first. */
export const yearUntil = (month: Month): Month[] =>
  Array.from({ length: MONTHS }, (_, index) => addMonths(month, index + 1 - MONTHS));

/** The month that a page shows. */
export const shownMonthService = oncePerApplication((strapi: Core.Strapi) => {
  const today = (): Day => calendarService(strapi).dayOf(clock.now());
  return {
    today,

    /**
     * The month that was asked for, or the present one.
     *
     * @throws ValidationError when it is no month, or one that is to come
     */
    require(asked: string | undefined): Month {
      const present = monthOf(today());
      const month = asked ?? present;
      if (!isMonth(month)) throw refuse(strapi, 'month', 'error.shown-month', { value: month });
      if (month <= present) return month;
      throw refuse(strapi, 'month', 'error.shown-month.future', { value: month, present });
    },
  };
});
