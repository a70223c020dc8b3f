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

/** A query that is not sent yet, with what its rows mean. */
export interface Reading<Result> {
  query: Knex.QueryBuilder;
  resultOf(this: void, rows: unknown): Result;
}

/** A query whose rows are of a type, and what they mean. */
export const reading = <Row, Result>(
  query: Knex.QueryBuilder,
  resultOf: (rows: Row[]) => Result
): Reading<Result> => ({ query, resultOf: (rows) => resultOf(rows as Row[]) });

/** Sends one reading. */
export const read = async <Result>({ query, resultOf }: Reading<Result>): Promise<Result> =>
  resultOf(await query);

/**
 * Sends several readings. PostgreSQL answers them in one statement, for it is the ways to and fro
 * that publishing waits for; SQLite has none. Dates come as JSON writes them.
 */
export const readTogether = async <Results extends Record<string, unknown>>(
  strapi: Core.Strapi,
  trx: Transaction,
  readings: { [Name in keyof Results]: Reading<Results[Name]> }
): Promise<Results> => {
  const names = Object.keys(readings) as Array<keyof Results & string>;
  const results: Partial<Results> = {};
  if (strapi.db.dialect.client !== 'postgres') {
    for (const name of names) results[name] = await read(readings[name]);
    return results as Results;
  }
  const rows = (await trx
    .select(
      names.map((name) =>
        trx.raw("(select coalesce(json_agg(each), '[]') from ? as each) as ??", [
          readings[name].query,
          name,
        ])
      )
    )
    .first()) as Record<string, unknown>;
  for (const name of names) results[name] = readings[name].resultOf(rows[name]);
  return results as Results;
};

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

/**
 * What Strapi itself writes into a new row; rows inserted past the document service need it too.
 *
 * @param documentId given where a row has another name that is unique for ever
 */
export const rowDefaults = (now: Date, documentId = createId()): Record<string, unknown> => ({
  document_id: documentId,
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
