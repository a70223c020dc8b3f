import type { Core } from '@strapi/strapi';
import { isOfSite } from '../content-types/opt-in';
import { repositories } from '../repositories';
import { inTransaction } from '../repositories/connection';
import { FILE } from '../repositories/ownership';
import { fileLockService } from '../services/file-locks';
import { documentIdOf, type DocumentContext, type Next } from './context';

const CHANGES: ReadonlySet<string> = new Set(['update', 'delete']);
const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Files as documents: locked as their row is, as in the library. */
export const fileMiddleware =
  (strapi: Core.Strapi) =>
  async ({ action, params }: DocumentContext, next: Next): Promise<unknown> => {
    if (!CHANGES.has(action)) return next();
    return inTransaction(strapi, async (trx) => {
      const documentIds = [params.documentId ?? ''];
      const rows = await repositories(strapi).rows.versions(FILE, { documentIds });
      await fileLockService({ strapi }).requireUnlocked(
        trx,
        rows.map(({ id }) => id)
      );
      return next();
    });
  };

/** Keeps in mind which files the texts of the site show. */
export const mentionMiddleware =
  (strapi: Core.Strapi) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (READS.has(context.action) || !isOfSite(context.uid)) return next();
    return inTransaction(strapi, async (trx) => {
      const result = await next();
      const documentId = documentIdOf(context, result);
      await repositories(strapi).fileMentions.follow(trx, context.uid, documentId);
      return result;
    });
  };
