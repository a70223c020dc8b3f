import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '@strapi/database';
import type { Knex } from 'knex';
import { CommandError } from '../cli/command-error';
import { UPLOADS } from './backup';
import { exists, sqliteFile, withPostgres, withSqlite } from './database';
import { copyDurably, inWords, isEmptyDirectory, moveInto } from './files';
import { readManifest, verifyFiles, type BackupTable, type Manifest } from './manifest';
import { contentOf, continueCounting, fillTable } from './rows';
import { tableNames, type Table } from './schema';

export interface RestoreOptions {
  /** The folder of a backup. */
  from: string;
  /** Where uploaded files shall lie; the application's own folder unless told. */
  uploads?: string;
}

/** What was restored. */
export interface RestoreSummary {
  tables: number;
  rows: number;
  uploads: number;
}

const notEmpty = (what: string): CommandError =>
  new CommandError(
    `${what} 不是空的，只能恢复到空的数据库和空的上传目录，什么都没有改动。 ${what} is not empty. A backup is restored into an empty database and an empty folder of uploads only; nothing was changed.`
  );

const requireEmptyDatabase = async (database: Database, name: string): Promise<void> => {
  if ((await tableNames(database)).length > 0) throw notEmpty(name);
};

const tableOf = ({ tables }: Manifest, { name }: Table): BackupTable => {
  const table = tables[name];
  if (table) return table;
  throw new CommandError(`备份缺少 ${name} 的数据。 The backup holds no rows of ${name}.`);
};

const makeTables = (database: Database, trx: Knex.Transaction, schema: Table[]): Promise<void> =>
  database.schema.builder.createTables(
    // PostgreSQL checks foreign keys row by row: they are made when all rows are there.
    database.dialect.canAlterConstraints()
      ? schema.map((table) => ({ ...table, foreignKeys: [] }))
      : schema,
    trx
  );

const makeForeignKeys = async (
  database: Database,
  trx: Knex.Transaction,
  schema: readonly Table[]
): Promise<void> => {
  if (!database.dialect.canAlterConstraints()) return;
  for (const table of schema) {
    if (table.foreignKeys.length === 0) continue;
    await database.getSchemaConnection(trx).alterTable(table.name, (builder) => {
      for (const {
        columns,
        name,
        referencedColumns,
        referencedTable,
        ...on
      } of table.foreignKeys) {
        const key = builder
          .foreign(columns, name)
          .references(referencedColumns)
          .inTable(referencedTable);
        if (on.onDelete) void key.onDelete(on.onDelete);
        if (on.onUpdate) void key.onUpdate(on.onUpdate);
      }
    });
  }
};

const requireSame = async (trx: Knex, table: Table, expected: BackupTable): Promise<void> => {
  const { rows, content } = await contentOf(trx, table);
  if (rows === expected.rows && content === expected.content) return;
  throw new CommandError(
    `${table.name} 恢复后与备份不一致（${rows} 行，应为 ${expected.rows} 行），什么都没有留下。 ${table.name} is not what the backup says after restoring (${rows} rows of ${expected.rows}); nothing was left behind.`
  );
};

/** No trigger is there yet: they are made at the next boot, when every row is in its place. */
const fill = async (
  trx: Knex.Transaction,
  directory: string,
  manifest: Manifest
): Promise<void> => {
  for (const table of manifest.schema) {
    const { file, lastId } = tableOf(manifest, table);
    try {
      await fillTable(trx, table, path.join(directory, file.path));
    } catch (cause) {
      if (inWords(cause) !== cause) throw cause;
      throw new CommandError(
        `${table.name} 无法写入，什么都没有留下。 ${table.name} could not be written; nothing was left behind. (${(cause as Error).message.slice(-200)})`,
        { cause }
      );
    }
    if (lastId !== null) await continueCounting(trx, table, lastId);
  }
};

/** Makes the tables in one transaction, and compares what they hold with the backup before it ends. */
const load = (
  database: Database,
  directory: string,
  manifest: Manifest,
  beforeCommit: () => Promise<void>
): Promise<void> =>
  database.connection.transaction(async (trx) => {
    await makeTables(database, trx, manifest.schema);
    await fill(trx, directory, manifest);
    await makeForeignKeys(database, trx, manifest.schema);
    for (const table of manifest.schema) await requireSame(trx, table, tableOf(manifest, table));
    await beforeCommit();
  });

