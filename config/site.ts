import type { Core } from '@strapi/strapi';

/** The site that visitors see: its addresses stand in the site map and in the feed. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  url: env('PUBLIC_URL', ''),
  name: env('SITE_NAME', '文化常州'),
  entryPath: env('SITE_ENTRY_PATH', '/entry.html?collection={collection}&slug={slug}'),
  accounts: env.bool('SITE_ACCOUNTS', false),
  /** Whether mail is set up: without it nobody is told that one is on its way. */
  mail: env.bool('MAIL_ENABLED', false),
  password: { length: env.int('PASSWORD_LENGTH', 12), kinds: env.int('PASSWORD_KINDS', 3) },
  columnPath: env('SITE_COLUMN_PATH', '/column.html?code={code}'),
  bureau: {
    /** Begins every 索引号: the bureau's 组织机构代码 or 统一社会信用代码. */
    organCode: env('SITE_ORGAN_CODE', '000000000'),
    /** Issues what names no other issuer. */
    name: env('SITE_BUREAU_NAME', '市文化局'),
  },
  /** What the reference site says of itself in its head and foot; what is empty it leaves out. */
  front: {
    owner: env('SITE_OWNER', env('SITE_BUREAU_NAME', '市文化局')),
    idCode: env('SITE_ID_CODE', ''),
    record: env('SITE_RECORD', ''),
    address: env('SITE_ADDRESS', ''),
    phone: env('SITE_PHONE', ''),
    /** Set by the demo: its people and their work are invented, and the site says so. */
    isDemo: env.bool('SITE_DEMO', false),
  },
});

export default config;
