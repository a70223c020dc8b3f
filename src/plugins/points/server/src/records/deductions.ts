import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/period';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { newDocumentId, tableOf, toDateOrNull } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';
import { fileRepository } from './files';
import { type ByHandFilter, narrowedByHand } from './by-hand';

/** What the office holds against a unit (扣分), in force or withdrawn, as it was recorded. */
export interface DeductionRecord {
  id: number;
  documentId: string;
  unit: number;
  officer: number | null;
  /** Which: a code among the deductions of the rule set in force on its day. */
  code: string;
  /** Hundredths of a point, where the rule lets choose. */
  amount: number | null;
  reason: string;
  decidedBy: string;
  day: Day;
  /** Who recorded it, by name; `null` where the application did. */
  recordedBy: string | null;
  recordedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

/** A deduction that is to be recorded. */
export type NewDeduction = Pick<
  DeductionRecord,
  'unit' | 'officer' | 'code' | 'amount' | 'reason' | 'decidedBy' | 'day' | 'recordedBy'
>;

const COLUMNS = {
  id: 'd.id',
  documentId: 'd.document_id',
  unit: 'd.unit_id',
  officer: 'd.officer_id',
  code: 'd.code',
  amount: 'd.amount',
  reason: 'd.reason',
  decidedBy: 'd.decided_by',
  day: 'd.day',
  recordedBy: 'd.recorded_by',
  recordedAt: 'd.created_at',
  withdrawnAt: 'w.created_at',
  withdrawnReason: 'w.reason',
  withdrawnBy: 'w.recorded_by',
} as const satisfies Record<keyof DeductionRecord, string>;

type Row = Omit<DeductionRecord, 'recordedAt' | 'withdrawnAt'> & {
  recordedAt: unknown;
  withdrawnAt: unknown;
};

const fromRow = (row: Row): DeductionRecord => ({
  ...row,
  recordedAt: toDateOrNull(row.recordedAt),
  withdrawnAt: toDateOrNull(row.withdrawnAt),
});

/**
 * Deductions (扣分). A row is appended and stays as it is, also for the database: what is withdrawn has
 * a second row, which names it in `withdraws`, at most one.
 */
export const deductionRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.deduction);

  const all = (trx: Transaction): Knex.QueryBuilder =>
    trx({ d: table })
      .leftJoin({ w: table }, 'w.withdraws', 'd.document_id')
      .whereNull('d.withdraws');

  const matching = (trx: Transaction, filter: ByHandFilter): Knex.QueryBuilder =>
    narrowedByHand(all(trx), filter, 'd');

  return {
    async find(trx: Transaction, documentId: string): Promise<DeductionRecord | null> {
      const row: Row | undefined = await all(trx)
        .select(COLUMNS)
        .where('d.document_id', documentId)
        .first();
      return row ? fromRow(row) : null;
    },

    /** A page, the latest day first, and how many there are in all. */
    async page(
      trx: Transaction,
      filter: ByHandFilter,
      request: PageRequest
    ): Promise<{ deductions: DeductionRecord[]; total: number }> {
      const total = await countOf(matching(trx, filter));
      const rows: Row[] = await onPage(
        matching(trx, filter)
          .select(COLUMNS)
          .orderBy([
            { column: 'd.day', order: 'desc' },
            { column: 'd.id', order: 'desc' },
          ]),
        request
      );
      return { deductions: rows.map(fromRow), total };
    },

    /** Those in force of some days, in the order in which they were recorded. */
    async inForce(trx: Transaction, days: { from: Day; to: Day }): Promise<DeductionRecord[]> {
      const rows: Row[] = await matching(trx, { days })
        .whereNull('w.id')
        .select(COLUMNS)
        .orderBy('d.id');
      return rows.map(fromRow);
    },

    /** Whether an equal deduction is in force already: somebody recorded it twice. */
    async hasTwin(trx: Transaction, deduction: NewDeduction): Promise<boolean> {
      const { amount, code, day, decidedBy, officer, reason, unit } = deduction;
      const row: unknown = await all(trx)
        .select('d.id')
        .where({ 'd.unit_id': unit, 'd.officer_id': officer, 'd.code': code, 'd.day': day })
        .where({ 'd.amount': amount, 'd.reason': reason, 'd.decided_by': decidedBy })
        .whereNull('w.id')
        .first();
      return row !== undefined;
    },

    /** Whether any names a unit or a person, of those withdrawn too. */
    async names(trx: Transaction, column: 'unit_id' | 'officer_id', id: number): Promise<boolean> {
      const row: unknown = await trx(table).select('id').where(column, id).first();
      return row !== undefined;
    },

    /**
     * Records a deduction with its evidence. Who recorded it is kept by name: an account that is deleted
     * would have to be taken out of a row that never changes.
     *
     * @returns its documentId
     */
    async create(deduction: NewDeduction, evidence: readonly number[], now: Date): Promise<string> {
      const documentId = newDocumentId();
      await strapi.db.query(UID.deduction).create({
        data: {
          ...deduction,
          ...{ documentId, evidence: [...evidence] },
          ...{ createdAt: now, updatedAt: now, publishedAt: now },
        },
      });
      return documentId;
    },

    /** Puts files beside those that are there; the row itself never changes. */
    async addEvidence(trx: Transaction, id: number, evidence: readonly number[]): Promise<void> {
      await fileRepository(strapi).attach(
        trx,
        { uid: UID.deduction, id, field: 'evidence' },
        evidence
      );
    },

    /** Appends the line that withdraws a deduction, with its reason. */
    async withdraw(
      trx: Transaction,
      { amount, code, day, decidedBy, documentId, officer, unit }: DeductionRecord,
      { reason, person }: { reason: string; person: string | null },
      now: Date
    ): Promise<void> {
      await trx(table).insert({
        document_id: newDocumentId(),
        unit_id: unit,
        officer_id: officer,
        code,
        amount,
        day,
        decided_by: decidedBy,
        reason,
        recorded_by: person,
        withdraws: documentId,
        created_at: now,
        updated_at: now,
        published_at: now,
      });
    },
  };
});
