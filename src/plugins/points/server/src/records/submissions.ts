import type { Core } from '@strapi/strapi';
import type { State } from '../../../domain/submission-workflow';
import type { Month } from '../../../domain/period';
import type { Contributor } from '../../../domain/shares';
import type { Category } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { groupBy } from '../../../../../common/group-by';
import { linkTableOf, tableOf, toDateOrNull } from '../../../../../common/database/tables';
import {
  isInScope,
  runQueryBatch,
  reading,
  scopeOfIds,
  type Reading,
} from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** What every reading of a submission (报送信息) says of it; those that say more extend it. */
export interface SubmissionRecord {
  id: number;
  documentId: string;
  title: string;
  /** `null` until whoever drafted it with an entry has said what it is. */
  category: Category | null;
  state: State;
  receivedAt: Date | null;
  /** The submission that it is part of. */
  mergedInto: number | null;
  /** The month whose bulletin counted it as received; `null` while none has. */
  countedIn: Month | null;
}

/** A submission with its contributors and their names, as the ledger keeps them. */
export interface SubmissionFacts extends SubmissionRecord {
  contributors: Contributor[];
  unitNames: Map<number, string>;
  officerNames: Map<number, string>;
  /** Of its units and officers, by id. */
  unitDocumentIds: Map<number, string>;
  officerDocumentIds: Map<number, string>;
  /** Officers named whose unit does not contribute. */
  unknownIds: string[];
}

/** A row of the table of submissions, as far as `SubmissionRecord` goes. */
export interface SubmissionRow {
  id: number;
  document_id: string;
  title: string;
  category: Category | null;
  state: State;
  received_at: unknown;
  merged_into_id: number | null;
  counted_in: Month | null;
}

/** The columns of a `SubmissionRow`, of submissions called `s`. */
export const SUBMISSION_COLUMNS: ReadonlyArray<`s.${keyof SubmissionRow}`> = [
  's.id',
  's.document_id',
  's.title',
  's.category',
  's.state',
  's.received_at',
  's.merged_into_id',
  's.counted_in',
];

/** A row as a record. */
export const submissionOf = (row: SubmissionRow): SubmissionRecord => ({
  id: row.id,
  documentId: row.document_id,
  title: row.title,
  category: row.category,
  state: row.state,
  receivedAt: toDateOrNull(row.received_at),
  mergedInto: row.merged_into_id,
  countedIn: row.counted_in,
});

/** A submission with one of its units or officers; with neither when it has no unit. */
interface Row extends SubmissionRow {
  role: 'unit' | 'officer';
  contributor: number | null;
  contributor_document_id: string | null;
  name: string | null;
  unit: number | null;
  /** Where it stands in the list of the form, and which of equal places came first. */
  place: number | null;
  link: number | null;
}

interface NamedRow extends Row {
  contributor: number;
  contributor_document_id: string;
  name: string;
}

const LAST = Number.MAX_SAFE_INTEGER;

const inListOrder = (one: Row, other: Row): number =>
  (one.place ?? LAST) - (other.place ?? LAST) || (one.link ?? LAST) - (other.link ?? LAST);

/** In the order of the form, by which some rules divide: the first unit is the first there. */
const namedAs = (rows: readonly Row[], role: Row['role']): NamedRow[] =>
  rows
    .filter((row): row is NamedRow => row.role === role && row.contributor !== null)
    .sort(inListOrder);

const namesOf = (rows: readonly NamedRow[]): Map<number, string> =>
  new Map(rows.map(({ contributor, name }) => [contributor, name]));

const documentIdsOf = (rows: readonly NamedRow[]): Map<number, string> =>
  new Map(rows.map((row) => [row.contributor, row.contributor_document_id]));

/** The facts of the submission that all of the rows are of. */
const factsOf = (rows: readonly Row[]): SubmissionFacts[] => {
  const [first] = rows;
  if (!first) return [];
  const units = namedAs(rows, 'unit');
  const unitNames = namesOf(units);
  const officers = namedAs(rows, 'officer');
  const officersOf = (unit: number): number[] =>
    officers.filter((row) => row.unit === unit).map((row) => row.contributor);
  return [
    {
      ...submissionOf(first),
      contributors: [...unitNames.keys()].map((unit) => ({ unit, officers: officersOf(unit) })),
      unitNames,
      officerNames: namesOf(officers),
      unitDocumentIds: documentIdsOf(units),
      officerDocumentIds: documentIdsOf(officers),
      unknownIds: officers
        .filter((row) => row.unit === null || !unitNames.has(row.unit))
        .map(({ name }) => name),
    },
  ];
};

