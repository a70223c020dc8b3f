import type { Database } from '@strapi/database';
import { CommandError } from '../cli/command-error';

type Schema = Awaited<ReturnType<Database['dialect']['schemaInspector']['getSchema']>>;

/** A table as Strapi describes it, on every kind of database alike. */
export type Table = Schema['tables'][number];
export type Column = Table['columns'][number];

/** The search makes its tables anew from what is published; counts of requests are worth nothing later. */
const NOT_KEPT = /^(site_search.*|rate_limits)$/;

/** Types of the database that Strapi's inspector does not know, by what keeps their values. */
const knownType = (column: Column): Pick<Column, 'type' | 'args'> => {
  if (column.name === 'id') {
    return { type: 'increments', args: [{ primary: true, primaryKey: true }] };
  }
  if (column.type !== 'specificType') return { type: column.type, args: column.args ?? [] };
  return column.args?.[0] === 'json'
    ? { type: 'jsonb', args: [] }
    : { type: 'text', args: ['longtext'] };
};

/** A column that Strapi does not keep account of (any more), as far as the database tells. */
const untracked = (column: Column): Column => ({
  ...column,
  ...knownType(column),
  defaultTo: null,
});

const untrackedTable = ({ name, columns, indexes, foreignKeys }: Table): Table => ({
  name,
  columns: columns.map(untracked),
  indexes: indexes.filter(({ type }) => type !== 'primary'),
  foreignKeys: foreignKeys.map((each) => ({
    ...each,
    name: each.name || `${name}_${each.columns.join('_')}_fk`,
  })),
});

const missing = (what: string): CommandError =>
  new CommandError(
    `数据库缺少 ${what}，没有备份。 The database lacks ${what}; nothing was backed up.`
  );

const withUntrackedColumns = (tracked: Table, found: Table): Table => {
  const lost = tracked.columns.find(
    ({ name }) => !found.columns.some((each) => each.name === name)
  );
  if (lost) throw missing(`${tracked.name}.${lost.name}`);
  const more = found.columns.filter(
    ({ name }) => !tracked.columns.some((each) => each.name === name)
  );
  return { ...tracked, columns: [...tracked.columns, ...more.map(untracked)] };
};

interface StoredSchema {
  schema: Schema;
}

const storedTables = async (database: Database): Promise<Table[]> => {
  if (!(await database.getSchemaConnection().hasTable('strapi_database_schema'))) {
    throw missing('strapi_database_schema');
  }
  const stored = (await database.schema.schemaStorage.read()) as StoredSchema | null;
  return stored?.schema.tables ?? [];
};

/**
 * All tables whose rows are kept: those that Strapi keeps account of, in its words, and those (and
 * columns) that stayed when the code no longer named them.
 *
 * @throws CommandError when a table or column is missing that Strapi keeps account of
 */
export const readSchema = async (database: Database): Promise<Table[]> => {
  const { tables: found } = await database.dialect.schemaInspector.getSchema();
  const tracked = new Map((await storedTables(database)).map((table) => [table.name, table]));
  const lost = [...tracked.keys()].find((name) => !found.some((table) => table.name === name));
  if (lost !== undefined) throw missing(lost);
  return found
    .filter(({ name }) => !NOT_KEPT.test(name))
    .map((table) => {
      const known = tracked.get(table.name);
      return known ? withUntrackedColumns(known, table) : untrackedTable(table);
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
};

/** Tables that the database holds. */
export const tableNames = async (database: Database): Promise<string[]> =>
  (await database.dialect.schemaInspector.getSchema()).tables.map(({ name }) => name);
