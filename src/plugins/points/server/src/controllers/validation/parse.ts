import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { refuse } from '../../errors';
import { requireChoice } from '../../validation';

/**
 * A request's query or body in its shape.
 *
 * @throws ValidationError that names the first field that is wrong
 */
export const parse = <T>(strapi: Core.Strapi, schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue && issue.path.length > 0 ? issue.path.join('.') : 'data';
  if (issue?.code === 'invalid_value') {
    const given = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      input
    );
    requireChoice(strapi, field, given, issue.values.map(String));
  }
  throw refuse(strapi, field, 'error.field', { field, problem: issue?.message ?? '' });
};
