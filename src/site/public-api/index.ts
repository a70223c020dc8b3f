import type { Core } from '@strapi/strapi';
import { closeAccounts } from './accounts';
import { siteChanges } from '../kept/changes';
import { watchRows } from './cache';
import { keepFilesPrivate } from './files';
import { newsFeed, siteMap } from './feeds';
import { leadToPresentSlugs } from './moved';
import { serveFeeds, validateAnswers } from './responses';
import { siteContentTypes } from './site-types';

/** Reading them has no route: it only lets an entry be read with the names of the units that supplied it. */
const OF_ENTRIES = ['plugin::points.submission.find', 'plugin::points.unit.find'];

const VERBS = ['find', 'findOne'];

/**
 * What visitors may do: read every content type of the site, one that is added later too. Of a
 * submission all but its units is private in its schema.
 */
export const publicActions = (strapi: Core.Strapi): string[] => [
  ...siteContentTypes(strapi).flatMap(({ uid }) => VERBS.map((verb) => `${uid}.${verb}`)),
  ...OF_ENTRIES,
];

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

/** Who logs in with an account of the site reads what a visitor reads. */
const READERS = ['public', 'authenticated'];

const grant = async (strapi: Core.Strapi, type: string): Promise<void> => {
  const role = (await strapi.db.query(ROLE).findOne({ where: { type } })) as { id: number } | null;
  if (!role) throw new Error(`The ${type} role is missing: users-permissions has not started.`);
  const actions = publicActions(strapi);
  const granted = (await strapi.db.query(PERMISSION).findMany({
    select: ['action'],
    where: { role: role.id, action: { $in: actions } },
  })) as Array<{ action: string }>;
  const held = new Set(granted.map(({ action }) => action));
  for (const action of actions) {
    if (held.has(action)) continue;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
  }
};

/**
 * Gives visitors what they need to read the site's columns; run at every boot, it adds only what is
 * missing.
 */
export const openPublicApi = async (strapi: Core.Strapi): Promise<void> => {
  for (const type of READERS) await grant(strapi, type);
  await closeAccounts(strapi);
  watchRows(strapi);
  await siteChanges(strapi).start();
  validateAnswers(strapi);
  leadToPresentSlugs(strapi);
};

/** Puts the public API's own rules and addresses in place, before the application starts. */
export const registerPublicApi = (strapi: Core.Strapi): void => {
  keepFilesPrivate(strapi);
  serveFeeds(strapi, {
    '/sitemap.xml': { type: 'application/xml', make: () => siteMap(strapi) },
    '/rss.xml': { type: 'application/rss+xml', make: () => newsFeed(strapi) },
  });
};
