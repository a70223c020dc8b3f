import type { Core } from '@strapi/strapi';
import { cacheOf, etagOf } from './cache';

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
const sendValidated = (ctx: PublicContext, body: string, etag: string): void => {
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
  const { body, etag } = await cacheOf(strapi).get(name, async () => {
    const made = await make();
    return { body: made, etag: etagOf(made) };
  });
  ctx.type = type;
  sendValidated(ctx, body, etag);
};

interface KoaContext extends PublicContext {
  method: string;
  path: string;
  get(header: string): string;
  response: { get(header: string): string };
}

const isForEveryone = (ctx: KoaContext): boolean =>
  ctx.method === 'GET' && ctx.path.startsWith('/api/') && ctx.get('authorization') === '';

/**
 * Sends validators with every answer that a visitor gets of the content API, so that who has it
 * already is not sent it again.
 */
export const validateAnswers = (strapi: Core.Strapi): void => {
  strapi.server.use(async (ctx, next) => {
    await next();
    const context = ctx as unknown as KoaContext;
    const { status, body, response } = context;
    if (status !== 200 || typeof body !== 'object' || body === null) return;
    if (!isForEveryone(context) || response.get('etag') !== '') return;
    const text = JSON.stringify(body);
    context.type = 'json';
    sendValidated(context, text, etagOf(text));
  });
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
