import type { Core, Struct } from '@strapi/strapi';
import { presentAddress } from '../slug/published-addresses';
import { siteContentTypes } from './site-types';

/** The site's type whose entries a collection holds: `articles`. */
export const typeOfCollection = (
  strapi: Core.Strapi,
  collection: string
): Struct.ContentTypeSchema | undefined =>
  siteContentTypes(strapi).find(({ info }) => info.pluralName === collection);

/** How a query names one slug. */
const BY_SLUG: ReadonlySet<string> = new Set(['filters[slug]', 'filters[slug][$eq]']);

const COLLECTION = /^\/api\/([a-z-]+)\/?$/;

interface Context {
  method: string;
  path: string;
  querystring: string;
  status: number;
  body: unknown;
  set(header: string, value: string): void;
}

/** A page of a collection, as Strapi answers. */
interface Page {
  data: unknown[];
  meta: object;
}

const isEmptyPage = (body: unknown): body is Page => {
  const data = (body as Partial<Page> | null | undefined)?.data;
  return Array.isArray(data) && data.length === 0;
};

const movedTo = async (
  strapi: Core.Strapi,
  { path, querystring }: Context
): Promise<{ slug: string; location: string } | null> => {
  const type = typeOfCollection(strapi, COLLECTION.exec(path)?.[1] ?? '');
  const query = new URLSearchParams(querystring);
  const name = [...query.keys()].find((key) => BY_SLUG.has(key));
  const asked = name === undefined ? null : query.get(name);
  if (!type || name === undefined || asked === null) return null;
  const slug = await presentAddress(strapi, type, asked);
  if (slug === null || slug === asked) return null;
  query.set(name, slug);
  return { slug, location: `${path}?${query.toString()}` };
};

/**
 * Whoever asks a collection for a slug that its entry no longer has is sent to the one it has now:
 * 301 with `Location`, and `meta.movedTo.slug`. An address may come back to where it was, so that
 * nobody may keep the answer without asking.
 */
export const leadToPresentSlugs = (strapi: Core.Strapi): void => {
  strapi.server.use(async (ctx, next) => {
    await next();
    const context = ctx as unknown as Context;
    const { method, status, body } = context;
    if (status !== 200 || (method !== 'GET' && method !== 'HEAD') || !isEmptyPage(body)) return;
    const moved = await movedTo(strapi, context);
    if (moved === null) return;
    context.set('Location', moved.location);
    context.set('Cache-Control', 'no-cache');
    context.body = { data: [], meta: { ...body.meta, movedTo: { slug: moved.slug } } };
    context.status = 301;
  });
};
