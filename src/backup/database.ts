import { access } from 'node:fs/promises';
import path from 'node:path';
import { Database } from '@strapi/database';
import { env } from '@strapi/utils';
import type { Knex } from 'knex';
import { ROOT } from '../cli/boot';
import { CommandError } from '../cli/command-error';
import configure from '../../config/database';

type Configuration = ConstructorParameters<typeof Database>[0];

/** The database that the environment names, without the application. */
const configuration = (): Configuration => {
  const { connection } = configure({ env }) as unknown as Configuration;
  const migrations = { dir: path.join(ROOT, 'database', 'migrations') };
  return { connection, settings: { forceMigration: false, runMigrations: false, migrations } };
};

/** The SQLite file that the environment names, or `null` where it names PostgreSQL. */
export const sqliteFile = (): string | null => {
  const { client, connection } = configuration().connection;
  if (client !== 'sqlite') return null;
  return (connection as { filename: string }).filename;
};

export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false
  );

/** Opens a database by itself: no schema is synchronised, nothing of the application runs. */
const withDatabase = async <T>(
  given: Configuration,
  work: (database: Database) => Promise<T>
): Promise<T> => {
  const database = new Database(given);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
};

/** Opens an SQLite file. */
export const withSqlite = <T>(
  filename: string,
  work: (database: Database) => Promise<T>
): Promise<T> =>
  withDatabase(
    {
      ...configuration(),
      connection: { client: 'sqlite', connection: { filename }, useNullAsDefault: true },
    },
    work
  );

/** Opens the PostgreSQL that the environment names. */
export const withPostgres = async <T>(work: (database: Database) => Promise<T>): Promise<T> =>
  withDatabase(configuration(), async (database) => {
    try {
      await database.connection.raw('select 1');
    } catch (cause) {
      throw new CommandError(
        `连接不到 PostgreSQL。 PostgreSQL cannot be reached: ${(cause as Error).message}`,
        { cause }
      );
    }
    return work(database);
  });

interface SqliteConnection {
  backup(
    file: string,
    options: { progress(state: { remainingPages: number }): number }
  ): Promise<unknown>;
}

interface SqliteClient {
  acquireConnection(): Promise<SqliteConnection>;
  releaseConnection(connection: SqliteConnection): Promise<void>;
}

/** Copies an SQLite file that may be written meanwhile, by SQLite's own backup: in one step, for each write begins it anew. */
const copySqlite = async (file: string, copy: string): Promise<void> => {
  if (!(await exists(file))) {
    throw new CommandError(`没有数据库 ${file}。 There is no database ${file}.`);
  }
  await withSqlite(file, async (database) => {
    const client = database.connection.client as SqliteClient;
    const connection = await client.acquireConnection();
    try {
      await connection.backup(copy, {
        progress: ({ remainingPages }) => Math.max(remainingPages, 1),
      });
    } finally {
      await client.releaseConnection(connection);
    }
  });
};

type Read<T> = (database: Database, snapshot: Knex) => Promise<T>;

/** Lets `read` see one moment of the database that the environment names, while it is served. */
export const withSnapshot = async <T>(workplace: string, read: Read<T>): Promise<T> => {
  const file = sqliteFile();
  if (file !== null) {
    const copy = path.join(workplace, 'snapshot.db');
    await copySqlite(file, copy);
    return withSqlite(copy, (database) => read(database, database.connection));
  }
  return withPostgres((database) =>
    database.connection.transaction((trx) => read(database, trx), {
      isolationLevel: 'repeatable read',
      readOnly: true,
    })
  );
};
