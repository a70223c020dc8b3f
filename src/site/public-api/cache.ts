import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { reads, writesData, type DocumentContext } from '../../common/documents/context';
import type { DocumentMiddleware } from '../../common/documents/pipeline';
import { writtenPast } from '../../common/documents/written-past';
import { siteChanges } from '../kept/changes';
import { siteContentTypes } from './site-types';

/** Without any change an answer is made anew after this, for another instance may have changed the site. */
const LIFE_MS = 5_000;

interface Kept {
  made: Promise<unknown>;
  until: number;
}

/** What is the same for every visitor, kept until the site changes. */
interface PublicCache {
  /** What is kept under that name, or what `make` makes now. A name stands for one kind of thing. */
  get<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** Forgets all; what is being made meanwhile is handed out and not kept. */
  clear(): void;
}

export const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

export const createCache = (now: () => number = Date.now): PublicCache => {
  let kept = new Map<string, Kept>();
  return {
    get<T>(name: string, make: () => Promise<T>): Promise<T> {
      const found = kept.get(name);
      if (found && found.until > now()) return found.made as Promise<T>;
      const answers = kept;
      const made = make();
      answers.set(name, { made, until: now() + LIFE_MS });
      made.catch(() => answers.delete(name));
      return made;
    },
    clear() {
      kept = new Map();
    },
  };
};

const caches = new WeakMap<Core.Strapi, PublicCache>();

/** The cache of an application. */
export const cacheOf = (strapi: Core.Strapi): PublicCache => {
  const known = caches.get(strapi);
  if (known) return known;
  const cache = createCache();
  caches.set(strapi, cache);
  siteChanges(strapi).onChange(() => cache.clear());
  return cache;
};

const FILE = 'plugin::upload.file';

/** What visitors see beside the site's own types: names of units, by the submission of an entry. */
const SEEN_BY_VISITORS: readonly string[] = [
  FILE,
  'plugin::points.submission',
  'plugin::points.unit',
];

const PUBLISHES: ReadonlySet<string> = new Set(['publish', 'unpublish', 'delete']);

/** Whether a write touches what is published of a type; of a type without drafts every write does. */
const isOfPublished = (context: DocumentContext): boolean =>
  context.contentType.options?.draftAndPublish !== true ||
  PUBLISHES.has(context.action) ||
  (writesData(context) && context.params.status === 'published');

/** Whether it is a write of something that visitors see: a draft is nothing that they do. */
export const changesAnswers = (context: DocumentContext): boolean =>
  !reads(context) &&
  (context.uid.startsWith('api::') || SEEN_BY_VISITORS.includes(context.uid)) &&
  isOfPublished(context);

/** Document middleware: forgets kept answers whenever something that visitors see is written. */
export const cacheMiddleware =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (_context, next) => {
    const result = await next();
    await siteChanges(strapi).announce();
    return result;
  };

interface Event {
  result?: { publishedAt?: unknown } | null;
}

/**
 * The library of files, and code of our own, write past the document service: what visitors see is
 * watched in the database, too. To be called once that is there.
 */
export const watchRows = (strapi: Core.Strapi): void => {
  const announce = (): Promise<void> => siteChanges(strapi).announce();
  /** A row of a draft says that it is none of what is published; many rows at once say nothing. */
  const unlessDraft = async ({ result }: Event): Promise<void> => {
    if (result?.publishedAt !== null) await announce();
  };
  writtenPast(strapi).onWrite(async (uid) => {
    if (SEEN_BY_VISITORS.includes(uid)) await announce();
  });
  strapi.db.lifecycles.subscribe({
    models: [...siteContentTypes(strapi).map(({ uid }) => uid), ...SEEN_BY_VISITORS],
    afterCreate: unlessDraft,
    afterCreateMany: announce,
    afterUpdate: unlessDraft,
    afterUpdateMany: announce,
    afterDelete: unlessDraft,
    afterDeleteMany: announce,
  });
};
