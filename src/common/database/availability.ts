import type { Core } from '@strapi/strapi';
import { isPostgres } from './dialect';
import { isDisconnected } from './faults';
import { noteFault } from './request-faults';

interface Client {
  acquireConnection(): Promise<unknown>;
  on(event: 'query-error', listener: (error: unknown) => void): void;
}

interface Connection {
  __knex__disposed?: unknown;
}

interface Dialect {
  initialize(connection: Connection): Promise<void>;
}

/**
 * Strapi prepares each new connection and waits for the good end only: one that is cut meanwhile
 * would end the process by a rejection that nobody awaits. It is marked as one to throw away, which
 * is how Knex' pool makes another.
 */
const surviveInitialization = (strapi: Core.Strapi): void => {
  const dialect = strapi.db.dialect as unknown as Dialect;
  const initialize = dialect.initialize.bind(dialect);
  dialect.initialize = (connection) =>
    initialize(connection).catch((error: unknown) => {
      connection.__knex__disposed = error;
    });
};

/** Remembers with each request that the database was away, and outlives that itself. */
export const watchAvailability = (strapi: Core.Strapi): void => {
  const client = strapi.db.connection.client as Client;
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = () =>
    acquire().catch((error: unknown) => {
      // Whatever the reason: without a connection there is no database.
      noteFault(strapi, error);
      throw error;
    });
  surviveInitialization(strapi);
  // A statement that finds SQLite busy is tried again: only its last failure counts.
  if (!isPostgres(strapi)) return;
  client.on('query-error', (error) => {
    if (isDisconnected(error)) noteFault(strapi, error);
  });
};
