import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { say, type SentenceKey } from '../site/refusals';
import { ROUTES, type Access } from './routes';

interface Layer {
  path: string;
  methods: readonly string[];
}

interface Ability {
  can(action: string, subject?: string): boolean;
}

interface State {
  /** Whose the route is that the request reached. */
  access?: Access;
  user?: { roles?: ReadonlyArray<{ code: string }> };
  userAbility?: Ability;
  auth?: { strategy?: { name?: string } };
}

interface Context {
  path: string;
  method: string;
  state: State;
  request: { body?: unknown };
}

interface AuthService {
  verify(auth: unknown, config: unknown): Promise<unknown>;
}

const SUPER_ADMIN = 'strapi-super-admin';
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

const isAllowed = (strapi: Core.Strapi, access: Access, ctx: Context): boolean => {
  if (typeof access === 'object') return ctx.state.userAbility?.can(access.may) ?? false;
  if (access === 'super-admin') return isSuperAdmin(ctx.state);
  if (access === 'develop') {
    return isSuperAdmin(ctx.state) && strapi.config.get<boolean>('autoReload', false);
  }
  return access === 'writer' ? mayWrite(ctx) : true;
};

const OPEN: ReadonlySet<Access> = new Set<Access>(['public', 'static', 'visitor', 'accounts']);

const requireAccess = (strapi: Core.Strapi): void => {
  const ctx = strapi.requestContext.get() as Context | undefined;
  const access = ctx?.state.access;
  if (!ctx || access === undefined || OPEN.has(access)) return;
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
  const { router } = strapi.server;
  strapi.server.use(async (koaContext, next) => {
    const ctx = koaContext as unknown as Context;
    const access = decide(router.match(ctx.path, ctx.method).pathAndMethod);
    if (isClosed(strapi, access)) throw refusal(strapi, 'error.door.closed');
    ctx.state.access = access;
    await next();
  });

  // Every route passes here, after it is known who asks and before anything of its own is done.
  const auth = strapi.get('auth') as unknown as AuthService;
  const verify = auth.verify.bind(auth);
  auth.verify = async (credentials, config) => {
    await verify(credentials, config);
    requireAccess(strapi);
  };
};
