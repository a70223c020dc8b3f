import { existsSync, createReadStream } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** What the middleware uses of a request. */
interface Context {
  method: string;
  path: string;
  status: number;
  type: string;
  body: unknown;
  accepts(...types: string[]): string | false;
}

/** Programs get their answers from there, and the admin panel has pages of its own. */
const OTHERS = /^\/(?:api|admin|uploads|points|content-manager|upload|_health)(?:\/|$)/;

/**
 * The site's pages in `public/`: its home page at `/`, where Strapi would lead to the admin panel,
 * and a page instead of a few bytes of JSON where a reader's address leads nowhere. Without these
 * files, all is as Strapi has it.
 */
const sitePages: Core.MiddlewareFactory = (_config, { strapi }) => {
  const { public: directory } = strapi.dirs.static;
  const home = path.join(directory, 'index.html');
  const notFound = path.join(directory, '404.html');

  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (ctx.path === '/' && existsSync(home)) ctx.path = '/index.html';
    await next();
    const isPage = ctx.method === 'GET' && !OTHERS.test(ctx.path);
    if (ctx.status !== 404 || !isPage || ctx.accepts('json', 'html') !== 'html') return;
    if (!existsSync(notFound)) return;
    ctx.type = 'html';
    ctx.body = createReadStream(notFound);
    ctx.status = 404;
  };
};

export default sitePages;
