import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import type { Transaction } from '../../../../../common/database/transaction';

/**
 * Whether a month is closed to changes of what was counted in it. No month is yet: sealing comes
 * with the monthly bulletin, and this is the one place that merging asks.
 */
export const isSealed = async (
  _strapi: Core.Strapi,
  _trx: Transaction,
  _month: Month
): Promise<boolean> => Promise.resolve(false);
