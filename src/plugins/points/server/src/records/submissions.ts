import type { Core } from '@strapi/strapi';
import type { State } from '../../../domain/submission-workflow';
import type { Contributor } from '../../../domain/shares';
import { UID } from '../constants';
import { groupBy } from '../../../../../common/group-by';
import { linkTableOf, tableOf, toDate } from '../../../../../common/database/tables';
import {
  isInScope,
  runQueryBatch,
  reading,
  scopeOfIds,
  type Reading,
} from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A submission with its contributors and their names, as the ledger keeps them. */
export interface SubmissionRecord {
  id: number;
  title: string;
  category: string;
  receivedAt: Date | null;
  /** Whether it is part of another submission. */
  isMerged: boolean;
  state: State;
  contributors: Contributor[];
  unitNames: Map<number, string>;
  officerNames: Map<number, string>;
  /** Officers named whose unit does not contribute. */
  unknownIds: string[];
}

/** A submission with one of its units or officers; with neither when it has no unit. */
interface Row {
  submission: number;
  title: string;
  category: string;
  received_at: unknown;
  merged_into_id: number | null;
  state: State | null;
  role: 'unit' | 'officer';
  id: number | null;
  name: string | null;
  unit: number | null;
}

interface NamedRow extends Row {
  id: number;
  name: string;
}

const ascending = (one: number, other: number): number => one - other;

const namedAs = (rows: readonly Row[], role: Row['role']): NamedRow[] =>
  rows.filter((row): row is NamedRow => row.role === role && row.id !== null);

const namesOf = (rows: readonly NamedRow[]): Map<number, string> =>
  new Map(rows.map(({ id, name }) => [id, name]));

const fromRows = (id: number, rows: readonly Row[]): SubmissionRecord => {
  const [first] = rows;
  const unitNames = namesOf(namedAs(rows, 'unit'));
  const officers = namedAs(rows, 'officer');
  const officersOf = (unit: number): number[] =>
    officers
      .filter((row) => row.unit === unit)
      .map((row) => row.id)
      .sort(ascending);
  return {
    id,
    title: first?.title ?? '',
    category: first?.category ?? '',
    receivedAt: first?.received_at ? toDate(first.received_at) : null,
    isMerged: (first?.merged_into_id ?? null) !== null,
    state: first?.state ?? 'submitted',
    contributors: [...unitNames.keys()]
      .sort(ascending)
      .map((unit) => ({ unit, officers: officersOf(unit) })),
    unitNames,
    officerNames: namesOf(officers),
    unknownIds: officers
      .filter((row) => row.unit === null || !unitNames.has(row.unit))
      .map(({ name }) => name),
  };
};

/** Submissions (报送信息) as facts for scoring. */
export const submissionRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const units = linkTableOf(strapi, UID.submission, 'units');
  const officers = linkTableOf(strapi, UID.submission, 'officers');
  const officerUnits = linkTableOf(strapi, UID.officer, 'unit');

  const knex = strapi.db.connection;
  const rows = () =>
    knex
      .select(
        { submission: 's.id' },
        's.title',
        's.category',
        's.received_at',
        's.merged_into_id',
        's.state',
        knex.raw("'unit' as role"),
        'u.id',
        'u.name',
        knex.raw('u.id as unit')
      )
      .from({ s: table })
      .leftJoin({ l: units.table }, `l.${units.source}`, 's.id')
      .leftJoin({ u: tableOf(strapi, UID.unit) }, 'u.id', `l.${units.target}`)
      .where(isInScope(strapi, 's.id'))
      .unionAll([
        knex
          .select(
            { submission: 's.id' },
            's.title',
            's.category',
            's.received_at',
            's.merged_into_id',
            's.state',
            knex.raw("'officer' as role"),
            'o.id',
            'o.name',
            { unit: `ou.${officerUnits.target}` }
          )
          .from({ s: table })
          .join({ l: officers.table }, `l.${officers.source}`, 's.id')
          .join({ o: tableOf(strapi, UID.officer) }, 'o.id', `l.${officers.target}`)
          .leftJoin({ ou: officerUnits.table }, `ou.${officerUnits.source}`, 'o.id')
          .where(isInScope(strapi, 's.id')),
      ]);

  const factsInScope: Reading<Map<number, SubmissionRecord>> = reading(
    rows(),
    [
      ...(['submission', 'title', 'category', 'received_at', 'merged_into_id', 'state'] as const),
      ...(['role', 'id', 'name', 'unit'] as const),
    ],
    (found: Row[]) =>
      new Map(
        [...groupBy(found, ({ submission }) => submission)].map(([id, own]) => [
          id,
          fromRows(id, own),
        ])
      )
  );
  const readFacts = runQueryBatch(strapi, scopeOfIds(strapi), { facts: factsInScope });

  return {
    factsInScope,

    /** Submissions with their facts, by id. */
    async facts(trx: Transaction, ids: readonly number[]): Promise<Map<number, SubmissionRecord>> {
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
