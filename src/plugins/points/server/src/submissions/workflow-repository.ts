import type { Core } from '@strapi/strapi';
import { foldForSearch } from '../../../../../common/text/fold';
import type { State } from '../../../domain/submission-workflow';
import type { Day } from '../../../domain/period';
import { UID } from '../constants';
import {
  inListOrder,
  linkTableOf,
  tableOf,
  toDateOrNull,
} from '../../../../../common/database/tables';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import {
  isInScope,
  reading,
  runQueryBatch,
  SCOPE,
  scopeOfIds,
} from '../../../../../common/database/query-batch';
import type { Transaction } from '../../../../../common/database/transaction';
import { submissionRepository, type SubmissionFacts } from '../records/submissions';

/** A leader's signature for a unit. */
export interface Signature {
  unit: number;
  by: string;
  /** ISO 8601. */
  at: string;
}

/** A contributing unit, and whether its leader signs what it sends. */
interface ContributingUnit {
  id: number;
  documentId: string;
  name: string;
  signOff: boolean;
}

/** What the row of a submission says of its life beside its facts. */
interface Progress {
  text: string;
  stateSince: Date | null;
  signer: string | null;
  eventDate: Day | null;
  signatureRequestedAt: Date | null;
  signatures: Signature[];
  /** The entry that the unit drafted it with. */
  entry: { uid: string; documentId: string } | null;
}

/** A submission with all that decides its life. */
export interface WorkflowRecord extends SubmissionFacts, Progress {
  /** Submissions that are part of it. */
  merged: number[];
  units: ContributingUnit[];
  isAdopted: boolean;
}

interface ProgressRow {
  id: number;
  text: string | null;
  state_since: unknown;
  signer: string | null;
  event_date: Day | null;
  signature_requested_at: unknown;
  signatures: unknown;
  entry_uid: string | null;
  entry_document_id: string | null;
}

interface UnitRow {
  submission: number;
  id: number;
  documentId: string;
  name: string;
  signOff: unknown;
}

/** The parts of workflow records, by the ids of submissions. */
interface Parts {
  facts: ReadonlyMap<number, SubmissionFacts>;
  progress: ReadonlyMap<number, Progress>;
  units: ReadonlyMap<number, UnitRow[]>;
  merged: ReadonlyMap<number, Array<{ id: number }>>;
  adopted: ReadonlySet<number>;
}

/** What a move changes beside the state. */
export interface WorkflowChange {
  state: State;
  /** Given where it stands with its unit anew, though in the same state. */
  stateSince: Date;
  receivedAt: Date | null;
  signatureRequestedAt: Date | null;
  signatures: readonly Signature[];
  signer: string | null;
  /** The words as sent. */
  text: string;
}

const PROGRESS_COLUMNS = [
  'id',
  'text',
  'state_since',
  'signer',
  'event_date',
  'signature_requested_at',
  'signatures',
  'entry_uid',
  'entry_document_id',
] as const satisfies ReadonlyArray<keyof ProgressRow>;

const signaturesOf = (value: unknown): Signature[] => {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? (parsed as Signature[]) : [];
};

const progressOf = (row: ProgressRow): Progress => ({
  text: row.text ?? '',
  stateSince: toDateOrNull(row.state_since),
  signer: row.signer,
  eventDate: row.event_date,
  signatureRequestedAt: toDateOrNull(row.signature_requested_at),
  signatures: signaturesOf(row.signatures),
  entry:
    row.entry_uid !== null && row.entry_document_id !== null
      ? { uid: row.entry_uid, documentId: row.entry_document_id }
      : null,
});

const unitOf = ({ id, documentId, name, signOff }: UnitRow): ContributingUnit => ({
  id,
  documentId,
  name,
  signOff: Boolean(signOff),
});

const recordsOf = ({ facts, progress, units, merged, adopted }: Parts): WorkflowRecord[] =>
  [...facts.values()].flatMap((submission) => {
    const { id } = submission;
    const own = progress.get(id);
    if (!own) return [];
    return {
      ...submission,
      ...own,
      merged: (merged.get(id) ?? []).map((part) => part.id),
      units: (units.get(id) ?? []).map(unitOf),
      isAdopted: adopted.has(id),
    };
  });

