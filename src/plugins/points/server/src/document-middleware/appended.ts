import type { Core } from '@strapi/strapi';
import { forbidden } from '../errors';
import type { MessageKey } from '../language';
import type { DocumentContext, Next } from './context';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Postings, totals and lines of history have one writer each, which does not come this way. */
export const appendedMiddleware =
  (strapi: Core.Strapi, sentence: MessageKey) =>
  async ({ action }: DocumentContext, next: Next): Promise<unknown> => {
    if (!READS.has(action)) throw forbidden(strapi, sentence);
    return next();
  };
