import type { Core } from '@strapi/strapi';
import type { Card } from './cards';

interface SiteConfig {
  /** Where visitors find the site: `https://wenhua.example.gov.cn`. */
  url: string;
  name: string;
  /** Path of an entry's page, with `{collection}`, `{documentId}` and `{slug}`. */
  entryPath: string;
  columnPath: string;
}

export const siteConfig = (strapi: Core.Strapi): SiteConfig => {
  const config = strapi.config.get<SiteConfig>('site');
  const url = config.url || strapi.config.get<string>('server.absoluteUrl');
  return { ...config, url: url.replace(/\/+$/, '') };
};

/** Fills a pattern's `{names}`, each value fit for an address. */
const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

/** The address of an entry's page on the site. */
export const entryAddress = (
  { url, entryPath }: SiteConfig,
  { collection, documentId, slug }: Pick<Card, 'collection' | 'documentId' | 'slug'>
): string => url + fill(entryPath, { collection, documentId, slug: slug ?? documentId });

/** The address of a column's page on the site. */
export const columnAddress = ({ url, columnPath }: SiteConfig, code: string): string =>
  url + fill(columnPath, { code });
