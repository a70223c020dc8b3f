import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Bonus } from '../../../domain/bonus';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { newDocumentId, tableOf, toDateOrNull } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';
import { type ByHandFilter, narrowedByHand } from './by-hand';
import { fileRepository } from './files';

/** A bonus (额外加分), in force or withdrawn, as it was recorded. */
export interface BonusRecord extends Bonus {
  reason: string;
  decidedBy: string;
  /** Who recorded it, by name; `null` where the application did. */
  recordedBy: string | null;
  /** `null` in a row that the application did not write. */
  recordedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

/** A bonus that is to be recorded. */
export type NewBonus = Pick<
  BonusRecord,
  'unit' | 'officer' | 'amount' | 'reason' | 'decidedBy' | 'day' | 'recordedBy'
>;

const COLUMNS = {
  id: 'id',
  documentId: 'document_id',
  unit: 'unit_id',
  officer: 'officer_id',
  amount: 'amount',
  reason: 'reason',
  decidedBy: 'decided_by',
  day: 'day',
  recordedBy: 'recorded_by',
  recordedAt: 'created_at',
  withdrawnAt: 'withdrawn_at',
  withdrawnReason: 'withdrawn_reason',
  withdrawnBy: 'withdrawn_by',
} as const satisfies Record<keyof BonusRecord, string>;

type Row = Omit<BonusRecord, 'recordedAt' | 'withdrawnAt'> & {
  recordedAt: unknown;
  withdrawnAt: unknown;
};

const fromRow = (row: Row): BonusRecord => ({
  ...row,
  recordedAt: toDateOrNull(row.recordedAt),
  withdrawnAt: toDateOrNull(row.withdrawnAt),
});

/** Bonuses (额外加分, §六.2). Nothing of one is changed but that it is withdrawn, and shown more evidence. */
export const bonusRepository = oncePerApplication((strapi: Core.Strapi) => {
  const files = fileRepository(strapi);
  const table = tableOf(strapi, UID.bonus);

  const matching = (trx: Transaction, filter: ByHandFilter): Knex.QueryBuilder =>
    narrowedByHand(trx({ b: table }), filter, 'b');

  return {
    async find(trx: Transaction, documentId: string): Promise<BonusRecord | null> {
      const row: Row | undefined = await trx(table)
        .select(COLUMNS)
        .where('document_id', documentId)
        .first();
      return row ? fromRow(row) : null;
    },

    async findMany(trx: Transaction, ids: readonly number[]): Promise<BonusRecord[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereIn('id', [...ids]);
      return rows.map(fromRow);
    },

    /** A page, the latest day first, and how many there are in all. */
    async page(
      trx: Transaction,
      filter: ByHandFilter,
      request: PageRequest
    ): Promise<{ bonuses: BonusRecord[]; total: number }> {
      const total = await countOf(matching(trx, filter));
      const rows: Row[] = await onPage(
        matching(trx, filter)
          .select(COLUMNS)
          .orderBy([
            { column: 'day', order: 'desc' },
            { column: 'id', order: 'desc' },
          ]),
        request
      );
      return { bonuses: rows.map(fromRow), total };
    },

    async allIds(trx: Transaction): Promise<number[]> {
      return trx(table).orderBy('id').pluck('id');
    },

    /** Whether an equal bonus is in force already: somebody recorded it twice. */
    async hasTwin(trx: Transaction, bonus: NewBonus): Promise<boolean> {
      const { amount, day, decidedBy, officer, reason, unit } = bonus;
      const row: unknown = await trx(table)
        .select('id')
        .where({ unit_id: unit, officer_id: officer, amount, day, reason, decided_by: decidedBy })
        .whereNull('withdrawn_at')
        .first();
      return row !== undefined;
    },

    /**
     * Records a bonus with its evidence.
     *
     * @returns its documentId
     */
    async create(
      bonus: NewBonus,
      evidence: readonly number[],
      { author, now }: { author: number | undefined; now: Date }
    ): Promise<string> {
      const documentId = newDocumentId();
      await strapi.db.query(UID.bonus).create({
        data: {
          ...bonus,
          ...{ documentId, evidence: [...evidence], createdBy: author, updatedBy: author },
          ...{ createdAt: now, updatedAt: now, publishedAt: now },
        },
      });
      return documentId;
    },

    /** Puts files beside those that are there. */
    async addEvidence(
      trx: Transaction,
      id: number,
      evidence: readonly number[],
      now: Date
    ): Promise<void> {
      const there = (await files.attachedTo(trx, UID.bonus, [id])).map((file) => file.id);
      await strapi.db.query(UID.bonus).update({
        where: { id },
        data: { evidence: [...new Set([...there, ...evidence])], updatedAt: now },
      });
    },

    async withdraw(
      trx: Transaction,
      id: number,
      { reason, person }: { reason: string; person: string | null },
      now: Date
    ): Promise<void> {
      await trx(table).where('id', id).update({
        withdrawn_at: now,
        withdrawn_reason: reason,
        withdrawn_by: person,
        updated_at: now,
      });
    },
  };
});
