import { z } from 'zod';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/period';
import type { Adoption } from '../../../domain/adoption';
import { readDetails, tellApart } from '../../../domain/adoption-details';
import type { Contributor } from '../../../domain/shares';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { isPostgres } from '../../../../../common/database/dialect';
import { linkTableOf, tableOf, toDate, toDateOrNull } from '../../../../../common/database/tables';
import {
  isInScope,
  runQueryBatch,
  reading,
  scopeOfIds,
  type Reading,
} from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** An adoption in force, with what the ledger keeps beside its arithmetic. */
export interface AdoptionRecord extends Adoption {
  documentId: string;
  submission: number;
  entryUid: string | null;
  entryDocumentId: string | null;
  /**
   * What took its entry down after its month had been sealed: it stands until the office withdraws it.
   * `null` where its entry is up, or it has none.
   */
  takenDownReason: string | null;
  /** What it is called (`domain/adoption-title.ts`); absent of one that is not written yet. */
  title?: string | null;
}

/** An adoption, in force or withdrawn. */
export interface AdoptionDetail extends AdoptionRecord {
  reference: string | null;
  /** What was written on it, or under which title it ran. */
  words: string | null;
  /** As their JSON says them. */
  writtenDetails: unknown;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  /** When what it was made by went, after its month had been sealed. */
  takenDownAt: Date | null;
  /** When the office let stand what it earned, whatever has changed since. */
  confirmedAt: Date | null;
}

interface Row {
  id: number;
  document_id: string;
  submission_id: number;
  channel: Channel;
  adopted_on: Day;
  adopted_at: unknown;
  organ: string | null;
  entry_uid: string | null;
  entry_document_id: string | null;
  taken_down_reason: string | null;
  kept_contributors: string | null;
  details: unknown;
  title: string | null;
}

interface DetailRow extends Row {
  reference: string | null;
  words: string | null;
  withdrawn_at: unknown;
  withdrawn_reason: string | null;
  taken_down_at: unknown;
  confirmed_at: unknown;
}

const COLUMNS = [
  'a.id',
  'a.document_id',
  'a.channel',
  'a.adopted_on',
  'a.adopted_at',
  'a.organ',
  'a.entry_uid',
  'a.entry_document_id',
  'a.taken_down_reason',
  'a.kept_contributors',
  'a.details',
  'a.title',
] as const;

const ROW_COLUMNS = [
  'id',
  'document_id',
  'submission_id',
  'channel',
  'adopted_on',
  'adopted_at',
  'organ',
  'entry_uid',
  'entry_document_id',
  'taken_down_reason',
  'kept_contributors',
  'details',
  'title',
] as const satisfies ReadonlyArray<keyof Row>;

const DETAIL_COLUMNS = [
  ...COLUMNS,
  'a.reference',
  'a.words',
  'a.withdrawn_at',
  'a.withdrawn_reason',
  'a.taken_down_at',
  'a.confirmed_at',
] as const;

const contributorsInText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      context.addIssue({ code: 'custom', message: String(error) });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.object({ unit: z.int(), officers: z.array(z.int()) })).nullable());

/** Stands for the contributors of an adoption whose column somebody wrote something else in. */
const UNREADABLE: readonly Contributor[] = Object.freeze([]);

/** Whether nobody can say who shares what an adoption earned: its row was changed past the application. */
export const isUnreadable = ({ contributors }: Pick<AdoptionRecord, 'contributors'>): boolean =>
  contributors === UNREADABLE;

/** Contributors as their column keeps them, by id. */
const contributorsFromText = (text: unknown): readonly Contributor[] | null => {
  if (text === null) return null;
  const { data } = contributorsInText.safeParse(text);
  return data === undefined ? UNREADABLE : data;
};

/** SQLite gives JSON as text. */
const parseJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : value;

const fromRow = (row: Row): AdoptionRecord => ({
  id: row.id,
  documentId: row.document_id,
  submission: row.submission_id,
  channel: row.channel,
  adoptedOn: row.adopted_on,
  adoptedAt: row.adopted_at === null ? 0 : toDate(row.adopted_at).getTime(),
  organ: row.organ,
  entryUid: row.entry_uid,
  entryDocumentId: row.entry_document_id,
  takenDownReason: row.taken_down_reason,
  contributors: contributorsFromText(row.kept_contributors),
  details: readDetails(parseJson(row.details)),
  title: row.title,
});

