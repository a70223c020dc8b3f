import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** The database inside a transaction; every repository takes it, so that nothing slips out of the cause's transaction. */
export type Transaction = Knex.Transaction;

/** Runs `work` in the transaction that is under way, or in one of its own. */
export const inTransaction = async <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>
): Promise<T> => strapi.db.transaction(async ({ trx }: { trx: Transaction }) => work(trx));

/** Reads without a transaction, for what must not wait for whoever writes: serving a picture. */
export const outsideTransaction = <T>(
  strapi: Core.Strapi,
  read: (connection: Transaction) => Promise<T>
): Promise<T> => read(strapi.db.connection as unknown as Transaction);

interface Hooks {
  onCommit: (run: () => void) => void;
}

/** Runs `work` once what is being written can be read: after the commit of the transaction under way, else at once. */
export const afterCommit = async (strapi: Core.Strapi, work: () => void): Promise<void> => {
  if (!strapi.db.inTransaction()) {
    work();
    return;
  }
  await strapi.db.transaction(({ onCommit }: Hooks) => {
    onCommit(work);
  });
};
