import type { Permission } from './permissions';

/**
 * A permission's smallest parts, each named: the permission as such, each of its fields and each of
 * its conditions. By them a role's record says what code has ever granted.
 */
export type Grant = string;

/** A permission that a role has. */
export interface HeldPermission extends Permission {
  id: number;
}

/** What bringing a role up to date takes. */
export interface RoleChange {
  added: Permission[];
  changed: HeldPermission[];
  removed: number[];
}

const baseOf = ({ action, subject }: Permission): Grant => `${action} ${subject ?? ''}`;
const fieldOf = (base: Grant, field: string): Grant => `${base} .${field}`;
const conditionOf = (base: Grant, condition: string): Grant => `${base} ?${condition}`;

const fieldsOf = ({ properties }: Permission): readonly string[] => properties?.fields ?? [];
const conditionsOf = ({ conditions }: Permission): readonly string[] => conditions ?? [];

/** All parts of all the permissions. */
export const grantsOf = (permissions: readonly Permission[]): Grant[] =>
  permissions.flatMap((permission) => {
    const base = baseOf(permission);
    return [
      base,
      ...fieldsOf(permission).map((field) => fieldOf(base, field)),
      ...conditionsOf(permission).map((condition) => conditionOf(base, condition)),
    ];
  });

/**
 * A permission's fields or conditions, with those added that code gives for the first time, and
 * without those that it gave and no longer gives.
 */
const upToDate = (
  held: readonly string[],
  defined: readonly string[],
  wasGranted: (name: string) => boolean
): string[] => [
  ...held.filter((name) => defined.includes(name) || !wasGranted(name)),
  ...defined.filter((name) => !held.includes(name) && !wasGranted(name)),
];

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));

/** The permission as it should be, or the same when nothing is to be done. */
const updated = (
  held: HeldPermission,
  defined: Permission,
  granted: ReadonlySet<Grant>
): HeldPermission => {
  const base = baseOf(defined);
  const fields = upToDate(fieldsOf(held), fieldsOf(defined), (field) =>
    granted.has(fieldOf(base, field))
  );
  const conditions = upToDate(conditionsOf(held), conditionsOf(defined), (condition) =>
    granted.has(conditionOf(base, condition))
  );
  if (isSame(fields, fieldsOf(held)) && isSame(conditions, conditionsOf(held))) return held;
  return {
    ...held,
    ...(defined.properties ? { properties: { ...held.properties, fields } } : {}),
    conditions,
  };
};

/**
 * What a role lacks of its definition, and has that a later definition no longer gives. What code
 * granted once and is not there was taken away by an administrator and stays so; what is there and
 * was never granted by code was added by one and stays too.
 *
 * @param granted what code has granted so far
 */
export const changeOf = (
  defined: readonly Permission[],
  held: readonly HeldPermission[],
  granted: ReadonlySet<Grant>
): RoleChange => {
  const heldByBase = new Map(held.map((permission) => [baseOf(permission), permission]));
  const definedBases = new Set(defined.map(baseOf));
  const change: RoleChange = { added: [], changed: [], removed: [] };
  for (const permission of defined) {
    const base = baseOf(permission);
    const own = heldByBase.get(base);
    if (!own) {
      if (!granted.has(base)) change.added.push(permission);
      continue;
    }
    const wanted = updated(own, permission, granted);
    if (wanted !== own) change.changed.push(wanted);
  }
  change.removed = held
    .filter((permission) => {
      const base = baseOf(permission);
      return granted.has(base) && !definedBases.has(base);
    })
    .map(({ id }) => id);
  return change;
};
