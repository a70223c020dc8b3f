import type { Core } from '@strapi/strapi';
import {
  documentIdOf,
  reads,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { UID } from '../constants';
import { requireVisibleReferences } from './references';
import { asApplication, isScopedRequest, isInternal } from './requester';
import { isVisible, requireVisible } from './visible';
import { inTransaction } from '../../../../../common/database/transaction';
import { forbidden } from '../messages';

/**
 * Document middleware before all that act on a write: a request that is held to units writes only
 * rows of these units, ties them only to what it may see, and leaves them the units' own. What a
 * permitted write does beyond that (settling, say) is the application's and sees all rows.
 */
export const isolateWrites =
  (strapi: Core.Strapi) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    const { uid, action, params } = context;
    if (isInternal() || !isScopedRequest(strapi)) return next();
    if (reads(context)) {
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
