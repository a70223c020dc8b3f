import type { Core } from '@strapi/strapi';
import { isPostgres } from './dialect';
import type { Transaction } from './transaction';

/**
 * Fixed numbers of our own: advisory locks share one space in a database. Instances of two versions
 * that run side by side must mean the same by them, so a number stays with its lock.
 */
export const ADVISORY_LOCKS = {
  ledger: 7_2026_0801,
  searchIndex: 7_2026_0802,
  roles: 7_2026_0803,
  columns: 7_2026_0811,
  replacements: 7_2026_0812,
  documentNumbers: 7_2026_0813,
  mailOutbox: 7_2026_0821,
  commissionReminders: 7_2026_0822,
  noticeMails: 7_2026_0823,
  postingNotices: 7_2026_0824,
  boot: 7_2026_0831,
} as const;

export type AdvisoryLock = keyof typeof ADVISORY_LOCKS;

/**
 * Lets one transaction at a time, of all instances, go on; released by its end. SQLite has a single
 * writer anyway.
 */
export const takeAdvisoryLock = async (
  strapi: Core.Strapi,
  trx: Transaction,
  lock: AdvisoryLock
): Promise<void> => {
  if (!isPostgres(strapi)) return;
  await trx.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCKS[lock]]);
};
