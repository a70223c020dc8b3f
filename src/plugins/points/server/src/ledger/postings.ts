import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Entitlement } from '../../../domain/difference';
import {
  LINES_OF_KIND,
  type AdoptionPosting,
  type AwardPosting,
  type BonusPosting,
  type CorrectionPosting,
  isSoundPosting,
} from '../../../domain/posting';
import { CHAIN_START, type ChainHead } from '../../../domain/posting-chain';
import { isMonth, type Day, type Month } from '../../../domain/period';
import { isSoundShare, type Share } from '../../../domain/points';
import type { NetLines, Total } from '../../../domain/totals';
import { BONUS, CORRECTION, type PointsSource } from '../../../domain/vocabulary';
import type { RankedBy } from '../../../shared/contracts';
import { UID } from '../constants';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { columnUnlessBytes } from '../../../../../common/database/dialect';
import { tableOf, toDate } from '../../../../../common/database/tables';
import {
  isInScope,
  reading,
  runQueryBatch,
  type Reading,
} from '../../../../../common/database/query-batch';
import { isDay } from '../../../../../common/time/day';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** What the ledger keeps beside the arithmetic: names as they were, which no later change touches. */
interface Kept {
  /** Of a bonus or a correction, its reason. */
  submissionTitle: string;
  unitName: string;
  officerName: string | null;
  entryUid: string | null;
  entryDocumentId: string | null;
  cause: string;
}

/**
 * documentIds of what a posting names. The chain holds these, for they stay what they are where the
 * data moves, as ids need not.
 */
export interface PostingReferences {
  submissionDocumentId: string | null;
  adoptionDocumentId: string | null;
  bonusDocumentId: string | null;
  objectionDocumentId: string | null;
  ruleSetDocumentId: string | null;
  unitDocumentId: string | null;
  officerDocumentId: string | null;
}

/** Where a posting stands in the ledger's chain. */
export interface Link {
  /** From 1, without gaps. */
  sequence: number;
  /** SHA-256 over its canonical text, which names the hash before it. */
  hash: string;
}

interface OfSubmission {
  submission: number;
}

interface OfNone {
  submission: null;
}

type OfAdoption<Kind extends AdoptionPosting = AdoptionPosting> = Kind & Kept & OfSubmission;

type OfBonus = BonusPosting & Kept & OfNone;

type OfCorrection = CorrectionPosting & Kept & OfNone;

/** A posting of a submission's ledger that is to be appended. */
export type NewAdoptionPosting = OfAdoption & PostingReferences;

/** A posting of a bonus that is to be appended. */
export type NewBonusPosting = OfBonus & PostingReferences;

/** A posting of a correction that is to be appended. */
export type NewCorrectionPosting = OfCorrection & PostingReferences;

/** A posting that is to be appended. */
export type NewPosting = NewAdoptionPosting | NewBonusPosting | NewCorrectionPosting;

interface Posted {
  postedAt: Date;
}

/** A posting as it stands in the ledger. */
export type PostingRecord = AdoptionPostingRecord | BonusPostingRecord | CorrectionPostingRecord;

/** A posting of a submission's ledger as it stands there. */
export type AdoptionPostingRecord = OfAdoption & Link & Posted;

/** A posting of a bonus as it stands in the ledger. */
export type BonusPostingRecord = OfBonus & Link & Posted;

/** A posting of a correction as it stands in the ledger. */
export type CorrectionPostingRecord = OfCorrection & Link & Posted;

/** A posting as the chain holds it: what it names is told by documentId. */
export type ChainedRecord = Omit<PostingRecord, keyof typeof ID_COLUMNS> & PostingReferences;

/** An award as it stands in the ledger. */
export type AwardRecord = OfAdoption<AwardPosting> & PostingReferences & Link & Posted;

/** A posting of a submission's ledger, as far as arithmetic goes. */
export type SubmissionPosting = AdoptionPosting & OfSubmission;

const FIGURE_COLUMNS = {
  key: 'key',
  kind: 'kind',
  reverses: 'reverses',
  amount: 'amount',
  divisor: 'divisor',
  unitCount: 'unit_count',
  officerCount: 'officer_count',
  channel: 'channel',
  clause: 'clause',
  adoptedOn: 'adopted_on',
  month: 'month',
  belongsTo: 'belongs_to',
  corrects: 'corrects',
} as const;

