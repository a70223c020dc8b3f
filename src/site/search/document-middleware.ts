import type { Core } from '@strapi/strapi';
import { documentIdOf, writesData, type DocumentContext } from '../../common/documents/context';
import type { DocumentMiddleware } from '../../common/documents/pipeline';
import { serialize } from '../../common/database/serialize';
import { isPublishedVersion, versionsBefore } from '../../common/documents/versions';
import { publishesDocument } from '../write';
import { writtenVersions } from '../written-versions';
import { siteTypes, type SiteType } from '../public-api/site-types';
import { indexDocument, publishedRows } from './index-entries';
import { inTransaction } from '../../common/database/transaction';

const CHANGES: ReadonlySet<string> = new Set(['publish', 'unpublish', 'delete']);

/** `create` and `update` publish when they carry `status: 'published'`. */
export const changesTheSite = (context: DocumentContext): boolean =>
  CHANGES.has(context.action) || (writesData(context) && context.params.status === 'published');

/** Document middleware: the index follows what is published, in the transaction that publishes it. */
export const searchMiddleware = (strapi: Core.Strapi): DocumentMiddleware => {
  let types: ReadonlyMap<string, SiteType> | undefined;
  const typeOf = (uid: string): SiteType | undefined =>
    (types ??= new Map(siteTypes(strapi).map((type) => [type.uid, type]))).get(uid);

  return async (context, next) => {
    const type = typeOf(context.uid);
    if (!type) return next();
    return inTransaction(strapi, async (trx) => {
      const result = await next();
      const documentId = documentIdOf(context, result);
      await serialize(trx, async () => {
        const versions = publishesDocument(context)
          ? (await writtenVersions(strapi, context, result)).filter(isPublishedVersion)
          : await publishedRows(strapi, type, { documentId });
        const wasPublished = versionsBefore.of(context)?.some(isPublishedVersion) ?? true;
        await indexDocument(strapi, trx, type, { documentId, versions, wasPublished });
      });
      return result;
    });
  };
};
