import type { Core } from '@strapi/strapi';
import type { Place, Posting } from '../../../domain/difference';
import type { Day } from '../../../../../common/time/period';
import type { NetLines } from '../../../domain/totals';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { tableOf, toDate } from '../../../../../common/database/tables';
import { isInScope, reading, type Reading } from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A posting with the names as they were, which no later change of a unit or officer touches. */
export interface PostingRecord extends Posting {
  submission: number;
  submissionTitle: string;
  unitName: string;
  officerName: string | null;
  entryUid: string | null;
  entryDocumentId: string | null;
  cause: string;
  postedAt: Date;
}

interface Row {
  id: number;
  key: string;
  kind: 'award' | 'reversal';
  reverses: string | null;
  amount: number;
  divisor: number;
  unit_count: number;
  officer_count: number;
  channel: Channel;
  clause: string;
  adopted_on: Day;
  month: string;
  belongs_to: string;
  posted_at: unknown;
  cause: string;
  submission_id: number;
  adoption_id: number;
  rule_set_id: number;
  unit_id: number;
  officer_id: number | null;
  unit_name: string;
  officer_name: string | null;
  submission_title: string;
  entry_uid: string | null;
  entry_document_id: string | null;
}

const fromRow = (row: Row): PostingRecord => ({
  key: row.key,
  kind: row.kind,
  reverses: row.reverses,
  amount: row.amount,
  divisor: row.divisor,
  unitCount: row.unit_count,
  officerCount: row.officer_count,
  channel: row.channel,
  clause: row.clause,
  adoptedOn: row.adopted_on,
  month: row.month,
  belongsTo: row.belongs_to,
  postedAt: toDate(row.posted_at),
  cause: row.cause,
  submission: row.submission_id,
  adoption: row.adoption_id,
  ruleSet: row.rule_set_id,
  unit: row.unit_id,
  officer: row.officer_id,
  unitName: row.unit_name,
  officerName: row.officer_name,
  submissionTitle: row.submission_title,
  entryUid: row.entry_uid,
  entryDocumentId: row.entry_document_id,
});

/** Which postings a reader asks for; ids, not documentIds. */
export interface PostingFilter {
  /** Only of these units. */
  units?: readonly number[];
  /** First and last month. */
  months?: { from: string; to: string };
  unit?: number;
  officer?: number;
  submission?: number;
  channel?: Channel;
}

const COLUMNS = [
  'id',
  'key',
  'kind',
  'reverses',
  'amount',
  'divisor',
  'unit_count',
  'officer_count',
  'channel',
  'clause',
  'adopted_on',
  'month',
  'belongs_to',
  'posted_at',
  'cause',
  'submission_id',
  'adoption_id',
  'rule_set_id',
  'unit_id',
  'officer_id',
  'unit_name',
  'officer_name',
  'submission_title',
  'entry_uid',
  'entry_document_id',
] as const satisfies ReadonlyArray<keyof Row>;

interface Counted {
  submission_id: number;
  unit_id: number;
  officer_id: number | null;
  count: number;
}

/** How many awards a place of a submission's ledger was ever given. */
export interface GivenAwards extends Place {
  submission: number;
  count: number;
}

/** A submission's lines of a month, unit and officer, added up. */
export interface SubmissionLines extends NetLines {
  submission: number;
}

