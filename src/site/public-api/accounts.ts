import type { Core } from '@strapi/strapi';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';
const ACCOUNTS = 'plugin::users-permissions.';

interface SettingsStore {
  get(query: { key: 'advanced' }): Promise<Record<string, unknown> | null>;
  set(entry: { key: 'advanced'; value: Record<string, unknown> }): Promise<unknown>;
}

interface PermissionRow {
  id: number;
  action: string;
}

/** What the public and the authenticated role may do, by role. */
const heldBy = async (strapi: Core.Strapi, role: number): Promise<PermissionRow[]> =>
  (await strapi.db
    .query(PERMISSION)
    .findMany({ select: ['id', 'action'], where: { role } })) as PermissionRow[];

/**
 * The site's visitors have no accounts: nobody registers, logs in, or asks for a password by mail.
 * Strapi opens all of that at its first boot. Left as it is where the setting `site.accounts` says
 * that the site has accounts.
 */
export const closeAccounts = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.config.get<boolean>('site.accounts', false)) return;
  const roles = (await strapi.db.query(ROLE).findMany({
    select: ['id'],
    where: { type: { $in: ['public', 'authenticated'] } },
  })) as Array<{ id: number }>;
  for (const { id } of roles) {
    for (const permission of await heldBy(strapi, id)) {
      if (!permission.action.startsWith(ACCOUNTS)) continue;
      await strapi.db.query(PERMISSION).delete({ where: { id: permission.id } });
    }
  }
  const settings = strapi.store({
    type: 'plugin',
    name: 'users-permissions',
  }) as unknown as SettingsStore;
  const advanced = (await settings.get({ key: 'advanced' })) ?? {};
  if (advanced.allow_register === false) return;
  await settings.set({ key: 'advanced', value: { ...advanced, allow_register: false } });
};
