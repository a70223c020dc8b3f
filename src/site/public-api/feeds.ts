import type { Core } from '@strapi/strapi';
import { escapeMarkup } from '../search/highlight';
import { COLUMN } from '../content-types';
import { columnPath, type ColumnPlace } from '../pages/addresses';
import { columnAddress, entryAddress, siteConfig, type SiteConfig } from './addresses';
import { type ColumnNode, columnTree } from './column-tree';
import { has, siteTypes, type SiteType } from './site-types';

/** The most that one site map may name. */
const MOST_ADDRESSES = 50_000;

const MOST_NEWS = 50;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Characters that XML has no way to write. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const element = (name: string, content: string): string =>
  `<${name}>${escapeMarkup(content.replace(UNWRITABLE, ''))}</${name}>`;

interface Address {
  location: string;
  changed: Date | null;
}

interface Published extends ColumnPlaceOrNone {
  documentId: string;
  slug: string | null;
  publishedAt: string | number | Date;
}

interface ColumnPlaceOrNone {
  section: string | null;
  code: string | null;
}

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

/** Where everything is that is published of a type, in one statement however much it is. */
const publishedOf = async (strapi: Core.Strapi, type: SiteType): Promise<Published[]> => {
  const { tableName, attributes } = strapi.db.metadata.get(type.uid);
  const rows = strapi.db
    .connection({ e: tableName })
    .whereNotNull('e.published_at')
    .select({ documentId: 'e.document_id', publishedAt: 'e.published_at' });
  if (has(type, 'slug')) void rows.select({ slug: 'e.slug' });
  if (has(type, 'column')) {
    const { joinTable } = attributes.column as unknown as { joinTable: JoinTable };
    void rows
      .leftJoin({ l: joinTable.name }, `l.${joinTable.joinColumn.name}`, 'e.id')
      .leftJoin(
        { c: strapi.db.metadata.get(COLUMN).tableName },
        'c.id',
        `l.${joinTable.inverseJoinColumn.name}`
      )
      .select({ section: 'c.section', code: 'c.code' });
  }
  return (await rows) as Published[];
};

const columnPlace = ({ section, code }: ColumnPlaceOrNone): ColumnPlace | null =>
  section === null || code === null ? null : { section, code };

const entriesOf = async (strapi: Core.Strapi, type: SiteType): Promise<Address[]> => {
  const site = siteConfig(strapi);
  const rows = await publishedOf(strapi, type);
  return rows.map((row) => ({
    location: entryAddress(site, {
      collection: type.collection,
      documentId: row.documentId,
      slug: row.slug,
      column: columnPlace(row),
    }),
    changed: new Date(row.publishedAt),
  }));
};

const columnsOf = (site: SiteConfig, nodes: readonly ColumnNode[]): Address[] =>
  nodes.flatMap((node) => [
    {
      location: columnAddress(site, node),
      changed: node.lastUpdate === null ? null : new Date(node.lastUpdate),
    },
    ...columnsOf(site, node.children),
  ]);

const writtenAddress = ({ location, changed }: Address): string =>
  `<url>${element('loc', location)}${changed ? element('lastmod', changed.toISOString()) : ''}</url>`;

const URL_SET = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const addressesOf = async (strapi: Core.Strapi): Promise<Address[]> => {
  const entries: Address[] = [];
  for (const type of siteTypes(strapi)) entries.push(...(await entriesOf(strapi, type)));
  entries.sort((one, other) => Number(other.changed) - Number(one.changed));
  const site = siteConfig(strapi);
  const home: Address = { location: `${site.url}/`, changed: entries[0]?.changed ?? null };
  return [home, ...columnsOf(site, await columnTree(strapi)), ...entries];
};

/** The paths of all that the site map names. */
export const mappedPaths = async (strapi: Core.Strapi): Promise<string[]> => {
  const { url } = siteConfig(strapi);
  return (await addressesOf(strapi)).map(({ location }) => location.slice(url.length));
};

const urlSet = (addresses: readonly Address[]): string =>
  `${DECLARATION}\n<urlset ${URL_SET}>\n${addresses.map(writtenAddress).join('\n')}\n</urlset>\n`;

/** Addresses of the parts of a site map that is too large for one file. */
const siteMapPart = (part: number): string => `/sitemap-${part}.xml`;

/**
 * The site map: home, every column, every published entry, the latest first; of more than 50,000 an
 * index of its parts.
 *
 * @param most the most that one file may name
 */