/** The ledger (计分记录), to be read; `append` alone writes it. */
export const postingRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.posting);

  const matching = (trx: Transaction, filter: PostingFilter) => {
    const query = trx<Row>(table);
    if (filter.months) query.whereBetween('month', [filter.months.from, filter.months.to]);
    if (filter.units !== undefined) query.whereIn('unit_id', [...filter.units]);
    if (filter.unit !== undefined) query.where('unit_id', filter.unit);
    if (filter.officer !== undefined) query.where('officer_id', filter.officer);
    if (filter.submission !== undefined) query.where('submission_id', filter.submission);
    if (filter.channel !== undefined) query.where('channel', filter.channel);
    return query;
  };

  const knex = strapi.db.connection;
  const inScope = () => knex({ p: table }).where(isInScope(strapi, 'p.submission_id'));

  return {
    /**
     * Awards of the submissions in scope that no reversal has taken back, oldest first. Each looks its
     * reversal up by its key, which a join would not be held to.
     */
    standingInScope: reading(
      inScope()
        .select(COLUMNS.map((column) => `p.${column}`))
        .where('p.kind', 'award')
        .whereRaw("(select 1 from ?? as r where r.key = p.key || '.reversed') is null", [table])
        .orderBy('p.id'),
      COLUMNS,
      (rows: Row[]) => rows.map(fromRow)
    ) satisfies Reading<PostingRecord[]>,

    /** How many awards the places in scope were given, but for adoptions that nothing brings back. */
    givenInScope: reading(
      inScope()
        .join({ a: tableOf(strapi, UID.adoption) }, 'a.id', 'p.adoption_id')
        .where('p.kind', 'award')
        .where((own) => {
          void own.whereNull('a.withdrawn_at').orWhereNotNull('a.entry_document_id');
        })
        .select('p.submission_id', 'p.adoption_id', 'p.unit_id', 'p.officer_id')
        .count({ count: '*' })
        .groupBy('p.submission_id', 'p.adoption_id', 'p.unit_id', 'p.officer_id'),
      ['submission_id', 'adoption_id', 'unit_id', 'officer_id', 'count'],
      (rows: Array<Counted & { adoption_id: number }>) =>
        rows.map((row) => ({
          submission: row.submission_id,
          adoption: row.adoption_id,
          unit: row.unit_id,
          officer: row.officer_id,
          count: row.count,
        }))
    ) satisfies Reading<GivenAwards[]>,

    /** The lines of the submissions in scope, added up; what comes to nothing is left out. */
    linesInScope: reading(
      inScope()
        .select('p.submission_id', 'p.month', 'p.unit_id', 'p.officer_id')
        .select({ count: knex.raw("sum(case p.kind when 'award' then 1 else -1 end)") })
        .groupBy('p.submission_id', 'p.month', 'p.unit_id', 'p.officer_id')
        .havingRaw("sum(case p.kind when 'award' then 1 else -1 end) <> 0"),
      ['submission_id', 'month', 'unit_id', 'officer_id', 'count'],
      (rows: Array<Counted & { month: string }>) =>
        rows.map((row) => ({
          submission: row.submission_id,
          month: row.month,
          unit: row.unit_id,
          officer: row.officer_id,
          lines: row.count,
        }))
    ) satisfies Reading<SubmissionLines[]>,

    /** All postings of some submissions, oldest first. */
    async ofAll(trx: Transaction, submissions: readonly number[]): Promise<PostingRecord[]> {
      const rows: Row[] = await trx(table)
        .whereIn('submission_id', [...submissions])
        .orderBy('id');
      return rows.map(fromRow);
    },

    /** All postings of a submission, oldest first. */
    async ofSubmission(trx: Transaction, submission: number): Promise<PostingRecord[]> {
      const rows: Row[] = await trx(table).where('submission_id', submission).orderBy('id');
      return rows.map(fromRow);
    },

    /** What some units have of some submissions. */
    async ofSubmissions(
      trx: Transaction,
      submissions: readonly number[],
      units: readonly number[]
    ): Promise<PostingRecord[]> {
      const rows: Row[] = await trx(table)
        .whereIn('submission_id', [...submissions])
        .whereIn('unit_id', [...units]);
      return rows.map(fromRow);
    },

    /** All postings of an entry's adoptions, newest first. */
    async ofEntry(trx: Transaction, uid: string, documentId: string): Promise<PostingRecord[]> {
      const rows: Row[] = await trx(table)
        .where({ entry_uid: uid, entry_document_id: documentId })
        .orderBy('id', 'desc');
      return rows.map(fromRow);
    },

    /** A page, newest first, and how many there are in all. */
    async page(
      trx: Transaction,
      filter: PostingFilter,
      { page, pageSize }: { page: number; pageSize: number }
    ): Promise<{ postings: PostingRecord[]; total: number }> {
      const counted: { count?: number | string } | undefined = await matching(trx, filter)
        .count({ count: '*' })
        .first();
      const rows: Row[] = await matching(trx, filter)
        .select('*')
        .orderBy('id', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize);
      return { postings: rows.map(fromRow), total: Number(counted?.count ?? 0) };
    },

    /** Amounts of many entries' postings. */
    async sharesOfEntries(
      trx: Transaction,
      uid: string,
      documentIds: readonly string[]
    ): Promise<Array<{ documentId: string; unit: number; amount: number; divisor: number }>> {
      return trx(table)
        .select({ documentId: 'entry_document_id', unit: 'unit_id' })
        .select('amount', 'divisor')
        .where('entry_uid', uid)
        .whereIn('entry_document_id', [...documentIds]);
    },

    /** Whether anything of the ledger names this row. */
    async names(
      trx: Transaction,
      column: 'unit_id' | 'officer_id' | 'submission_id' | 'adoption_id' | 'rule_set_id',
      id: number
    ): Promise<boolean> {
      const row: unknown = await trx(table).select('id').where(column, id).first();
      return row !== undefined;
    },

    async count(trx: Transaction): Promise<number> {
      const row: { count?: number | string } | undefined = await trx(table)
        .count({ count: '*' })
        .first();
      return Number(row?.count ?? 0);
    },
  };
});
