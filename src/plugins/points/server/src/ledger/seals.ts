import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Month } from '../../../domain/period';
import { firstOpenAfter } from '../../../domain/seal';
import { reading, type Reading } from '../../../../../common/database/query-batch';
import { tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

interface Row {
  month?: Month | null;
}

/** Which months are sealed. Each bulletin seals one, in order, so the last of them tells of all. */
export const sealRepository = oncePerApplication((strapi: Core.Strapi) => {
  const lastSealed = (knex: Knex) => knex(tableOf(strapi, UID.bulletin)).max({ month: 'month' });
  const firstOpenMonth: Reading<Month | null> = reading(
    lastSealed(strapi.db.connection),
    ['month'],
    ([last]: Row[]) => firstOpenAfter(last?.month ?? null)
  );

  return {
    /**
     * For those who read it together with what they judge by it, under the ledger's lock: no month is
     * sealed between the two.
     */
    firstOpenMonth,

    /** The first month that is not sealed, `null` when none is. */
    async current(trx: Transaction): Promise<Month | null> {
      const last: Row | undefined = await lastSealed(trx).first();
      return firstOpenAfter(last?.month ?? null);
    },
  };
});
