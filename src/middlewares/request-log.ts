import type { Core } from '@strapi/strapi';

interface Context {
  method: string;
  url: string;
  status: number;
}

/** What opens an account to whoever holds it: an invitation, a new password, an address to confirm. */
const SECRETS = /([?&](?:registrationToken|code|confirmation|access_token)=)[^&#]*/g;

/** Notes every request with its answer, as Strapi does, without what would let a reader of the log in. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const start = Date.now();
    await next();
    const url = ctx.url.replace(SECRETS, '$1***');
    strapi.log.http(`${ctx.method} ${url} (${Date.now() - start} ms) ${ctx.status}`);
  };
