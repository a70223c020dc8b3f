import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { commissionReminderService } from './reminders';

/** Each hour: after downtime the next one finds what is due. */
const EVERY_HOUR = '5 * * * *';

const MORNING_MS = 8 * 3_600_000;

/** When reminders of commissions are written: from eight in the morning of the bureau's calendar. */
export const reminderSchedule = oncePerApplication((strapi: Core.Strapi) => {
  let running: Promise<void> | undefined;

  const isDaytime = (): boolean => {
    const calendar = calendarService(strapi);
    const now = clock.now();
    return now.getTime() - calendar.startOf(calendar.dayOf(now)).getTime() >= MORNING_MS;
  };

  const run = async (): Promise<void> => {
    try {
      if (isDaytime()) await commissionReminderService(strapi).run();
    } catch (error) {
      // The next hour tries again; what is written is not written twice.
      strapi.log.error(error);
    }
    running = undefined;
  };

  return {
    /** Has reminders written each hour; nothing is, without timed jobs. */
    start(): void {
      if (!strapi.config.get<boolean>('server.cron.enabled', true)) return;
      const task = (): Promise<void> => (running ??= run());
      strapi.cron.add({ commissionReminders: { task, options: { rule: EVERY_HOUR } } });
    },

    /** Waits for what is being written. */
    stop: async (): Promise<void> => running,
  };
});
