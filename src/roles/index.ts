import type { Core } from '@strapi/strapi';
import { ROLES, type Permission, type RoleCode } from './definitions';
import { sitePermissions } from './site-content';

export type { RoleCode } from './definitions';

interface RoleService {
  findOne(query: { code: string }): Promise<{ id: number } | null>;
  create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
  assignPermissions(role: number, permissions: readonly Permission[]): Promise<unknown>;
}

/**
 * Makes the roles of the bureau's people. One that is there already keeps what an administrator
 * made of it.
 *
 * @returns the ids of the roles
 */
export const ensureRoles = async (strapi: Core.Strapi): Promise<Record<RoleCode, number>> => {
  const service = strapi.service('admin::role') as unknown as RoleService;
  const ids: Partial<Record<RoleCode, number>> = {};
  for (const code of Object.keys(ROLES) as RoleCode[]) {
    const { name, description, permissions } = ROLES[code];
    const existing = await service.findOne({ code });
    const role = existing ?? (await service.create({ code, name, description }));
    if (!existing) {
      await service.assignPermissions(role.id, [...permissions, ...sitePermissions(strapi, code)]);
    }
    ids[code] = role.id;
  }
  return ids as Record<RoleCode, number>;
};
