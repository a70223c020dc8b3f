import type { Core } from '@strapi/strapi';
import { isTooLate } from '../../../domain/objection';
import type { Month } from '../../../domain/period';
import type { ObjectionLimit } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { workingDaysService } from '../../../../../common/time/working-days';
import { objectionDaysOf } from '../settings';
import { sealRepository } from './seals';

/**
 * Until when the lines of a month can be objected to: so many working days after its bulletin was
 * issued. Nobody is late for what nobody was told.
 */
export const objectionLimits = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const seals = sealRepository(strapi);
  const workingDays = workingDaysService(strapi);

  const limitOf = (month: Month, issuedAt: Date | null): ObjectionLimit => {
    if (!issuedAt) return { month, lastDay: null, isExact: true, isOver: false };
    const last = workingDays.after(issuedAt, objectionDaysOf(strapi));
    const isOver = isTooLate(calendar.dayOf(clock.now()), last.day);
    return { month, lastDay: last.day, isExact: last.isExact, isOver };
  };

  return {
    /** A month's limit; a month that was not issued has none. */
    ofMonth: async (trx: Transaction, month: Month): Promise<ObjectionLimit> =>
      limitOf(month, await seals.issuedAt(trx, month)),
  };
});
