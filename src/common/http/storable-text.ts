import type { Core } from '@strapi/strapi';
import { labelOf } from '../messages/validation';
import { refuse } from '../messages/messages';

interface RequestContext {
  path: string;
  query: unknown;
  request: { body?: unknown };
}

const NUL = '\0';

/** PostgreSQL keeps no NUL in any text, and no half of a surrogate pair in JSON. */
const isStorable = (text: string): boolean => !text.includes(NUL) && !/\p{Surrogate}/u.test(text);

interface Part {
  /** The outermost field that the part belongs to. */
  field: string;
  value: unknown;
}

const NAMES = 'data';

const partsOf = (value: unknown, field?: string): Part[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    { field: field ?? NAMES, value: key },
    { field: field ?? key, value: child as unknown },
  ]);
};

/** The first field with text that cannot be kept. Walks without recursion: a body may be nested without end. */
const unstorableField = ({ path, query, request }: RequestContext): string | undefined => {
  if (path.includes('%00')) return 'address';
  const parts = [...partsOf(query), ...partsOf(request.body)];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { field, value } = part;
    if (typeof value === 'string' && !isStorable(value)) return field;
    for (const inner of partsOf(value, field)) parts.push(inner);
  }
  return undefined;
};

/**
 * Refuses requests with text that no database keeps, before the database fails on it. Put in place
 * by `bootstrap`: behind the middlewares that read query and body, before all routes.
 */
export const requireStorableText = (strapi: Core.Strapi): void => {
  const middleware = async (ctx: RequestContext, next: () => Promise<unknown>): Promise<void> => {
    const field = unstorableField(ctx);
    if (field !== undefined) {
      throw refuse(strapi, field, 'error.characters', { field, label: labelOf(strapi, field) });
    }
    await next();
  };
  strapi.server.use(middleware);
};
