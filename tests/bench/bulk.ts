import type { Core } from '@strapi/strapi';

export type Row = Record<string, string | number | null>;

/** A moment as the database keeps it: SQLite milliseconds, PostgreSQL a timestamp. */
export const momentFor = (strapi: Core.Strapi, day: string): string | number => {
  const moment = new Date(`${day}T04:00:00Z`);
  return strapi.db.dialect.client === 'postgres' ? moment.toISOString() : moment.getTime();
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
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(`insert into ${table} (${names}) ${source}`, [JSON.stringify(rows)]);
  });
};
