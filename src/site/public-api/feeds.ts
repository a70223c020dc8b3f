import type { Core } from '@strapi/strapi';
import { escapeMarkup } from '../search/highlight';
import { columnAddress, entryAddress, siteConfig } from './addresses';
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

interface EntryRow {
  documentId: string;
  slug?: string | null;
  publishedAt: string | Date;
}

interface Address {
  location: string;
  changed: Date | null;
}

const entriesOf = async (strapi: Core.Strapi, type: SiteType): Promise<Address[]> => {
  const site = siteConfig(strapi);
  const rows = (await strapi.db.query(type.uid).findMany({
    select: ['documentId', 'publishedAt', ...(has(type, 'slug') ? ['slug'] : [])],
    where: { publishedAt: { $notNull: true } },
    orderBy: { publishedAt: 'desc' },
    limit: MOST_ADDRESSES,
  })) as EntryRow[];
  return rows.map(({ documentId, slug, publishedAt }) => ({
    location: entryAddress(site, {
      collection: type.collection,
      documentId,
      slug: slug ?? null,
    }),
    changed: new Date(publishedAt),
  }));
};

const columnsOf = (strapi: Core.Strapi, nodes: readonly ColumnNode[]): Address[] =>
  nodes.flatMap(({ code, lastUpdate, children }) => [
    {
      location: columnAddress(siteConfig(strapi), code),
      changed: lastUpdate === null ? null : new Date(lastUpdate),
    },
    ...columnsOf(strapi, children),
  ]);

const writtenAddress = ({ location, changed }: Address): string =>
  `<url>${element('loc', location)}${changed ? element('lastmod', changed.toISOString()) : ''}</url>`;

/** The site map: home, every column, every published entry, of more than 50,000 the latest. */
export const siteMap = async (strapi: Core.Strapi): Promise<string> => {
  const addresses: Address[] = [];
  for (const type of siteTypes(strapi)) addresses.push(...(await entriesOf(strapi, type)));
  addresses.sort((one, other) => Number(other.changed) - Number(one.changed));
  const home: Address = {
    location: `${siteConfig(strapi).url}/`,
    changed: addresses[0]?.changed ?? null,
  };
  const all = [home, ...columnsOf(strapi, await columnTree(strapi)), ...addresses];
  const urls = all.slice(0, MOST_ADDRESSES).map(writtenAddress).join('\n');
  return `${DECLARATION}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
};

interface NewsRow extends EntryRow {
  title: string;
  summary?: string | null;
  publicationDate: string | Date;
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

/** The latest news as RSS 2.0: whatever runs in a placement. */
export const newsFeed = async (strapi: Core.Strapi): Promise<string> => {
  const site = siteConfig(strapi);
  const items: Array<{ link: string; row: NewsRow }> = [];
  for (const type of siteTypes(strapi).filter((each) => has(each, 'placement'))) {
    const rows = (await strapi.db.query(type.uid).findMany({
      select: ['documentId', 'slug', type.title, 'summary', 'publicationDate', 'publishedAt'],
      where: { publishedAt: { $notNull: true }, publicationDate: { $notNull: true } },
      orderBy: [{ publicationDate: 'desc' }, { id: 'desc' }],
      limit: MOST_NEWS,
    })) as NewsRow[];
    for (const row of rows) {
      const link = entryAddress(site, {
        collection: type.collection,
        documentId: row.documentId,
        slug: row.slug ?? null,
      });
      items.push({ link, row });
    }
  }
  const dateOf = ({ row }: { row: NewsRow }): number => new Date(row.publicationDate).getTime();
  items.sort((one, other) => dateOf(other) - dateOf(one));
  const written = items.slice(0, MOST_NEWS).map(({ link, row }) => writtenItem(link, row));
  const self = escapeMarkup(`${site.url}/rss.xml`);
  return [
    DECLARATION,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', site.name),
    element('link', `${site.url}/`),
    element('description', `${site.name} 资讯`),
    '<language>zh-CN</language>',
    `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    ...written,
    '</channel></rss>',
    '',
  ].join('\n');
};
