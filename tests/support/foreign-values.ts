import type { Knex } from 'knex';
import type { TestDatabase } from './database';
import { refusalOf } from './ledger';

/** What somebody may write into a column past the application. */
export type ForeignValue = string | number | null | Buffer;

export type StoredRow = Record<string, unknown>;

/** Bytes, which no column of the application's holds. */
export const BYTES = Buffer.from('§七');

const said = (value: ForeignValue): string =>
  Buffer.isBuffer(value) ? 'bytes' : JSON.stringify(value);

/** Each column with each of its values, and how the value is told in a test's name. */
export const casesOf = (columns: Record<string, ForeignValue[]>) =>
  Object.entries(columns).flatMap(([column, values]) =>
    values.map((value) => ({ column, value, said: said(value) }))
  );

/** As the row had it: JSON is read as a value, and written as a text. */
const asWritten = (value: unknown): unknown => {
  const isJson =
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date) &&
    !Buffer.isBuffer(value);
  return isJson ? JSON.stringify(value) : value;
};

interface Place {
  database: TestDatabase;
  raw: Knex;
  table: string;
  where: Record<string, unknown>;
}

/**
 * Runs while a row has other values, and puts those back that it had.
 *
 * @returns why the database took no such values, in which case nothing ran; else `null`
 */
export const whileRowHas = async (
  { database, raw, table, where }: Place,
  values: StoredRow,
  run: () => Promise<void>
): Promise<string | null> => {
  const bytes = Object.values(values).some((value) => Buffer.isBuffer(value));
  // In PostgreSQL's columns of text they are but another text.
  if (database.kind === 'postgres' && bytes) return null;
  const row = (await raw<StoredRow>(table).where(where).first()) ?? {};
  const refusal = await refusalOf(raw(table).where(where).update(values));
  if (refusal !== null) return refusal;
  try {
    await run();
  } finally {
    const before = Object.keys(values).map((name) => [name, asWritten(row[name])] as const);
    await raw(table).where(where).update(Object.fromEntries(before));
  }
  return null;
};
