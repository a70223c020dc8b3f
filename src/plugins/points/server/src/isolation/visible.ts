import type { Core } from '@strapi/strapi';
import { readingScope } from './requester';
import { rowRepository } from '../../../../../common/database/version-rows';
import { notFound } from '../messages';

/** Whether there is such a document for the request: of an owned type, foreign ones do not exist. */
export const isVisible = async (
  strapi: Core.Strapi,
  uid: string,
  documentId: string
): Promise<boolean> => {
  if ((await readingScope(strapi, uid)) === null) return true;
  return rowRepository(strapi).exists(uid, documentId);
};

/**
 * @throws NotFoundError when the document is not the unit's own, or there is none: the sentence does
 *   not tell which
 */
export const requireVisible = async (
  strapi: Core.Strapi,
  uid: string,
  documentId: string
): Promise<void> => {
  if (await isVisible(strapi, uid, documentId)) return;
  throw notFound(strapi, 'error.ownUnit.unknown', { value: documentId });
};

/** Those of the documents that are there for the request. */
export const visibleOf = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[]
): Promise<string[]> => {
  if ((await readingScope(strapi, uid)) === null) return [...documentIds];
  const rows = await rowRepository(strapi).versions(uid, { documentIds });
  const visible = new Set(rows.map(({ documentId }) => documentId));
  return documentIds.filter((documentId) => visible.has(documentId));
};
