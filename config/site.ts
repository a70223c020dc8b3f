import type { Core } from '@strapi/strapi';

/** The site that visitors see: its addresses stand in the site map and in the feed. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  url: env('PUBLIC_URL', ''),
  name: env('SITE_NAME', '文化常州'),
  entryPath: env('SITE_ENTRY_PATH', '/entry.html?collection={collection}&slug={slug}'),
  accounts: env.bool('SITE_ACCOUNTS', false),
  columnPath: env('SITE_COLUMN_PATH', '/column.html?code={code}'),
});

export default config;
