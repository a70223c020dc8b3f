import type { Core } from '@strapi/strapi';
import { presentAddress } from '../slug/published-addresses';
import { COLUMN } from '../content-types';
import { typeOfCollection } from './moved';

/** What the address of one of the site's pages leads to. */
export type PageFate = 'there' | 'missing' | { moved: string };

const fateOf = (query: URLSearchParams, name: string, present: string | null): PageFate => {
  if (present === null) return 'missing';
  if (present === query.get(name)) return 'there';
  const moved = new URLSearchParams(query);
  moved.set(name, present);
  return { moved: moved.toString() };
};

const entryFate = async (strapi: Core.Strapi, query: URLSearchParams): Promise<PageFate> => {
  const type = typeOfCollection(strapi, query.get('collection') ?? '');
  // A column's page is another one.
  if (!type || type.uid === COLUMN) return 'missing';
  return fateOf(query, 'slug', await presentAddress(strapi, type, query.get('slug') ?? ''));
};

const columnFate = async (strapi: Core.Strapi, query: URLSearchParams): Promise<PageFate> =>
  fateOf(
    query,
    'code',
    await presentAddress(strapi, strapi.contentType(COLUMN), query.get('code') ?? '')
  );

const sectionFate = (strapi: Core.Strapi, query: URLSearchParams): PageFate => {
  const { section } = strapi.contentType(COLUMN).attributes as unknown as {
    section: { enum: readonly string[] };
  };
  return section.enum.includes(query.get('section') ?? '') ? 'there' : 'missing';
};

const FATES: Readonly<
  Record<
    string,
    ((strapi: Core.Strapi, query: URLSearchParams) => PageFate | Promise<PageFate>) | undefined
  >
> = {
  '/entry.html': entryFate,
  '/column.html': columnFate,
  '/section.html': sectionFate,
};

/**
 * Whether what a page of the site is asked to show is there, has another address now (the query
 * that leads to it), or is missing. Pages that show the same to everyone are always there.
 */
export const pageFate = async (
  strapi: Core.Strapi,
  path: string,
  querystring: string
): Promise<PageFate> => (await FATES[path]?.(strapi, new URLSearchParams(querystring))) ?? 'there';
