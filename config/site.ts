import type { Core } from '@strapi/strapi';

/** The site that visitors see: its addresses stand in the site map and in the feed. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  url: env('PUBLIC_URL', ''),
  name: env('SITE_NAME', '文化常州'),
  /** Whether the site's pages are rendered here; a bureau with a front end of its own says no. */
  pages: env.bool('SITE_PAGES', true),
  /** Paths of that front end's pages, with {collection}, {documentId}, {slug}, {section}, {column} and {code}. */
  entryPath: env('SITE_ENTRY_PATH', ''),
  accounts: env.bool('SITE_ACCOUNTS', false),
  /** Whether mail is set up: without it nobody is told that one is on its way. */
  mail: env.bool('MAIL_ENABLED', false),
  password: { length: env.int('PASSWORD_LENGTH', 12), kinds: env.int('PASSWORD_KINDS', 3) },
  columnPath: env('SITE_COLUMN_PATH', ''),
  /** What stands at the foot of every page; what is empty is left out. */
  identity: {
    organiser: env('SITE_ORGANISER', env('SITE_BUREAU_NAME', '市文化局')),
    contractor: env('SITE_CONTRACTOR', ''),
    address: env('SITE_ADDRESS', ''),
    phone: env('SITE_PHONE', ''),
    email: env('SITE_EMAIL', ''),
    motto: env('SITE_MOTTO', '市文化局门户网站'),
    description: env(
      'SITE_DESCRIPTION',
      '市文化局门户网站：文化资讯、政务公开、公共服务和特色文化栏目。'
    ),
    keywords: env('SITE_KEYWORDS', '文化常州,市文化局,政务公开,公共文化服务'),
    idCode: env('SITE_ID_CODE', ''),
    icp: env('SITE_ICP', ''),
    police: env('SITE_POLICE', ''),
    partyMark: env('SITE_PARTY_MARK', ''),
    partyMarkPicture: env('SITE_PARTY_MARK_PICTURE', ''),
    errorReport: env('SITE_ERROR_REPORT', ''),
    notice: env('SITE_NOTICE', ''),
  },
  /** Whether pages and answers of the public API are kept, and how much memory they may take. */
  keep: { enabled: env.bool('SITE_KEEP', true), megabytes: env.int('SITE_KEEP_MB', 64) },
  /** Days on which the site is without colours: 2026-12-13, 2026-12-13..2026-12-15, 12-13 of every year. */
  greyDays: env.array('SITE_GREY_DAYS', []),
  bureau: {
    /** Begins every 索引号: the bureau's 组织机构代码 or 统一社会信用代码. */
    organCode: env('SITE_ORGAN_CODE', '000000000'),
    /** Issues what names no other issuer. */
    name: env('SITE_BUREAU_NAME', '市文化局'),
  },
});

export default config;