const requireForeignKeys = async (database: Database): Promise<void> => {
  const [broken] = (await database.connection.raw('pragma foreign_key_check')) as unknown as Array<{
    table: string;
    rowid: number;
  }>;
  if (!broken) return;
  throw new CommandError(
    `${broken.table} 第 ${broken.rowid} 行指向不存在的记录，什么都没有留下。 Row ${broken.rowid} of ${broken.table} names a row that is not there; nothing was left behind.`
  );
};

const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Fills a file beside the real one, which takes its name once it is whole. */
const loadSqlite = async (
  file: string,
  directory: string,
  manifest: Manifest,
  beforeRename: () => Promise<void>
): Promise<void> => {
  const partial = `${file}.restoring-${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await withSqlite(partial, async (database) => {
      await database.connection.raw('pragma foreign_keys = off');
      await database.connection.raw('pragma synchronous = off');
      await load(database, directory, manifest, () => Promise.resolve());
      await requireForeignKeys(database);
    });
    await flush(partial);
    await beforeRename();
    await rename(partial, file);
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) {
      await rm(partial + ending, { force: true });
    }
  }
};

const requireEmptySqlite = async (file: string): Promise<void> => {
  for (const ending of ['-journal', '-wal', '-shm']) {
    if (await exists(file + ending)) throw notEmpty(file + ending);
  }
  if (!(await exists(file))) return;
  await withSqlite(file, (database) => requireEmptyDatabase(database, file));
};

const requireEmpty = async (file: string | null, uploads: string): Promise<void> => {
  if (!(await isEmptyDirectory(uploads))) throw notEmpty(uploads);
  if (file !== null) return requireEmptySqlite(file);
  return withPostgres((database) =>
    requireEmptyDatabase(database, database.getInfo().displayName || 'PostgreSQL')
  );
};

const copyUploads = async (from: string, { uploads }: Manifest, to: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  for (const { path: name, sha256 } of uploads) {
    const target = path.join(to, path.relative('uploads', name));
    const written = await copyDurably(path.join(from, name), target);
    if (written?.sha256 === sha256) continue;
    throw new CommandError(
      `${name} 复制后与备份不一致。 ${name} is not what it was after copying.`
    );
  }
};

const restoreInto = async (
  from: string,
  uploads: string,
  manifest: Manifest
): Promise<RestoreSummary> => {
  const file = sqliteFile();
  await requireEmpty(file, uploads);
  const arriving = `${uploads}.restoring-${process.pid}`;
  let takeBack = (): Promise<void> => Promise.resolve();
  const moveUploads = async (): Promise<void> => {
    takeBack = await moveInto(arriving, uploads);
  };
  try {
    await copyUploads(from, manifest, arriving);
    if (file === null) {
      await withPostgres((database) => load(database, from, manifest, moveUploads));
    } else {
      await loadSqlite(file, from, manifest, moveUploads);
    }
  } catch (error) {
    await takeBack();
    throw error;
  } finally {
    await rm(arriving, { recursive: true, force: true });
  }
  return {
    tables: manifest.schema.length,
    rows: Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0),
    uploads: manifest.uploads.length,
  };
};

/**
 * Puts a backup into the empty database that the environment names, SQLite or PostgreSQL whichever it
 * came from, and its files into the empty folder of uploads. Rows keep their numbers. Everything is
 * checked against the backup's hashes before and after; where it fails nothing is left behind.
 *
 * @throws CommandError when the backup is damaged, the target is not empty, or the disk is full
 */
export const restore = async ({
  from,
  uploads = UPLOADS,
}: RestoreOptions): Promise<RestoreSummary> => {
  const directory = path.resolve(from);
  try {
    const manifest = await readManifest(directory);
    await verifyFiles(directory, manifest);
    return await restoreInto(directory, path.resolve(uploads), manifest);
  } catch (error) {
    throw inWords(error);
  }
};
