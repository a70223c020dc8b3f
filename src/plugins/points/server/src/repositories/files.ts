import type { Core } from '@strapi/strapi';
import { attachmentTableOf, tableOf, type Transaction } from './connection';

const FILE = 'plugin::upload.file';

/** An uploaded file, as far as it is shown. */
export interface FileRecord {
  id: number;
  name: string;
  url: string;
  mime: string;
  alternativeText: string | null;
}

const COLUMNS = {
  id: 'f.id',
  name: 'f.name',
  url: 'f.url',
  mime: 'f.mime',
  alternativeText: 'f.alternative_text',
};

/** Uploaded files, and what they are attached to. */
export const fileRepository = (strapi: Core.Strapi) => {
  const table = tableOf(strapi, FILE);
  const related = attachmentTableOf(strapi, FILE);

  return {
    /** Those of the ids that no file has. */
    async unknown(trx: Transaction, ids: readonly number[]): Promise<number[]> {
      if (ids.length === 0) return [];
      const rows: Array<{ id: number }> = await trx(table)
        .select('id')
        .whereIn('id', [...ids]);
      const known = new Set(rows.map(({ id }) => id));
      return ids.filter((id) => !known.has(id));
    },

    /** How many files are attached to each of some rows. */
    async countAttached(
      trx: Transaction,
      uid: string,
      ids: readonly number[]
    ): Promise<Map<number, number>> {
      const rows: Array<{ id: number; count: number | string }> = await trx(related.table)
        .where(related.type, uid)
        .whereIn(related.id, [...ids])
        .groupBy(related.id)
        .select({ id: related.id })
        .count({ count: '*' });
      return new Map(rows.map(({ id, count }) => [id, Number(count)]));
    },

    /** The files of some rows of a content type, in their order. */
    async attachedTo(trx: Transaction, uid: string, ids: readonly number[]): Promise<FileRecord[]> {
      return trx({ f: table })
        .join({ r: related.table }, `r.${related.file}`, 'f.id')
        .where(`r.${related.type}`, uid)
        .whereIn(`r.${related.id}`, [...ids])
        .orderBy('r.order')
        .select(COLUMNS);
    },
  };
};
