import type { Core } from '@strapi/strapi';
import { takeAdvisoryLock, type AdvisoryLock } from '../common/database/advisory-locks';
import { isPostgres } from '../common/database/dialect';
import { inTransaction } from '../common/database/transaction';

/** What must not go in a circle or be there twice. */
type Contended = Extract<AdvisoryLock, 'columns' | 'replacements' | 'documentNumbers'>;

/**
 * Lets one transaction at a time, of all instances, change what is contended: two changes that are
 * right each by itself can be wrong together. Released by the end of the transaction under way.
 * SQLite has a single writer anyway.
 */
export const takeTurns = async (strapi: Core.Strapi, what: Contended): Promise<void> => {
  if (!isPostgres(strapi)) return;
  await inTransaction(strapi, (trx) => takeAdvisoryLock(strapi, trx, what));
};
