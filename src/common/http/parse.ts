import type { Values } from '../messages/request-language';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { labelOf, requireChoice, requireValue, shown } from '../messages/validation';
import { refuse, type MessageKey } from '../messages/messages';

type Issue = z.core.$ZodIssue;

/** What a part of the application says of a field that has a sentence of its own for all that can be wrong with it. */
type OwnRefusal = (
  strapi: Core.Strapi,
  name: PropertyKey,
  field: string,
  values: Values
) => Error | undefined;

const EXPECTED: ReadonlyMap<string, MessageKey> = new Map([
  ['string', 'error.text'],
  ['array', 'error.list'],
]);

const TOO_BIG: ReadonlyMap<string, MessageKey> = new Map([
  ['string', 'error.tooLong'],
  ['array', 'error.tooMany'],
]);

const sentenceOf = (issue: Issue): MessageKey | undefined => {
  if (issue.code === 'invalid_type') return EXPECTED.get(issue.expected);
  return issue.code === 'too_big' ? TOO_BIG.get(issue.origin) : undefined;
};

const givenAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input
  );

/** @throws ValidationError that says what is wrong, in words */
const refuseIssue = (
  strapi: Core.Strapi,
  issue: Issue,
  input: unknown,
  ownRefusal: OwnRefusal
): never => {
  const [name = 'data'] = issue.path;
  const field = issue.path.join('.');
  const given = givenAt(input, issue.path);
  const values = { field, label: labelOf(strapi, String(name)), value: shown(given) };
  const own = ownRefusal(strapi, name, field, values);
  if (own && issue.code !== 'invalid_value') throw own;
  requireValue(strapi, field, issue.code === 'too_small' ? null : given);
  if (issue.code === 'invalid_value') {
    requireChoice(strapi, field, given, issue.values.map(String));
  }
  throw refuse(strapi, field, sentenceOf(issue) ?? 'error.field', {
    ...values,
    ...(issue.code === 'too_big' && { maximum: Number(issue.maximum) }),
  });
};

/**
 * Reads a request's query or body in its shape.
 *
 * @throws ValidationError that names the first field that is wrong and what it takes
 */
export const parserOf =
  (ownRefusal: OwnRefusal) =>
  <Shape extends z.ZodObject>(
    strapi: Core.Strapi,
    schema: Shape,
    input: unknown
  ): z.infer<Shape> => {
    const parsed = schema.safeParse(input ?? {});
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    if (issue && issue.path.length > 0) return refuseIssue(strapi, issue, input, ownRefusal);
    throw refuse(strapi, 'data', 'error.body', { fields: Object.keys(schema.shape).join(', ') });
  };

const PAGES: ReadonlySet<PropertyKey> = new Set(['page', 'pageSize']);

/** The sentence of fields that mean the same everywhere. */
export const refusePage: OwnRefusal = (strapi, name, field, values) =>
  PAGES.has(name) ? refuse(strapi, field, 'error.page', values) : undefined;

/** Reads a request's query or body whose fields have no sentences of their own. */
export const parse = parserOf(refusePage);
