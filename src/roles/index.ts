import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeAdvisoryLock } from '../common/database/advisory-locks';
import { rolesOf, type RoleDefinition } from './definitions';
import { changeOf, grantsOf, type Grant, type HeldPermission } from './grants';
import type { Permission, RoleCode } from './permissions';

export type { RoleCode } from './permissions';

interface Role {
  id: number;
  description: string | null;
}

interface RoleService {
  findOne(query: { code: string }): Promise<Role | null>;
  create(role: { code: string; name: string; description: string }): Promise<Role>;
  update(query: { id: number }, values: { description: string }): Promise<unknown>;
  addPermissions(role: number, permissions: readonly Permission[]): Promise<unknown>;
}

interface PermissionService {
  findMany(query: { where: { role: { id: number } } }): Promise<HeldPermission[]>;
  deleteByIds(ids: readonly number[]): Promise<unknown>;
  conditionProvider: { has(condition: string): boolean };
}

/** What code has made of a role, so that what an administrator makes of it can be told apart. */
interface RoleRecord {
  description: string;
  granted: Grant[];
}

const permissionService = (strapi: Core.Strapi): PermissionService =>
  strapi.service('admin::permission') as unknown as PermissionService;

const records = (strapi: Core.Strapi) => strapi.store({ type: 'site', name: 'roles' });

const bring = async (
  strapi: Core.Strapi,
  role: Role,
  definition: RoleDefinition,
  record: RoleRecord
): Promise<void> => {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const permissions = permissionService(strapi);
  const held = await permissions.findMany({ where: { role: { id: role.id } } });
  const change = changeOf(definition.permissions, held, new Set(record.granted));
  if (change.removed.length > 0) await permissions.deleteByIds(change.removed);
  for (const { id, properties, conditions } of change.changed) {
    await strapi.db
      .query('admin::permission')
      .update({ where: { id }, data: { properties, conditions } });
  }
  if (change.added.length > 0) await roles.addPermissions(role.id, change.added);
  if (role.description === record.description && role.description !== definition.description) {
    await roles.update({ id: role.id }, { description: definition.description });
  }
};

/** Strapi would drop a condition that it does not know, and grant the permission without it. */
const requireConditions = (strapi: Core.Strapi, permissions: readonly Permission[]): void => {
  const { conditionProvider } = permissionService(strapi);
  const conditions = permissions.flatMap((permission) => permission.conditions ?? []);
  const unknown = conditions.find((condition) => !conditionProvider.has(condition));
  if (unknown === undefined) return;
  throw new Error(`The condition ${unknown} is not registered; no role can be made without it.`);
};

const ensureRole = async (
  strapi: Core.Strapi,
  code: RoleCode,
  definition: RoleDefinition
): Promise<number> => {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const { name, description } = definition;
  const existing = await roles.findOne({ code });
  const role = existing ?? (await roles.create({ code, name, description }));
  const kept = existing ? ((await records(strapi).get({ key: code })) as RoleRecord | null) : null;
  const record = kept ?? { description, granted: [] };
  await bring(strapi, role, definition, record);
  const granted = grantsOf(definition.permissions);
  const isKnown =
    kept !== null && JSON.stringify(kept) === JSON.stringify({ description, granted });
  if (!isKnown) await records(strapi).set({ key: code, value: { description, granted } });
  return role.id;
};

/**
 * Makes the roles of the bureau's people and keeps them up to date; run at every boot. What a later
 * version of the code grants is added, what it no longer grants is taken back, and what an
 * administrator added or removed stays.
 *
 * @returns the ids of the roles
 * @throws when a condition of theirs is not registered
 */
export const ensureRoles = async (strapi: Core.Strapi): Promise<Record<RoleCode, number>> => {
  const definitions = Object.entries(rolesOf(strapi)) as Array<[RoleCode, RoleDefinition]>;
  requireConditions(
    strapi,
    definitions.flatMap(([, { permissions }]) => permissions)
  );
  return strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    // Two instances that boot together would make every role twice.
    await takeAdvisoryLock(strapi, trx, 'roles');
    const ids: Partial<Record<RoleCode, number>> = {};
    for (const [code, definition] of definitions) {
      ids[code] = await ensureRole(strapi, code, definition);
    }
    return ids as Record<RoleCode, number>;
  });
};
