import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';
import { ACTIONS } from './permissions/actions';
import { guardLedger } from './repositories/guard';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany(
      ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: PLUGIN }))
    );
  await guardLedger(strapi);
};
