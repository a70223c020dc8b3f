import type { Core } from '@strapi/strapi';

/** When a document was made, last touched and published in the story. */
export interface Dates {
  uid: string;
  createdAt: Date;
  updatedAt: Date;
  publishedAt?: Date;
}

/** Strapi stamps rows with the real time; the story's days are what the lists should show. */
export const backdate = async (
  strapi: Core.Strapi,
  dates: ReadonlyMap<string, Dates>
): Promise<void> => {
  for (const [documentId, { uid, createdAt, updatedAt, publishedAt }] of dates) {
    const rows = strapi.db.query(uid);
    await rows.updateMany({ where: { documentId }, data: { createdAt, updatedAt } });
    if (!publishedAt) continue;
    await rows.updateMany({
      where: { documentId, publishedAt: { $notNull: true } },
      data: { publishedAt },
    });
  }
};
