import type { TestApp } from './app';

type Run = (this: unknown, ...parameters: unknown[]) => unknown;

interface Client {
  acquireConnection: () => Promise<object>;
}

interface SqliteConnection {
  prepare(sql: string): object;
}

/** What runs every statement of a connection, prepared ones too, and the text of the one that it runs. */
interface Driver {
  target: Record<string, Run>;
  methods: readonly string[];
  textOf: (self: unknown, first: unknown) => string;
}

const isSqlite = (connection: object): connection is SqliteConnection => 'prepare' in connection;

const driverOf = (connection: object): Driver =>
  isSqlite(connection)
    ? {
        target: Object.getPrototypeOf(connection.prepare('select 1')) as Record<string, Run>,
        methods: ['all', 'run', 'get', 'iterate'],
        textOf: (self) => (self as { source: string }).source,
      }
    : {
        target: connection as Record<string, Run>,
        methods: ['query'],
        textOf: (_self, first) =>
          typeof first === 'string' ? first : (first as { text: string }).text,
      };

/** Has every statement that a connection sends told before it is run; gives what ends that. */
const watch = ({ target, methods, textOf }: Driver, tell: (text: string) => void): (() => void) => {
  const own = methods.flatMap((name) => {
    const run = target[name];
    return run ? [[name, run] as const] : [];
  });
  for (const [name, run] of own) {
    target[name] = function (...parameters) {
      tell(textOf(this, parameters[0]).replace(/\s+/g, ' ').trim());
      return run.apply(this, parameters);
    };
  }
  return () => Object.assign(target, Object.fromEntries(own));
};

/** Enough to see past the frames of Knex and of Strapi's database. */
const FRAMES = 200;

/** Lies around every statement, whoever sends it. */
const AROUND = '/dist/src/common/database/transactions.js';

/** Leads from our steps of a write or a reading to Strapi. */
const TO_STRAPI = '/dist/src/common/documents/pipeline.js';

/** Every write has one transaction, whoever opens it. */
const FRAME_OF_TRANSACTION = /^(?:begin|commit|rollback)\b/i;

/** Who sends a statement: of our code and Strapi's, whose frame is the nearest. */
const isOurs = (stack: string): boolean => {
  const frame = stack
    .split('\n')
    .filter((line) => !line.includes(AROUND))
    .find((line) => line.includes('/dist/src/') || /@strapi\/(?!database\/)/.test(line));
  return frame?.includes('/dist/src/') === true && !frame.includes(TO_STRAPI);
};

/** Tells of every statement that is sent to the database while something is done. */
const watchWhile = async (
  { strapi }: TestApp,
  tell: (text: string) => void,
  work: () => Promise<unknown>
): Promise<void> => {
  const client = strapi.db.connection.client as Client;
  const acquire = client.acquireConnection;
  const watched = new Map<object, () => void>();
  client.acquireConnection = async () => {
    const connection = await acquire.call(client);
    if (!watched.has(connection)) watched.set(connection, watch(driverOf(connection), tell));
    return connection;
  };
  try {
    await work();
  } finally {
    client.acquireConnection = acquire;
    for (const end of watched.values()) end();
  }
};

/** The statements that are sent to the database while something is done, each text once. */
export const statementsOf = async (
  app: TestApp,
  work: () => Promise<unknown>
): Promise<Set<string>> => {
  const statements = new Set<string>();
  await watchWhile(app, (text) => statements.add(text), work);
  return statements;
};

/** The statements that our own code sends to the database while something is done, in their order. */
export const ownStatementsOf = async (
  app: TestApp,
  work: () => Promise<unknown>
): Promise<string[]> => {
  const statements: string[] = [];
  const tell = (text: string): void => {
    if (FRAME_OF_TRANSACTION.test(text)) return;
    if (isOurs(new Error().stack ?? '')) statements.push(text);
  };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  try {
    await watchWhile(app, tell, work);
  } finally {
    Error.stackTraceLimit = limit;
  }
  return statements;
};
