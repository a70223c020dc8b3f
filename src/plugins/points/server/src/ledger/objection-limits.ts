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
import { sealRepository, type BulletinRecord } from './seals';

/** When a month's bulletin came out: the day after is the first on which units look at it. */
const circulatedAt = ({ sealedAt }: BulletinRecord): Date => new Date(sealedAt);

/** Until when the lines of a month can be objected to: so many working days after it was circulated. */
export const objectionLimits = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const seals = sealRepository(strapi);
  const workingDays = workingDaysService(strapi);

  const limitOf = (month: Month, bulletin: BulletinRecord | null): ObjectionLimit => {
    if (!bulletin) return { month, lastDay: null, isExact: true, isOver: false };
    const last = workingDays.after(circulatedAt(bulletin), objectionDaysOf(strapi));
    const isOver = isTooLate(calendar.dayOf(clock.now()), last.day);
    return { month, lastDay: last.day, isExact: last.isExact, isOver };
  };

  return {
    /** A month's limit; an open month has none. */
    ofMonth: async (trx: Transaction, month: Month): Promise<ObjectionLimit> =>
      limitOf(month, await seals.ofMonth(trx, month)),
  };
});
