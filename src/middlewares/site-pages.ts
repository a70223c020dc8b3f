import { existsSync, createReadStream } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { pageFate } from '../site/public-api/pages';

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
const OTHERS = /^\/(?:api|admin|uploads|points|content-manager|upload|_health)(?:\/|$)/;

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The module by which the pages know whose site it is. */
const BUREAU = '/site/bureau.js';

/** What the settings say of the bureau, as a module. */
const bureauModule = (strapi: Core.Strapi): string => {
  const { front, name } = strapi.config.get<{ name: string; front: object }>('site');
  return `export const BUREAU = ${JSON.stringify({ name, ...front })};\n`;
};

/**
 * The site's pages in `public/`: its home page at `/`, where Strapi would lead to the admin panel,
 * and a page instead of a few bytes of JSON where a reader's address leads nowhere. What a page is
 * asked to show and is not there is answered 404, and a former address leads to the present one.
 * Without these files, all is as Strapi has it.
 */
const sitePages: Core.MiddlewareFactory = (_config, { strapi }) => {
  const { public: directory } = strapi.dirs.static;
  const home = path.join(directory, 'index.html');
  const notFound = path.join(directory, '404.html');

  const showMissing = (ctx: Context): void => {
    ctx.type = 'html';
    ctx.body = createReadStream(notFound);
    ctx.status = 404;
  };

  /** Whether the request is answered: its page has moved, or shows nothing. */
  const isAnswered = async (ctx: Context): Promise<boolean> => {
    if (!READS.has(ctx.method) || !existsSync(path.join(directory, ctx.path))) return false;
    const fate = await pageFate(strapi, ctx.path, ctx.querystring);
    if (fate === 'there') return false;
    // An address may come back to where it was: nobody may keep the answer without asking.
    ctx.set('Cache-Control', 'no-cache');
    if (fate !== 'missing') {
      ctx.redirect(`${ctx.path}?${fate.moved}`);
      ctx.status = 301;
      return true;
    }
    if (!existsSync(notFound)) return false;
    showMissing(ctx);
    return true;
  };

  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (ctx.path === BUREAU && READS.has(ctx.method) && existsSync(home)) {
      ctx.type = 'text/javascript';
      ctx.set('Cache-Control', 'no-cache');
      ctx.body = bureauModule(strapi);
      return;
    }
    if (ctx.path === '/' && existsSync(home)) ctx.path = '/index.html';
    if (await isAnswered(ctx)) return;
    await next();
    const isPage = READS.has(ctx.method) && !OTHERS.test(ctx.path);
    if (ctx.status !== 404 || !isPage || ctx.accepts('json', 'html') !== 'html') return;
    if (existsSync(notFound)) showMissing(ctx);
  };
};

export default sitePages;
