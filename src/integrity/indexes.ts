import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isPostgres } from '../common/database/dialect';
import { storedIndexes, type StoredIndex } from './stored-indexes';

type Schema = Core.Strapi['db']['schema']['schema'];
type Table = Schema['tables'][number];
type Index = Table['indexes'][number];

interface Declared extends Index {
  table: string;
}

/** Most groups of equal rows that are named. */
const MOST_NAMED = 5;

const declaredIn = ({ tables }: Schema): Declared[] =>
  tables.flatMap(({ name, indexes }) =>
    indexes.filter(({ type }) => type !== 'primary').map((index) => ({ ...index, table: name }))
  );

const isAsDeclared = (stored: StoredIndex, { table, type, columns }: Declared): boolean =>
  stored.table === table &&
  stored.isWhole &&
  stored.isUnique === (type === 'unique') &&
  stored.columns.join() === columns.join();

const drop = async (strapi: Core.Strapi, { table, name }: StoredIndex): Promise<void> => {
  if (isPostgres(strapi)) {
    // A unique index may be a constraint's, and then goes with it alone.
    await strapi.db.connection.raw('alter table ?? drop constraint if exists ??', [table, name]);
  }
  await strapi.db.connection.raw('drop index if exists ??', [name]);
};

/** Numbers of rows that a unique index would not allow beside each other. */
const equalRows = async (
  strapi: Core.Strapi,
  { table, columns }: Declared
): Promise<number[][]> => {
  const { connection } = strapi.db;
  const groups = connection(table).select(columns).groupBy(columns).havingRaw('count(*) > 1');
  for (const column of columns) void groups.whereNotNull(column);
  const found = (await groups.limit(MOST_NAMED)) as Array<Record<string, string | number>>;
  return Promise.all(
    found.map(
      async (values) =>
        (await connection(table).where(values).orderBy('id').pluck('id')) as number[]
    )
  );
};

/** Without the index the application would go on and count twice what may be there once. */
const requireNoEqualRows = async (strapi: Core.Strapi, index: Declared): Promise<void> => {
  if (index.type !== 'unique') return;
  const groups = await equalRows(strapi, index);
  if (groups.length === 0) return;
  const rows = groups.map((ids) => ids.join(' = ')).join('; ');
  const what = `${index.table} (${index.columns.join(', ')})`;
  throw new errors.ApplicationError(
    `唯一索引 ${index.name} 缺失且无法重建：${what} 有相同的行 id ${rows}。请先备份，再处理这些行。 The unique index ${index.name} is missing and cannot be made: rows of ${what} are equal, by id ${rows}. Back up, deal with these rows, and start again.`
  );
};

const make = async (strapi: Core.Strapi, index: Declared): Promise<void> => {
  await requireNoEqualRows(strapi, index);
  const columns = index.columns.map(() => '??').join(', ');
  const unique = index.type === 'unique' ? 'unique ' : '';
  await strapi.db.connection.raw(`create ${unique}index if not exists ?? on ?? (${columns})`, [
    index.name,
    index.table,
    ...index.columns,
  ]);
};

const columnsByTable = async (strapi: Core.Strapi): Promise<Map<string, Set<string>>> => {
  const { tables } = await strapi.db.dialect.schemaInspector.getSchema();
  return new Map(
    tables.map(({ name, columns }) => [name, new Set(columns.map((each) => each.name))])
  );
};

/** Unique indexes that an earlier schema declared, on tables that are still declared: they refuse what is allowed now. */
const outdated = async (
  strapi: Core.Strapi,
  stored: ReadonlyMap<string, StoredIndex>
): Promise<StoredIndex[]> => {
  const { schemaStorage, schema } = strapi.db.schema;
  const earlier = (await schemaStorage.read()) as { schema: Schema } | null;
  if (!earlier) return [];
  const names = new Set(declaredIn(schema).map(({ name }) => name));
  const tables = new Set(schema.tables.map(({ name }) => name));
  return declaredIn(earlier.schema)
    .filter(({ name, table }) => tables.has(table) && !names.has(name))
    .flatMap(({ name }) => stored.get(name) ?? [])
    .filter(({ isUnique }) => isUnique);
};

/**
 * Brings the database's indexes in line with the schemas, by what the database has and not by what
 * Strapi remembers: Strapi compares neither the order of columns nor the column `id`, never drops an
 * index here, and looks only when a schema has changed. Each that was not as declared is named in the log.
 *
 * @throws ApplicationError when rows are equal that a missing unique index forbids
 */
export const repairIndexes = async (strapi: Core.Strapi): Promise<void> => {
  const columns = await columnsByTable(strapi);
  if (columns.size === 0) return;
  const stored = await storedIndexes(strapi);
  for (const index of await outdated(strapi, stored)) {
    await drop(strapi, index);
    strapi.log.warn(`Index ${index.name} on ${index.table} is no longer declared; dropped.`);
  }
  for (const index of declaredIn(strapi.db.schema.schema)) {
    const there = columns.get(index.table);
    if (!index.columns.every((column) => there?.has(column))) continue;
    const found = stored.get(index.name);
    if (found && isAsDeclared(found, index)) continue;
    if (found) await drop(strapi, found);
    await make(strapi, index);
    const state = found ? 'was not as declared' : 'was missing';
    strapi.log.warn(
      `Index ${index.name} on ${index.table} (${index.columns.join(', ')}) ${state}; made anew.`
    );
  }
};