/** What names rows by their ids. */
const ID_COLUMNS = {
  submission: 'submission_id',
  adoption: 'adoption_id',
  bonus: 'bonus_id',
  objection: 'objection_id',
  ruleSet: 'rule_set_id',
  unit: 'unit_id',
  officer: 'officer_id',
} as const;

const KEPT_COLUMNS = {
  postedAt: 'posted_at',
  cause: 'cause',
  sequence: 'sequence',
  hash: 'hash',
  unitName: 'unit_name',
  officerName: 'officer_name',
  submissionTitle: 'submission_title',
  entryUid: 'entry_uid',
  entryDocumentId: 'entry_document_id',
} as const;

/** The columns of a posting by the field that they hold, in the order in which all name them. */
export const POSTING_COLUMNS = {
  ...FIGURE_COLUMNS,
  ...ID_COLUMNS,
  ...KEPT_COLUMNS,
} as const satisfies Record<keyof PostingRecord, string>;

/** Those of a posting's arithmetic. */
const ARITHMETIC_COLUMNS = {
  ...FIGURE_COLUMNS,
  ...ID_COLUMNS,
} as const satisfies Record<keyof SubmissionPosting, string>;

/** Those of what the chain holds, but for what is told by documentId. */
const CHAINED_COLUMNS = {
  ...FIGURE_COLUMNS,
  ...KEPT_COLUMNS,
} as const satisfies Record<Exclude<keyof ChainedRecord, keyof PostingReferences>, string>;

type Field = keyof typeof POSTING_COLUMNS;

const FIELDS = Object.keys(POSTING_COLUMNS) as Field[];

const ARITHMETIC_FIELDS = Object.keys(ARITHMETIC_COLUMNS) as Array<keyof typeof ARITHMETIC_COLUMNS>;

const CHAINED_FIELDS = Object.keys(CHAINED_COLUMNS) as Array<keyof typeof CHAINED_COLUMNS>;

/** A number that the chain can say of no column: no text is one, and no number in it is broken. */
const NEVER_CHAINED = '0.5';

/** Postings of the chain that are read at once: a ledger of millions need not fit in memory. */
const CHAIN_PAGE = 5000;

/** A column of what a posting names, and its type. */
const REFERENCES = [
  ['submissionDocumentId', 'submission', UID.submission],
  ['adoptionDocumentId', 'adoption', UID.adoption],
  ['bonusDocumentId', 'bonus', UID.bonus],
  ['objectionDocumentId', 'objection', UID.objection],
  ['ruleSetDocumentId', 'ruleSet', UID.ruleSet],
  ['unitDocumentId', 'unit', UID.unit],
  ['officerDocumentId', 'officer', UID.member],
] as const satisfies ReadonlyArray<readonly [keyof PostingReferences, Field, string]>;

/** A posting as the database gives it, its columns named as the fields. */
type Row<Read extends Kept> = Read & Link & { postedAt: unknown };

/**
 * The row itself: a copy of each of a long ledger's would take longer than to read it. Where somebody
 * took its moment away, it has an invalid one.
 */
const fromRow = <Read extends Kept>(row: Row<Read>): Read & Link & Posted =>
  Object.assign(row, { postedAt: toDate(row.postedAt ?? Number.NaN) });

const TEXTS = [
  ...(['channel', 'clause', 'submissionTitle', 'unitName', 'cause'] as const),
] satisfies readonly Field[];

const TEXTS_OR_NONE = [
  ...(['reverses', 'corrects', 'officerName', 'entryUid', 'entryDocumentId'] as const),
] satisfies readonly Field[];

/**
 * Whether people can read what a posting says, but for its moment: somebody may have written past the
 * application what no such column holds.
 */
export const isReadable = (posting: PostingRecord): boolean =>
  isSoundPosting(posting) &&
  isDay(posting.adoptedOn) &&
  Object.keys(LINES_OF_KIND).includes(posting.kind) &&
  TEXTS.every((field) => typeof posting[field] === 'string') &&
  TEXTS_OR_NONE.every((field) => posting[field] === null || typeof posting[field] === 'string');

