import type { Core } from '@strapi/strapi';
import bootstrap from './bootstrap';
import contentTypes from './content-types';
import { scheduleService } from './delivery/schedule';
import messages from './outbox/messages-controller';
import allowed from './permissions/policy';
import register from './register';
import admin from './wiring/admin-routes';
import services from './wiring/services';

export default {
  register,
  bootstrap,
  destroy: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => scheduleService(strapi).stop(),
  contentTypes,
  controllers: { messages },
  policies: { allowed },
  routes: { admin },
  services,
};
