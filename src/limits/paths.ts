import type { Core } from '@strapi/strapi';
import { SECTIONS } from '../site/pages/site';

/** What is counted of a request by its address. */
export type Kind = 'login' | 'reset' | 'refresh' | 'upload' | 'search' | 'api';

const LOGIN = ['/admin/login', '{api}/auth/local'];

/** What sends a mail or can be tried with tokens, whoever has them. */
const RESET = [
  ...['/admin/forgot-password', '/admin/reset-password', '/admin/register'],
  ...['/admin/registration-info', '/admin/register-admin'],
  ...['forgot-password', 'reset-password', 'change-password', 'local/register'].map(
    (name) => `{api}/auth/${name}`
  ),
  ...['send-email-confirmation', 'email-confirmation'].map((name) => `{api}/auth/${name}`),
];

const REFRESH = ['/admin/access-token', '{api}/auth/refresh'];

const SEARCH = ['{api}/search'];

/** A full-text parameter, at whatever depth and however it is written. */
const FULL_TEXT = /(?:_|%5f)(?:q|%71)/i;

const UPLOAD = /^\/(?:upload|points\/(?:adoptions|units)\/import)(?:\/|$)/;

interface Asked {
  method: string;
  path: string;
  querystring: string;
}

/** An address as the router reads it: it minds neither capitals nor a slash at the end. */
const plainPath = (path: string): string => path.toLowerCase().replace(/\/+$/, '');

const SEARCH_PAGE = '/search';

/**
 * A page of the site is made of what the public API would be asked for, and counts as that; one that
 * is searched or narrowed counts as a search.
 */
const kindOfPage = (plain: string, querystring: string): Kind | undefined => {
  const [, first = ''] = plain.split('/');
  if (plain !== SEARCH_PAGE && first !== '' && !SECTIONS.has(first)) return undefined;
  return querystring === '' ? 'api' : 'search';
};

/** Tells what is counted of a request; nothing of what only people with a session reach. */
export const createKindOf = (strapi: Core.Strapi): ((asked: Asked) => Kind | undefined) => {
  const api = strapi.config.get<string>('api.rest.prefix', '/api').toLowerCase();
  const setOf = (paths: readonly string[]): ReadonlySet<string> =>
    new Set(paths.map((path) => path.replace('{api}', api)));
  const [login, reset, refresh, search] = [LOGIN, RESET, REFRESH, SEARCH].map(setOf) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  return ({ method, path, querystring }) => {
    const plain = plainPath(path);
    if (login.has(plain)) return method === 'POST' ? 'login' : undefined;
    if (reset.has(plain)) return 'reset';
    if (refresh.has(plain)) return 'refresh';
    const isOfApi = plain === api || plain.startsWith(`${api}/`);
    const inner = isOfApi ? plain.slice(api.length) : plain;
    if (method !== 'GET' && method !== 'HEAD' && UPLOAD.test(inner)) return 'upload';
    if (!isOfApi) return kindOfPage(plain, querystring);
    return search.has(plain) || FULL_TEXT.test(querystring) ? 'search' : 'api';
  };
};
