import type { Core } from '@strapi/strapi';
import { clientOf } from '../limits/client-address';
import { createKindOf } from '../limits/paths';
import { countersOf } from '../limits/rates';
import { tooMany } from '../limits/refusals';
import type { RateName } from '../limits/settings';

interface Context {
  method: string;
  path: string;
  querystring: string;
  ip: string;
  set(header: string, value: string): void;
}

/** Searching is reading, too. */
const COUNTED: Readonly<Partial<Record<string, readonly RateName[]>>> = {
  refresh: ['refresh'],
  upload: ['upload'],
  search: ['search', 'api'],
  api: ['api'],
};

/**
 * Global middleware before anything of a request is read: whoever asks for more than the settings allow
 * (`LIMIT_…`) is refused (429). A client is told by its address: behind a proxy by the one that the proxy
 * names, where the setting `server.proxy` trusts it. Logins are counted by `global::login-limits`.
 */
const rateLimits: Core.MiddlewareFactory = (_config, { strapi }) => {
  const kindOf = createKindOf(strapi);
  return async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const client = clientOf(ctx.ip);
    for (const name of COUNTED[kindOf(ctx) ?? ''] ?? []) {
      const seconds = await countersOf(strapi).count(name, client);
      if (seconds > 0) throw tooMany(strapi, ctx, 'error.limit.requests', seconds);
    }
    return next();
  };
};

export default rateLimits;