export const siteMap = async (
  strapi: Core.Strapi,
  most: number = MOST_ADDRESSES
): Promise<string> => {
  const addresses = await addressesOf(strapi);
  if (addresses.length <= most) return urlSet(addresses);
  const { url } = siteConfig(strapi);
  const parts = Array.from(
    { length: Math.ceil(addresses.length / most) },
    (_, index) => `<sitemap>${element('loc', url + siteMapPart(index + 1))}</sitemap>`
  );
  return `${DECLARATION}\n<sitemapindex ${URL_SET}>\n${parts.join('\n')}\n</sitemapindex>\n`;
};

/** A part of the site map, counted from 1; nothing where there are not so many. */
export const partOfSiteMap = async (
  strapi: Core.Strapi,
  part: number,
  most: number = MOST_ADDRESSES
): Promise<string | null> => {
  const addresses = await addressesOf(strapi);
  if (addresses.length <= most) return null;
  const those = addresses.slice((part - 1) * most, part * most);
  return those.length === 0 ? null : urlSet(those);
};

interface NewsRow {
  documentId: string;
  slug?: string | null;
  title: string;
  summary?: string | null;
  publicationDate: string | Date;
  column?: ColumnPlace | null;
}

const writtenItem = (link: string, { title, summary, publicationDate }: NewsRow): string =>
  [
    '<item>',
    element('title', title),
    element('link', link),
    `<guid isPermaLink="true">${escapeMarkup(link)}</guid>`,
    element('pubDate', new Date(publicationDate).toUTCString()),
    summary ? element('description', summary) : '',
    '</item>',
  ].join('');

interface Item {
  link: string;
  row: NewsRow;
}

const latestOf = async (
  strapi: Core.Strapi,
  type: SiteType,
  where: object = {}
): Promise<Item[]> => {
  const site = siteConfig(strapi);
  const rows = (await strapi.db.query(type.uid).findMany({
    select: [
      ...['documentId', type.title, 'publicationDate'],
      ...['slug', 'summary'].filter((name) => has(type, name)),
    ],
    where: {
      $and: [{ publishedAt: { $notNull: true }, publicationDate: { $notNull: true } }, where],
    },
    populate: { column: { select: ['code', 'section'] } },
    orderBy: [{ publicationDate: 'desc' }, { id: 'desc' }],
    limit: MOST_NEWS,
  })) as unknown as Array<NewsRow & Record<string, string>>;
  return rows.map((row) => ({
    link: entryAddress(site, {
      collection: type.collection,
      documentId: row.documentId,
      slug: row.slug ?? null,
      column: row.column ?? null,
    }),
    row: { ...row, title: row[type.title] ?? '' },
  }));
};

interface Channel {
  title: string;
  /** Paths of the page and of the feed itself. */
  page: string;
  self: string;
  description: string;
}

const feedOf = (
  { url }: SiteConfig,
  { title, page, self, description }: Channel,
  items: readonly Item[]
): string => {
  const dateOf = ({ row }: Item): number => new Date(row.publicationDate).getTime();
  const latest = [...items].sort((one, other) => dateOf(other) - dateOf(one)).slice(0, MOST_NEWS);
  return [
    DECLARATION,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', title),
    element('link', url + page),
    element('description', description),
    '<language>zh-CN</language>',
    `<atom:link href="${escapeMarkup(url + self)}" rel="self" type="application/rss+xml"/>`,
    ...latest.map(({ link, row }) => writtenItem(link, row)),
    '</channel></rss>',
    '',
  ].join('\n');
};

/** The latest news as RSS 2.0: whatever runs in a placement. */
export const newsFeed = async (strapi: Core.Strapi): Promise<string> => {
  const site = siteConfig(strapi);
  const items: Item[] = [];
  for (const type of siteTypes(strapi).filter((each) => has(each, 'placement'))) {
    items.push(...(await latestOf(strapi, type)));
  }
  const description = `${site.name} 资讯`;
  return feedOf(site, { title: site.name, page: '/', self: '/rss.xml', description }, items);
};

/** The latest of one column as RSS 2.0. */
export const columnFeed = async (
  strapi: Core.Strapi,
  column: { section: string; code: string; name: string; description: string | null },
  { type, where }: { type: SiteType; where: object }
): Promise<string> => {
  const site = siteConfig(strapi);
  const page = columnPath(column);
  return feedOf(
    site,
    {
      title: `${column.name} - ${site.name}`,
      page,
      self: `${page}rss.xml`,
      description: column.description || column.name,
    },
    await latestOf(strapi, type, where)
  );
};
