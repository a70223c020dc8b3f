import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { languageOfRequest, sentence, type MessageKey, type Values } from './language';

/** A refusal of bad input (400): a sentence, and the path of the field that it is about. */
export const refusal = (field: string, message: string): errors.ValidationError =>
  new errors.ValidationError(message, {
    errors: [{ path: field.split('.'), message, name: 'ValidationError', value: undefined }],
  });

/**
 * A refusal of bad input (400) that names the field and what it takes, in the language of the
 * request. The caller throws it.
 */
export const refuse = (
  strapi: Core.Strapi,
  field: string,
  key: MessageKey,
  values: Values = {}
): errors.ValidationError => refusal(field, sentence(languageOfRequest(strapi), key, values));

/** Something that the request names does not exist (404). */
export const notFound = (
  strapi: Core.Strapi,
  key: MessageKey,
  values: Values = {}
): errors.NotFoundError =>
  new errors.NotFoundError(sentence(languageOfRequest(strapi), key, values));

/**
 * The person may not do this (403). A PolicyError, because of a plain ForbiddenError Strapi sends
 * no more than the word "Forbidden".
 */
export const forbidden = (
  strapi: Core.Strapi,
  key: MessageKey,
  values: Values = {}
): errors.PolicyError => new errors.PolicyError(sentence(languageOfRequest(strapi), key, values));