const detailFromRow = (row: DetailRow): AdoptionDetail => ({
  ...fromRow(row),
  reference: row.reference,
  words: row.words,
  writtenDetails: parseJson(row.details),
  withdrawnAt: toDateOrNull(row.withdrawn_at),
  withdrawnReason: row.withdrawn_reason,
  takenDownAt: toDateOrNull(row.taken_down_at),
  confirmedAt: toDateOrNull(row.confirmed_at),
});

/** What stands while what it rests on has changed; without names of tables, so that an index can say it too. */
const UNDECIDED =
  'withdrawn_at is null and confirmed_at is null and (taken_down_at is not null or kept_contributors is not null)';

/** Adoptions (录用). Those by hand are documents; those of the site come with their awards, by `append`. */
export const adoptionRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.adoption);
  const link = linkTableOf(strapi, UID.adoption, 'submission');

  const joined = (database: Transaction | typeof strapi.db.connection) =>
    database({ a: table })
      .leftJoin({ l: link.table }, `l.${link.source}`, 'a.id')
      .select({ submission_id: `l.${link.target}` });
  const inForce = (database: Transaction | typeof strapi.db.connection) =>
    joined(database)
      .select(...COLUMNS)
      .whereNull('a.withdrawn_at');
  const inForceOfScope = () =>
    strapi.db
      .connection({ l: link.table })
      .join({ a: table }, 'a.id', `l.${link.source}`)
      .select({ submission_id: `l.${link.target}` }, ...COLUMNS)
      .where(isInScope(strapi, `l.${link.target}`))
      .whereNull('a.withdrawn_at')
      .orderBy('a.id');
  const details = (trx: Transaction) => joined(trx).select(...DETAIL_COLUMNS);

  const change = async (
    trx: Transaction,
    ids: readonly number[],
    columns: Readonly<Record<string, string | Date | null>>,
    now: Date
  ): Promise<void> => {
    if (ids.length === 0) return;
    await trx(table)
      .whereIn('id', [...ids])
      .update({ ...columns, updated_at: now });
  };
  const undecided = (trx: Transaction) => trx({ u: table }).whereRaw(UNDECIDED);

  const inForceInScope: Reading<AdoptionRecord[]> = reading(
    inForceOfScope(),
    ROW_COLUMNS,
    (rows: Row[]) => rows.map(fromRow)
  );
  const readInForce = runQueryBatch(strapi, scopeOfIds(strapi), { inForce: inForceInScope });

  return {
    inForceInScope,

    /** The site adoptions in force of the entry in `entry`, as a query. */
    inForceOfEntryGiven: (): string =>
      inForce(strapi.db.connection)
        .whereRaw('a.entry_document_id = (select document_id from entry)')
        .whereRaw('a.entry_uid = (select uid from entry)')
        .orderBy('a.id')
        .toQuery(),

    /**
     * Of what `publications` says of the entry in `entry`, the site adoptions that taking it down ended,
     * as a query: of each submission and placement the one that stood last. What a deletion ended is over.
     */
    takenDownGiven: (): string =>
      strapi.db.connection
        .select(...ROW_COLUMNS)
        .from(
          joined(strapi.db.connection)
            .select(...COLUMNS)
            .select(
              strapi.db.connection.raw(
                `row_number() over (partition by l.${link.target}, a.channel
                  order by a.withdrawn_at desc, a.id desc) as place`
              )
            )
            .whereRaw('a.entry_document_id = (select document_id from entry)')
            .whereRaw('a.entry_uid = (select uid from entry)')
            .whereNotNull('a.withdrawn_at')
            .whereRaw("coalesce(a.withdrawn_reason, '') <> 'delete'")
            .whereRaw(
              `exists (select 1 from publications as p
                where p.submission = l.${link.target} and (a.channel = 'site.' || p.placement or a.channel like 'own.%'))`
            )
            .as('ended')
        )
        .where('place', 1)
        .orderBy('id')
        .toQuery(),

    /** What a query for the statement that settles an entry found. */
    found: (name: string): Reading<AdoptionRecord[]> =>
      reading(strapi.db.connection.select('*').from(name), ROW_COLUMNS, (rows: Row[]) =>
        rows.map(fromRow)
      ),

    async inForceOfSubmissions(
      trx: Transaction,
      submissions: readonly number[]
    ): Promise<AdoptionRecord[]> {
      return (await readInForce(trx, [JSON.stringify(submissions)])).inForce;
    },

    /** Those in force of the submissions that a subquery names, whatever their number. */
    async inForceOfThese(
      trx: Transaction,
      submissions: Knex.QueryBuilder
    ): Promise<AdoptionRecord[]> {
      const rows: Row[] = await inForce(trx)
        .whereIn(`l.${link.target}`, submissions)
        .orderBy('a.id');
      return rows.map(fromRow);
    },

    async inForceOfEntry(
      trx: Transaction,
      uid: string,
      documentId: string
    ): Promise<AdoptionRecord[]> {
      const rows: Row[] = await inForce(trx)
        .where({ 'a.entry_document_id': documentId, 'a.entry_uid': uid })
        .orderBy('a.id');
      return rows.map(fromRow);
    },

    /** Whether any that a publication made is in force. */
    async isAnyOfSite(trx: Transaction): Promise<boolean> {
      const row: object | undefined = await trx(table)
        .select('id')
        .whereNotNull('entry_uid')
        .whereNull('withdrawn_at')
        .first();
      return row !== undefined;
    },

    /** An adoption of a submission that is part of another is that other's. */
    async follow(trx: Transaction, documentId: string): Promise<void> {
      const row: { id: number; whole: number } | undefined = await trx({ a: table })
        .join({ l: link.table }, `l.${link.source}`, 'a.id')
        .join({ s: tableOf(strapi, UID.submission) }, 's.id', `l.${link.target}`)
        .where('a.document_id', documentId)
        .whereNotNull('s.merged_into_id')
        .select({ id: 'a.id', whole: 's.merged_into_id' })
        .first();
      if (!row) return;
      await trx(link.table)
        .where(link.source, row.id)
        .update({ [link.target]: row.whole });
    },

    withdraw: (
      trx: Transaction,
      ids: readonly number[],
      reason: string,
      now: Date
    ): Promise<void> =>
      change(
        trx,
        ids,
        {
          withdrawn_at: now,
          withdrawn_reason: reason,
          taken_down_at: null,
          taken_down_reason: null,
          kept_contributors: null,
        },
        now
      ),

    /** Marks that what they were made by is gone, though what they earned stands until the office decides. */
    takeDown: (
      trx: Transaction,
      ids: readonly number[],
      reason: string,
      now: Date
    ): Promise<void> =>
      change(trx, ids, { taken_down_at: now, taken_down_reason: reason, confirmed_at: null }, now),

    /** Keeps who shares what they earned, or with `null` lets those of the submission share it. */
    keepContributors: (
      trx: Transaction,
      ids: readonly number[],
      contributors: readonly Contributor[] | null,
      now: Date
    ): Promise<void> =>
      change(
        trx,
        ids,
        {
          kept_contributors: contributors === null ? null : JSON.stringify(contributors),
          confirmed_at: null,
        },
        now
      ),

    /** The office lets stand what an adoption earned. */
    confirm: (trx: Transaction, id: number, now: Date): Promise<void> =>
      change(trx, [id], { confirmed_at: now }, now),

    /** Brings adoptions back that were taken down, as they were. */
    restore: (trx: Transaction, ids: readonly number[], now: Date): Promise<void> =>
      change(
        trx,
        ids,
        {
          withdrawn_at: null,
          withdrawn_reason: null,
          taken_down_at: null,
          taken_down_reason: null,
        },
        now
      ),

    /** Says what adoptions are called. It is no change of theirs: who has one open may save it. */
    async entitle(
      trx: Transaction,
      titles: ReadonlyArray<{ id: number; title: string }>
    ): Promise<void> {
      for (const { id, title } of titles) await trx(table).where({ id }).update({ title });
    },

    /** Dates adoptions otherwise. */
    date: (
      trx: Transaction,
      ids: readonly number[],
      { day, moment }: { day: Day; moment: Date },
      now: Date
    ): Promise<void> => change(trx, ids, { adopted_on: day, adopted_at: moment }, now),

    async find(trx: Transaction, documentId: string): Promise<AdoptionDetail | null> {
      const row: DetailRow | undefined = await details(trx)
        .where('a.document_id', documentId)
        .first();
      return row ? detailFromRow(row) : null;
    },

    async findMany(trx: Transaction, ids: readonly number[]): Promise<AdoptionDetail[]> {
      const rows: DetailRow[] = await details(trx).whereIn('a.id', [...ids]);
      return rows.map(detailFromRow);
    },

    /** Ids that the database will not give to anyone else: under SQLite's single writer the next ones. */
    async reserve(trx: Transaction, count: number): Promise<number[]> {
      if (isPostgres(strapi)) {
        const { rows }: { rows: Array<{ id: number | string }> } = await trx.raw(
          `select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?)`,
          [table, count]
        );
        return rows.map(({ id }) => Number(id));
      }
      const row: { seq: number } | undefined = await trx('sqlite_sequence')
        .select('seq')
        .where('name', table)
        .first();
      return Array.from({ length: count }, (_, index) => (row?.seq ?? 0) + 1 + index);
    },

    /** All of some submissions, in force or withdrawn, by day. */
    async detailsOfSubmissions(
      trx: Transaction,
      submissions: readonly number[]
    ): Promise<AdoptionDetail[]> {
      const rows: DetailRow[] = await details(trx)
        .whereIn(`l.${link.target}`, [...submissions])
        .orderBy(['a.adopted_on', 'a.adopted_at', 'a.id']);
      return rows.map(detailFromRow);
    },

    /**
     * An index of the adoptions that the office has to decide on: a few of all, whose number stands in its
     * menu. Run at every boot, for a schema cannot say that an index is of some rows only, and a change of
     * it that rebuilds a SQLite table takes the index along.
     */
    async indexUndecided(): Promise<void> {
      await strapi.db.connection.raw(
        `create index if not exists points_adoptions_undecided on ?? (adopted_on) where ${UNDECIDED}`,
        [table]
      );
    },

    /** How many adoptions the office has to decide on: they stand, and what they rest on has changed. */
    async countUndecided(trx: Transaction): Promise<number> {
      return countOf(undecided(trx));
    },

    /** A page of those that the office has to decide on, the oldest first. */
    async undecided(trx: Transaction, request: PageRequest): Promise<AdoptionDetail[]> {
      const ids = onPage(undecided(trx).select('u.id').orderBy(['u.adopted_on', 'u.id']), request);
      const rows: DetailRow[] = await details(trx)
        .whereIn('a.id', trx.select('id').from(ids.as('page')))
        .orderBy(['a.adopted_on', 'a.id']);
      return rows.map(detailFromRow);
    },

    /** What some submissions were ever given for commissions that they answer, withdrawn too; the oldest first. */
    async forCommissions(
      trx: Transaction,
      submissions: readonly number[]
    ): Promise<AdoptionDetail[]> {
      const rows: DetailRow[] = await details(trx)
        .whereIn(`l.${link.target}`, [...submissions])
        .where('a.channel', 'like', 'commission.%')
        .orderBy(['a.adopted_on', 'a.id']);
      return rows.map(detailFromRow);
    },

    /** Whether an equal adoption is in force already, as `isTwin` says: somebody recorded it twice. */
    async hasTwin(trx: Transaction, adoption: AdoptionDetail): Promise<boolean> {
      const same: Row[] = await inForce(trx)
        .where({
          [`l.${link.target}`]: adoption.submission,
          'a.channel': adoption.channel,
          'a.adopted_on': adoption.adoptedOn,
        })
        .whereRaw("coalesce(a.organ, '') = ?", [adoption.organ ?? ''])
        .whereRaw("coalesce(a.reference, '') = ?", [adoption.reference ?? ''])
        .whereNot('a.id', adoption.id);
      return same.some((row) => !tellApart(fromRow(row).details ?? null, adoption.details ?? null));
    },

    /** Site adoptions in force, by entry. */
    async siteAdoptionsInForce(trx: Transaction): Promise<AdoptionRecord[]> {
      const rows: Row[] = await inForce(trx).whereNotNull('a.entry_document_id').orderBy('a.id');
      return rows.map(fromRow);
    },

    /** First and last day of adoptions in force between two days, to tell whether a rule set is in use. */
    async daysInForce(
      trx: Transaction,
      from: Day,
      to: Day | null
    ): Promise<{ first: Day; last: Day } | null> {
      const query = trx(table)
        .whereNull('withdrawn_at')
        .where('adopted_on', '>=', from)
        .min('adopted_on as first')
        .max('adopted_on as last');
      if (to !== null) query.where('adopted_on', '<=', to);
      const row: { first?: Day | null; last?: Day | null } | undefined = await query.first();
      return row?.first && row.last ? { first: row.first, last: row.last } : null;
    },
  };
});
