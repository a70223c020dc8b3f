import type { Core } from '@strapi/strapi';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import type { Transaction } from '../../../../../common/database/transaction';
import { idsFirst, linkTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { likePatternOf } from '../../../../../common/text/fold';
import { UID } from '../constants';

/** Which pieces: whose, and with what in their title. */
interface AdoptableFilter {
  /** Ids of units; `null` for every unit. */
  units: readonly number[] | null;
  /** Words of the title, or a documentId. */
  text?: string;
}

/** Pieces whose adoption can be recorded: with the office or accepted, and part of no other. */
export const adoptableRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const links = linkTableOf(strapi, UID.submission, 'units');

  const matching = (trx: Transaction, { units, text }: AdoptableFilter) => {
    const query = trx({ s: table })
      .whereIn('s.state', ['submitted', 'accepted'])
      .whereNull('s.merged_into_id');
    if (units) {
      const own = strapi.db.connection
        .queryBuilder<object, unknown[]>()
        .select(links.source)
        .from(links.table)
        .whereIn(links.target, [...units]);
      void query.whereIn('s.id', idsFirst(strapi, own));
    }
    if (text) {
      void query.where((either) => {
        void either
          .where('s.document_id', text)
          .orWhereRaw(`s.folded_title like ? escape '\\'`, [likePatternOf(text)]);
      });
    }
    return query;
  };

  return {
    async count(trx: Transaction, filter: AdoptableFilter): Promise<number> {
      return countOf(matching(trx, filter));
    },

    /** Ids of a page, the latest received first. */
    async page(trx: Transaction, filter: AdoptableFilter, request: PageRequest): Promise<number[]> {
      const rows: Array<{ id: number }> = await onPage(
        matching(trx, filter)
          .select('s.id')
          .orderBy([
            { column: 's.received_at', order: 'desc' },
            { column: 's.id', order: 'desc' },
          ]),
        request
      );
      return rows.map(({ id }) => id);
    },
  };
});
