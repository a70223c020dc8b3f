import type { Core } from '@strapi/strapi';
import type { State } from '../../../domain/submission-workflow';
import { UID } from '../constants';
import { linkTableOf, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** Where a submission stands, and of which units it is. */
interface SubmissionState {
  state: State;
  mergedInto: number | null;
  units: Array<{ id: number }>;
}

/** What is compared for likeness, for as many submissions at once as came in. */
export const duplicateRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const units = linkTableOf(strapi, UID.submission, 'units');

  return {
    /** What changed since a moment, of what came since another; without what is part of others. */
    async changedSince(
      trx: Transaction,
      since: Date,
      from: Date
    ): Promise<Array<{ id: number; title: string; text: string; since: Date; updatedAt: Date }>> {
      const rows: Array<{
        id: number;
        title: string;
        text: string | null;
        since: unknown;
        updated_at: unknown;
      }> = await trx(table)
        .select('id', 'title', 'text', 'updated_at')
        .select({ since: trx.raw('coalesce(received_at, created_at)') })
        .where('updated_at', '>=', since)
        .whereRaw('coalesce(received_at, created_at) >= ?', [from]);
      return rows.map((row) => ({
        id: row.id,
        title: row.title,
        text: row.text ?? '',
        since: toDate(row.since),
        updatedAt: toDate(row.updated_at),
      }));
    },

    /** What submissions say, and when that last changed, by id. */
    async texts(
      trx: Transaction,
      ids: readonly number[]
    ): Promise<Map<number, { title: string; text: string; updatedAt: Date }>> {
      if (ids.length === 0) return new Map();
      const rows: Array<{ id: number; title: string; text: string | null; updated_at: unknown }> =
        await trx(table)
          .select('id', 'title', 'text', 'updated_at')
          .whereIn('id', [...ids]);
      return new Map(
        rows.map(({ id, title, text, updated_at: updatedAt }) => [
          id,
          { title, text: text ?? '', updatedAt: toDate(updatedAt) },
        ])
      );
    },

    /** Where submissions stand and whose they are, by id. */
    async states(trx: Transaction, ids: readonly number[]): Promise<Map<number, SubmissionState>> {
      if (ids.length === 0) return new Map();
      const rows: Array<{
        id: number;
        state: State | null;
        merged_into_id: number | null;
        unit: number | null;
      }> = await trx({ s: table })
        .leftJoin({ u: units.table }, `u.${units.source}`, 's.id')
        .whereIn('s.id', [...ids])
        .select('s.id', 's.state', 's.merged_into_id', { unit: `u.${units.target}` });
      const found = new Map<number, SubmissionState>();
      for (const { id, state, merged_into_id: mergedInto, unit } of rows) {
        const submission = found.get(id) ?? { state: state ?? 'submitted', mergedInto, units: [] };
        if (unit !== null) submission.units.push({ id: unit });
        found.set(id, submission);
      }
      return found;
    },
  };
});
