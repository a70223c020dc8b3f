import type { Core } from '@strapi/strapi';
import { inTransaction, type Transaction } from './connection';
import { prepareStatement, type Statement } from './statement';

/** Any fixed number of our own: advisory locks share one space in a database. */
const LEDGER_LOCK = 7_2026_0801;

const locks = new WeakMap<Core.Strapi, Statement>();

const lockOf = (strapi: Core.Strapi): Statement => {
  const known = locks.get(strapi);
  if (known) return known;
  const statement = prepareStatement(strapi, `select pg_advisory_xact_lock(${LEDGER_LOCK})`);
  locks.set(strapi, statement);
  return statement;
};

/** Transactions that hold the lock: a cause within a cause need not take it again. */
const holders = new WeakSet<Transaction>();

/**
 * Lets one transaction at a time, of all instances, move towards the ledger. Taken before the
 * cause writes anything, so that it always comes first and nobody can wait in a circle. Released
 * by the end of the transaction. SQLite has a single writer anyway.
 */
const lockLedger = async (strapi: Core.Strapi, trx: Transaction): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres' || holders.has(trx)) return;
  await lockOf(strapi)(trx, []);
  holders.add(trx);
};

/** Runs `work` in a transaction that holds the ledger's lock. */
export const withLedger = async <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>
): Promise<T> =>
  inTransaction(strapi, async (trx) => {
    await lockLedger(strapi, trx);
    return work(trx);
  });

const queues = new WeakMap<Transaction, Promise<unknown>>();

/**
 * Runs `work` after all earlier work of the same transaction. Bulk publishing sends many entries
 * through one transaction side by side; settling must see what the one before it appended.
 */
export const oneAtATime = async <T>(trx: Transaction, work: () => Promise<T>): Promise<T> => {
  const before = queues.get(trx) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(trx, mine);
  return mine;
};

/**
 * Runs a cause and its effect on the ledger in one transaction: both happen, or neither.
 *
 * @param cause what may change a score, for example a publication
 * @param effect brings the ledger in line with it
 */
export const causeAndEffect = async <T>(
  strapi: Core.Strapi,
  cause: (trx: Transaction) => Promise<T>,
  effect: (trx: Transaction, result: T) => Promise<void>
): Promise<T> =>
  withLedger(strapi, async (trx) => {
    const result = await cause(trx);
    await oneAtATime(trx, () => effect(trx, result));
    return result;
  });
