import type { Core } from '@strapi/strapi';

/** The roles that Strapi makes at its first boot beside the super admin. */
const OF_STRAPI = ['strapi-editor', 'strapi-author'];

interface RoleRow {
  id: number;
  name: string;
  users: readonly unknown[];
}

interface RoleService {
  deleteByIds(ids: readonly number[]): Promise<unknown>;
}

/**
 * Removes Strapi's own Editor and Author: they stand beside ours under nearly the same names, and
 * know nothing of units. One that somebody has stays, and the log says so.
 */
export const removeLeftoverRoles = async (strapi: Core.Strapi): Promise<void> => {
  const roles = (await strapi.db.query('admin::role').findMany({
    where: { code: { $in: OF_STRAPI } },
    populate: { users: { select: ['id'] } },
  })) as RoleRow[];
  const unused = roles.filter(({ users }) => users.length === 0);
  for (const { name } of roles.filter((role) => !unused.includes(role))) {
    strapi.log.warn(
      `The role “${name}” is Strapi's own and knows nothing of units; people have it.`
    );
  }
  if (unused.length === 0) return;
  const service = strapi.service('admin::role') as unknown as RoleService;
  await service.deleteByIds(unused.map(({ id }) => id));
};

const SUPER_ADMIN = { code: 'strapi-super-admin', name: 'Super Admin' };

/** The super admin's role in the language of the bureau's other roles, unless somebody named it otherwise. */
export const nameSuperAdmin = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.query('admin::role').updateMany({
    where: SUPER_ADMIN,
    data: { name: '超级管理员', description: '管理全部内容、角色、账号和设置。' },
  });
};
