import type { Core } from '@strapi/strapi';
import type { Correction } from '../../../domain/correction';
import type { ObjectionState, Outcome } from '../../../domain/objection';
import type { Day, Month } from '../../../domain/period';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import {
  newDocumentId,
  tableOf,
  toDate,
  toDateOrNull,
} from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** What an answer corrects, as it was decided. */
interface CorrectionRecord {
  /** Hundredths of a point, to be divided by `divisor`. */
  amount: number;
  divisor: number;
  officer: number | null;
  reason: string;
  decidedBy: string;
  decidedOn: Day;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

/** A correction that is to be decided. */
export type NewCorrection = Pick<
  CorrectionRecord,
  'amount' | 'divisor' | 'officer' | 'reason' | 'decidedBy' | 'decidedOn'
>;

/** An objection that is to be filed. */
export interface NewObjection {
  unit: number;
  /** The unit as it was called. */
  unitName: string;
  /** The key of the posting that is objected to; `null` where one is missing. */
  line: string | null;
  /** The submission that should have earned; `null` where there is a line. */
  submission: number | null;
  /** What it is about, as it was called. */
  title: string;
  /** The month of the line. */
  month: Month;
  text: string;
  filedBy: string;
}

/** An objection (异议) as it stands. */
export interface ObjectionRecord extends Omit<NewObjection, 'unit'> {
  id: number;
  documentId: string;
  /** `null` where the unit is gone. */
  unit: number | null;
  state: ObjectionState;
  filedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  outcome: Outcome | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  correction: CorrectionRecord | null;
}

/** Which objections a reader asks for; ids, not documentIds. */
export interface ObjectionFilter {
  /** Only of these units. */
  units?: readonly number[];
  unit?: number;
  state?: ObjectionState;
}

/** What is objected to: a posting by its key, or a unit's share of a submission. */
export type Line = Pick<NewObjection, 'line' | 'submission' | 'unit'>;

const COLUMNS = {
  id: 'id',
  documentId: 'document_id',
  unit: 'unit_id',
  unitName: 'unit_name',
  line: 'line',
  submission: 'submission_id',
  title: 'title',
  month: 'month',
  text: 'text',
  state: 'state',
  filedAt: 'filed_at',
  filedBy: 'filed_by',
  withdrawnAt: 'withdrawn_at',
  withdrawnBy: 'withdrawn_by',
  outcome: 'outcome',
  answer: 'answer',
  answeredAt: 'answered_at',
  answeredBy: 'answered_by',
  amount: 'amount',
  divisor: 'divisor',
  officer: 'officer_id',
  reason: 'reason',
  decidedBy: 'decided_by',
  decidedOn: 'decided_on',
  correctionWithdrawnAt: 'correction_withdrawn_at',
  correctionWithdrawnReason: 'correction_withdrawn_reason',
  correctionWithdrawnBy: 'correction_withdrawn_by',
} as const;

interface Row extends Omit<
  ObjectionRecord,
  'filedAt' | 'withdrawnAt' | 'answeredAt' | 'correction'
> {
  filedAt: unknown;
  withdrawnAt: unknown;
  answeredAt: unknown;
  amount: number | null;
  divisor: number | null;
  officer: number | null;
  reason: string | null;
  decidedBy: string | null;
  decidedOn: Day | null;
  correctionWithdrawnAt: unknown;
  correctionWithdrawnReason: string | null;
  correctionWithdrawnBy: string | null;
}

const correctionOf = (row: Row): CorrectionRecord | null => {
  const { amount, decidedBy, decidedOn, divisor, officer, reason } = row;
  if (amount === null || divisor === null || decidedOn === null) return null;
  return {
    amount,
    divisor,
    officer,
    reason: reason ?? '',
    decidedBy: decidedBy ?? '',
    decidedOn,
    withdrawnAt: toDateOrNull(row.correctionWithdrawnAt),
    withdrawnReason: row.correctionWithdrawnReason,
    withdrawnBy: row.correctionWithdrawnBy,
  };
};

const fromRow = (row: Row): ObjectionRecord => ({
  id: row.id,
  documentId: row.documentId,
  unit: row.unit,
  unitName: row.unitName,
  line: row.line,
  submission: row.submission,
  title: row.title,
  month: row.month,
  text: row.text,
  state: row.state,
  filedAt: toDate(row.filedAt),
  filedBy: row.filedBy,
  withdrawnAt: toDateOrNull(row.withdrawnAt),
  withdrawnBy: row.withdrawnBy,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: toDateOrNull(row.answeredAt),
  answeredBy: row.answeredBy,
  correction: correctionOf(row),
});

/** What an objection's answer corrects, as the ledger reckons with it; `null` where nothing is in force. */
export const correctionInForce = (objection: ObjectionRecord): Correction | null => {
  const { correction, documentId, id, line, month, unit } = objection;
  if (correction?.withdrawnAt !== null || unit === null) return null;
  const { amount, decidedOn, divisor, officer } = correction;
  return { id, documentId, unit, officer, amount, divisor, day: decidedOn, month, corrects: line };
};

/** Objections (异议). Nothing of one is changed but that the next step is written beside it. */
export const objectionRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.objection);

  const matching = (trx: Transaction, { units, unit, state }: ObjectionFilter) => {
    const query = trx(table);
    if (units !== undefined) query.whereIn('unit_id', [...units]);
    if (unit !== undefined) query.where('unit_id', unit);
    if (state !== undefined) query.where({ state });
    return query;
  };

  /** Writes a step of an objection that waits; nothing where it does not wait any more. */
  const step = async (
    trx: Transaction,
    id: number,
    columns: Readonly<Record<string, unknown>>,
    now: Date
  ): Promise<void> => {
    await trx(table)
      .where({ id, state: 'filed' })
      .update({ ...columns, updated_at: now });
  };

  return {
    async find(trx: Transaction, documentId: string): Promise<ObjectionRecord | null> {
      const row: Row | undefined = await trx(table)
        .select(COLUMNS)
        .where('document_id', documentId)
        .first();
      return row ? fromRow(row) : null;
    },

    async findMany(trx: Transaction, ids: readonly number[]): Promise<ObjectionRecord[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereIn('id', [...ids]);
      return rows.map(fromRow);
    },

    /** A page, the newest first, and how many there are in all; of those that wait, the oldest first. */
    async page(
      trx: Transaction,
      filter: ObjectionFilter,
      request: PageRequest
    ): Promise<{ objections: ObjectionRecord[]; total: number }> {
      const total = await countOf(matching(trx, filter));
      const order = filter.state === 'filed' ? 'asc' : 'desc';
      const rows: Row[] = await onPage(
        matching(trx, filter)
          .select(COLUMNS)
          .orderBy([
            { column: 'filed_at', order },
            { column: 'id', order },
          ]),
        request
      );
      return { objections: rows.map(fromRow), total };
    },

    async allIds(trx: Transaction): Promise<number[]> {
      return trx(table).orderBy('id').pluck('id');
    },

    /** Those of some postings, by key, that an objection waits for an answer about. */
    async waitingFor(trx: Transaction, keys: readonly string[]): Promise<string[]> {
      return trx(table)
        .whereIn('line', [...keys])
        .where('state', 'filed')
        .pluck('line');
    },

    /** Whether an objection to the same line waits for its answer. */
    async isWaiting(trx: Transaction, { line, submission, unit }: Line): Promise<boolean> {
      const row: unknown = await trx(table)
        .select('id')
        .where({ line, submission_id: submission, unit_id: unit, state: 'filed' })
        .first();
      return row !== undefined;
    },

    /**
     * Files an objection with what was attached.
     *
     * @returns its documentId
     */
    async file(
      objection: NewObjection,
      attachments: readonly number[],
      { author, now }: { author: number | undefined; now: Date }
    ): Promise<string> {
      const documentId = newDocumentId();
      await strapi.db.query(UID.objection).create({
        data: {
          ...objection,
          ...{ documentId, attachments: [...attachments], state: 'filed', filedAt: now },
          ...{ createdBy: author, updatedBy: author },
          ...{ createdAt: now, updatedAt: now, publishedAt: now },
        },
      });
      return documentId;
    },

    async withdraw(trx: Transaction, id: number, person: string, now: Date): Promise<void> {
      const columns = { state: 'withdrawn', withdrawn_at: now, withdrawn_by: person };
      await step(trx, id, columns, now);
    },

    async answer(
      trx: Transaction,
      id: number,
      answer: { outcome: Outcome; text: string; person: string; correction: NewCorrection | null },
      now: Date
    ): Promise<void> {
      const { correction, outcome, person, text } = answer;
      const columns = {
        ...{ state: 'answered', outcome, answer: text, answered_at: now, answered_by: person },
        ...(correction && {
          amount: correction.amount,
          divisor: correction.divisor,
          officer_id: correction.officer,
          reason: correction.reason,
          decided_by: correction.decidedBy,
          decided_on: correction.decidedOn,
        }),
      };
      await step(trx, id, columns, now);
    },

    async withdrawCorrection(
      trx: Transaction,
      id: number,
      { reason, person }: { reason: string; person: string },
      now: Date
    ): Promise<void> {
      await trx(table).where({ id }).update({
        correction_withdrawn_at: now,
        correction_withdrawn_reason: reason,
        correction_withdrawn_by: person,
        updated_at: now,
      });
    },
  };
});