/** Which postings a reader asks for; ids, not documentIds. */
export interface PostingFilter {
  /** Only of these units. */
  units?: readonly number[];
  /** First and last month. */
  months?: { from: string; to: string };
  unit?: number;
  officer?: number;
  submission?: number;
  channel?: PointsSource;
}

interface Counted {
  submission_id: number;
  unit_id: number;
  officer_id: number | null;
  count: number;
}

interface Adopted extends Pick<Counted, 'unit_id' | 'officer_id'> {
  count: number | string;
}

/** A line as the rules over a period see it, with the day and the month that it counts in. */
export interface MonthLine extends Share {
  unit: number;
  month: Month;
  adoptedOn: Day;
  source: PointsSource;
  adoption: number | null;
  submission: number | null;
}

interface MonthLineRow {
  unit_id: number;
  month: Month;
  adopted_on: Day;
  amount: number;
  divisor: number;
  channel: PointsSource;
  adoption_id: number | null;
  submission_id: number | null;
}

const isSoundLine = (row: MonthLineRow): boolean =>
  isSoundShare(row) && isDay(row.adopted_on) && isMonth(row.month);

const LINE_COLUMNS = [
  ...(['unit_id', 'month', 'adopted_on', 'amount', 'divisor'] as const),
  ...(['channel', 'adoption_id', 'submission_id'] as const),
];

/** Ids of one statement: SQLite takes 32,766 parameters. */
const IDS_A_STATEMENT = 10_000;

const fromLineRow = (row: MonthLineRow): MonthLine => ({
  unit: row.unit_id,
  month: row.month,
  adoptedOn: row.adopted_on,
  amount: row.amount,
  divisor: row.divisor,
  source: row.channel,
  adoption: row.adoption_id,
  submission: row.submission_id,
});

/** How many awards an entitlement of a submission's ledger ever had. */
export interface AwardCount extends Entitlement {
  submission: number;
  count: number;
}

/** A submission's lines of a month, unit and officer, added up. */
export interface SubmissionLines extends NetLines {
  submission: number;
}

const linesOfKind = Object.entries(LINES_OF_KIND).map(([kind, n]) => `when '${kind}' then ${n}`);

/** Awards less reversals, of postings called `p`. */
const NET_LINES = `sum(case p.kind ${linesOfKind.join(' ')} end)`;

