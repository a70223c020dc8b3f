import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { languageOfRequest, type Values } from '../../../../../common/messages/request-language';
import { sentence, type MessageKey } from '../messages';

/**
 * A document is changed from a version that is not the latest (409). It bears the name of Strapi's
 * ValidationError, for of that one alone the Content Manager's form knows that nothing was saved.
 */
export class StaleDocumentError extends errors.ApplicationError<
  'ValidationError',
  string,
  { errors: readonly object[]; fields: readonly string[] }
> {
  constructor(message: string, fields: readonly string[]) {
    super(message, {
      errors: [{ path: ['updatedAt'], message, name: 'ValidationError' }],
      fields,
    });
    this.name = 'ValidationError';
  }
}

/** The refusal of what starts from an older version, in the language of the request. */
export const stale = (
  strapi: Core.Strapi,
  key: MessageKey,
  values: Values = {},
  fields: readonly string[] = []
): StaleDocumentError =>
  new StaleDocumentError(sentence(languageOfRequest(strapi), key, values), fields);

/** Answers such a refusal with 409: Strapi knows no error of its own for it. */
export const answerStale = (strapi: Core.Strapi): void => {
  strapi.server.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof StaleDocumentError)) throw error;
      const { name, message, details } = error;
      ctx.status = 409;
      ctx.body = { data: null, error: { status: 409, name, message, details } };
    }
  });
};
