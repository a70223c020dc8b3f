import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { isPostgres } from '../../common/database/dialect';
import { oncePerApplication } from '../../common/once-per-application';
import { afterCommit, inTransaction } from '../../common/database/transaction';

/** The channel by which instances on the same PostgreSQL tell one another that the site has changed. */
const CHANNEL = 'site_changed';

/** How long after the line to the database broke it is tried again, in milliseconds. */
const RETRY_MS = 2_000;

/** How often at most SQLite is asked whether another process wrote, in milliseconds. */
const LOOK_MS = 1_000;

interface Notification {
  payload?: string;
}

interface Line {
  query(text: string): Promise<unknown>;
  on(event: 'notification', listener: (notification: Notification) => void): unknown;
  on(event: 'end' | 'error', listener: () => void): unknown;
}

interface Lines {
  acquireRawConnection(): Promise<Line>;
  destroyRawConnection(line: Line): Promise<void>;
}

/**
 * That the site has changed: what is kept of it is forgotten, here once the change can be read, and
 * on other instances as soon as PostgreSQL tells them, which it does with the commit.
 */
export const siteChanges = oncePerApplication((strapi: Core.Strapi) => {
  const instance = randomUUID();
  const listeners = new Set<() => void>();
  const announced = new WeakSet();
  let line: Line | null = null;
  let isEnded = false;
  let retry: NodeJS.Timeout | undefined;
  let lookedAt = 0;
  let version: unknown;

  const forget = (): void => {
    for (const listener of listeners) listener();
  };

  const tellOthers = async (): Promise<void> => {
    if (!isPostgres(strapi)) return;
    await inTransaction(strapi, async (trx) => {
      await trx.raw('select pg_notify(?, ?)', [CHANNEL, instance]);
    });
  };

  const lines = (): Lines => strapi.db.connection.client as Lines;

  const listenLater = (): void => {
    retry = setTimeout(() => void listen(), RETRY_MS);
    retry.unref();
  };

  /** Nobody tells any more: what is kept may be old from now on. */
  const lose = (lost: Line): void => {
    if (line !== lost || isEnded) return;
    line = null;
    forget();
    listenLater();
  };

  const listen = async (): Promise<void> => {
    try {
      const opened = await lines().acquireRawConnection();
      if (isEnded) {
        await lines().destroyRawConnection(opened);
        return;
      }
      line = opened;
      opened.on('error', () => lose(opened));
      opened.on('end', () => lose(opened));
      opened.on('notification', ({ payload }) => {
        if (payload !== instance) forget();
      });
      await opened.query(`listen ${CHANNEL}`);
      // What was written before is not told any more.
      forget();
    } catch (error) {
      strapi.log.warn(`The site's changes are not heard of: ${String(error)}`);
      if (line) lose(line);
      else if (!isEnded) listenLater();
    }
  };

  return {
    /** Runs `listener` whenever the site has changed. */
    onChange(listener: () => void): void {
      listeners.add(listener);
    },

    /** To be called by whoever writes what visitors see; once a transaction is enough. */
    async announce(): Promise<void> {
      if (!strapi.db.inTransaction()) {
        await tellOthers();
        forget();
        return;
      }
      await inTransaction(strapi, async (trx) => {
        if (announced.has(trx)) return;
        announced.add(trx);
        await tellOthers();
        await afterCommit(strapi, forget);
      });
    },

    /** Begins to listen to other instances; of SQLite there are none. */
    async start(): Promise<void> {
      if (isPostgres(strapi)) await listen();
    },

    /** Whether another instance's change would be heard of. */
    isTold: (): boolean => !isPostgres(strapi) || line !== null,

    /**
     * Another process may write to SQLite's file: a command beside the application. It is asked for that now
     * and then, and nobody waits for the answer.
     */
    look(now: number): void {
      if (isPostgres(strapi) || now < lookedAt + LOOK_MS) return;
      lookedAt = now;
      strapi.db.connection.raw('pragma data_version').then(
        (answer: unknown) => {
          const seen = JSON.stringify(answer);
          if (version !== undefined && version !== seen) forget();
          version = seen;
        },
        () => forget()
      );
    },

    async stop(): Promise<void> {
      isEnded = true;
      clearTimeout(retry);
      const held = line;
      line = null;
      if (held) await lines().destroyRawConnection(held);
    },
  };
});
