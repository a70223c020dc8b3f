import type { Core } from '@strapi/strapi';
import { cacheOf } from './cache';

/** What our public controllers use of a request. */
export interface PublicContext {
  query: Record<string, unknown>;
  status: number;
  body: unknown;
  type: string;
  etag: string;
  readonly fresh: boolean;
  set(header: string, value: string): void;
}

interface Answer {
  /** Its name in the cache. */
  name: string;
  type: 'json' | 'application/xml' | 'application/rss+xml';
  make: () => Promise<string>;
}

/** A cache may keep it and asks each time whether it still holds. */
const REVALIDATE = 'public, no-cache';

/** Sends the validators of a body; without the body to who has it already (304). */
export const sendValidated = (ctx: PublicContext, body: string, etag: string): void => {
  ctx.set('Cache-Control', REVALIDATE);
  ctx.body = body;
  ctx.status = 200;
  ctx.etag = etag;
  if (ctx.fresh) ctx.status = 304;
};

/** Sends an answer that is the same for everyone: made once, and again when the site has changed. */
export const sendKept = async (
  strapi: Core.Strapi,
  ctx: PublicContext,
  { name, type, make }: Answer
): Promise<void> => {
  const { body, etag } = await cacheOf(strapi).get(name, make);
  ctx.type = type;
  sendValidated(ctx, body, etag);
};

/** `GET /sitemap.xml` and `GET /rss.xml`: addresses that machines look for beside the site's pages. */
export const serveFeeds = (
  strapi: Core.Strapi,
  feeds: Readonly<Record<string, Omit<Answer, 'name'>>>
): void => {
  strapi.server.routes(
    Object.entries(feeds).map(([path, answer]) => ({
      method: 'GET' as const,
      path,
      handler: (ctx: PublicContext) => sendKept(strapi, ctx, { name: path, ...answer }),
      config: { auth: false as const },
    }))
  );
};
