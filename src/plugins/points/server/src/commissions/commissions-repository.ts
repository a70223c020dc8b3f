import type { Core } from '@strapi/strapi';
import type { State } from '../../../domain/submission-workflow';
import type { Day } from '../../../domain/period';
import type { CommissionKind } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { linkTableOf, tableOf, toDate, toDateOrNull } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A commission (约稿) with the units that it asks. */
export interface CommissionRecord {
  id: number;
  documentId: string;
  title: string;
  text: string;
  kind: CommissionKind;
  dueOn: Day;
  closed: boolean;
  createdAt: Date;
  /** Ids. */
  units: number[];
}

/** A submission that names a commission. */
export interface AnswerRecord {
  commission: number;
  documentId: string;
  title: string;
  state: State;
  receivedAt: Date | null;
  /** Ids of its contributing units. */
  units: number[];
}

interface Row {
  id: number;
  document_id: string;
  title: string;
  text: string | null;
  kind: CommissionKind;
  due_on: Day;
  closed: unknown;
  created_at: unknown;
}

interface AnswerRow {
  id: number;
  commission: number;
  document_id: string;
  title: string;
  state: State;
  received_at: unknown;
  unit: number | null;
}

const COLUMNS = ['id', 'document_id', 'title', 'text', 'kind', 'due_on', 'closed', 'created_at'];

const answersOf = (rows: readonly AnswerRow[]): AnswerRecord[] => {
  const byId = new Map<number, AnswerRecord>();
  for (const { id, commission, document_id: documentId, title, state, unit, ...row } of rows) {
    const answer = byId.get(id) ?? {
      commission,
      documentId,
      title,
      state,
      receivedAt: toDateOrNull(row.received_at),
      units: [],
    };
    if (unit !== null) answer.units.push(unit);
    byId.set(id, answer);
  }
  return [...byId.values()];
};

/** Commissions, the units that they ask, and the submissions that answer them. */
export const commissionRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.commission);
  const asked = linkTableOf(strapi, UID.commission, 'units');
  const answered = linkTableOf(strapi, UID.submission, 'commission');
  const signed = linkTableOf(strapi, UID.submission, 'units');

  const complete = async (trx: Transaction, rows: readonly Row[]): Promise<CommissionRecord[]> => {
    const ties: Array<{ commission: number; unit: number }> = await trx(asked.table)
      .select({ commission: asked.source, unit: asked.target })
      .whereIn(
        asked.source,
        rows.map(({ id }) => id)
      );
    return rows.map((row) => ({
      id: row.id,
      documentId: row.document_id,
      title: row.title,
      text: row.text ?? '',
      kind: row.kind,
      dueOn: row.due_on,
      closed: Boolean(row.closed),
      createdAt: toDate(row.created_at),
      units: ties.filter(({ commission }) => commission === row.id).map(({ unit }) => unit),
    }));
  };

  return {
    async find(trx: Transaction, documentId: string): Promise<CommissionRecord | null> {
      const rows: Row[] = await trx(table).select(COLUMNS).where('document_id', documentId);
      return (await complete(trx, rows))[0] ?? null;
    },

    /** The commission that a submission answers. */
    async ofSubmission(trx: Transaction, submission: number): Promise<CommissionRecord | null> {
      const rows: Row[] = await trx({ c: table })
        .join({ l: answered.table }, `l.${answered.target}`, 'c.id')
        .where(`l.${answered.source}`, submission)
        .select(COLUMNS.map((column) => `c.${column}`));
      return (await complete(trx, rows))[0] ?? null;
    },

    /** Those not closed that ask one of the units. */
    async openFor(trx: Transaction, units: readonly number[]): Promise<CommissionRecord[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .where((open) => {
          void open.where('closed', false).orWhereNull('closed');
        })
        .whereIn(
          'id',
          trx(asked.table)
            .select(asked.source)
            .whereIn(asked.target, [...units])
        )
        .orderBy(['due_on', 'id']);
      return complete(trx, rows);
    },

    /** Those due between two days, and any that was answered between two moments. */
    async dueOrAnswered(
      trx: Transaction,
      due: { from: Day; to: Day },
      answer: { from: Date; before: Date }
    ): Promise<CommissionRecord[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereBetween('due_on', [due.from, due.to])
        .orWhereIn(
          'id',
          trx({ a: answered.table })
            .join({ s: tableOf(strapi, UID.submission) }, 's.id', `a.${answered.source}`)
            .where('s.received_at', '>=', answer.from)
            .where('s.received_at', '<', answer.before)
            .select(`a.${answered.target}`)
        )
        .orderBy(['due_on', 'id']);
      return complete(trx, rows);
    },

    /** The submissions that name one of the commissions, the latest first. */
    async answers(trx: Transaction, commissions: readonly number[]): Promise<AnswerRecord[]> {
      const rows: AnswerRow[] = await trx({ a: answered.table })
        .join({ s: tableOf(strapi, UID.submission) }, 's.id', `a.${answered.source}`)
        .leftJoin({ u: signed.table }, `u.${signed.source}`, 's.id')
        .whereIn(`a.${answered.target}`, [...commissions])
        .orderBy('s.id', 'desc')
        .select('s.id', 's.document_id', 's.title', 's.state', 's.received_at', {
          commission: `a.${answered.target}`,
          unit: `u.${signed.target}`,
        });
      return answersOf(rows);
    },
  };
});
