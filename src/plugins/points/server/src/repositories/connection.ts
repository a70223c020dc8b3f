import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
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
  resultOf: (rows: never[]) => Result;
}

/** A query whose rows are of a type, and what they mean. */
export const reading = <Result>(
  query: Knex.QueryBuilder,
  resultOf: (rows: never[]) => Result
): Reading<Result> => ({ query, resultOf });

/** Sends one reading. */
export const read = async <Result>({ query, resultOf }: Reading<Result>): Promise<Result> =>
  resultOf((await query) as never[]);

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
    .first()) as Record<string, never[]>;
  for (const name of names) results[name] = readings[name].resultOf(rows[name] ?? []);
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
 * A `select` of rows that are given as one JSON parameter. Its text is the same however many they
 * are: to build a statement with a parameter for each value takes longer than to run it.
 */
export const selectFromJson = (
  strapi: Core.Strapi,
  table: string,
  columns: readonly string[]
): string =>
  strapi.db.dialect.client === 'postgres'
    ? `select ${columns.join(', ')} from json_populate_recordset(null::${table}, ?)`
    : `select ${columns.map((name) => `value ->> '${name}' as ${name}`).join(', ')} from json_each(?)`;

/** As long as Strapi's own, and as hard to guess. */
const newDocumentId = (): string => randomBytes(12).toString('hex');

/** What Strapi itself writes into a new row; rows inserted past the document service need it too. */
export const rowDefaults = (now: Date): Record<string, unknown> => ({
  document_id: newDocumentId(),
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
