import type { Core } from '@strapi/strapi';
import { refusal } from '../common/messages/errors';
import { languageOfRequest } from '../common/messages/request-language';
import { refuseQuery, schemasOf } from '../site/public-api/query-guard';
import { createQueryShape } from '../site/public-api/query-shape';
import { say } from '../site/refusals';
import { createAccountFlaw, sizeFlaw, type QueryFlaw } from './query-flaws';

/** What the guard of queries looks at in a request. */
export interface QueriedRequest {
  /** Path of the route, with the names of its parameters. */
  route: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  ability: { can(action: string): boolean } | undefined;
}

/** The routes whose query asks for rows of a type that is always the same. */
const FIXED: ReadonlyArray<readonly [RegExp, string]> = [
  [/^\/upload\/files/, 'plugin::upload.file'],
  [/^\/upload\/folders/, 'plugin::upload.folder'],
  [/^\/admin\/users$/, 'admin::user'],
  [/^\/admin\/roles$/, 'admin::role'],
];

const OF_MODEL = /^\/content-manager\/(?:collection|single)-types\/:model/;
const OF_RELATION = /^\/content-manager\/relations\/:model(?:\/:id)?\/:targetField/;

const SEARCHES: ReadonlySet<unknown> = new Set([
  undefined,
  ...['$contains', '$containsi', '$startsWith', '$startsWithi', '$eq', '$eqi'],
]);

const LARGEST = 2_147_483_647;

const isWhole = (value: unknown): boolean =>
  typeof value === 'string' && /^-?\d+$/.test(value) && Math.abs(Number(value)) <= LARGEST;

const PAGES = ['page', 'pageSize', 'start', 'limit'];

/** A page that is no number of pages. */
const pageFlaw = (query: Readonly<Record<string, unknown>>): string | undefined => {
  const { pagination } = query;
  const nested = typeof pagination === 'object' && pagination !== null ? pagination : {};
  const asked = { ...query, ...nested } as Readonly<Record<string, unknown>>;
  return PAGES.find((name) => asked[name] !== undefined && !isWhole(asked[name]));
};

/** Holds the queries of the admin panel's routes to what can be answered, and to what may be asked. */
export const queryGuard = (strapi: Core.Strapi) => {
  const attributesOf = schemasOf(strapi);
  const shapeFlaw = createQueryShape(attributesOf);
  const accountFlaw = {
    managers: createAccountFlaw(attributesOf, true),
    others: createAccountFlaw(attributesOf, false),
  };

  const refuseFlaw = ({ kind, path }: QueryFlaw): Error =>
    refusal(path.slice(0, 120), say(strapi, `error.query.${kind}`, { path: path.slice(0, 120) }));

  /** Whose rows the query of a request asks for, if a query does. */
  const typeOf = ({ route, params }: QueriedRequest): string | undefined => {
    if (OF_MODEL.test(route)) return params.model;
    if (OF_RELATION.test(route)) {
      const attributes = attributesOf(params.model ?? '') ?? {};
      const field = params.targetField ?? '';
      return Object.hasOwn(attributes, field) ? attributes[field]?.target : undefined;
    }
    return FIXED.find(([pattern]) => pattern.test(route))?.[1];
  };

  return {
    /** @throws ValidationError for a query of a size that no screen of ours sends */
    requireSize: (query: Readonly<Record<string, unknown>>): void => {
      const flaw = sizeFlaw(query);
      if (flaw) throw refuseFlaw(flaw);
    },

    /** @throws ValidationError for a query that cannot be answered, or asks for people's logins */
    requireAnswerable: (request: QueriedRequest): void => {
      const uid = typeOf(request);
      if (uid === undefined || attributesOf(uid) === undefined) return;
      const { query, ability } = request;
      const manages = ability?.can('admin::users.read') ?? false;
      const flaw = accountFlaw[manages ? 'managers' : 'others'](uid, query);
      if (flaw) throw refuseFlaw(flaw);
      const page = pageFlaw(query);
      if (page !== undefined) throw refuseFlaw({ kind: 'page', path: page });
      const { _q: search, _filter: operator } = query;
      if (search !== undefined && typeof search !== 'string') {
        throw refuseFlaw({ kind: 'text', path: '_q' });
      }
      if (!SEARCHES.has(operator)) throw refuseFlaw({ kind: 'text', path: '_filter' });
      const shape = shapeFlaw(uid, { ...query, start: undefined, limit: undefined });
      if (shape) throw refuseQuery(languageOfRequest(strapi), shape);
    },
  };
};
