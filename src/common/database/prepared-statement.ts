import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isPostgres } from './dialect';
import type { Transaction } from './transaction';

type Row = Record<string, unknown>;

/** Runs one statement with its parameters; gives its rows. */
export type Statement = (trx: Transaction, bindings: readonly unknown[]) => Promise<Row[]>;

interface SqliteStatement {
  reader: boolean;
  all(bindings: readonly unknown[]): Row[];
  run(bindings: readonly unknown[]): unknown;
}

interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}

interface PostgresConnection {
  query(statement: {
    name: string;
    text: string;
    values: readonly unknown[];
  }): Promise<{ rows: Row[] }>;
}

/** Inside a transaction, its client has one connection. */
interface TransactionClient<Connection> {
  acquireConnection(): Promise<Connection>;
}

const storable = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

const onSqlite = (sql: string): Statement => {
  const parsed = new WeakMap<SqliteConnection, SqliteStatement>();
  const statementOf = (connection: SqliteConnection): SqliteStatement => {
    const known = parsed.get(connection);
    if (known) return known;
    const statement = connection.prepare(sql);
    parsed.set(connection, statement);
    return statement;
  };
  return async (trx, bindings) => {
    const { client } = trx as { client: TransactionClient<SqliteConnection> };
    const statement = statementOf(await client.acquireConnection());
    const values = bindings.map(storable);
    if (statement.reader) return statement.all(values);
    statement.run(values);
    return [];
  };
};

const onPostgres = (sql: string): Statement => {
  const name = `points_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  let count = 0;
  const text = sql.replaceAll('?', () => `$${(count += 1)}`);
  return async (trx, bindings) => {
    const { client } = trx as { client: TransactionClient<PostgresConnection> };
    const connection = await client.acquireConnection();
    const { rows } = await connection.query({ name, text, values: bindings });
    return rows;
  };
};

/**
 * A statement that lies in the way of every publication. Each connection parses and plans its text
 * once, which takes longer than to run it: PostgreSQL knows it by name, on
 * SQLite it is kept here, however long its text and whatever else the connection runs.
 *
 * @param sql text that never changes, with `?` for each parameter
 */
export const prepareStatement = (strapi: Core.Strapi, sql: string): Statement =>
  isPostgres(strapi) ? onPostgres(sql) : onSqlite(sql);
