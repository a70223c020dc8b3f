import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { afterCommit } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { senderService } from './sender';
import { mailSettings } from './settings';

const EVERY_MINUTE = '* * * * *';

/** When the outbox is sent: each minute, and as soon as what was written is committed. Nothing is, without timed jobs. */
export const scheduleService = oncePerApplication((strapi: Core.Strapi) => {
  let isStarted = false;
  let running: Promise<void> | undefined;
  let isWanted = false;

  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      try {
        await senderService(strapi).sendDue();
      } catch (error) {
        // The next minute tries again; what is written stays written.
        strapi.log.error(error);
      }
    }
    running = undefined;
  };

  const isTimed = (): boolean => strapi.config.get<boolean>('server.cron.enabled', true);

  /** In the context in which the service was made: not in the ended transaction of whoever wakes it. */
  const wake = AsyncResource.bind((): void => {
    isWanted = true;
    running ??= run();
  });

  return {
    /** Has the outbox sent every minute. */
    start(): void {
      isStarted = true;
      if (!isTimed()) return;
      const task = (): Promise<void> => {
        wake();
        return Promise.resolve();
      };
      strapi.cron.add({ mailOutbox: { task, options: { rule: EVERY_MINUTE } } });
    },

    /** Has the outbox sent once what is being written is committed. */
    async soon(): Promise<void> {
      if (isTimed() && mailSettings(strapi)) await afterCommit(strapi, wake);
    },

    /** Ends sending with the message that is under way; of an application that never came to it, nothing. */
    async stop(): Promise<void> {
      if (!isStarted) return;
      senderService(strapi).stop();
      await running;
    },
  };
});
