import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';
import { CommitError, isBusy, isDisconnected, isUnavailable } from './faults';
import { noteFault } from './request-faults';

/** What is used of a raw connection: `inTransaction` is SQLite's, the other Knex' mark for its pool. */
interface Connection {
  inTransaction?: boolean;
  __knex__disposed?: unknown;
}

interface Statement {
  sql: string;
  response?: { command?: string };
}

type Send = (connection: Connection, statement: Statement) => Promise<Statement>;

interface TransactionClient {
  _query: Send;
}

/** Knex' own transaction, of which `begin` is what a dialect says otherwise. */
interface KnexTransaction extends Promise<unknown> {
  begin(connection: Connection): Promise<unknown>;
  query(connection: Connection, sql: string): Promise<unknown>;
}

type Container = (trx: Knex.Transaction) => unknown;

interface TransactionConfig {
  readOnly?: boolean;
}

type Open<Opened> = (
  container: Container,
  config: TransactionConfig | undefined,
  outer: unknown
) => Opened;

interface Runner {
  run(): Promise<unknown>;
}

interface Client {
  transaction: Open<Promise<unknown>>;
  runner(builder: unknown): Runner;
}

/** Between two tries, in milliseconds. */
const PAUSE = 50;

/** Tries again while SQLite is busy with another connection's writing, for so many milliseconds. */
const whileBusy = async <T>(
  milliseconds: number,
  attempt: () => Promise<T>,
  mayRepeat: () => boolean = () => true
): Promise<T> => {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || !mayRepeat() || Date.now() >= end) throw error;
    }
    await wait(PAUSE);
  }
};

/** SQLite leaves a transaction open whose commit it refused: the connection would stay inside it. */
const commitOnSqlite =
  (send: Send, busyTimeout: number): Send =>
  async (connection, statement) => {
    try {
      return await whileBusy(busyTimeout, () => send(connection, statement));
    } catch (error) {
      if (connection.inTransaction) await send(connection, { sql: 'ROLLBACK' });
      throw new CommitError('undone', error);
    }
  };

/** PostgreSQL answers the COMMIT of a transaction in which a statement failed with ROLLBACK, without an error. */
const commitOnPostgres =
  (send: Send): Send =>
  async (connection, statement) => {
    const answer = await send(connection, statement).catch((error: unknown) => {
      connection.__knex__disposed = error;
      throw new CommitError(isDisconnected(error) ? 'unknown' : 'undone', error);
    });
    if (answer.response?.command === 'ROLLBACK') {
      throw new CommitError('undone', new Error('A statement of the transaction had failed.'));
    }
    return answer;
  };

const isCommit = ({ sql }: Statement): boolean => /^commit\b/i.test(sql);

/**
 * Lets a transaction's `commit` end as the transaction does: Knex swallows the failure of the
 * statement and tells it by the transaction's own promise only, which Strapi does not await.
 */
const confirmCommit = (trx: Knex.Transaction, commitOf: (send: Send) => Send): void => {
  const client = trx.client as TransactionClient;
  const send = client._query.bind(client);
  const sendCommit = commitOf(send);
  client._query = (connection, statement) =>
    (isCommit(statement) ? sendCommit : send)(connection, statement);
  const commit = trx.commit.bind(trx) as (value?: unknown) => Promise<unknown>;
  const confirmed = async (value?: unknown): Promise<unknown> => {
    const result = await commit(value);
    await trx.executionPromise;
    return result;
  };
  trx.commit = confirmed as unknown as Knex.Transaction['commit'];
};

const READING_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Whoever will write takes SQLite's lock at the beginning: one who has read first and then finds
 * that another has written meanwhile cannot go on. A request that only asks waits for nobody.
 */
const beginning = (strapi: Core.Strapi, config: TransactionConfig = {}): string => {
  if (config.readOnly) return 'BEGIN;';
  const ctx = strapi.requestContext.get() as { method?: string } | undefined;
  return READING_METHODS.has(ctx?.method ?? '') ? 'BEGIN;' : 'BEGIN IMMEDIATE;';
};

const confirmTransactions = (strapi: Core.Strapi, client: Client, busyTimeout: number): void => {
  const isSqlite = !isPostgres(strapi);
  const open = client.transaction.bind(client) as Open<KnexTransaction>;
  const commitOf = (send: Send): Send =>
    isSqlite ? commitOnSqlite(send, busyTimeout) : commitOnPostgres(send);

  client.transaction = async (container, config, outer) => {
    let hasBegun = false;
    const handOver: Container = (trx) => {
      // Knex hands over a transaction that did not begin as well: its own promise tells why.
      if (trx.isCompleted()) return undefined;
      hasBegun = true;
      confirmCommit(trx, commitOf);
      return container(trx);
    };
    const attempt = (): KnexTransaction => {
      const transaction = open(handOver, config, outer);
      if (isSqlite) {
        transaction.begin = (connection) =>
          transaction.query(connection, beginning(strapi, config));
      }
      return transaction;
    };
    // Between two tries the connection, of which SQLite has one, is free for those who read.
    return whileBusy(
      busyTimeout,
      async () => attempt(),
      () => !hasBegun
    ).catch((error: unknown) => {
      if (isUnavailable(error)) noteFault(strapi, error);
      throw error;
    });
  };
};

/** A single statement, outside of a transaction, waits for another connection's writing too. */
const repeatStatements = (strapi: Core.Strapi, client: Client, busyTimeout: number): void => {
  const runner = client.runner.bind(client);
  client.runner = (builder) => {
    const first = runner(builder);
    const run = first.run.bind(first);
    first.run = async () => {
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      return whileBusy(busyTimeout, () => runner(builder).run()).catch((error: unknown) => {
        if (isUnavailable(error)) noteFault(strapi, error);
        throw error;
      });
    };
    return first;
  };
};

interface Hooks extends Record<string, unknown> {
  onCommit(callback: () => unknown): void;
  onRollback(callback: () => unknown): void;
}

type Work = (hooks: Hooks) => unknown;

/**
 * What follows the end of a transaction cannot undo it: its failure is told to the log, neither to
 * whoever was saving nor, as a rejection that nobody awaits, to the process, which would end.
 */
const guardCallbacks = (strapi: Core.Strapi): void => {
  const transaction = strapi.db.transaction.bind(strapi.db) as (work?: Work) => Promise<unknown>;
  const guard = (callback: () => unknown) => (): void => {
    new Promise((resolve) => {
      resolve(callback());
    }).catch((error: unknown) => strapi.log.error(error));
  };
  const guarded = (work?: Work): Promise<unknown> => {
    if (!work) return transaction();
    return transaction((hooks) =>
      work({
        ...hooks,
        onCommit: (callback) => hooks.onCommit(guard(callback)),
        onRollback: (callback) => hooks.onRollback(guard(callback)),
      })
    );
  };
  strapi.db.transaction = guarded as unknown as typeof strapi.db.transaction;
};

/**
 * Makes every transaction of the application, Strapi's own too, tell the truth: it is done when the
 * database has committed it, and a failed commit is a `CommitError`, leaves nothing behind and no
 * connection inside it. On SQLite, whatever writes waits for other processes' writing.
 */
export const confirmWrites = (strapi: Core.Strapi): void => {
  const client = strapi.db.connection.client as Client;
  const busyTimeout = strapi.config.get<number>('timeouts.busy');
  confirmTransactions(strapi, client, busyTimeout);
  if (!isPostgres(strapi)) repeatStatements(strapi, client, busyTimeout);
  guardCallbacks(strapi);
};
