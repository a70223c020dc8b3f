import type { Core } from '@strapi/strapi';
import { isOfSite } from '../content-types/opt-in';
import { fileLockService } from './file-locks';
import {
  documentIdOf,
  reads,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { fileMentionRepository } from './file-mentions-repository';
import { rowRepository } from '../../../../../common/database/version-rows';
import { inTransaction } from '../../../../../common/database/transaction';
import { FILE } from '../constants';

const CHANGES: ReadonlySet<string> = new Set(['update', 'delete']);

/** Files as documents: locked as their row is, as in the library. */
export const fileMiddleware =
  (strapi: Core.Strapi) =>
  async ({ action, params }: DocumentContext, next: Next): Promise<unknown> => {
    if (!CHANGES.has(action)) return next();
    return inTransaction(strapi, async (trx) => {
      const documentIds = [params.documentId ?? ''];
      const rows = await rowRepository(strapi).versions(FILE, { documentIds });
      await fileLockService(strapi).requireUnlocked(
        trx,
        rows.map(({ id }) => id)
      );
      return next();
    });
  };

/** Whether a write may change which files the texts of the site show. */
export const changesMentions = (context: DocumentContext): boolean =>
  !reads(context) && isOfSite(context.uid);

/** Keeps in mind which files the texts of the site show. */
export const mentionMiddleware =
  (strapi: Core.Strapi) =>
  (context: DocumentContext, next: Next): Promise<unknown> =>
    inTransaction(strapi, async (trx) => {
      const result = await next();
      const documentId = documentIdOf(context, result);
      await fileMentionRepository(strapi).follow(trx, context.uid, documentId);
      return result;
    });
