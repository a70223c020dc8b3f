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
  status: number;
  request: { body?: unknown };
  set(header: string, value: string): void;
}

type Next = () => Promise<unknown>;
type Counted = ReadonlyArray<readonly [name: RateName, of: string]>;

/** The account that a request names, however it is written. */
const accountOf = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const { email, identifier } = body as { email?: unknown; identifier?: unknown };
  const name = identifier ?? email;
  return typeof name === 'string' ? name.normalize('NFKC').trim().toLowerCase() : undefined;
};

const loginCounts = (client: string, account = ''): Counted => [
  ['loginAddress', client],
  ['loginAccountAnywhere', account],
  ['loginAccount', `${account} ${client}`],
];

const resetCounts = (client: string, account: string | undefined): Counted => [
  ['resetAddress', client],
  ...(account === undefined ? [] : ([['resetAccount', account]] as const)),
];

/**
 * Global middleware behind the reader of bodies: attempts to log in and to get at a password are counted
 * before they are looked at, so that many at once are as many as one after the other. A login that
 * succeeds counts as none, so that an office behind one address is not shut out.
 */
const loginLimits: Core.MiddlewareFactory = (_config, { strapi }) => {
  const kindOf = createKindOf(strapi);

  const countAll = async (ctx: Context, counted: Counted): Promise<void> => {
    for (const [name, of] of counted) {
      const seconds = await countersOf(strapi).count(name, of);
      if (seconds > 0) throw tooMany(strapi, ctx, 'error.limit.logins', seconds);
    }
  };

  const login = async (ctx: Context, next: Next): Promise<void> => {
    const client = clientOf(ctx.ip);
    const account = accountOf(ctx.request.body);
    await countAll(ctx, loginCounts(client, account));
    await next();
    if (ctx.status >= 400) return;
    const counters = countersOf(strapi);
    await counters.takeBack('loginAddress', client);
    await counters.forget('loginAccountAnywhere', account ?? '');
    await counters.forget('loginAccount', `${account ?? ''} ${client}`);
  };

  return async (ctx: Context, next: Next): Promise<unknown> => {
    const kind = kindOf(ctx);
    if (kind === 'login') return login(ctx, next);
    if (kind === 'reset') {
      await countAll(ctx, resetCounts(clientOf(ctx.ip), accountOf(ctx.request.body)));
    }
    return next();
  };
};

export default loginLimits;
