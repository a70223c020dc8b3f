import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../constants';

const NAME = 'own-unit';

/**
 * What the condition says of a row, true of every row. Which rows are the unit's own is decided by
 * the database (`isolation/`): Strapi would match them in memory, on rows whose relations are mere
 * counts, and would not match them at all in relation pickers, counts and nested filters.
 */
const MARK = { id: { $ne: -1 } } as const;

interface ConditionProvider {
  register(condition: {
    displayName: string;
    name: string;
    plugin: string;
    category: string;
    handler: () => object;
  }): Promise<unknown>;
}

/** Registers the condition "of the own units", by which roles hold an account to its units. */
export const registerOwnUnitCondition = async (strapi: Core.Strapi): Promise<void> => {
  const { conditionProvider } = strapi.service('admin::permission') as unknown as {
    conditionProvider: ConditionProvider;
  };
  await conditionProvider.register({
    displayName: 'Of the own units only (仅限本单位)',
    name: NAME,
    plugin: PLUGIN,
    category: 'Unit (单位)',
    handler: () => MARK,
  });
};

interface Rule {
  inverted: boolean;
  conditions?: unknown;
}

/** The part of Strapi's ability of an admin that is looked at. */
export interface Ability {
  rules: readonly Rule[];
  rulesFor(action: string, subject?: string): readonly Rule[];
  can(action: string): boolean;
}

const isMarked = ({ conditions }: Rule): boolean =>
  JSON.stringify(conditions ?? null).includes(JSON.stringify(MARK));

const held = new WeakMap<Ability, boolean>();

/** Whether any of the account's permissions is for the own units only. */
export const isScopedToUnits = (ability: Ability): boolean => {
  const known = held.get(ability);
  if (known !== undefined) return known;
  const isScoped = ability.rules.some(isMarked);
  held.set(ability, isScoped);
  return isScoped;
};

/** Whether the account has the permission for the rows of every unit. */
export const sees = (ability: Ability, action: string, subject?: string): boolean =>
  ability.rulesFor(action, subject).some((rule) => !rule.inverted && !rule.conditions);
