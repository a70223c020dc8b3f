import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type * as StrapiPackage from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { createApi, type Api } from './api';
import { createDatabase, hasBooted, type TestDatabase } from './database';
import { createMakers, type Makers } from './makers';
import { outside } from './outside';

export const ROOT = path.resolve(__dirname, '../..');

/** The part of the plugin's clock that the suites use. */
export interface Clock {
  now(): Date;
  /** Runs `run` as if it were `moment`. HTTP requests made inside keep the real time. */
  at<T>(moment: Date, run: () => Promise<T>): Promise<T>;
}

/** The real application, compiled, with a database of its own. */
export interface TestApp {
  strapi: Core.Strapi;
  /** Address of its server on an ephemeral loopback port. */
  url: string;
  /** HTTP clients. */
  api: Api;
  /** Units, submissions, articles and the rule set, made as the application makes them. */
  make: Makers;
  points: { clock: Clock };
  database: TestDatabase;
  /** Ends the application; its database stays, so that it can be started again. */
  close(): Promise<void>;
  /** Ends the application and removes its database. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** A database that exists already: then the suite drops it itself. */
  database?: TestDatabase;
  /** Further variables of the environment. */
  environment?: Record<string, string>;
  /** Lowest level that is logged; `error` unless told. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info';
  /** Gets the application before it loads anything. */
  beforeLoad?: (strapi: Core.Strapi) => void;
}

const secret = (): string => randomBytes(24).toString('base64');

/** The environment that an application needs to boot on `database`, here or in a child process. */
export const environmentOf = (database: TestDatabase): Record<string, string> => ({
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  JWT_SECRET: secret(),
  ENCRYPTION_KEY: secret(),
  CRON_ENABLED: 'false',
  // Suites send thousands of requests from one address; those about limits set their own.
  RATE_LIMITS: 'false',
  POINTS_TIME_ZONE: 'Asia/Shanghai',
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...database.environment,
});

const listen = (strapi: Core.Strapi): Promise<string> =>
  new Promise((resolve, reject) => {
    const { httpServer } = strapi.server;
    // Client and server share a process: while it is busy, the server's timer would close an idle
    // connection just as the client sends the next request on it.
    httpServer.keepAliveTimeout = 0;
    httpServer.once('error', reject);
    httpServer.listen(0, '127.0.0.1', () => {
      const { port } = httpServer.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });

const quieten = (strapi: Core.Strapi, level: StartOptions['logLevel'] = 'error'): void => {
  strapi.log.silent = level === 'silent';
  if (level !== 'silent') strapi.log.level = level;
};

const newStrapi = (environment: Record<string, string>): Core.Strapi => {
  Object.assign(process.env, environment);
  Object.assign(outside().process.env, environment);
  const { createStrapi } = outside().require('@strapi/strapi') as typeof StrapiPackage;
  return createStrapi({
    appDir: ROOT,
    distDir: path.join(ROOT, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
};

/**
 * Strapi takes all listeners from the process when it ends, also those by which a worker hears its tasks.
 *
 * @returns what puts back those that are there now
 */
const keepListeners = (emitter: NodeJS.EventEmitter): (() => void) => {
  const kept = emitter
    .eventNames()
    .map((event) => [event, emitter.rawListeners(event) as Array<() => void>] as const);
  return () => {
    for (const [event, listeners] of kept) {
      for (const listener of listeners) emitter.on(event, listener);
    }
  };
};

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** So many looks in a row must find nobody at the database, twenty milliseconds apart. */
const QUIET_LOOKS = 10;

/**
 * Strapi tells its events after a commit without anyone waiting, and reads the entry for them. An
 * application that ends before would leave these reads without a database: they fail a minute later,
 * in whatever suite then runs.
 */
const waitForEvents = async (strapi: Core.Strapi): Promise<void> => {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
};

interface Shortcuts {
  trustDatabase(strapi: Core.Strapi): void;
  keepContentTypes(strapi: Core.Strapi): void;
}

const shortcuts = (): Shortcuts =>
  outside().require(path.join(__dirname, 'shortcuts.cjs')) as Shortcuts;

const boot = async (
  strapi: Core.Strapi,
  database: TestDatabase,
  { beforeLoad }: StartOptions
): Promise<void> => {
  // A test's database need not outlive a power cut, and waiting for the disk is most of a boot.
  if (database.kind === 'sqlite') await strapi.db.connection.raw('pragma synchronous = off');
  if (hasBooted(database)) shortcuts().trustDatabase(strapi);
  beforeLoad?.(strapi);
  await strapi.load();
  shortcuts().keepContentTypes(strapi);
  strapi.server.mount();
};

/**
 * Boots the compiled application in this process on an empty database and lets it listen.
 * A suite starts one in `beforeAll` and stops it in `afterAll`.
 */
export const startApp = async (options: StartOptions = {}): Promise<TestApp> => {
  const database = options.database ?? (await createDatabase());
  const restoreListeners = keepListeners(outside().process);
  const strapi = newStrapi({ ...environmentOf(database), ...options.environment });
  quieten(strapi, options.logLevel);
  await boot(strapi, database, options).catch(async (error: unknown) => {
    // What the process shares, as the actions of the permissions, would be in the next one's way.
    await strapi.destroy().catch(() => undefined);
    restoreListeners();
    throw error;
  });
  const url = await listen(strapi);
  const api = createApi(strapi, url);
  const close = async (): Promise<void> => {
    await waitForEvents(strapi);
    await strapi.destroy();
    restoreListeners();
  };
  return {
    strapi,
    url,
    api,
    make: createMakers(strapi, api),
    points: {
      get clock(): Clock {
        return strapi.plugin('points').service<Clock>('clock');
      },
    },
    database,
    close,
    stop: async () => {
      await close();
      await database.drop();
    },
  };
};
