/** One permission of an admin role, as Strapi keeps it. */
export interface Permission {
  action: string;
  subject?: string;
  properties?: { fields: readonly string[] };
  conditions?: readonly string[];
}

export type RoleCode = 'office' | 'editor' | 'officer' | 'leader';

export type Verb = 'create' | 'read' | 'update' | 'delete' | 'publish';

/** Holds an account to the rows of its own units; registered by the plugin. */
const OWN_UNIT = 'plugin::points.own-unit';

/** Publishing and deleting concern the whole entry. */
const WHOLE_ENTRY: ReadonlySet<Verb> = new Set(['publish', 'delete']);

/** Permissions of the Content Manager on a content type. */
export const on = (
  subject: string,
  verbs: readonly Verb[],
  fields: readonly string[]
): Permission[] =>
  verbs.map((verb) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject,
    ...(WHOLE_ENTRY.has(verb) ? {} : { properties: { fields } }),
  }));

/** The same permissions, for rows of the own units only. */
export const ofOwnUnit = (permissions: readonly Permission[]): Permission[] =>
  permissions.map((permission) => ({ ...permission, conditions: [OWN_UNIT] }));
