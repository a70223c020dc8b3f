import type { Core } from '@strapi/strapi';

/** An index as the database has it. */
export interface StoredIndex {
  name: string;
  table: string;
  isUnique: boolean;
  /** Over all rows, and fit for use. */
  isWhole: boolean;
  /** In their order, which decides what it serves. */
  columns: string[];
}

interface IndexColumn {
  name: string;
  table: string;
  is_unique: number | boolean;
  is_whole: number | boolean;
  column: string | null;
}

const SQLITE = `
  select l.name as "name", t.name as "table", l."unique" as is_unique,
         l.partial = 0 as is_whole, c.name as "column"
    from sqlite_master as t, pragma_index_list(t.name) as l, pragma_index_info(l.name) as c
   where t.type = 'table'
   order by l.name, c.seqno`;

/** Strapi's own look leaves out the column `id`, and the order of the others. */
const POSTGRES = `
  select i.relname as "name", t.relname as "table", x.indisunique as is_unique,
         x.indisvalid and x.indpred is null as is_whole, a.attname as "column"
    from pg_index as x
    join pg_class as i on i.oid = x.indexrelid
    join pg_class as t on t.oid = x.indrelid
    join pg_namespace as n on n.oid = t.relnamespace
    cross join unnest(x.indkey) with ordinality as k (number, place)
    left join pg_attribute as a on a.attrelid = t.oid and a.attnum = k.number
   where n.nspname = current_schema()
   order by i.relname, k.place`;

/** The database's indexes by name: names are one space for all its tables. */
export const storedIndexes = async (strapi: Core.Strapi): Promise<Map<string, StoredIndex>> => {
  const { client } = strapi.db.dialect;
  const answer: unknown = await strapi.db.connection.raw(client === 'sqlite' ? SQLITE : POSTGRES);
  const rows = (client === 'sqlite' ? answer : (answer as { rows: unknown }).rows) as IndexColumn[];
  const indexes = new Map<string, StoredIndex>();
  for (const { name, table, is_unique, is_whole, column } of rows) {
    const index = indexes.get(name) ?? {
      name,
      table,
      isUnique: Boolean(is_unique),
      isWhole: Boolean(is_whole),
      columns: [],
    };
    index.columns.push(column ?? '');
    indexes.set(name, index);
  }
  return indexes;
};
