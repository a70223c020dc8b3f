import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { say, type SentenceKey } from '../site/refusals';
import { bodyGuard } from './bodies';
import { requireNumbers, requireWebhook } from './identifiers';
import { queryGuard } from './queries';
import { ROUTES, type Access } from './routes';

interface Layer {
  path: string;
  methods: readonly string[];
}

interface Router {
  match(path: string, method: string): { pathAndMethod: readonly Layer[] };
}

interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
}

interface State {
  user?: { roles?: ReadonlyArray<{ code: string }> };
  userAbility?: Ability;
  auth?: { strategy?: { name?: string } };
  /** The body as it was sent: it tells which version a form was opened with, which no route may write. */
  sent?: unknown;
}

interface Context {
  path: string;
  method: string;
  state: State;
  request: { body?: unknown };
  query: Readonly<Record<string, unknown>>;
  params: Readonly<Record<string, string>>;
  /** The path of the route that is being run, as the router names it. */
  _matchedRoute: string;
}

interface AuthService {
  verify(auth: unknown, config: unknown): Promise<unknown>;
}

const SUPER_ADMIN = 'strapi-super-admin';
const READ = 'plugin::content-manager.explorer.read';
const WRITES = ['create', 'update'].map((verb) => `plugin::content-manager.explorer.${verb}`);

/** More methods than any route of one purpose has: the layer answers whatever is sent. */
const MANY = 8;

/** A route's name in the table: its method, and its path with the names of its parameters. */
export const nameOf = ({ methods, path }: Layer): string => {
  const method = methods.length > MANY ? 'ALL' : methods.find((each) => each !== 'HEAD');
  return `${method ?? ''} ${path}`;
};

/** The table's word on a route; nothing where it stands in no line. */
export const accessOf = (name: string): Access | undefined =>
  Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;

const refusal = (strapi: Core.Strapi, key: SentenceKey): errors.PolicyError =>
  new errors.PolicyError(say(strapi, key));

/** Whose the first route is that does more than look for a file, of those that a request passes. */
const decide = (layers: readonly Layer[]): Access => {
  for (const layer of layers) {
    if (layer.methods.length === 0) continue;
    const access = accessOf(nameOf(layer)) ?? 'closed';
    if (access !== 'static') return access;
  }
  return 'static';
};

const isSuperAdmin = ({ user, auth }: State): boolean =>
  auth?.strategy?.name === 'admin' && (user?.roles ?? []).some(({ code }) => code === SUPER_ADMIN);

const mayWrite = ({ state, request }: Context): boolean => {
  const { contentTypeUID } = (request.body ?? {}) as { contentTypeUID?: unknown };
  if (typeof contentTypeUID !== 'string') return true;
  return WRITES.some((action) => state.userAbility?.can(action, contentTypeUID) ?? false);
};

/** Strapi fails on who may not read the field of a picker. Components have no permissions of their own. */
const mayPick = (strapi: Core.Strapi, { state, params }: Context): boolean => {
  const { model = '', targetField } = params;
  if (!Object.hasOwn(strapi.contentTypes, model)) return true;
  return state.userAbility?.can(READ, model, targetField) ?? false;
};

const isAllowed = (strapi: Core.Strapi, access: Access, ctx: Context): boolean => {
  if (typeof access === 'object') return ctx.state.userAbility?.can(access.may) ?? false;
  if (access === 'super-admin') return isSuperAdmin(ctx.state);
  if (access === 'develop') {
    return isSuperAdmin(ctx.state) && strapi.config.get<boolean>('autoReload', false);
  }
  if (access === 'reader') return mayPick(strapi, ctx);
  return access === 'writer' ? mayWrite(ctx) : true;
};

const OPEN: ReadonlySet<Access> = new Set<Access>(['public', 'static', 'visitor', 'accounts']);

/** Whoever asks only for the headers is answered by the route that has the rest. */
const methodOf = ({ method }: Context): string => (method === 'HEAD' ? 'GET' : method);

const requireAccess = (strapi: Core.Strapi, ctx: Context, access: Access): void => {
  if (OPEN.has(access)) return;
  if (access === 'closed') throw refusal(strapi, 'error.door.closed');
  if (!ctx.state.userAbility) throw new errors.UnauthorizedError();
  if (isAllowed(strapi, access, ctx)) return;
  throw refusal(strapi, access === 'develop' ? 'error.door.develop' : 'error.door.permission');
};

const isClosed = (strapi: Core.Strapi, access: Access): boolean =>
  access === 'closed' ||
  (access === 'accounts' && !strapi.config.get<boolean>('site.accounts', false));

/**
 * Holds every request to the table of routes: what is closed, or stands in no line, is refused with
 * a sentence (403) before anything reads it, and the others once it is known who asks. Called by
 * `bootstrap`, when all other middlewares are in place.
 */
export const guardRoutes = (strapi: Core.Strapi): void => {
  const { router } = strapi.server as unknown as { router: Router };
  const queries = queryGuard(strapi);
  const bodies = bodyGuard(strapi);
  strapi.server.use(async (koaContext, next) => {
    const ctx = koaContext as unknown as Context;
    const access = decide(router.match(ctx.path, ctx.method).pathAndMethod);
    if (isClosed(strapi, access)) throw refusal(strapi, 'error.door.closed');
    queries.requireSize(ctx.query);
    try {
      await next();
    } catch (error) {
      // Strapi parses some bodies itself, and calls what it cannot parse an error of the server.
      if (!(error instanceof Error) || error.name !== 'ZodError') throw error;
      throw new errors.ValidationError(say(strapi, 'error.door.body'), {});
    }
  });

  // Every route passes here, after it is known who asks and before anything of its own is done.
  const auth = strapi.get<AuthService>('auth');
  const verify = auth.verify.bind(auth);
  auth.verify = async (credentials, config) => {
    await verify(credentials, config);
    const ctx = strapi.requestContext.get() as Context | undefined;
    if (!ctx) return;
    const { _matchedRoute: route, params, query, state, request } = ctx;
    const name = `${methodOf(ctx)} ${route}`;
    // A request passes the routes that serve files first: each is asked about for itself.
    requireAccess(strapi, ctx, accessOf(name) ?? 'closed');
    const written = { name, params, body: request.body };
    bodies.requireSound(written);
    requireNumbers(strapi, { route, params, body: request.body });
    await requireWebhook(strapi, name, params);
    state.sent ??= request.body;
    request.body = bodies.sift(written);
    queries.requireAnswerable({ route, params, query, ability: state.userAbility });
  };
};