/** Submissions as facts for scoring. */
export const submissionRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const units = linkTableOf(strapi, UID.submission, 'units');
  const officers = linkTableOf(strapi, UID.submission, 'officers');
  const memberUnits = linkTableOf(strapi, UID.member, 'unit');

  const knex = strapi.db.connection;
  const rows = () =>
    knex
      .select(SUBMISSION_COLUMNS)
      .select(knex.raw("'unit' as role"), { contributor: 'u.id' })
      .select({ contributor_document_id: 'u.document_id' }, 'u.name', { unit: 'u.id' })
      .select({ place: `l.${units.order}`, link: 'l.id' })
      .from({ s: table })
      .leftJoin({ l: units.table }, `l.${units.source}`, 's.id')
      .leftJoin({ u: tableOf(strapi, UID.unit) }, 'u.id', `l.${units.target}`)
      .where(isInScope(strapi, 's.id'))
      .unionAll([
        knex
          .select(SUBMISSION_COLUMNS)
          .select(knex.raw("'officer' as role"), { contributor: 'o.id' })
          .select({ contributor_document_id: 'o.document_id' }, 'o.name', {
            unit: `ou.${memberUnits.target}`,
          })
          .select({ place: `l.${officers.order}`, link: 'l.id' })
          .from({ s: table })
          .join({ l: officers.table }, `l.${officers.source}`, 's.id')
          .join({ o: tableOf(strapi, UID.member) }, 'o.id', `l.${officers.target}`)
          .leftJoin({ ou: memberUnits.table }, `ou.${memberUnits.source}`, 'o.id')
          .where(isInScope(strapi, 's.id')),
      ]);

  const factsInScope: Reading<Map<number, SubmissionFacts>> = reading(
    rows(),
    [
      ...(['id', 'document_id', 'title', 'category', 'state', 'received_at'] as const),
      ...([
        'merged_into_id',
        'counted_in',
        'role',
        'contributor',
        'contributor_document_id',
      ] as const),
      ...(['name', 'unit', 'place', 'link'] as const),
    ],
    (found: Row[]) =>
      new Map(
        [...groupBy(found, ({ id }) => id).values()]
          .flatMap(factsOf)
          .map((submission) => [submission.id, submission])
      )
  );
  const readFacts = runQueryBatch(strapi, scopeOfIds(strapi), { facts: factsInScope });

  const commissions = linkTableOf(strapi, UID.submission, 'commission');
  const answering = (column: 's.id' | 's.merged_into_id') =>
    knex
      .select({ id: column })
      .from({ s: table })
      .join({ l: commissions.table }, `l.${commissions.source}`, 's.id')
      .where(isInScope(strapi, column));
  const answeringInScope: Reading<ReadonlySet<number>> = reading(
    answering('s.id').unionAll([answering('s.merged_into_id')]),
    ['id'],
    (found: Array<{ id: number }>) => new Set(found.map(({ id }) => id))
  );

  return {
    /** Those of the submissions in scope that name a commission, or whose parts do. */
    answeringInScope,

    /** The facts of the submissions in scope, by id. */
    factsInScope,

    /** Submissions with their facts, by id. */
    async facts(trx: Transaction, ids: readonly number[]): Promise<Map<number, SubmissionFacts>> {
      return (await readFacts(trx, [JSON.stringify(ids)])).facts;
    },

    async idOf(trx: Transaction, documentId: string): Promise<number | null> {
      const row: { id: number } | undefined = await trx(table)
        .select('id')
        .where('document_id', documentId)
        .first();
      return row?.id ?? null;
    },

    async documentIds(trx: Transaction, ids: readonly number[]): Promise<Map<number, string>> {
      const rows: Array<{ id: number; document_id: string }> = await trx(table)
        .select('id', 'document_id')
        .whereIn('id', [...ids]);
      return new Map(rows.map((row) => [row.id, row.document_id]));
    },

    async allIds(trx: Transaction): Promise<number[]> {
      const rows: Array<{ id: number }> = await trx(table).select('id').orderBy('id');
      return rows.map((row) => row.id);
    },

    /** Whether any has been received. */
    async isAnyReceived(trx: Transaction): Promise<boolean> {
      const row: object | undefined = await trx(table)
        .select('id')
        .whereNotNull('received_at')
        .first();
      return row !== undefined;
    },

    /** How many submissions name a unit or an officer as contributor. */
    async countNaming(
      trx: Transaction,
      attribute: 'units' | 'officers',
      id: number
    ): Promise<number> {
      const link = attribute === 'units' ? units : officers;
      const row: { count?: number | string } | undefined = await trx(link.table)
        .count({ count: '*' })
        .where(link.target, id)
        .first();
      return Number(row?.count ?? 0);
    },
  };
});
