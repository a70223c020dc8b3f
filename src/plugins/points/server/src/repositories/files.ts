import type { Core } from '@strapi/strapi';
import { tableOf, type Transaction } from './connection';

/** Uploaded files. */
export const fileRepository = (strapi: Core.Strapi) => ({
  /** Those of the ids that no file has. */
  async unknown(trx: Transaction, ids: readonly number[]): Promise<number[]> {
    if (ids.length === 0) return [];
    const rows: Array<{ id: number }> = await trx(tableOf(strapi, 'plugin::upload.file'))
      .select('id')
      .whereIn('id', [...ids]);
    const known = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  },
});
