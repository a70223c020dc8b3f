import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type * as KnexPackage from 'knex';
import type { Knex } from 'knex';
import type * as PgPackage from 'pg';
import { outside } from './outside';

export type DatabaseKind = 'sqlite' | 'postgres';

/** A database of a suite's own. */
export interface TestDatabase {
  kind: DatabaseKind;
  /** What the application's configuration reads, for this process or for a child. */
  environment: Record<string, string>;
  /** Removes it with all that it holds. */
  drop(): Promise<void>;
}

/** The database that this run is about: POINTS_TEST_DATABASE, `sqlite` unless told. */
export const databaseKind = (): DatabaseKind => {
  const kind = process.env.POINTS_TEST_DATABASE ?? 'sqlite';
  if (kind === 'sqlite' || kind === 'postgres') return kind;
  throw new Error(`POINTS_TEST_DATABASE is "${kind}"; it takes "sqlite" or "postgres".`);
};

const onServer = async (statement: string): Promise<void> => {
  const url = process.env.POINTS_TEST_POSTGRES_URL;
  if (!url) throw new Error('POINTS_TEST_POSTGRES_URL names no PostgreSQL.');
  const { Client } = outside().require('pg') as typeof PgPackage;
  const client = new Client({ connectionString: url });
  client.on('error', (error) => process.stderr.write(`PostgreSQL: ${error.message}\n`));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Tells further processes whether the application has booted on the database already. */
const bootedBy = (template: string | undefined): Record<string, string> => ({
  POINTS_TEST_BOOTED: template ? 'true' : '',
});

const createPostgres = async (template: string | undefined): Promise<TestDatabase> => {
  const name = `points_${randomBytes(6).toString('hex')}`;
  await onServer(
    `create database "${name}"${template ? ` template "${template}" strategy file_copy` : ''}`
  );
  const url = new URL(process.env.POINTS_TEST_POSTGRES_URL ?? '');
  url.pathname = `/${name}`;
  return {
    kind: 'postgres',
    environment: {
      DATABASE_CLIENT: 'postgres',
      DATABASE_URL: url.href,
      ...bootedBy(template),
    },
    drop: () => onServer(`drop database if exists "${name}" with (force)`),
  };
};

const createSqlite = async (template: string | undefined): Promise<TestDatabase> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-sqlite-'));
  const file = path.join(directory, 'data.db');
  if (template) await copyFile(template, file);
  return {
    kind: 'sqlite',
    environment: {
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: file,
      ...bootedBy(template),
    },
    drop: () => rm(directory, { recursive: true, force: true }),
  };
};

const create = (kind: DatabaseKind, template?: string): Promise<TestDatabase> =>
  kind === 'postgres' ? createPostgres(template) : createSqlite(template);

/** Whether the application of this run has booted on the database, and so left everything in its place. */
export const hasBooted = ({ environment }: TestDatabase): boolean =>
  environment.POINTS_TEST_BOOTED === 'true';

/** The same database, on which the next boot puts everything in place again. */
export const untrusted = (database: TestDatabase): TestDatabase => ({
  ...database,
  environment: { ...database.environment, ...bootedBy(undefined) },
});

/** Makes a database without any table. */
export const createEmptyDatabase = (): Promise<TestDatabase> => create(databaseKind());

/**
 * Makes a database of a suite's own: a copy of the one that POINTS_TEST_TEMPLATE names, on which the
 * application has booted once, else an empty one. Either is the same to a suite, but for the time.
 */
export const createDatabase = (): Promise<TestDatabase> =>
  create(databaseKind(), process.env.POINTS_TEST_TEMPLATE);

/** What POINTS_TEST_TEMPLATE names. */
export const templateNameOf = ({ kind, environment }: TestDatabase): string =>
  kind === 'postgres'
    ? new URL(environment.DATABASE_URL ?? '').pathname.slice(1)
    : (environment.DATABASE_FILENAME ?? '');

/** A connection of the suite's own to a database, past the application; the suite destroys it. */
export const connect = ({ kind, environment }: TestDatabase): Knex => {
  const { knex } = outside().require('knex') as typeof KnexPackage;
  return kind === 'postgres'
    ? knex({ client: 'pg', connection: environment.DATABASE_URL, pool: { min: 0, max: 2 } })
    : knex({
        client: 'better-sqlite3',
        connection: { filename: environment.DATABASE_FILENAME ?? '' },
        useNullAsDefault: true,
      });
};

/** Opens what the database refuses to change, as whoever owns it can. */
export const openTable = async (
  raw: Knex,
  { kind }: TestDatabase,
  table: string
): Promise<void> => {
  if (kind === 'postgres') {
    await raw.raw('alter table ?? disable trigger user', [table]);
    return;
  }
  const names = await raw('sqlite_master')
    .where({ type: 'trigger', tbl_name: table })
    .pluck<string[]>('name');
  for (const name of names) await raw.raw('drop trigger ??', [name]);
};
