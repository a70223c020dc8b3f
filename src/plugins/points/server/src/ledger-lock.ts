import type { Core } from '@strapi/strapi';
import { ADVISORY_LOCKS } from '../../../../common/database/advisory-locks';
import { isPostgres } from '../../../../common/database/dialect';
import { prepareStatement, type Statement } from '../../../../common/database/prepared-statement';
import { serialize } from '../../../../common/database/serialize';
import { inTransaction, type Transaction } from '../../../../common/database/transaction';

const locks = new WeakMap<Core.Strapi, Statement>();

const lockOf = (strapi: Core.Strapi): Statement => {
  const known = locks.get(strapi);
  if (known) return known;
  const statement = prepareStatement(
    strapi,
    `select pg_advisory_xact_lock(${ADVISORY_LOCKS.ledger})`
  );
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
  if (!isPostgres(strapi) || holders.has(trx)) return;
  await lockOf(strapi)(trx, []);
  holders.add(trx);
};

/** Runs `work` in a transaction that holds the ledger's lock. */
export const withLedgerLock = async <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>
): Promise<T> =>
  inTransaction(strapi, async (trx) => {
    await lockLedger(strapi, trx);
    return work(trx);
  });

/**
 * Runs a cause and its effect on the ledger in one transaction: both happen, or neither.
 *
 * @param cause what may change a score, for example a publication
 * @param effect brings the ledger in line with it
 */
export const runLedgerTransaction = async <T>(
  strapi: Core.Strapi,
  cause: (trx: Transaction) => Promise<T>,
  effect: (trx: Transaction, result: T) => Promise<void>
): Promise<T> =>
  withLedgerLock(strapi, async (trx) => {
    const result = await cause(trx);
    await serialize(trx, () => effect(trx, result));
    return result;
  });
