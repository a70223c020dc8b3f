import type { Core } from '@strapi/strapi';
import { columnPath, entryPath, type ColumnPlace } from '../pages/addresses';
import type { Card } from './cards';

export interface SiteConfig {
  /** Where visitors find the site: `https://wenhua.example.gov.cn`. */
  url: string;
  name: string;
  /** Paths of the pages of another front end, with `{names}`; empty for those that are rendered here. */
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
  site: SiteConfig,
  {
    collection,
    documentId,
    slug,
    column,
  }: Pick<Card, 'collection' | 'documentId' | 'slug'> & {
    column: ColumnPlace | null;
  }
): string => {
  const path =
    site.entryPath === ''
      ? entryPath(collection, { documentId, slug, column })
      : fill(site.entryPath, {
          ...{ collection, documentId, slug: slug ?? documentId },
          ...{ section: column?.section ?? '', column: column?.code ?? '' },
        });
  return site.url + path;
};

/** The address of a column's page on the site. */
export const columnAddress = (site: SiteConfig, { section, code }: ColumnPlace): string =>
  site.url +
  (site.columnPath === ''
    ? columnPath({ section, code })
    : fill(site.columnPath, { section, code }));
