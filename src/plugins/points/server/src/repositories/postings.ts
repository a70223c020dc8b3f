import type { Core } from '@strapi/strapi';
import type { Posting } from '../../../domain/difference';
import type { Day } from '../../../domain/period';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import {
  reading,
  selectFromJson,
  tableOf,
  toDate,
  type Reading,
  type Transaction,
} from './connection';

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

/** A posting that is to be appended. */
export type NewPosting = Omit<PostingRecord, 'postedAt'>;

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

type NewRow = Omit<Row, 'id' | 'posted_at'> & { document_id: string };

const toRow = (posting: NewPosting): NewRow => ({
  document_id: posting.key,
  key: posting.key,
  kind: posting.kind,
  reverses: posting.reverses,
  amount: posting.amount,
  divisor: posting.divisor,
  unit_count: posting.unitCount,
  officer_count: posting.officerCount,
  channel: posting.channel,
  clause: posting.clause,
  adopted_on: posting.adoptedOn,
  month: posting.month,
  belongs_to: posting.belongsTo,
  cause: posting.cause,
  submission_id: posting.submission,
  adoption_id: posting.adoption,
  rule_set_id: posting.ruleSet,
  unit_id: posting.unit,
  officer_id: posting.officer,
  unit_name: posting.unitName,
  officer_name: posting.officerName,
  submission_title: posting.submissionTitle,
  entry_uid: posting.entryUid,
  entry_document_id: posting.entryDocumentId,
});

/** What the two drivers give back for the new rows. */
type Inserted = Array<{ key: string }> | { rows: Array<{ key: string }> };

/** Which postings a reader asks for; ids, not documentIds. */
export interface PostingFilter {
  /** First and last month. */
  months?: { from: string; to: string };
  unit?: number;
  officer?: number;
  submission?: number;
  channel?: Channel;
}

const NEW_COLUMNS = [
  'document_id',
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
] as const satisfies ReadonlyArray<keyof NewRow>;

/** All of them the moment of appending. */
const MOMENTS = ['posted_at', 'created_at', 'updated_at', 'published_at'];

/** The ledger (计分记录). It can be read and appended to; there is no third verb, and `append` has one caller, `settle`. */
export const postingRepository = (strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.posting);
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const appending = `
    insert into ${table} (${[...NEW_COLUMNS, ...MOMENTS].join(', ')})
    select given.*, ${MOMENTS.map(() => 'moment.now').join(', ')}
      from (${selectFromJson(strapi, table, NEW_COLUMNS)}) as given
     cross join (select ${isPostgres ? 'cast(? as timestamp)' : '?'} as now) as moment
     where true
    on conflict (key) do nothing returning key`;

  const matching = (trx: Transaction, filter: PostingFilter) => {
    const query = trx<Row>(table);
    if (filter.months) query.whereBetween('month', [filter.months.from, filter.months.to]);
    if (filter.unit !== undefined) query.where('unit_id', filter.unit);
    if (filter.officer !== undefined) query.where('officer_id', filter.officer);
    if (filter.submission !== undefined) query.where('submission_id', filter.submission);
    if (filter.channel !== undefined) query.where('channel', filter.channel);
    return query;
  };

  return {
    /** Appends; a key that stands already is passed over. Gives the keys that were new. */
    async append(
      trx: Transaction,
      postings: readonly NewPosting[],
      now: Date
    ): Promise<Set<string>> {
      const result: Inserted = await trx.raw(appending, [JSON.stringify(postings.map(toRow)), now]);
      const rows = Array.isArray(result) ? result : result.rows;
      return new Set(rows.map(({ key }) => key));
    },

    ofSubmissions: (trx: Transaction, submissions: readonly number[]): Reading<PostingRecord[]> =>
      reading(
        trx(table)
          .whereIn('submission_id', [...submissions])
          .orderBy('id'),
        (rows: Row[]) => rows.map(fromRow)
      ),

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
    ): Promise<Array<{ documentId: string; amount: number; divisor: number }>> {
      return trx(table)
        .select({ documentId: 'entry_document_id', amount: 'amount', divisor: 'divisor' })
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
};
