import { errors } from '@strapi/utils';

/** A refusal of bad input (400): a sentence, and the path of the field that it is about. */
export const refusal = (field: string, message: string): errors.ValidationError =>
  new errors.ValidationError(message, {
    errors: [{ path: field.split('.'), message, name: 'ValidationError', value: undefined }],
  });

/**
 * The sentence of a refusal, for where each of many is answered by itself.
 *
 * @throws whatever is no refusal: that went wrong
 */
export const sentenceOfRefusal = (error: unknown): string => {
  if (!(error instanceof errors.ApplicationError)) throw error;
  return String(error.message);
};
