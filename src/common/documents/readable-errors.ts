import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { toReadableErrors } from '../messages/field-errors';
import type { DocumentContext, Next } from './context';

/** Document middleware of every type: what Strapi itself refuses, it refuses in plain words. */
export const readableErrors =
  (strapi: Core.Strapi) =>
  async ({ uid, params }: DocumentContext, next: Next): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof errors.ValidationError)) throw error;
      throw toReadableErrors(strapi, uid, params.data ?? {}, error as errors.ValidationError);
    }
  };
