import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../once-per-application';

/** A document's draft or published row. */
export interface VersionRow {
  id: number;
  documentId: string;
  publishedAt: unknown;
  updatedAt: unknown;
}

const VERSION = ['id', 'documentId', 'publishedAt', 'updatedAt'];

/** Rows of any type, as far as the request that is under way may see them. */
export const rowRepository = oncePerApplication((strapi: Core.Strapi) => ({
  async exists(uid: string, documentId: string): Promise<boolean> {
    return (await strapi.db.query(uid).count({ where: { documentId } })) > 0;
  },

  /** All rows, or those with one of the ids or documentIds. */
  async versions(
    uid: string,
    named?: { ids?: readonly number[]; documentIds?: readonly string[] }
  ): Promise<VersionRow[]> {
    const { ids = [], documentIds = [] } = named ?? {};
    const where = { $or: [{ id: { $in: ids } }, { documentId: { $in: documentIds } }] };
    return strapi.db.query(uid).findMany({ select: VERSION, ...(named && { where }) });
  },
}));
