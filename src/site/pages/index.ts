import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { clock } from '../../common/time/clock';
import { COLUMN } from '../content-types';
import type { ColumnNode } from '../public-api/column-tree';
import { columnFeed, partOfSiteMap } from '../public-api/feeds';
import { typeOfCollection } from '../public-api/moved';
import { presentAddress, wasPublished } from '../slug/published-addresses';
import { entryPath, SEARCH, sectionPath, SITE_MAP } from './addresses';
import { columnsOf, type Columns } from './columns';
import { columnPage, type AskedList } from './kinds/column';
import { entryPage, type ShownEntry } from './kinds/entry';
import { homePage } from './kinds/home';
import { missingPage } from './kinds/missing';
import { searchPage } from './kinds/search';
import { sectionPage } from './kinds/section';
import { siteMapPage } from './kinds/site-map';
import { listOf, oldAddress, type OldAddress } from './old-addresses';
import { carriedBy, entriesOf } from './lists';
import { movedTo, textOf, type Page, type PageContext } from './page';
import { readEntries, typeOf } from './reader';
import { SECTIONS, siteOf } from './site';
import { entryTypeOf, shownCollections } from './types';

/** What an address of the site asks for. */
interface Asked {
  path: string;
  query: URLSearchParams;
}

/** A view of a list is a word, a page a number from 2 on. */
const VIEW = /^[a-z]+$/;
const PAGE_NUMBER = /^[1-9]\d{0,5}$/;

const ENTRY = /^(.+)\.html$/;

const FEED = 'rss.xml';
const FOR_GOOD = 'public, max-age=31536000, immutable';
const SITE_MAP_PART = /^\/sitemap-([1-9]\d{0,3})\.xml$/;

const WHOLE_LIST: AskedList = { view: undefined, page: 1 };

const askedList = (rest: readonly string[]): AskedList | null => {
  const [first, second, ...more] = rest;
  if (more.length > 0) return null;
  if (first === undefined) return WHOLE_LIST;
  if (second === undefined && PAGE_NUMBER.test(first))
    return { view: undefined, page: Number(first) };
  if (!VIEW.test(first) || (second !== undefined && !PAGE_NUMBER.test(second))) return null;
  return { view: first, page: Number(second ?? 1) };
};

/** The path's parts, as they were before they were written as an address. */
const partsOf = (path: string): string[] | null => {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
};

/** The entry with that slug in the collection, and the columns that lead to it. */
const readEntry = async (
  strapi: Core.Strapi,
  columns: Columns,
  collection: string,
  slug: string
): Promise<ShownEntry | null> => {
  const type = typeOf(strapi, collection);
  const shown = entryTypeOf(collection);
  if (!type || !shown) return null;
  const [entry] = await readEntries(strapi, type, {
    where: { slug },
    populate: shown.entry.populate,
    isWhole: true,
    limit: 1,
  });
  if (!entry) return null;
  const trail = columns.byCode.get(entry.column?.code ?? '') ?? [];
  return { collection, type, shown, entry, trail };
};

/** What stands under an address that no entry has now: where its entry went, or that it is gone. */
const formerEntry = async (
  context: PageContext,
  collection: string,
  slug: string
): Promise<Page> => {
  const { strapi, columns } = context;
  const contentType = typeOfCollection(strapi, collection);
  if (!contentType || contentType.uid === COLUMN) return missingPage(context, 404);
  const present = await presentAddress(strapi, contentType, slug);
  const entry = present === null ? null : await readEntry(strapi, columns, collection, present);
  if (entry) return movedTo(entryPath(collection, entry.entry));
  const isGone = await wasPublished(strapi, contentType.uid, slug);
  return missingPage(context, isGone ? 410 : 404);
};

/** An entry that stands in a column which carries another type by now. */
const strayEntry = async (
  { strapi, columns }: PageContext,
  code: string,
  slug: string
): Promise<ShownEntry | null> => {
  for (const collection of shownCollections()) {
    const found = await readEntry(strapi, columns, collection, slug);
    if (found?.entry.column?.code === code) return found;
  }
  return null;
};

const anEntry = async (
  context: PageContext,
  collection: string,
  slug: string,
  path: string
): Promise<Page> => {
  const found = await readEntry(context.strapi, context.columns, collection, slug);
  if (!found) return formerEntry(context, collection, slug);
  const canonical = entryPath(collection, found.entry);
  return canonical === path ? entryPage(context, found) : movedTo(canonical);
};

/** The code of a column that is there, from one that it has or had. */
const presentCode = async (
  { strapi, columns }: PageContext,
  code: string
): Promise<string | null> =>
  columns.byCode.has(code) ? code : presentAddress(strapi, strapi.contentType(COLUMN), code);

const feedPage = async (context: PageContext, column: ColumnNode): Promise<Page> => {
  const { strapi } = context;
  const carried = carriedBy(strapi, column);
  if (!carried) return missingPage(context, 404);
  const of = { type: carried.type, where: entriesOf(column, carried.type) };
  return textOf('application/rss+xml', await columnFeed(strapi, column, of));
};

