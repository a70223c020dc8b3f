import type { Core } from '@strapi/strapi';
import { CONFIRM_HEADER, type Question } from '../../shared/contracts';
import { refuse } from './errors';
import type { MessageKey, Values } from './language';

/**
 * Asks whoever sends the request whether it is meant; what the application does by itself is.
 *
 * @throws ValidationError that says what would follow and how to say yes, unless the request does so
 *   in its header
 */
export const requireConfirmed = (
  strapi: Core.Strapi,
  question: Question,
  field: string,
  key: MessageKey,
  values: Values = {}
): void => {
  const request = strapi.requestContext.get()?.request;
  if (!request) return;
  const given = request.get(CONFIRM_HEADER).split(',');
  if (given.some((each) => each.trim() === question)) return;
  throw refuse(strapi, field, key, { ...values, header: `${CONFIRM_HEADER}: ${question}` });
};
