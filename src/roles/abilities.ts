import type { Core } from '@strapi/strapi';

interface Permission {
  conditions: string[];
}

interface User {
  id: number | string;
  roles?: Array<{ id: number | string }>;
}

interface PermissionService {
  findMany(query: object): Promise<Permission[]>;
  engine: {
    generateUserAbility(user: User): Promise<unknown>;
    generateTokenAbility(permissions: Permission[], user: User): Promise<unknown>;
  };
}

/** What the accounts of one set of roles may do, as long as the table of permissions is as it was. */
interface Held {
  stamp: string;
  permissions: Permission[];
  /** What may be shared: an ability with conditions is its account's own. */
  ability: unknown;
}

/** Changes with every permission that is given, taken or changed, by whatever instance. */
const readStamp = async (strapi: Core.Strapi): Promise<string> => {
  const row = (await strapi.db
    .connection('admin_permissions')
    .count({ count: '*' })
    .sum({ ids: 'id' })
    .max({ changed: 'updated_at' })
    .first()) as { count: unknown; ids: unknown; changed: unknown };
  return [row.count, row.ids, Number(new Date(row.changed as string))].map(String).join(' ');
};

const isConditional = ({ conditions }: Permission): boolean => conditions.length > 0;

/**
 * Keeps what a set of roles may do. Strapi reads all permissions of an account and makes rules of
 * them anew for each request, which is a third of what a request of the panel costs.
 */
export const keepAbilities = (strapi: Core.Strapi): void => {
  const service = strapi.service('admin::permission') as PermissionService;
  const { engine } = service;
  const forAnyUser = engine.generateUserAbility.bind(engine);
  const kept = new Map<string, Held>();

  const read = async (stamp: string, ids: Array<number | string>, user: User): Promise<Held> => {
    const permissions = await service.findMany({ where: { role: { id: { $in: ids } } } });
    const ability = permissions.some(isConditional)
      ? null
      : await engine.generateTokenAbility(permissions, user);
    return { stamp, permissions, ability };
  };

  engine.generateUserAbility = async (user) => {
    if (!user.roles) return forAnyUser(user);
    const ids = user.roles.map(({ id }) => id);
    const key = ids.map(String).sort().join(' ');
    // Before the permissions: what is changed meanwhile has another stamp.
    const stamp = await readStamp(strapi);
    let held = kept.get(key);
    if (held?.stamp !== stamp) {
      held = await read(stamp, ids, user);
      kept.set(key, held);
    }
    return held.ability ?? engine.generateTokenAbility(held.permissions, user);
  };
};
