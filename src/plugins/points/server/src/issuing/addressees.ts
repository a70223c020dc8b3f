import type { Core } from '@strapi/strapi';
import { addresseesOf, type Addressee } from '../../../domain/addressees';
import { parsePeriod, type Month } from '../../../domain/period';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { headRepository } from '../records/heads';
import { unitRepository } from '../records/units';

/** Whom a bulletin is told to, as units and people are now. */
export const addresseeService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const heads = headRepository(strapi);
  const units = unitRepository(strapi);

  return {
    /** Whom the bulletin of a month is told to (`domain/addressees.ts`). */
    async of(trx: Transaction, month: Month): Promise<Addressee[]> {
      const period = parsePeriod(month);
      if (!period) throw new RangeError(`${month} is no month.`);
      const named = await heads.all(trx);
      const accounts = await units.accounts(trx);
      return addresseesOf(
        (await units.units(trx)).map((unit) => ({ ...unit, head: named.get(unit.id) ?? null })),
        (await units.members(trx)).map((member) => ({
          ...member,
          account: accounts.get(member.id) ?? null,
        })),
        { month: period, today: calendar.dayOf(clock.now()) }
      );
    },
  };
});
