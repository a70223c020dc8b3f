import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { noticeMailService } from '../notices/notice-mail';
import { postingNoticeService } from './posting-notices';

const EVERY_MINUTE = '* * * * *';
const EVERY_NIGHT = '40 3 * * *';

/**
 * When units are told of postings and notices are mailed, each minute, and old ones are forgotten, each
 * night. Nothing is, without timed jobs.
 */
export const noticeSchedule = oncePerApplication((strapi: Core.Strapi) => {
  let running: Promise<void> | undefined;

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // The next time tries again; what is written is not written twice.
      strapi.log.error(error);
    }
    running = undefined;
  };

  return {
    start(): void {
      if (!strapi.config.get<boolean>('server.cron.enabled', true)) return;
      const mails = noticeMailService(strapi);
      const postings = postingNoticeService(strapi);
      const tellAndMail = async (): Promise<void> => {
        await postings.run();
        await mails.run();
      };
      const once = (work: () => Promise<unknown>) => (): Promise<void> => (running ??= run(work));
      strapi.cron.add({
        notices: { task: once(tellAndMail), options: { rule: EVERY_MINUTE } },
        noticesForgotten: { task: once(mails.forget), options: { rule: EVERY_NIGHT } },
      });
    },

    /** Waits for what is being written. */
    stop: async (): Promise<void> => running,
  };
});
