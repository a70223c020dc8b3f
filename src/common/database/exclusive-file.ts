import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isBusy } from './faults';

interface SqliteConnection {
  exec(sql: string): void;
  close(): void;
}

type Driver = new (file: string, options: { timeout: number }) => SqliteConnection;

/** Between two tries, in milliseconds. */
const PAUSE = 100;

/** Gives up what is held. */
export type Release = () => void;

const tryToHold = (driver: Driver, file: string): Release | undefined => {
  const connection = new driver(file, { timeout: 0 });
  try {
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return () => connection.close();
};

/**
 * Holds a file of its own for this process, by the lock of the operating system that SQLite takes:
 * it is gone with the process however that ends, so that nothing stale can bar the way. The empty
 * file stays, for another process may be waiting at it.
 *
 * @param milliseconds how long to wait for whoever holds it
 * @returns what gives it up, or undefined if another still holds it
 */
export const holdFile = async (
  strapi: Core.Strapi,
  file: string,
  milliseconds: number
): Promise<Release | undefined> => {
  const { driver } = strapi.db.connection.client as { driver: Driver };
  const end = Date.now() + milliseconds;
  for (;;) {
    const release = tryToHold(driver, file);
    if (release || Date.now() >= end) return release;
    await wait(PAUSE);
  }
};
