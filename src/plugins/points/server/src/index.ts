import type { Core } from '@strapi/strapi';
import bootstrap from './bootstrap';
import { noticeSchedule } from './ledger/notice-schedule';
import { reminderSchedule } from './commissions/reminder-schedule';
import contentTypes from './content-types';
import controllers from './wiring/controllers';
import allowed from './isolation/policy';
import register from './register';
import settings from './settings';
import routes from './wiring/routes';
import services from './wiring/services';

export default {
  config: settings,
  register,
  bootstrap,
  destroy: async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
    await reminderSchedule(strapi).stop();
    await noticeSchedule(strapi).stop();
  },
  contentTypes,
  controllers,
  policies: { allowed },
  routes,
  services,
};
