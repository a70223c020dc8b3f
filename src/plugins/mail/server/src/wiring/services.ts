import type { Core } from '@strapi/strapi';
import { senderService } from '../delivery/sender';
import { outboxService } from '../outbox/enqueue';

/** What other code of the application gets by `strapi.plugin('mail').service(name)`. */
export default {
  outbox: ({ strapi }: { strapi: Core.Strapi }) => outboxService(strapi),
  sender: ({ strapi }: { strapi: Core.Strapi }) => senderService(strapi),
};
