type Done = (error?: Error, connection?: unknown) => void;

interface SqliteConnection {
  pragma(text: string): unknown;
  prepare(sql: string): unknown;
}

/** SQLite's own two megabytes of cache do not hold the site's tables and indexes: a publication would read them anew. */
const CACHE_KB = 64 * 1024;

/**
 * How long SQLite itself waits for another connection, in milliseconds. The whole process stands
 * still meanwhile, so that longer waiting is done by asking again (`transactions.ts`).
 */
const STANDSTILL = 10;

/** Of so many statements the prepared form is kept: some hundred make up a day's work. */
const MOST_STATEMENTS = 500;

/** Characters of a statement; longer ones carry many rows, and come once. */
const LONGEST_STATEMENT = 20_000;

/** Begins a statement that leaves all tables as they are made. */
const USUAL = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i;

/**
 * Knex has SQLite parse and plan every statement anew, which takes longer than most take to run. A
 * connection keeps those that it has run last, until something other than rows is changed.
 */
const keepStatements = (sqlite: SqliteConnection): void => {
  const prepare = sqlite.prepare.bind(sqlite);
  const kept = new Map<string, unknown>();
  sqlite.prepare = (sql) => {
    if (!USUAL.test(sql)) {
      kept.clear();
      return prepare(sql);
    }
    if (sql.length > LONGEST_STATEMENT) return prepare(sql);
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
};

/**
 * Prepares a new connection to SQLite: with a write-ahead log readers and the writer do not wait for
 * each other. `synchronous` stays FULL, so that what was acknowledged outlives a power cut.
 */
export const prepareSqlite = (connection: unknown, done: Done): void => {
  const sqlite = connection as SqliteConnection;
  try {
    sqlite.pragma(`busy_timeout = ${STANDSTILL}`);
    sqlite.pragma('journal_mode = wal');
    sqlite.pragma(`cache_size = -${CACHE_KB}`);
    keepStatements(sqlite);
  } catch (error) {
    done(error as Error);
    return;
  }
  done(undefined, connection);
};

type Callback = (error: Error | null | undefined, result?: unknown) => void;
type Query = (...given: unknown[]) => unknown;

interface PostgresConnection {
  query: Query;
}

const isSubmittable = (statement: unknown): boolean =>
  typeof (statement as { submit?: unknown } | null)?.submit === 'function';

/**
 * Lets a connection send a query when the one before it has been answered. Strapi sends several at
 * once inside a transaction; `pg` queues them, says that it will not any more from version 9 on, and
 * so it is done here.
 */
const sendOneByOne = (connection: PostgresConnection): void => {
  const send = connection.query.bind(connection);
  const waiting: Array<() => void> = [];
  let isSending = false;

  const next = (): void => {
    const start = waiting.shift();
    if (start) start();
    else isSending = false;
  };
  const enqueue = (given: readonly unknown[], callback: Callback): void => {
    const start = (): void => {
      send(...given, (error: Error | null | undefined, result: unknown) => {
        next();
        callback(error, result);
      });
    };
    if (isSending) {
      waiting.push(start);
      return;
    }
    isSending = true;
    start();
  };

  connection.query = (...given) => {
    if (isSubmittable(given[0])) return send(...given);
    const last = given.at(-1);
    if (typeof last === 'function') {
      enqueue(given.slice(0, -1), last as Callback);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      enqueue(given, (error, result) => {
        if (error) reject(error);
        else resolve(result);
      });
    });
  };
};

/** Prepares a new connection to PostgreSQL. */
export const preparePostgres = (connection: unknown, done: Done): void => {
  sendOneByOne(connection as PostgresConnection);
  done(undefined, connection);
};
