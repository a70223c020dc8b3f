import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { State } from '../../../domain/submission-workflow';
import type { Day } from '../../../domain/period';
import type { CommissionKind } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import {
  inListOrder,
  linkTableOf,
  tableOf,
  toDate,
  toDateOrNull,
} from '../../../../../common/database/tables';
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

/** Which commissions a list shows. */
export interface CommissionFilter {
  /** Ids of units, one of which it asks. */
  units?: readonly number[];
  kind?: CommissionKind;
  closed?: boolean;
  /** Between which days it is due, of whichever unit. */
  due?: { from: Day; to: Day };
}

/** A submission that names a commission. */
export interface AnswerRecord {
  commission: number;
  id: number;
  /** The submission whose adoptions are its own: the one that it is part of, or itself. */
  whole: number;
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
  merged_into_id: number | null;
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
      id,
      whole: row.merged_into_id ?? id,
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
    const ties: Array<{ commission: number; unit: number }> = await trx({ l: asked.table })
      .select({ commission: `l.${asked.source}`, unit: `l.${asked.target}` })
      .whereIn(
        `l.${asked.source}`,
        rows.map(({ id }) => id)
      )
      .orderBy(inListOrder(asked));
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

  const isOpen = (open: Knex.QueryBuilder): void => {
    void open.where('closed', false).orWhereNull('closed');
  };

  const asking = (trx: Transaction, units: readonly number[]) =>
    trx(asked.table)
      .select(asked.source)
      .whereIn(asked.target, [...units]);

  /** Those due between two days, or until one of them for some unit. */
  const dueBetween = (trx: Transaction, { from, to }: { from: Day; to: Day }) =>
    trx(table)
      .whereBetween('due_on', [from, to])
      .orWhereIn(
        'document_id',
        trx(tableOf(strapi, UID.commissionLine))
          .select('commission_document_id')
          .where('action', 'extend')
          .whereBetween('due_on', [from, to])
      )
      .select('id');

  const matching = (trx: Transaction, { closed, due, kind, units }: CommissionFilter) => {
    const query = trx(table);
    if (units !== undefined) query.whereIn('id', asking(trx, units));
    if (kind !== undefined) query.where({ kind });
    if (closed === true) query.where({ closed });
    if (closed === false) query.where(isOpen);
    if (due !== undefined) query.whereIn('id', dueBetween(trx, due));
    return query;
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

    /**
     * The commission that a submission answers, or one of the submissions that are part of it.
     *
     * @param submission the id of one that is part of no other
     */
    async ofPiece(trx: Transaction, submission: number): Promise<CommissionRecord | null> {
      const rows: Array<Row & { piece: number }> = await trx({ s: tableOf(strapi, UID.submission) })
        .join({ l: answered.table }, `l.${answered.source}`, 's.id')
        .join({ c: table }, 'c.id', `l.${answered.target}`)
        .where('s.id', submission)
        .orWhere('s.merged_into_id', submission)
        .orderBy('s.id')
        .select(...COLUMNS.map((column) => `c.${column}`), { piece: 's.id' });
      const row = rows.find(({ piece }) => piece === submission) ?? rows[0];
      return row ? ((await complete(trx, [row]))[0] ?? null) : null;
    },

    /** Those not closed that ask one of the units; without units, all that are not closed. */
    async openFor(trx: Transaction, units?: readonly number[]): Promise<CommissionRecord[]> {
      const rows: Row[] = await matching(trx, { closed: false, units })
        .select(COLUMNS)
        .orderBy(['due_on', 'id']);
      return complete(trx, rows);
    },

    /** A page, the latest day first, and how many there are in all. */
    async page(
      trx: Transaction,
      filter: CommissionFilter,
      request: PageRequest
    ): Promise<{ commissions: CommissionRecord[]; total: number }> {
      const total = await countOf(matching(trx, filter));
      const rows: Row[] = await onPage(
        matching(trx, filter)
          .select(COLUMNS)
          .orderBy([
            { column: 'due_on', order: 'desc' },
            { column: 'id', order: 'desc' },
          ]),
        request
      );
      return { commissions: await complete(trx, rows), total };
    },

    /** Those due between two days, or until one of them for some unit. */
    async dueIn(trx: Transaction, due: { from: Day; to: Day }): Promise<CommissionRecord[]> {
      const rows: Row[] = await matching(trx, { due }).select(COLUMNS).orderBy(['due_on', 'id']);
      return complete(trx, rows);
    },

    /** Writes until when it is asked of all units, or that it is closed or open again. */
    async change(
      trx: Transaction,
      id: number,
      { closed, dueOn }: { closed?: boolean; dueOn?: Day },
      now: Date
    ): Promise<void> {
      await trx(table)
        .where({ id })
        .update({
          ...(dueOn !== undefined && { due_on: dueOn }),
          ...(closed !== undefined && { closed }),
          updated_at: now,
        });
    },

    /** Those due between two days, for whichever unit, and any that was answered between two moments. */
    async dueOrAnswered(
      trx: Transaction,
      due: { from: Day; to: Day },
      answer: { from: Date; before: Date }
    ): Promise<CommissionRecord[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereIn('id', dueBetween(trx, due))
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
        .orderBy([{ column: 's.id', order: 'desc' }, ...inListOrder(signed, 'u')])
        .select('s.id', 's.document_id', 's.title', 's.state', 's.received_at', {
          merged_into_id: 's.merged_into_id',
          commission: `a.${answered.target}`,
          unit: `u.${signed.target}`,
        });
      return answersOf(rows);
    },
  };
});
