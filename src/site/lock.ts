import type { Core } from '@strapi/strapi';
import { inTransaction } from '../common/database/transaction';

/** Fixed numbers of our own: advisory locks share one space in a database. */
const LOCKS = {
  columns: 7_2026_0811,
  replacements: 7_2026_0812,
  documentNumbers: 7_2026_0813,
} as const;

/**
 * Lets one transaction at a time, of all instances, change what must not go in a circle or be there
 * twice: two changes that are right each by itself can be wrong together. Released by the end of the
 * transaction under way. SQLite has a single writer anyway.
 */
export const takeTurns = async (strapi: Core.Strapi, what: keyof typeof LOCKS): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres') return;
  await inTransaction(strapi, (trx) => trx.raw('select pg_advisory_xact_lock(?)', [LOCKS[what]]));
};
