import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { nextTurn } from '../../common/next-turn';
import { mappedPaths, newsFeed, siteMap } from '../public-api/feeds';
import { notFoundPage, pageOf } from '../pages';
import type { Page } from '../pages/page';
import { withRelativeLinks } from './relative-links';

interface Options {
  /** The folder. */
  to: string;
  /** Whether links lead from file to file, so that the site can stand under any address, or be opened without a server. */
  isRelative: boolean;
}

interface Exported {
  pages: number;
  files: number;
  /** Files that pages lead to and that are not there. */
  missing: string[];
}

/** An address whose pages depend on what is asked behind the question mark has one file: without it. */
const withoutQuery = (address: string): string => address.replace(/[?#].*$/, '');

const LINKS = /(?:href|src|poster|action)="(\/[^"]*)"/g;

const linksOf = (html: string): string[] =>
  [...html.matchAll(LINKS)].map(([, link = '']) => withoutQuery(link.replaceAll('&amp;', '&')));

/** The file in which an address is found by any server: `/news/` is `news/index.html`. */
const fileOf = (address: string): string => {
  const decoded = decodeURIComponent(withoutQuery(address)).replace(/^\//, '');
  return decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
};

const write = async (to: string, name: string, content: string): Promise<void> => {
  const file = path.join(to, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
};

/** What a search needs: a server that runs the application. */
const SEARCH_NOTE =
  '<p class="notice">这是本网站的静态副本，站内搜索和按条件查询须在原网站使用。</p>';

const withNote = (address: string, html: string): string =>
  address === '/search/'
    ? html.replace('<h1>站内搜索</h1>', `<h1>站内搜索</h1>${SEARCH_NOTE}`)
    : html;

/** Where a page that has moved leads, for a server that cannot say so. */
const forwarding = (location: string): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>页面已移动</title>` +
  `<meta http-equiv="refresh" content="0; url=${location}"></head>` +
  `<body><p><a href="${location}">页面已移动</a></p></body></html>`;

const textOf = (address: string, page: Page): string =>
  page.status === 301 ? forwarding(page.location) : withNote(address, page.body);

/**
 * Writes the whole site as static files: every page that the site map names or another page leads to, its feeds
 * and site map, style sheets, scripts, and the files of the media library that are shown.
 */
export const exportSite = async (
  strapi: Core.Strapi,
  { to, isRelative }: Options
): Promise<Exported> => {
  const { public: directory } = strapi.dirs.static;
  // What stands in no column is linked to from nowhere.
  const mapped = await mappedPaths(strapi);
  const seen = new Set<string>(['/', '/search/', '/robots.txt', ...mapped]);
  const queue = [...seen];
  const exported: Exported = { pages: 0, files: 0, missing: [] };
  const place = (address: string, text: string): string =>
    isRelative ? withRelativeLinks(address, text) : text;

  const writeAddress = async (address: string): Promise<void> => {
    const page = address.startsWith('/uploads/') ? null : await pageOf(strapi, address, '');
    if (!page) {
      const name = fileOf(address);
      await mkdir(path.dirname(path.join(to, name)), { recursive: true });
      if (!existsSync(path.join(directory, name))) {
        exported.missing.push(address);
        return;
      }
      await copyFile(path.join(directory, name), path.join(to, name));
      exported.files += 1;
      return;
    }
    const isHtml = page.status === 301 || page.type === 'html';
    const text = textOf(address, page);
    await write(to, fileOf(address), isHtml ? place(address, text) : text);
    if (!isHtml) exported.files += 1;
    else {
      exported.pages += 1;
      for (const link of linksOf(text)) {
        if (seen.has(link)) continue;
        seen.add(link);
        queue.push(link);
      }
    }
  };

  seen.add('/rss.xml');
  for (let at = 0; at < queue.length; at += 1) {
    await writeAddress(queue[at] ?? '');
    if (at % 50 === 0) await nextTurn();
  }
  await write(to, 'rss.xml', await newsFeed(strapi));
  await write(to, 'sitemap.xml', await siteMap(strapi));
  const missing = notFoundPage(strapi);
  await write(to, '404.html', textOf('/404.html', missing));
  exported.files += 3;
  return exported;
};
