import type { Core } from '@strapi/strapi';
import { createId } from '@paralleldrive/cuid2';
import type { Knex } from 'knex';

/** The database inside a transaction; every repository takes it, so that nothing slips out of the cause's transaction. */
export type Transaction = Knex.Transaction;

/** Runs `work` in the transaction that is under way, or in one of its own. */
export const inTransaction = async <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>
): Promise<T> => strapi.db.transaction(async ({ trx }: { trx: Transaction }) => work(trx));

/** The table of a content type. */
export const tableOf = (strapi: Core.Strapi, uid: string): string =>
  strapi.db.metadata.get(uid).tableName;

export interface LinkTable {
  table: string;
  /** Column of the side that declares the relation, and of its target. */
  source: string;
  target: string;
}

/** The join table of a relation. */
export const linkTableOf = (strapi: Core.Strapi, uid: string, attribute: string): LinkTable => {
  const relation = strapi.db.metadata.get(uid).attributes[attribute];
  const joinTable = relation && 'joinTable' in relation ? relation.joinTable : undefined;
  if (!joinTable || !('inverseJoinColumn' in joinTable)) {
    throw new Error(`${uid}.${attribute} has no join table`);
  }
  return {
    table: joinTable.name,
    source: joinTable.joinColumn.name,
    target: joinTable.inverseJoinColumn.name,
  };
};

/** What Strapi itself writes into a new row; rows inserted past the document service need it too. */
export const rowDefaults = (now: Date): Record<string, unknown> => ({
  document_id: createId(),
  created_at: now,
  updated_at: now,
  published_at: now,
});

/** A database's datetime, which SQLite gives as milliseconds and PostgreSQL as a Date, as a Date. */
export const toDate = (value: unknown): Date => {
  if (value instanceof Date) return value;
  if (typeof value === 'number' || typeof value === 'string') return new Date(value);
  throw new TypeError(`Not a datetime: ${String(value)}`);
};
