import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { afterCommit } from '../../common/database/transaction';
import { reads, type DocumentContext } from '../../common/documents/context';
import type { DocumentMiddleware } from '../../common/documents/pipeline';

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
  const cache = caches.get(strapi) ?? createCache();
  caches.set(strapi, cache);
  return cache;
};

const FILE = 'plugin::upload.file';

const SEEN_BY_VISITORS: ReadonlySet<string> = new Set([
  FILE,
  'plugin::points.submission',
  'plugin::points.unit',
]);

/** Whether it is a write of something that visitors see. */
export const changesAnswers = (context: DocumentContext): boolean =>
  !reads(context) && (context.uid.startsWith('api::') || SEEN_BY_VISITORS.has(context.uid));

/** Clears the cache once what is being written can be read. */
const clearAfterCommit = (strapi: Core.Strapi): Promise<void> =>
  afterCommit(strapi, () => cacheOf(strapi).clear());

/** Document middleware: forgets kept answers whenever something that visitors see is written. */
export const cacheMiddleware =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (_context, next) => {
    const result = await next();
    await clearAfterCommit(strapi);
    return result;
  };

/** The library of files writes past the document service. To be called once the database is there. */
export const watchFiles = (strapi: Core.Strapi): void => {
  const clear = (): Promise<void> => clearAfterCommit(strapi);
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    afterCreate: clear,
    afterUpdate: clear,
    afterUpdateMany: clear,
    afterDelete: clear,
    afterDeleteMany: clear,
  });
};
