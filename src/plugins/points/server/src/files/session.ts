import type { Core } from '@strapi/strapi';
import type { Ability } from '../isolation/own-unit';
import { panelSessionRepository } from './panel-sessions-repository';

/** What is used of a request. */
export interface Context {
  method: string;
  path: string;
  secure: boolean;
  state: { user?: { id: number }; userAbility?: Ability; session?: { id?: string } };
  cookies: {
    get(name: string, options: object): string | undefined;
    set(name: string, value: string, options: object): void;
  };
  get(header: string): string;
  set(header: string, value: string): void;
  vary(header: string): void;
}

interface Validated {
  isValid: boolean;
  payload?: { sessionId: string };
}

interface Sessions {
  validateAccessToken(token: string): Validated;
  isSessionActive(sessionId: string): Promise<boolean>;
}

interface PermissionService {
  engine: { generateUserAbility(user: object): Promise<Ability> };
}

/** Names the panel's session where a browser asks for a picture, which it does without a token. */
const COOKIE = 'uploads_session';

const SIGNED = { signed: true };

const sessionsOf = (strapi: Core.Strapi): Sessions =>
  (strapi as unknown as { sessionManager: (origin: string) => Sessions }).sessionManager('admin');

const bearerOf = (ctx: Context): string | undefined =>
  /^bearer\s+(\S+)$/i.exec(ctx.get('authorization'))?.[1];

/** Lets the browser of whoever has just been answered as an admin ask for files as the same. */
export const rememberSession = (ctx: Context): void => {
  const { session, userAbility } = ctx.state;
  if (!session?.id || !userAbility) return;
  ctx.cookies.set(COOKIE, session.id, {
    ...SIGNED,
    httpOnly: true,
    sameSite: 'lax',
    path: '/uploads',
    secure: ctx.secure,
    overwrite: true,
  });
};

const sessionIdOf = (strapi: Core.Strapi, ctx: Context): string | undefined => {
  const token = bearerOf(ctx);
  if (token === undefined) return ctx.cookies.get(COOKIE, SIGNED);
  const { isValid, payload } = sessionsOf(strapi).validateAccessToken(token);
  return isValid ? payload?.sessionId : undefined;
};

/**
 * Makes the request that of the admin account whose session it names, by token or cookie. The
 * session must still be there: who has logged out, or is blocked, is nobody.
 *
 * @returns whether there is one
 */
export const recogniseAdmin = async (strapi: Core.Strapi, ctx: Context): Promise<boolean> => {
  const sessionId = sessionIdOf(strapi, ctx);
  if (!sessionId || !(await sessionsOf(strapi).isSessionActive(sessionId))) return false;
  const user = await panelSessionRepository(strapi).accountOf(sessionId);
  if (!user?.isActive) return false;
  const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
  ctx.state.userAbility = await engine.generateUserAbility(user);
  ctx.state.user = user;
  return true;
};