/** The ledger (计分记录), to be read; `append` alone writes it. */
export const postingRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.posting);

  const matching = (trx: Transaction, filter: PostingFilter) => {
    const query = trx(table);
    if (filter.months) query.whereBetween('month', [filter.months.from, filter.months.to]);
    if (filter.units !== undefined) query.whereIn('unit_id', [...filter.units]);
    if (filter.unit !== undefined) query.where('unit_id', filter.unit);
    if (filter.officer !== undefined) query.where('officer_id', filter.officer);
    if (filter.submission !== undefined) query.where('submission_id', filter.submission);
    if (filter.channel !== undefined) query.where('channel', filter.channel);
    return query;
  };

  const knex = strapi.db.connection;
  /** documentIds of what postings called `p` name, each looked up by its id. */
  const references = Object.fromEntries(
    REFERENCES.map(([field, named, uid]) => [
      field,
      knex(tableOf(strapi, uid)).select('document_id').whereRaw(`id = p.${POSTING_COLUMNS[named]}`),
    ])
  );
  const lastLink = (database: Knex) =>
    database(table)
      .select('sequence', 'hash')
      .whereNotNull('sequence')
      .orderBy('sequence', 'desc')
      .limit(1);
  /** Columns of postings called `p`, or a mark where somebody put bytes in one. */
  const unlessBytes = (
    columns: Readonly<Record<string, string>>,
    mark: string
  ): Record<string, Knex.Raw> =>
    Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [
        field,
        knex.raw(columnUnlessBytes(strapi, `p.${column}`, mark)),
      ])
    );
  const inScope = () => knex({ p: table }).where(isInScope(strapi, 'p.submission_id'));
  /** So many of what follows in the chain, as JSON, which is made and read faster than rows of many columns. */
  const chain = (ofMonth: string | null): Reading<ChainedRecord[]> => {
    const query = knex({ p: table })
      .select({
        ...unlessBytes(CHAINED_COLUMNS, NEVER_CHAINED),
        // Findings name the posting by it; with their dots, no key of the ledger is hexadecimal.
        ...unlessBytes({ key: FIGURE_COLUMNS.key }, 'hex(p.key)'),
      })
      .select(references)
      .whereRaw('p.sequence > (select sequence from place)')
      .orderBy('p.sequence')
      .limit(CHAIN_PAGE);
    if (ofMonth !== null) void query.whereRaw(`p.month = (${ofMonth})`);
    return reading(
      query,
      [...CHAINED_FIELDS, ...REFERENCES.map(([field]) => field)],
      (rows: Array<Row<ChainedRecord>>) => rows.map((row) => fromRow(row))
    );
  };
  const readChain = runQueryBatch(strapi, [['place', 'select cast(? as integer) as sequence']], {
    page: chain(null),
  });
  const readChainOfMonth = runQueryBatch(
    strapi,
    [['place', 'select cast(? as integer) as sequence, cast(? as text) as month']],
    { page: chain('select month from place') }
  );

  return {
    /**
     * Awards of the submissions in scope that no reversal has taken back, oldest first. Each looks its
     * reversal up by its key, which a join would not be held to.
     */
    standingAwardsInScope: reading(
      inScope()
        .select(POSTING_COLUMNS)
        .select(references)
        .where('p.kind', 'award')
        .whereRaw("(select 1 from ?? as r where r.key = p.key || '.reversed') is null", [table])
        .orderBy('p.id'),
      [...FIELDS, ...REFERENCES.map(([field]) => field)],
      (rows: Array<Row<OfAdoption<AwardPosting> & PostingReferences>>) =>
        rows.map((row) => fromRow(row))
    ) satisfies Reading<AwardRecord[]>,

    /** All postings of the submissions in scope, oldest first: their arithmetic. */
    arithmeticInScope: reading(
      inScope().select(unlessBytes(ARITHMETIC_COLUMNS, "''")).orderBy('p.id'),
      ARITHMETIC_FIELDS,
      (rows: SubmissionPosting[]) => rows
    ) satisfies Reading<SubmissionPosting[]>,

    /** The last posting of the chain. */
    chainHead: reading(
      lastLink(knex),
      ['sequence', 'hash'],
      ([last]: ChainHead[]) => last ?? CHAIN_START
    ) satisfies Reading<ChainHead>,

    /** The last posting of the chain, for those who read it alone. */
    async lastLink(trx: Transaction): Promise<ChainHead> {
      const last: ChainHead | undefined = await lastLink(trx).first();
      return last ?? CHAIN_START;
    },

    /** The months of the postings that follow on a place in the chain. */
    async monthsAfter(trx: Transaction, sequence: number): Promise<Month[]> {
      const rows: Array<{ month: Month }> = await trx(table)
        .distinct('month')
        .where('sequence', '>', sequence);
      return rows.map(({ month }) => month);
    },

    /** The next postings that follow on a place in the chain, in its order, and what they name; none at its end. */
    async chainAfter(trx: Transaction, sequence: number): Promise<ChainedRecord[]> {
      return (await readChain(trx, [sequence])).page;
    },

    /** A month's postings, in the order of the chain, and what they name. */
    async chainOfMonth(trx: Transaction, month: Month): Promise<ChainedRecord[]> {
      const found: ChainedRecord[] = [];
      for (let after = 0; ;) {
        const { page } = await readChainOfMonth(trx, [after, month]);
        const last = page.at(-1);
        if (!last) return found;
        found.push(...page);
        after = last.sequence;
      }
    },

    /** Keys of postings that are in no chain: none that the ledger wrote. */
    async unchained(trx: Transaction, limit: number): Promise<string[]> {
      const rows: Array<{ key: string }> = await trx(table)
        .select('key')
        .whereNull('sequence')
        .orWhereNull('hash')
        .orderBy('id')
        .limit(limit);
      return rows.map(({ key }) => key);
    },

    /** How many awards the entitlements in scope had, but for adoptions that nothing brings back. */
    awardCountsInScope: reading(
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
    ) satisfies Reading<AwardCount[]>,

    /** The lines of the submissions in scope, added up; what comes to nothing is left out. */
    linesInScope: reading(
      inScope()
        .select('p.submission_id', 'p.month', 'p.unit_id', 'p.officer_id')
        .select({ count: knex.raw(NET_LINES) })
        .groupBy('p.submission_id', 'p.month', 'p.unit_id', 'p.officer_id')
        .havingRaw(`${NET_LINES} <> 0`),
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

    /**
     * In how many submissions a unit, or an officer, has awards left of some months together: its items
     * adopted in them, each counted once.
     */
    async adoptedIn(
      trx: Transaction,
      months: { from: Month; to: Month },
      by: RankedBy
    ): Promise<Total[]> {
      const officer = by === 'officer' ? 'p.officer_id' : knex.raw('0');
      const earned = trx({ p: table })
        .select('p.unit_id', 'p.submission_id', { officer_id: officer })
        .whereBetween('p.month', [months.from, months.to])
        .whereNotNull('p.submission_id')
        .whereNotNull(by === 'officer' ? 'p.officer_id' : 'p.unit_id')
        .groupBy('p.unit_id', 'p.submission_id', ...(by === 'officer' ? ['p.officer_id'] : []))
        .havingRaw(`${NET_LINES} > 0`);
      const rows: Adopted[] = await trx(earned.as('earned'))
        .select('unit_id', 'officer_id')
        .count({ count: '*' })
        .groupBy('unit_id', 'officer_id');
      return rows.map((row) => ({
        ...{ period: `${months.from}/${months.to}`, measure: 'adopted', divisor: 1 },
        ...{ officerCount: 1, amount: 0, lines: Number(row.count) },
        unit: row.unit_id,
        officer: row.officer_id ?? 0,
      }));
    },

    /** The hash of the posting at a place in the chain; `null` where there is none. */
    async hashAt(trx: Transaction, sequence: number): Promise<string | null> {
      const row: { hash: string } | undefined = await trx(table)
        .select('hash')
        .where({ sequence })
        .first();
      return row?.hash ?? null;
    },

    /**
     * The lines that count in some months, as the rules over a period see them; without those with which
     * nobody can reckon, which reconciling names.
     *
     * @param places only those behind the first place in the chain, up to the last
     */
    async linesOfMonths(
      trx: Transaction,
      months: { from: Month; to: Month },
      places: { after: number; until: number }
    ): Promise<MonthLine[]> {
      const rows: MonthLineRow[] = await trx(table)
        .select(LINE_COLUMNS)
        .whereBetween('month', [months.from, months.to])
        .where('sequence', '>', places.after)
        .where('sequence', '<=', places.until);
      return rows.filter(isSoundLine).map(fromLineRow);
    },

    /** Those of them until a place in the chain that are of some submissions or adoptions. */
    async linesNaming(
      trx: Transaction,
      months: { from: Month; to: Month },
      until: number,
      { adoptions, submissions }: { adoptions: readonly number[]; submissions: readonly number[] }
    ): Promise<MonthLine[]> {
      const found = new Map<number, MonthLine>();
      const naming = [
        ['submission_id', submissions],
        ['adoption_id', adoptions],
      ] as const;
      for (const [column, ids] of naming) {
        for (let start = 0; start < ids.length; start += IDS_A_STATEMENT) {
          const rows: Array<MonthLineRow & { id: number }> = await trx(table)
            .select('id', ...LINE_COLUMNS)
            .whereIn(column, ids.slice(start, start + IDS_A_STATEMENT))
            .whereBetween('month', [months.from, months.to])
            .where('sequence', '<=', until);
          for (const row of rows.filter(isSoundLine)) found.set(row.id, fromLineRow(row));
        }
      }
      return [...found.values()];
    },

    /** All postings of a submission, oldest first. */
    async ofSubmission(trx: Transaction, submission: number): Promise<AdoptionPostingRecord[]> {
      const rows: Array<Row<NewAdoptionPosting>> = await trx(table)
        .select(POSTING_COLUMNS)
        .where('submission_id', submission)
        .orderBy('id');
      return rows.map(fromRow<NewAdoptionPosting>);
    },

    /** What some units have of some submissions. */
    async ofSubmissions(
      trx: Transaction,
      submissions: readonly number[],
      units: readonly number[]
    ): Promise<AdoptionPostingRecord[]> {
      const rows: Array<Row<NewAdoptionPosting>> = await trx(table)
        .select(POSTING_COLUMNS)
        .whereIn('submission_id', [...submissions])
        .whereIn('unit_id', [...units]);
      return rows.map(fromRow<NewAdoptionPosting>);
    },

    /** All postings of an entry's adoptions, newest first. */
    async ofEntry(
      trx: Transaction,
      uid: string,
      documentId: string
    ): Promise<AdoptionPostingRecord[]> {
      const rows: Array<Row<NewAdoptionPosting>> = await trx(table)
        .select(POSTING_COLUMNS)
        .where({ entry_uid: uid, entry_document_id: documentId })
        .orderBy('id', 'desc');
      return rows.map(fromRow<NewAdoptionPosting>);
    },

    /** All postings of some bonuses, oldest first. */
    async ofBonuses(trx: Transaction, bonuses: readonly number[]): Promise<BonusPostingRecord[]> {
      const rows: Array<Row<NewBonusPosting>> = await trx(table)
        .select(POSTING_COLUMNS)
        .whereIn('bonus_id', [...bonuses])
        .where('channel', BONUS)
        .orderBy('id');
      return rows.map(fromRow<NewBonusPosting>);
    },

    /** All postings of the corrections of some objections, oldest first. */
    async ofObjections(
      trx: Transaction,
      objections: readonly number[]
    ): Promise<CorrectionPostingRecord[]> {
      const rows: Array<Row<NewCorrectionPosting>> = await trx(table)
        .select(POSTING_COLUMNS)
        .whereIn('objection_id', [...objections])
        .where('channel', CORRECTION)
        .orderBy('id');
      return rows.map(fromRow<NewCorrectionPosting>);
    },

    /** The posting of a key, whatever gave it. */
    async find(trx: Transaction, key: string): Promise<PostingRecord | null> {
      const row: Row<NewPosting> | undefined = await trx(table)
        .select(POSTING_COLUMNS)
        .where({ key })
        .first();
      return row ? fromRow(row) : null;
    },

    /** A page, newest first, and how many there are in all. */
    async page(
      trx: Transaction,
      filter: PostingFilter,
      request: PageRequest
    ): Promise<{ postings: PostingRecord[]; total: number }> {
      const total = await countOf(matching(trx, filter));
      const rows: Array<Row<NewPosting>> = await onPage(
        matching(trx, filter).select(POSTING_COLUMNS).orderBy('id', 'desc'),
        request
      );
      return { postings: rows.map(fromRow<NewPosting>), total };
    },

    /**
     * Some of many, newest first, each time going on where the last ended: finding them takes as long
     * far down the ledger as at its head.
     *
     * @param place where the last ended, `null` to begin
     * @returns `next` where to go on, `null` when there are no more
     */
    async before(
      trx: Transaction,
      filter: PostingFilter,
      place: number | null,
      limit: number
    ): Promise<{ postings: PostingRecord[]; next: number | null }> {
      const query = matching(trx, filter);
      if (place !== null) query.where('id', '<', place);
      const rows: Array<Row<NewPosting> & { id: number }> = await query
        .select({ ...POSTING_COLUMNS, id: 'id' })
        .orderBy('id', 'desc')
        .limit(limit);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        postings: rows.map(fromRow<NewPosting>),
        next: last?.id ?? null,
      };
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
      column: (typeof POSTING_COLUMNS)['unit' | 'officer' | 'submission' | 'adoption' | 'ruleSet'],
      id: number
    ): Promise<boolean> {
      const row: unknown = await trx(table).select('id').where(column, id).first();
      return row !== undefined;
    },

    async count(trx: Transaction): Promise<number> {
      return countOf(trx(table));
    },
  };
});
