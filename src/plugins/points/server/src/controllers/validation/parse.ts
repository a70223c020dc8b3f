import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { refuse } from '../../errors';
import type { MessageKey } from '../../language';
import { labelOf, requireChoice, requireGiven, shown } from '../../validation';

type Issue = z.core.$ZodIssue;

/** Fields that have a sentence of their own for all that can be wrong with them. */
const OWN_SENTENCES: ReadonlyMap<PropertyKey, MessageKey> = new Map([
  ['period', 'error.period'],
  ['page', 'error.page'],
  ['pageSize', 'error.page'],
  ['adoptedOn', 'error.date'],
  ['documentIds', 'error.entry.documentIds'],
  ['evidence', 'error.evidence'],
  ['reason', 'error.adoption.reason'],
  ['sources', 'error.merge.sources'],
]);

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
const refuseIssue = (strapi: Core.Strapi, issue: Issue, input: unknown): never => {
  const [name = 'data'] = issue.path;
  const field = issue.path.join('.');
  const given = givenAt(input, issue.path);
  const values = { field, label: labelOf(strapi, String(name)), value: shown(given) };
  const own = OWN_SENTENCES.get(name);
  if (own && issue.code !== 'invalid_value') throw refuse(strapi, field, own, values);
  requireGiven(strapi, field, issue.code === 'too_small' ? null : given);
  if (issue.code === 'invalid_value') {
    requireChoice(strapi, field, given, issue.values.map(String));
  }
  throw refuse(strapi, field, sentenceOf(issue) ?? 'error.field', {
    ...values,
    ...(issue.code === 'too_big' && { maximum: Number(issue.maximum) }),
  });
};

/**
 * A request's query or body in its shape.
 *
 * @throws ValidationError that names the first field that is wrong and what it takes
 */
export const parse = <Shape extends z.ZodObject>(
  strapi: Core.Strapi,
  schema: Shape,
  input: unknown
): z.infer<Shape> => {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue && issue.path.length > 0) return refuseIssue(strapi, issue, input);
  throw refuse(strapi, 'data', 'error.body', { fields: Object.keys(schema.shape).join(', ') });
};