/** A column, or an entry in it: by the section and the code that stand in the address, present or former. */
const inColumn = async (
  context: PageContext,
  [section = '', code = '', ...rest]: readonly string[],
  { path, query }: Asked
): Promise<Page> => {
  const present = await presentCode(context, code);
  const trail = context.columns.byCode.get(present ?? '');
  const column = trail?.at(-1);
  if (!trail || !column) return missingPage(context, 404);
  const [first = ''] = rest;
  const slug = rest.length === 1 ? ENTRY.exec(first)?.[1] : undefined;
  if (slug !== undefined) {
    const page = await anEntry(context, column.carries ?? '', slug, path);
    if (page.status !== 404) return page;
    const stray = await strayEntry(context, column.code, slug);
    return stray ? entryPage(context, stray) : page;
  }
  const isFeed = first === FEED && rest.length === 1;
  const list = isFeed ? WHOLE_LIST : askedList(rest);
  if (!list) return missingPage(context, 404);
  const canonical = [section, code, ...rest].map(encodeURIComponent).join('/');
  const right = [column.section, column.code, ...rest].map(encodeURIComponent).join('/');
  const address = `/${right}${isFeed ? '' : '/'}`;
  if (canonical !== right || path !== address) {
    const asked = query.toString();
    return movedTo(`${address}${asked ? `?${asked}` : ''}`);
  }
  if (isFeed) return feedPage(context, column);
  return columnPage(context, trail, list);
};

const formerPage = async (context: PageContext, old: OldAddress): Promise<Page> => {
  switch (old.kind) {
    case 'moved':
      return movedTo(old.location);
    case 'entry': {
      const { collection, slug } = old;
      return anEntry(context, collection, slug, '/entry.html');
    }
    case 'column': {
      const code = await presentCode(context, old.code);
      const location = code === null ? null : listOf(context.columns, { ...old, code });
      return location === null ? missingPage(context, 404) : movedTo(location);
    }
    default:
      return missingPage(context, 404);
  }
};

const FIXED: Readonly<
  Record<string, ((context: PageContext) => Page | Promise<Page>) | undefined>
> = {
  '/': homePage,
  [SEARCH]: searchPage,
  [SITE_MAP]: siteMapPage,
};

const contextOf = async (strapi: Core.Strapi, query: URLSearchParams): Promise<PageContext> => ({
  strapi,
  site: siteOf(strapi),
  columns: await columnsOf(strapi),
  now: clock.now(),
  query,
});

/** What search engines may visit, and where the site map is. */
const robots = ({ site }: PageContext): Page =>
  textOf(
    'text/plain',
    [
      'User-agent: *',
      'Disallow: /admin',
      'Disallow: /api/',
      `Disallow: ${SEARCH}`,
      `Sitemap: ${site.url}/sitemap.xml`,
      '',
    ].join('\n')
  );

/** A file for machines, where the path is one's. */
const machineFile = async (strapi: Core.Strapi, path: string): Promise<Page | null> => {
  if (path === '/robots.txt') return robots(await contextOf(strapi, new URLSearchParams()));
  const part = SITE_MAP_PART.exec(path)?.[1];
  const written = part === undefined ? null : await partOfSiteMap(strapi, Number(part));
  return written === null ? null : textOf('application/xml', written);
};

const ASSET = /^\/site\/([a-z-]+\.(css|js|svg))$/;
const ASSET_TYPES = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' } as const;

/** A style sheet, script or drawing of the site; under an address that names its version it stays for good. */
const assetFile = async (
  strapi: Core.Strapi,
  path: string,
  query: URLSearchParams
): Promise<Page | null> => {
  const [, name = '', kind = ''] = ASSET.exec(path) ?? [];
  const file = name === '' ? null : join(strapi.dirs.static.public, 'site', name);
  if (file === null || !existsSync(file)) return null;
  const text = await readFile(file, 'utf8');
  const isOfVersion = siteOf(strapi).asset(name) === `${path}?v=${query.get('v') ?? ''}`;
  return {
    ...textOf(ASSET_TYPES[kind as keyof typeof ASSET_TYPES], text),
    ...(isOfVersion ? { cacheControl: FOR_GOOD } : {}),
  };
};

/** A page of those that are the same whatever is published, with or without the slash at its end. */
const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

/**
 * What an address of the site leads to; nothing where it is none of the site's own. What is not
 * there is a page that says so, with its status.
 */
export const pageOf = async (
  strapi: Core.Strapi,
  path: string,
  querystring: string
): Promise<Page | null> => {
  const query = new URLSearchParams(querystring);
  const file = (await machineFile(strapi, path)) ?? (await assetFile(strapi, path, query));
  if (file) return file;
  const old = oldAddress(path, query);
  if (old) return formerPage(await contextOf(strapi, query), old);
  const fixed = FIXED[withSlash(path)];
  if (fixed) {
    if (path !== withSlash(path))
      return movedTo(`${withSlash(path)}${querystring ? `?${querystring}` : ''}`);
    return fixed(await contextOf(strapi, query));
  }
  const parts = partsOf(path);
  const [first = '', second, ...rest] = parts ?? [];
  if (SECTIONS.has(first)) {
    const context = await contextOf(strapi, query);
    if (second !== undefined) return inColumn(context, [first, second, ...rest], { path, query });
    return path === sectionPath(first) ? sectionPage(context, first) : movedTo(sectionPath(first));
  }
  const slug = rest.length === 0 ? ENTRY.exec(second ?? '')?.[1] : undefined;
  if (slug === undefined || !entryTypeOf(first)) return null;
  return anEntry(await contextOf(strapi, query), first, slug, path);
};

/** The page for what nobody else has an answer for. */
export const notFoundPage = (strapi: Core.Strapi): Page =>
  missingPage({ site: siteOf(strapi), now: clock.now() }, 404);
