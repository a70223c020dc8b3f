import path from 'path';
import type { Core } from '@strapi/strapi';
import { preparePostgres, prepareSqlite } from '../src/common/database/connections';

type Kind = 'postgres' | 'sqlite';
type Connection = Core.Config.Database<Kind>['connection'];

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<Kind> => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  const connections: Record<string, (() => Connection) | undefined> = {
    postgres: () => ({
      client: 'postgres',
      connection: {
        // DATABASE_URL, where given, wins over the single values.
        connectionString: env('DATABASE_URL'),
        host: env('DATABASE_HOST', '127.0.0.1'),
        port: env.int('DATABASE_PORT', 5432),
        database: env('DATABASE_NAME', 'bureau'),
        user: env('DATABASE_USERNAME', 'bureau'),
        password: env('DATABASE_PASSWORD', ''),
        ssl: env.bool('DATABASE_SSL', false),
        schema: env('DATABASE_SCHEMA', 'public'),
      },
      pool: {
        min: env.int('DATABASE_POOL_MIN', 2),
        max: env.int('DATABASE_POOL_MAX', 10),
        afterCreate: preparePostgres,
      },
    }),
    sqlite: () => ({
      client: 'sqlite',
      connection: {
        filename: path.resolve(
          __dirname,
          '..',
          '..',
          env('DATABASE_FILENAME', path.join('.tmp', 'data.db'))
        ),
      },
      useNullAsDefault: true,
      pool: { afterCreate: prepareSqlite },
    }),
  };
  const connection = connections[client];
  if (!connection) {
    throw new Error(`DATABASE_CLIENT is "${client}"; it takes "sqlite" or "postgres".`);
  }

  return {
    connection: {
      ...connection(),
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60000),
    },
    // A table or column that the code no longer names stays until a migration removes it:
    // the ledger outlives a boot without its plugin.
    settings: { forceMigration: false, useTypescriptMigrations: true },
  };
};

export default config;
