import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';

/** Whose pieces: of a unit, or of one of its people alone. */
export interface PiecesOf {
  unit: number;
  /** Id of the person; `null` for the whole unit. */
  officer: number | null;
}

/** Which submissions were received of whom. */
export const pieceRepository = oncePerApplication((strapi: Core.Strapi) => {
  const units = linkTableOf(strapi, UID.submission, 'units');
  const officers = linkTableOf(strapi, UID.submission, 'officers');

  const received = (trx: Transaction, { officer, unit }: PiecesOf): Knex.QueryBuilder => {
    const links = officer === null ? units : officers;
    return trx({ s: tableOf(strapi, UID.submission) })
      .join({ l: links.table }, `l.${links.source}`, 's.id')
      .where(`l.${links.target}`, officer ?? unit)
      .whereNotNull('s.received_at')
      .whereNull('s.merged_into_id');
  };

  return {
    /** A page of ids, what was received last first, and how many there are in all. */
    async page(
      trx: Transaction,
      of: PiecesOf,
      request: PageRequest
    ): Promise<{ ids: number[]; total: number }> {
      const total = await countOf(received(trx, of));
      const query = received(trx, of).select('s.id');
      const rows: Array<{ id: number }> = await onPage(
        query.orderBy([
          { column: 's.received_at', order: 'desc' },
          { column: 's.id', order: 'desc' },
        ]),
        request
      );
      return { ids: rows.map(({ id }) => id), total };
    },
  };
});
