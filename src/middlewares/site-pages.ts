import type { Core } from '@strapi/strapi';
import { notFoundPage, pageOf } from '../site/pages';
import type { Page } from '../site/pages/page';

/** What the middleware uses of a request. */
interface Context {
  method: string;
  path: string;
  querystring: string;
  status: number;
  type: string;
  body: unknown;
  accepts(...types: string[]): string | false;
  redirect(address: string): void;
  set(header: string, value: string): void;
}

/** Programs get their answers from there, and the admin panel has pages of its own. */
const OTHERS = /^\/(?:api|admin|uploads|points|mail|content-manager|upload|_health)(?:\/|$)/;

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

const send = (ctx: Context, page: Page): void => {
  // An address may come back to where it was, and a page changes: nobody may keep the answer without asking.
  ctx.set('Cache-Control', 'no-cache');
  if (page.status === 301) {
    ctx.redirect(page.location);
    ctx.status = 301;
    return;
  }
  if (page.cacheControl !== undefined) ctx.set('Cache-Control', page.cacheControl);
  ctx.type = page.type;
  ctx.body = page.body;
  ctx.status = page.status;
};

/**
 * The site's pages, rendered on the server: its home page at `/`, where Strapi would lead to the admin
 * panel, and a page instead of a few bytes of JSON where a reader's address leads nowhere. With
 * `SITE_PAGES=false` all is as Strapi has it, for a bureau with a front end of its own.
 */
const sitePages: Core.MiddlewareFactory = (_config, { strapi }) => {
  if (!strapi.config.get<boolean>('site.pages', true)) return (_ctx, next) => next();
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (!READS.has(ctx.method) || OTHERS.test(ctx.path)) return next();
    const page = await pageOf(strapi, ctx.path, ctx.querystring);
    if (page) {
      send(ctx, page);
      return;
    }
    await next();
    if (ctx.status !== 404 || ctx.accepts('json', 'html') !== 'html') return;
    send(ctx, notFoundPage(strapi));
  };
};

export default sitePages;
