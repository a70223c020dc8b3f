import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  addDays,
  monthOf,
  partsOf,
  type Day,
  type Month,
  type Period,
} from '../../../domain/period';
import type { Receipt } from '../../../domain/period-facts';
import { countsIn } from '../../../domain/seal';
import type { Category } from '../../../domain/vocabulary';
import { isPostgres } from '../../../../../common/database/dialect';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';

export interface UnitReceipt extends Receipt {
  unit: number;
}

/** What counts as received is looked for in these whole months. */
interface Reach {
  span: Pick<Period, 'from' | 'to'>;
  /** The first month that is not sealed, `null` when none is. */
  firstOpen: Month | null;
}

interface Row {
  unit: number;
  category: Category | null;
  counted_in: Month | null;
  /** Which part of a month it arrived in, 0 for before the first. */
  place: number;
  pieces: number | string;
}

/** The day that something counts on: the first of its month where its own month had been sealed. */
export const countedOn = (day: Day, month: Month): Day =>
  monthOf(day) === month ? day : `${month}-01`;

/** What units sent in, as the rules over a period see it. */
export const receiptRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const units = linkTableOf(strapi, UID.submission, 'units');
  const calendar = calendarService(strapi);

  /** Whatever may count in the months, whenever it came. */
  const received = (trx: Transaction, { firstOpen, span }: Reach): Knex.QueryBuilder =>
    trx({ s: table }).where((either) => {
      void either
        .where('s.received_at', '>=', calendar.startOf(span.from))
        .orWhere('s.counted_in', '>=', monthOf(span.from));
      if (firstOpen === null) return;
      void either.orWhere((late) => {
        void late
          .where('s.received_at', '<', calendar.startOf(`${firstOpen}-01`))
          .whereNull('s.counted_in');
      });
    });

  const changes = isPostgres(strapi)
    ? 'sum(extract(epoch from s.updated_at))'
    : 'sum(s.updated_at)';

  return {
    /**
     * What is other as soon as any of it changes: how many there are and when they were last saved, added
     * up. To read this takes a tenth of reading them.
     */
    async version(trx: Transaction, reach: Reach): Promise<string> {
      const [row]: Array<{ count?: unknown; changes?: unknown }> = await received(trx, reach)
        .count({ count: '*' })
        .select({ changes: trx.raw(`cast(${changes} as text)`) });
      return [reach.firstOpen, row?.count, row?.changes].join(' ');
    },

    /** How many pieces each unit sent in, by category and part of a month, of those that count. */
    async of(trx: Transaction, reach: Reach): Promise<UnitReceipt[]> {
      const parts = partsOf(reach.span);
      const starts = parts.map((day) => calendar.startOf(day)).reverse();
      const cases = starts.map(
        (_, index) => `when s.received_at >= ? then ${starts.length - index}`
      );
      const place = trx.raw(`case ${cases.join(' ')} else 0 end`, starts);
      const rows: Row[] = await received(trx, reach)
        .join({ l: units.table }, `l.${units.source}`, 's.id')
        .whereNull('s.merged_into_id')
        .where('s.received_at', '<', calendar.startOf(addDays(reach.span.to, 1)))
        .select({ unit: `l.${units.target}` }, 's.category', 's.counted_in', { place })
        .count({ pieces: '*' })
        .groupByRaw('1, 2, 3, 4')
        .orderByRaw('1, 2, 3, 4');
      const before = '0000-01-01';
      return rows.map((row) => {
        const arrived = row.place === 0 ? before : (parts[row.place - 1] ?? before);
        const month = row.counted_in ?? countsIn(monthOf(arrived), reach.firstOpen);
        const { category, unit } = row;
        return { unit, category, day: countedOn(arrived, month), pieces: Number(row.pieces) };
      });
    },
  };
});
