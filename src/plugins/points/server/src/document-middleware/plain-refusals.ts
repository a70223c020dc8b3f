import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inPlainWords } from '../field-faults';
import type { DocumentContext, Next } from './context';

/** Document middleware of every type: what Strapi itself refuses, it refuses in plain words. */
export const plainRefusals =
  (strapi: Core.Strapi) =>
  async ({ uid, params }: DocumentContext, next: Next): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof errors.ValidationError)) throw error;
      throw inPlainWords(strapi, uid, params.data ?? {}, error as errors.ValidationError);
    }
  };
