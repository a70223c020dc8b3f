import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Knex } from 'knex';
import { ROOT } from '../cli/boot';
import { withSnapshot } from './database';
import { copyDurably, filesBelow, inNewDirectory, inWords } from './files';
import { writeManifest, type BackupFile, type BackupTable, type NewManifest } from './manifest';
import { pagesOf, writeTable } from './rows';
import { readSchema, type Table } from './schema';

/** Where the application keeps uploaded files. */
export const UPLOADS = path.join(ROOT, 'public', 'uploads');

const UPLOADS_ADDRESS = '/uploads/';

export interface BackupOptions {
  /** A folder that is not there yet, or is empty. */
  to: string;
  /** Where uploaded files lie; the application's own folder unless told. */
  uploads?: string;
}

/** What was written. */
export interface BackupSummary {
  tables: number;
  rows: number;
  uploads: number;
  missingUploads: string[];
}

interface PackageFile {
  version: string;
  dependencies: Record<string, string>;
}

const versions = async (): Promise<Pick<NewManifest, 'application' | 'strapi'>> => {
  const text = await readFile(path.join(ROOT, 'package.json'), 'utf8');
  const { version, dependencies } = JSON.parse(text) as PackageFile;
  return { application: version, strapi: dependencies['@strapi/strapi'] ?? '' };
};

interface FormatOfPicture {
  url?: string;
}

/** Addresses of the uploaded files that rows name. */
const namedUploads = async (snapshot: Knex, schema: readonly Table[]): Promise<Set<string>> => {
  const named = new Set<string>();
  const files = schema.find(({ name }) => name === 'files');
  if (!files) return named;
  for await (const rows of pagesOf(snapshot, files)) {
    for (const { url, formats } of rows) {
      const smaller = Object.values((formats ?? {}) as Record<string, FormatOfPicture>);
      for (const address of [url, ...smaller.map((each) => each.url)]) {
        if (typeof address === 'string' && address.startsWith(UPLOADS_ADDRESS)) named.add(address);
      }
    }
  }
  return named;
};

/** Files are written before the rows that name them: copied after the snapshot, none of its files is missing. */
const copyUploads = async (uploads: string, directory: string): Promise<BackupFile[]> => {
  const copied: BackupFile[] = [];
  for (const name of await filesBelow(uploads)) {
    const to = path.join('uploads', name);
    const written = await copyDurably(path.join(uploads, name), path.join(directory, to));
    if (written) copied.push({ path: to, ...written });
  }
  return copied;
};

interface Snapshot {
  client: string;
  schema: Table[];
  tables: Record<string, BackupTable>;
  named: Set<string>;
}

const copyTables = (directory: string): Promise<Snapshot> =>
  withSnapshot(directory, async (database, snapshot) => {
    const schema = await readSchema(database);
    const tables: Record<string, BackupTable> = {};
    for (const table of schema) tables[table.name] = await writeTable(snapshot, table, directory);
    const named = await namedUploads(snapshot, schema);
    return { client: database.dialect.client, schema, tables, named };
  });

const write = async (directory: string, uploadsFolder: string): Promise<BackupSummary> => {
  const createdAt = new Date().toISOString();
  const { client, schema, tables, named } = await copyTables(directory);
  await rm(path.join(directory, 'snapshot.db'), { force: true });
  const uploads = await copyUploads(uploadsFolder, directory);
  const there = new Set(uploads.map((each) => `/${each.path.split(path.sep).join('/')}`));
  const missingUploads = [...named].filter((address) => !there.has(address)).sort();
  await writeManifest(directory, {
    createdAt,
    ...(await versions()),
    client,
    schema,
    tables,
    uploads,
    missingUploads,
  });
  return {
    tables: schema.length,
    rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0),
    uploads: uploads.length,
    missingUploads,
  };
};

/**
 * Writes the database that the environment names, as it is at one moment, and the uploaded files to
 * a new folder. The application may serve meanwhile. The folder takes its name once it is whole.
 *
 * @throws CommandError when the folder is not empty, the database lacks a table, or the disk is full
 */
export const backup = async ({ to, uploads = UPLOADS }: BackupOptions): Promise<BackupSummary> => {
  try {
    return await inNewDirectory(path.resolve(to), (directory) => write(directory, uploads));
  } catch (error) {
    throw inWords(error);
  }
};
