import type { Core } from '@strapi/strapi';

/**
 * What visitors may do. The `find` of submission and unit has no route: it only lets an article be
 * read together with the names of the units that supplied it. Everything else of a submission is
 * private in its schema.
 */
export const PUBLIC_ACTIONS = [
  'api::article.article.find',
  'api::article.article.findOne',
  'plugin::points.submission.find',
  'plugin::points.unit.find',
] as const;

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

/**
 * Gives the public role what it needs to read the site's columns; run at every boot, it adds only
 * what is missing.
 */
export const openPublicApi = async (strapi: Core.Strapi): Promise<void> => {
  const role = (await strapi.db.query(ROLE).findOne({ where: { type: 'public' } })) as {
    id: number;
  } | null;
  if (!role) throw new Error('The public role is missing: users-permissions has not started.');
  const granted = (await strapi.db.query(PERMISSION).findMany({
    select: ['action'],
    where: { role: role.id, action: { $in: PUBLIC_ACTIONS } },
  })) as Array<{ action: string }>;
  const held = new Set(granted.map(({ action }) => action));
  for (const action of PUBLIC_ACTIONS) {
    if (held.has(action)) continue;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
  }
};
