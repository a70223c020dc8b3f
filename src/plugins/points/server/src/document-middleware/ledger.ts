import type { Core } from '@strapi/strapi';
import { forbidden } from '../errors';
import type { DocumentContext, Next } from './context';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Postings and totals have one writer, which does not come this way. */
export const ledgerMiddleware =
  (strapi: Core.Strapi) =>
  async ({ action }: DocumentContext, next: Next): Promise<unknown> => {
    if (!READS.has(action)) throw forbidden(strapi, 'error.ledger');
    return next();
  };
