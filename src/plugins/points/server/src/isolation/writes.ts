import type { Core } from '@strapi/strapi';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../document-middleware/context';
import { UID } from '../constants';
import { forbidden } from '../errors';
import { inTransaction } from '../repositories/connection';
import { requireVisibleReferences } from './references';
import { asApplication, isHeldRequest, isInternal } from './requester';
import { isVisible, requireVisible } from './visible';

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/**
 * Document middleware, the outermost: a request that is held to units writes only rows of these
 * units, ties them only to what it may see, and leaves them the units' own. What a permitted write
 * does beyond that (settling, say) is the application's and sees all rows.
 */
export const isolateWrites =
  (strapi: Core.Strapi) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    const { uid, action, params } = context;
    if (isInternal() || !isHeldRequest(strapi)) return next();
    if (READS.has(action)) {
      const found = await next();
      if (action === 'findOne' && found === null && params.documentId !== undefined) {
        await requireVisible(strapi, uid, params.documentId);
      }
      return found;
    }
    if (action !== 'create') await requireVisible(strapi, uid, params.documentId ?? '');
    if (writesData(context)) await requireVisibleReferences(strapi, uid, params.data ?? {});
    return inTransaction(strapi, async () => {
      const result = await asApplication(next);
      // A unit may take itself out of a submission, and of nothing else: its middleware sees to that.
      const mayLeave = uid === UID.submission && action === 'update';
      const keeps = writesData(context) && !mayLeave;
      if (keeps && !(await isVisible(strapi, uid, documentIdOf(context, result)))) {
        throw forbidden(strapi, 'error.ownUnit.lost');
      }
      return result;
    });
  };
