import type { Core } from '@strapi/strapi';
import { isPostgres } from '../common/database/dialect';

interface Permission {
  conditions: string[];
}

interface User {
  id: number | string;
  roles?: Array<{ id: number | string }>;
}

/** A condition of Strapi's: asked about an account and one of its permissions. */
interface Condition {
  handler(about: User & { permission: Permission }): unknown;
}

interface PermissionService {
  findMany(query: object): Promise<Permission[]>;
  conditionProvider: { get(id: string): Condition | undefined };
  engine: {
    generateUserAbility(user: User): Promise<unknown>;
    generateTokenAbility(permissions: Permission[], user: User): Promise<unknown>;
  };
}

/** What the accounts of one set of roles may do, as long as the table of permissions is as it was. */
interface Held {
  stamp: string;
  permissions: Permission[];
  /** By what the conditions said of an account. */
  abilities: Map<string, unknown>;
}

/** As many abilities of one set of roles are kept; one that depends on the account is its own. */
const MOST = 200;

/**
 * Changes with every permission that is given, taken or changed, by whatever instance. The times are
 * summed, so that a change shows also where the clock of the instance that made it is behind.
 */
const stampReader = (strapi: Core.Strapi): (() => Promise<string>) => {
  const { connection } = strapi.db;
  const times = isPostgres(strapi) ? 'sum(extract(epoch from updated_at))' : 'sum(updated_at)';
  const columns = connection.raw(`count(*) as count, sum(id) as ids, ${times} as times`);
  return async () => {
    const row = (await connection('admin_permissions').select(columns).first()) as Record<
      'count' | 'ids' | 'times',
      unknown
    >;
    return [row.count, row.ids, row.times].map(String).join(' ');
  };
};

/**
 * Keeps what a set of roles may do. Strapi reads all permissions of an account and makes rules of
 * them anew for each request, which is a third of what a request of the panel costs. Rules differ
 * from account to account only by what the conditions say of it, so that these alone are asked each
 * time: who is told the same has the same rules.
 */
export const keepAbilities = (strapi: Core.Strapi): void => {
  const service = strapi.service('admin::permission') as PermissionService;
  const { engine, conditionProvider } = service;
  const readStamp = stampReader(strapi);
  const forAnyUser = engine.generateUserAbility.bind(engine);
  const kept = new Map<string, Held>();

  const read = async (stamp: string, ids: Array<number | string>): Promise<Held> => {
    const permissions = await service.findMany({ where: { role: { id: { $in: ids } } } });
    return { stamp, permissions, abilities: new Map() };
  };

  const askConditions = async (permissions: Permission[], user: User): Promise<string> => {
    const answers = permissions.flatMap((permission) =>
      permission.conditions.map((id) => conditionProvider.get(id)?.handler({ ...user, permission }))
    );
    return JSON.stringify(await Promise.all(answers));
  };

  const abilityOf = async ({ permissions, abilities }: Held, user: User): Promise<unknown> => {
    const answers = await askConditions(permissions, user);
    const known = abilities.get(answers);
    if (known) return known;
    const ability = await engine.generateTokenAbility(permissions, user);
    const [oldest] = abilities.keys();
    if (oldest !== undefined && abilities.size >= MOST) abilities.delete(oldest);
    abilities.set(answers, ability);
    return ability;
  };

  engine.generateUserAbility = async (user) => {
    if (!user.roles) return forAnyUser(user);
    const ids = user.roles.map(({ id }) => id);
    const key = ids.map(String).sort().join(' ');
    // Before the permissions: what is changed meanwhile has another stamp.
    const stamp = await readStamp();
    let held = kept.get(key);
    if (held?.stamp !== stamp) {
      held = await read(stamp, ids);
      kept.set(key, held);
    }
    return abilityOf(held, user);
  };
};
