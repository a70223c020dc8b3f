import type { StrapiApp } from '@strapi/strapi/admin';
import { PaperPlane } from '@strapi/icons';
import { ACTIONS, OUTBOX_PATH, PLUGIN_ID } from './constants';
import { loadTranslations, trId } from './translations';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addMenuLink({
      to: OUTBOX_PATH,
      icon: PaperPlane,
      position: 4,
      intlLabel: { id: trId('outbox.title'), defaultMessage: 'Outbox' },
      permissions: [{ action: ACTIONS.read, subject: null }],
      Component: () => import('./outbox'),
    });
  },

  registerTrads: loadTranslations,
};
