import type { Core } from '@strapi/strapi';
import bootstrap from './bootstrap';
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
  destroy: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => reminderSchedule(strapi).stop(),
  contentTypes,
  controllers,
  policies: { allowed },
  routes,
  services,
};
