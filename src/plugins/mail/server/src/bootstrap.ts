import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';
import { scheduleService } from './delivery/schedule';
import { ACTIONS } from './permissions/actions';

interface PermissionService {
  actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const permission = strapi.service('admin::permission') as unknown as PermissionService;
  await permission.actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: PLUGIN }))
  );
  scheduleService(strapi).start();
};
