import type { Core } from '@strapi/strapi';
import { ADVISORY_LOCKS } from './advisory-locks';
import { isPostgres } from './dialect';
import { holdFile } from './exclusive-file';

/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = '55P03';

interface PostgresConnection {
  query(text: string): Promise<unknown>;
}

interface PostgresClient {
  acquireRawConnection(): Promise<PostgresConnection>;
  destroyRawConnection(connection: PostgresConnection): Promise<void>;
}

/** Gives up what is held. */
type Release = () => unknown;

/** Another process of the application is in the way of this one's start. */
export class BootRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BootRefusal';
    // Whoever starts the application reads the sentence, and has no use for where in the code it was said.
    this.stack = undefined;
  }
}

const WAITED =
  '另一个进程正在启动并更新这个数据库，等待超时，请稍后再启动。 ' +
  'Another process is starting on this database and has not finished in time (DATABASE_BOOT_TIMEOUT): start again later.';

const waited = (): BootRefusal => new BootRefusal(WAITED);

const inUse = (file: string): BootRefusal =>
  new BootRefusal(
    `数据库文件 ${file} 正由本系统的另一个进程使用，请先结束它，或在 DATABASE_FILENAME 中另指定文件。 ` +
      `The database file ${file} is used by another process of this application: end that first, or name another file in DATABASE_FILENAME.`
  );

/** On a connection of its own, and given up with it: the pool's may be handed on or cut. */
const lockPostgres = async (strapi: Core.Strapi, milliseconds: number): Promise<Release> => {
  const client = strapi.db.connection.client as PostgresClient;
  const connection = await client.acquireRawConnection();
  const release = (): Promise<void> => client.destroyRawConnection(connection);
  try {
    await connection.query(`set lock_timeout = ${milliseconds}`);
    await connection.query(`select pg_advisory_lock(${ADVISORY_LOCKS.boot})`);
    return release;
  } catch (error) {
    await release();
    throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE ? waited() : error;
  }
};

const fileOf = (strapi: Core.Strapi): string =>
  (strapi.db.connection.client as { connectionSettings: { filename: string } }).connectionSettings
    .filename;

const lockSqlite = async (strapi: Core.Strapi, milliseconds: number): Promise<Release> => {
  const release = await holdFile(strapi, `${fileOf(strapi)}.booting`, milliseconds);
  if (!release) throw waited();
  return release;
};

/** The key of the configuration by which a command says that it may run beside a serving application. */
export const RUNS_BESIDE = 'database.runsBeside';

/**
 * SQLite's file is for one process: what it keeps in memory and the order of its writes are known to
 * no other. Commands that do their work by transactions alone say that they may run beside it.
 */
const holdSqlite = async (strapi: Core.Strapi): Promise<Release | undefined> => {
  if (isPostgres(strapi) || strapi.config.get<boolean>(RUNS_BESIDE, false)) {
    return undefined;
  }
  const file = fileOf(strapi);
  const release = await holdFile(strapi, `${file}.serving`, 0);
  if (!release) throw inUse(file);
  return release;
};

const inTurn = async (strapi: Core.Strapi, boot: () => Promise<unknown>): Promise<void> => {
  const milliseconds = strapi.config.get<number>('timeouts.boot');
  const lock = isPostgres(strapi) ? lockPostgres : lockSqlite;
  const release = await lock(strapi, milliseconds);
  try {
    await boot();
  } finally {
    await release();
  }
};

/**
 * Lets one process at a time bring a database in line with the code: Strapi's own way has no lock,
 * and what two find missing at once is made twice. A second process that wants SQLite's file for
 * itself is refused before it touches it.
 */
export const bootInTurn = (strapi: Core.Strapi): void => {
  const bootstrap = strapi.bootstrap.bind(strapi);
  const destroy = strapi.destroy.bind(strapi);
  let release: Release | undefined;
  const giveUp = async (): Promise<void> => {
    await release?.();
    release = undefined;
  };
  strapi.bootstrap = async () => {
    release = await holdSqlite(strapi);
    try {
      await inTurn(strapi, bootstrap);
    } catch (error) {
      await giveUp();
      throw error;
    }
    return strapi;
  };
  strapi.destroy = async () => {
    try {
      await destroy();
    } finally {
      await giveUp();
    }
  };
};
