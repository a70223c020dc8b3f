import type { Core } from '@strapi/strapi';
import { isOfSite } from '../content-types/opt-in';
import { fileLockService } from './file-locks';
import {
  documentIdOf,
  reads,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import {
  publishedNow,
  versionsAfter,
  versionsBefore,
  type VersionRow,
} from '../../../../../common/documents/versions';
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

/** Whether a write leaves every version's texts as they are: an update of a draft that names none. */
const leavesTexts = ({ action, params }: DocumentContext, writesTexts: boolean): boolean =>
  action === 'update' && params.status !== 'published' && !writesTexts;

/** All of the document's versions as they were and as they are, where the steps inside have read them. */
const knownVersions = (context: DocumentContext): readonly VersionRow[] | null => {
  const isNew = context.action === 'create' || context.action === 'clone';
  const before = isNew ? [] : versionsBefore.of(context);
  const after = versionsAfter.of(context) ?? publishedNow.of(context);
  return before && after ? [...before, ...after] : null;
};

/** Keeps in mind which files the texts of the site show. */
export const mentionMiddleware =
  (strapi: Core.Strapi) =>
  (context: DocumentContext, next: Next): Promise<unknown> =>
    inTransaction(strapi, async (trx) => {
      const result = await next();
      const mentions = fileMentionRepository(strapi);
      if (leavesTexts(context, mentions.writesTexts(context.uid, context.params.data)))
        return result;
      const known = knownVersions(context);
      if (known && !mentions.showAny(context.uid, known)) return result;
      const documentId = documentIdOf(context, result);
      await mentions.follow(trx, context.uid, documentId, versionsAfter.of(context));
      return result;
    });
