import type { Core } from '@strapi/strapi';
import {
  MAX_RUNNING_TEXT,
  VARIABLES,
  wordingProblem,
  type WordingField,
} from '../../../domain/bulletin-wording';
import { labelOf } from '../../../../../common/messages/validation';
import { UID } from '../constants';
import { refuse } from '../messages';

/** The refusal of running text that is longer than a paper may be. */
export const tooLong = (strapi: Core.Strapi, length: number) =>
  refuse(strapi, 'opening', 'error.bulletinWording.tooLong', {
    length,
    maximum: MAX_RUNNING_TEXT,
  });

/**
 * Looks at the texts of a template or a bulletin as they were written.
 *
 * @throws ValidationError for a variable that there is not, braces that do not pair, or more than
 *   4,000 characters in all
 */
export const requireWording = (
  strapi: Core.Strapi,
  texts: Readonly<Partial<Record<WordingField, string>>>
): void => {
  const problem = wordingProblem(texts);
  if (!problem) return;
  if (problem.kind === 'too-long') throw tooLong(strapi, problem.length);
  const label = labelOf(strapi, problem.field, UID.bulletinTemplate);
  if (problem.kind === 'unclosed') {
    throw refuse(strapi, problem.field, 'error.bulletinWording.unclosed', {
      label,
      open: '{',
      close: '}',
    });
  }
  throw refuse(strapi, problem.field, 'error.bulletinWording.unknown', {
    label,
    name: `{${problem.name}}`,
    variables: VARIABLES.map((name) => `{${name}}`).join(' '),
  });
};
