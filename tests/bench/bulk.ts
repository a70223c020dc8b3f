import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Values by column; an object stands for a column of JSON. */
export type Row = Record<string, string | number | null | object>;

/** The moment of a day at which all of it happened. */
export const momentOf = (day: string): Date => new Date(`${day}T04:00:00Z`);

/** That moment as the database keeps it: SQLite milliseconds, PostgreSQL a timestamp. */
export const momentFor = (strapi: Core.Strapi, day: string): string | number => {
  const moment = momentOf(day);
  return strapi.db.dialect.client === 'postgres' ? moment.toISOString() : moment.getTime();
};

/** What SQLite does without while much is loaded, and what it does otherwise. */
const LOADING = ['synchronous = off', 'journal_mode = memory'];
const MEASURING = ['synchronous = full', 'journal_mode = delete'];
const LOADING_CACHE = -1_000_000;

interface Cache {
  cache_size: number;
}

/** Loads much at once; SQLite does without its precautions for as long, and with more memory. */
export const loading = async (strapi: Core.Strapi, load: () => Promise<void>): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return load();
  const set = async (pragmas: readonly string[]): Promise<void> => {
    for (const pragma of pragmas) await strapi.db.connection.raw(`pragma ${pragma}`);
  };
  const [cache]: Cache[] = await strapi.db.connection.raw('pragma cache_size');
  if (!cache) throw new Error('SQLite does not tell the size of its cache.');
  await set([...LOADING, `cache_size = ${LOADING_CACHE}`]);
  await load();
  await set([...MEASURING, `cache_size = ${cache.cache_size}`]);
};

/** Puts rows of equal columns into a table with one statement, past every service. */
export const insertRows = async (
  strapi: Core.Strapi,
  table: string,
  rows: readonly Row[]
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const source =
    strapi.db.dialect.client === 'postgres'
      ? `select ${names} from json_populate_recordset(null::${table}, ?)`
      : `select ${columns.map((column) => `value ->> '${column}'`).join(', ')} from json_each(?)`;
  await strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    await trx.raw(`insert into ${table} (${names}) ${source}`, [JSON.stringify(rows)]);
  });
};