/** Where submissions stand: read in one statement, and moved. An adoption accepts by `ledger/append`. */
export const workflowRepository = oncePerApplication((strapi: Core.Strapi) => {
  const knex = strapi.db.connection;
  const table = tableOf(strapi, UID.submission);
  const units = linkTableOf(strapi, UID.submission, 'units');
  const adoptionLink = linkTableOf(strapi, UID.adoption, 'submission');

  const parts = {
    facts: submissionRepository(strapi).factsInScope,
    progress: reading(
      knex({ s: table })
        .select(PROGRESS_COLUMNS.map((column) => `s.${column}`))
        .where(isInScope(strapi, 's.id')),
      PROGRESS_COLUMNS,
      (rows: ProgressRow[]) => new Map(rows.map((row) => [row.id, progressOf(row)]))
    ),
    units: reading(
      knex({ l: units.table })
        .join({ u: tableOf(strapi, UID.unit) }, 'u.id', `l.${units.target}`)
        .where(isInScope(strapi, `l.${units.source}`))
        .orderBy(inListOrder(units))
        .select({ submission: `l.${units.source}`, id: 'u.id', documentId: 'u.document_id' })
        .select({ name: 'u.name', signOff: 'u.sign_off' }),
      ['submission', 'id', 'documentId', 'name', 'signOff'],
      (rows: UnitRow[]) => groupBy(rows, ({ submission }) => submission)
    ),
    merged: reading(
      knex({ s: table })
        .where(isInScope(strapi, 's.merged_into_id'))
        .orderBy('s.id')
        .select({ id: 's.id', whole: 's.merged_into_id' }),
      ['id', 'whole'],
      (rows: Array<{ id: number; whole: number }>) => groupBy(rows, ({ whole }) => whole)
    ),
    adopted: reading(
      knex({ l: adoptionLink.table })
        .join({ a: tableOf(strapi, UID.adoption) }, 'a.id', `l.${adoptionLink.source}`)
        .where(isInScope(strapi, `l.${adoptionLink.target}`))
        .whereNull('a.withdrawn_at')
        .distinct({ submission: `l.${adoptionLink.target}` }),
      ['submission'],
      (rows: Array<{ submission: number }>) => new Set(rows.map(({ submission }) => submission))
    ),
  };
  const readByIds = runQueryBatch(strapi, scopeOfIds(strapi), parts);
  const readByDocumentId = runQueryBatch(
    strapi,
    [[SCOPE, `select id from ${table} where document_id = cast(? as text)`]],
    parts
  );

  const findAll = async (trx: Transaction, ids: readonly number[]): Promise<WorkflowRecord[]> => {
    if (ids.length === 0) return [];
    const found = recordsOf(await readByIds(trx, [JSON.stringify(ids)]));
    const byId = new Map(found.map((record) => [record.id, record]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };

  return {
    async find(trx: Transaction, documentId: string): Promise<WorkflowRecord | null> {
      const [found] = recordsOf(await readByDocumentId(trx, [documentId]));
      return found ?? null;
    },

    async findById(trx: Transaction, id: number): Promise<WorkflowRecord | null> {
      const [found] = await findAll(trx, [id]);
      return found ?? null;
    },

    /** Those of the submissions that exist, in the order of the ids. */
    findAll,

    /**
     * Moves a submission, if it still stands where it was seen.
     *
     * @returns whether it did
     */
    async move(
      trx: Transaction,
      seen: Pick<WorkflowRecord, 'id' | 'state'>,
      change: Partial<WorkflowChange>,
      now: Date
    ): Promise<boolean> {
      const moves = change.state !== undefined && change.state !== seen.state;
      const count = await trx(table)
        .where({ id: seen.id })
        .whereNull('merged_into_id')
        .where({ state: seen.state })
        .update({
          updated_at: now,
          ...(moves && { state_since: now }),
          ...(change.stateSince !== undefined && { state_since: change.stateSince }),
          ...(change.state !== undefined && { state: change.state }),
          ...(change.receivedAt !== undefined && { received_at: change.receivedAt }),
          ...(change.signatureRequestedAt !== undefined && {
            signature_requested_at: change.signatureRequestedAt,
          }),
          ...(change.signatures !== undefined && {
            signatures: JSON.stringify(change.signatures),
          }),
          ...(change.signer !== undefined && { signer: change.signer }),
          ...(change.text !== undefined && {
            text: change.text,
            folded_text: foldForSearch(change.text),
          }),
        });
      return count === 1;
    },
  };
});
