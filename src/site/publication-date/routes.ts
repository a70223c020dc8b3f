import type { Core, UID } from '@strapi/strapi';
import { requireVisible } from '../../plugins/points/server/src/public';
import { say } from '../refusals';
import { correctionsOf, correctPublicationDate, type Person } from './corrections';
import { forbidden } from '../../common/messages/messages';

/** The permission to correct; reading the trail goes with reading the entry. */
const CORRECT = 'api::publication-date.correct';
const READ = 'plugin::content-manager.explorer.read';

interface Context {
  params: { uid: string; documentId: string };
  request: { body?: unknown };
  state: { user: Person; userAbility: { can(action: string, subject?: string): boolean } };
  body: unknown;
}

interface PermissionService {
  actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

interface Clock {
  now(): Date;
}

/** Strapi's type of a handler knows nothing of what its policies leave in the context. */
const handler = (handle: (ctx: Context) => Promise<void>): Core.MiddlewareHandler =>
  handle as unknown as Core.MiddlewareHandler;

const entryOf = ({ params }: Context) => ({
  uid: params.uid as UID.ContentType,
  documentId: params.documentId,
});

/** Whoever is held to units finds none but their own entries under the address. */
const requireAllowed = async (
  strapi: Core.Strapi,
  { params, state }: Context,
  action: string,
  subject?: string
): Promise<void> => {
  if (state.userAbility.can(action, subject)) {
    return requireVisible(strapi, params.uid, params.documentId);
  }
  throw forbidden(strapi, 'error.forbidden', {
    action: say(strapi, action === CORRECT ? 'action.correct' : 'action.read'),
    code: action,
  });
};

/** `GET` and `POST /site/publication-dates/:uid/:documentId`: the trail of an entry's date, and its correction. */
export const serveCorrections = (strapi: Core.Strapi): void => {
  const path = '/publication-dates/:uid/:documentId';
  const config = { policies: ['admin::isAuthenticatedAdmin'] };
  const info = { type: 'admin', apiName: 'publication-date' };

  const find = async (ctx: Context): Promise<void> => {
    await requireAllowed(strapi, ctx, READ, ctx.params.uid);
    ctx.body = { data: await correctionsOf(strapi, entryOf(ctx)) };
  };

  const correct = async (ctx: Context): Promise<void> => {
    await requireAllowed(strapi, ctx, CORRECT);
    const { body } = ctx.request;
    const given = typeof body === 'object' && body !== null ? body : {};
    const now = strapi.plugin('points').service<Clock>('clock').now();
    await correctPublicationDate(
      strapi,
      entryOf(ctx),
      given as Record<string, unknown>,
      ctx.state.user,
      now
    );
    ctx.body = { data: await correctionsOf(strapi, entryOf(ctx)) };
  };

  strapi.server.routes({
    type: 'admin',
    prefix: '/site',
    routes: [
      { method: 'GET', path, handler: handler(find), info, config },
      { method: 'POST', path, handler: handler(correct), info, config },
    ],
  });
};

/**
 * Lets roles be given the permission to correct. Called by `register`: at bootstrap the super admin
 * gets every action that is known before the application's own bootstrap.
 */
export const registerCorrectAction = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.service('admin::permission') as unknown as PermissionService;
  await service.actionProvider.registerMany([
    {
      section: 'settings',
      category: 'site',
      uid: 'publication-date.correct',
      displayName: 'Correct publication dates (更正发布日期)',
    },
  ]);
};
