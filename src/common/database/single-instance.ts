import type { Core } from '@strapi/strapi';
import { ADVISORY_LOCKS, type AdvisoryLock } from './advisory-locks';
import { isPostgres } from './dialect';

interface PostgresConnection {
  query(text: string): Promise<{ rows: Array<{ taken: boolean }> }>;
}

interface PostgresClient {
  acquireRawConnection(): Promise<PostgresConnection>;
  destroyRawConnection(connection: PostgresConnection): Promise<void>;
}

/**
 * Runs work of many transactions in one instance of all; where another one is at it, nothing is run.
 * The lock is held by a connection of its own and ends with it, however the process ends. SQLite's file
 * is for one process.
 *
 * @returns whether it was run
 */
export const asSingleInstance = async (
  strapi: Core.Strapi,
  lock: AdvisoryLock,
  work: () => Promise<void>
): Promise<boolean> => {
  if (!isPostgres(strapi)) {
    await work();
    return true;
  }
  const client = strapi.db.connection.client as PostgresClient;
  const connection = await client.acquireRawConnection();
  try {
    const { rows } = await connection.query(
      `select pg_try_advisory_lock(${ADVISORY_LOCKS[lock]}) as taken`
    );
    if (!rows[0]?.taken) return false;
    await work();
    return true;
  } finally {
    await client.destroyRawConnection(connection);
  }
};
