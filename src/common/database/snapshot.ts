import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import { prepareSqlite } from './connections';
import { isPostgres } from './dialect';
import type { Transaction } from './transaction';

type Read<T> = (trx: Transaction) => Promise<T>;

interface SqliteClient {
  acquireRawConnection(): Promise<unknown>;
  destroyRawConnection(connection: unknown): Promise<void>;
}

const onPostgres = <T>(strapi: Core.Strapi, read: Read<T>): Promise<T> =>
  strapi.db.connection.transaction(read, { isolationLevel: 'repeatable read', readOnly: true });

const prepare = promisify(prepareSqlite);

/** On a connection of its own: the pool has one, and whoever writes would wait for it. */
const onSqlite = async <T>(strapi: Core.Strapi, read: Read<T>): Promise<T> => {
  const client = strapi.db.connection.client as SqliteClient;
  const connection = await client.acquireRawConnection();
  try {
    await prepare(connection);
    return await strapi.db.connection.transaction(read, { connection, readOnly: true });
  } finally {
    await client.destroyRawConnection(connection);
  }
};

/**
 * Lets `read` see one moment of the database, however long it takes, while others go on writing. Only
 * what it reads by the given transaction is of that moment, and it cannot write.
 */
export const inSnapshot = <T>(strapi: Core.Strapi, read: Read<T>): Promise<T> =>
  isPostgres(strapi) ? onPostgres(strapi, read) : onSqlite(strapi, read);
