import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusal } from '../common/messages/errors';
import { refuse, say } from '../site/refusals';
import { passwordRefusal } from './passwords';
import { createWithoutSystemFields } from './system-fields';

type Body = Readonly<Record<string, unknown>>;

interface WrittenRequest {
  /** Method and path of the route, with the names of its parameters. */
  name: string;
  params: Readonly<Record<string, string>>;
  body: unknown;
}

const OF_MODEL = /^(POST|PUT) \/content-manager\/(collection|single)-types\/:model(\/|$)/;
const NEW = /^POST \/content-manager\/collection-types\/:model($|\/clone|\/auto-clone)/;
const OF_API = /^(POST|PUT) \/api\//;

const USER = 'plugin::users-permissions.user';

/** The routes that set a password of the panel, where Strapi asks for three kinds of characters. */
const PANEL_PASSWORDS: ReadonlySet<string> = new Set([
  ...['POST /admin/register-admin', 'POST /admin/register', 'POST /admin/reset-password'],
  ...['PUT /admin/users/me', 'POST /admin/users', 'PUT /admin/users/:id'],
]);

const VISITORS_PASSWORDS: ReadonlySet<string> = new Set([
  ...['POST /api/auth/local/register', 'POST /api/auth/reset-password'],
  'POST /api/auth/change-password',
]);

const BY_MAIL: ReadonlySet<string> = new Set([
  ...['POST /admin/forgot-password', 'POST /api/auth/forgot-password'],
]);

/** Strapi fails where these are no lists. */
const LISTS: Readonly<Record<string, string>> = { 'POST /admin/permissions/check': 'permissions' };

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOfStrapiStrength = (password: string): boolean =>
  password.length >= 8 && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(password));

const requirePassword = (strapi: Core.Strapi, { name, params, body }: WrittenRequest): void => {
  const isOfPanel = PANEL_PASSWORDS.has(name);
  const isOfVisitor =
    VISITORS_PASSWORDS.has(name) || (OF_MODEL.test(name) && params.model === USER);
  if (!isBody(body) || !(isOfPanel || isOfVisitor)) return;
  const { password } = isBody(body.userInfo) ? body.userInfo : body;
  if (typeof password !== 'string') return;
  const flaw = passwordRefusal(strapi, password);
  if (flaw) throw flaw;
  if (isOfPanel && !isOfStrapiStrength(password)) {
    throw refuse(strapi, 'password', 'error.password.strapi');
  }
};

/** Looks through what a request sends, before its route reads it. */
export const bodyGuard = (strapi: Core.Strapi) => {
  const withoutSystemFields = createWithoutSystemFields(strapi);

  return {
    /** @throws ValidationError, ApplicationError, for what Strapi takes silently or fails on */
    requireSound: (request: WrittenRequest): void => {
      const { name, body } = request;
      if (BY_MAIL.has(name) && !strapi.config.get<boolean>('site.mail', false)) {
        throw new errors.ApplicationError(say(strapi, 'error.mail.none'));
      }
      requirePassword(strapi, request);
      const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
      if (list !== undefined && !(isBody(body) && Array.isArray(body[list]))) {
        throw refusal(list, say(strapi, 'error.door.list', { field: list }));
      }
    },

    /** The body without what the application alone writes. */
    sift: ({ name, params, body }: WrittenRequest): unknown => {
      if (OF_MODEL.test(name)) return withoutSystemFields(params.model ?? '', body, NEW.test(name));
      if (!OF_API.test(name) || !isBody(body) || !isBody(body.data)) return body;
      const names = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt'];
      const data = Object.fromEntries(
        Object.entries(body.data).filter(([field]) => !names.includes(field))
      );
      return { ...body, data };
    },
  };
};
