import type { Core } from '@strapi/strapi';
import type { Channel } from '../../../domain/vocabulary';
import { tableOf, toDate } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** What an adoption gave a unit or an officer, or what of it was taken back. */
export interface NewPostingRecord {
  sequence: number;
  key: string;
  kind: 'award' | 'reversal';
  amount: number;
  divisor: number;
  channel: Channel;
  month: string;
  unit: number;
  adoption: number;
  title: string;
  submission: string;
  postedAt: Date;
}

/** The ledger's end, read on from where it was read before. */
export const newPostingRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.posting);

  return {
    /** The place of the last posting; 0 where there is none. */
    async lastSequence(trx: Transaction): Promise<number> {
      const row: { last?: number | null } | undefined = await trx(table)
        .max({ last: 'sequence' })
        .first();
      return row?.last ?? 0;
    },

    /** Postings of adoptions from one place of the chain, without it, to another, in their order. */
    async between(trx: Transaction, after: number, last: number): Promise<NewPostingRecord[]> {
      const rows: Array<Omit<NewPostingRecord, 'postedAt'> & { postedAt: unknown }> = await trx({
        p: table,
      })
        .join({ s: tableOf(strapi, UID.submission) }, 's.id', 'p.submission_id')
        .where('p.sequence', '>', after)
        .where('p.sequence', '<=', last)
        .whereNotNull('p.adoption_id')
        .whereNotNull('p.unit_id')
        .orderBy('p.sequence')
        .select({
          sequence: 'p.sequence',
          key: 'p.key',
          kind: 'p.kind',
          amount: 'p.amount',
          divisor: 'p.divisor',
          channel: 'p.channel',
          month: 'p.month',
          unit: 'p.unit_id',
          adoption: 'p.adoption_id',
          title: 's.title',
          submission: 's.document_id',
          postedAt: 'p.posted_at',
        });
      return rows.map((row) => ({ ...row, postedAt: toDate(row.postedAt) }));
    },
  };
});
