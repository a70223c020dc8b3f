import type { Core } from '@strapi/strapi';
import { foldForSearch } from '../../../../../common/text/fold';
import type { State } from '../../../domain/submission-workflow';
import type { Day } from '../../../domain/period';
import type { Category } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { linkTableOf, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A leader's signature for a unit. */
export interface Signature {
  unit: number;
  by: string;
  /** ISO 8601. */
  at: string;
}

/** A submission with all that decides its life. */
export interface WorkflowRecord {
  id: number;
  documentId: string;
  title: string;
  text: string;
  /** `null` until whoever drafted it with an entry has said what it is. */
  category: Category | null;
  state: State;
  stateSince: Date | null;
  receivedAt: Date | null;
  signer: string | null;
  eventDate: Day | null;
  signatureRequestedAt: Date | null;
  signatures: Signature[];
  /** The entry that the unit drafted it with. */
  entry: { uid: string; documentId: string } | null;
  mergedInto: number | null;
  /** Submissions that are part of it. */
  merged: number[];
  units: Array<{ id: number; documentId: string; name: string; signOff: boolean }>;
  isAdopted: boolean;
}

/** Where a submission stands, and of which units it is. */
interface Standing {
  state: State;
  mergedInto: number | null;
  units: Array<{ id: number }>;
}

interface Row {
  id: number;
  document_id: string;
  title: string;
  text: string | null;
  category: Category | null;
  state: State | null;
  state_since: unknown;
  received_at: unknown;
  signer: string | null;
  event_date: Day | null;
  signature_requested_at: unknown;
  signatures: unknown;
  entry_uid: string | null;
  entry_document_id: string | null;
  merged_into_id: number | null;
}

/** What a move changes beside the state. */
export interface LifeChange {
  state: State;
  receivedAt: Date | null;
  signatureRequestedAt: Date | null;
  signatures: readonly Signature[];
  signer: string | null;
  /** The words as sent. */
  text: string;
}

const COLUMNS = [
  'id',
  'document_id',
  'title',
  'text',
  'category',
  'state',
  'state_since',
  'received_at',
  'signer',
  'event_date',
  'signature_requested_at',
  'signatures',
  'entry_uid',
  'entry_document_id',
  'merged_into_id',
] as const satisfies ReadonlyArray<keyof Row>;

const dateOf = (value: unknown): Date | null =>
  value === null || value === undefined ? null : toDate(value);

const signaturesOf = (value: unknown): Signature[] => {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? (parsed as Signature[]) : [];
};

/** Where submissions stand. An adoption accepts by `ledger/append`. */
export const workflowRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const units = linkTableOf(strapi, UID.submission, 'units');
  const adoptionLink = linkTableOf(strapi, UID.adoption, 'submission');

  const unitsOf = async (trx: Transaction, id: number): Promise<WorkflowRecord['units']> => {
    const rows: Array<{ id: number; document_id: string; name: string; sign_off: unknown }> =
      await trx({ l: units.table })
        .join({ u: tableOf(strapi, UID.unit) }, 'u.id', `l.${units.target}`)
        .where(`l.${units.source}`, id)
        .orderBy('u.code')
        .select('u.id', 'u.document_id', 'u.name', 'u.sign_off');
    return rows.map((row) => ({
      id: row.id,
      documentId: row.document_id,
      name: row.name,
      signOff: Boolean(row.sign_off),
    }));
  };

  const isAdopted = async (trx: Transaction, id: number): Promise<boolean> => {
    const row: unknown = await trx({ a: tableOf(strapi, UID.adoption) })
      .join({ l: adoptionLink.table }, `l.${adoptionLink.source}`, 'a.id')
      .where(`l.${adoptionLink.target}`, id)
      .whereNull('a.withdrawn_at')
      .select('a.id')
      .first();
    return row !== undefined;
  };

  const mergedOf = async (trx: Transaction, id: number): Promise<number[]> => {
    const rows: Array<{ id: number }> = await trx(table)
      .select('id')
      .where('merged_into_id', id)
      .orderBy('id');
    return rows.map((row) => row.id);
  };

  const complete = async (trx: Transaction, row: Row): Promise<WorkflowRecord> => ({
    id: row.id,
    documentId: row.document_id,
    title: row.title,
    text: row.text ?? '',
    category: row.category,
    state: row.state ?? 'submitted',
    stateSince: dateOf(row.state_since),
    receivedAt: dateOf(row.received_at),
    signer: row.signer,
    eventDate: row.event_date,
    signatureRequestedAt: dateOf(row.signature_requested_at),
    signatures: signaturesOf(row.signatures),
    entry:
      row.entry_uid !== null && row.entry_document_id !== null
        ? { uid: row.entry_uid, documentId: row.entry_document_id }
        : null,
    mergedInto: row.merged_into_id,
    merged: await mergedOf(trx, row.id),
    units: await unitsOf(trx, row.id),
    isAdopted: await isAdopted(trx, row.id),
  });

  const findBy = async (
    trx: Transaction,
    where: { id: number } | { document_id: string }
  ): Promise<WorkflowRecord | null> => {
    const row: Row | undefined = await trx(table)
      .select(...COLUMNS)
      .where(where)
      .first();
    return row ? complete(trx, row) : null;
  };

  return {
    find: async (trx: Transaction, documentId: string): Promise<WorkflowRecord | null> =>
      findBy(trx, { document_id: documentId }),

    findById: async (trx: Transaction, id: number): Promise<WorkflowRecord | null> =>
      findBy(trx, { id }),

    /**
     * Moves a submission, if it still stands where it was seen.
     *
     * @returns whether it did
     */
    async move(
      trx: Transaction,
      seen: Pick<WorkflowRecord, 'id' | 'state'>,
      change: Partial<LifeChange>,
      now: Date
    ): Promise<boolean> {
      const moves = change.state !== undefined && change.state !== seen.state;
      const count = await trx(table)
        .where({ id: seen.id })
        .whereNull('merged_into_id')
        .where((own) => {
          void own.where('state', seen.state);
          if (seen.state === 'submitted') void own.orWhereNull('state');
        })
        .update({
          updated_at: now,
          ...(moves && { state_since: now }),
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

    /** What changed since a moment, of what came since another; without what is part of others. */
    async changedSince(
      trx: Transaction,
      since: Date,
      from: Date
    ): Promise<Array<{ id: number; title: string; text: string; since: Date; updatedAt: Date }>> {
      const rows: Array<{
        id: number;
        title: string;
        text: string | null;
        since: unknown;
        updated_at: unknown;
      }> = await trx(table)
        .select('id', 'title', 'text', 'updated_at')
        .select({ since: trx.raw('coalesce(received_at, created_at)') })
        .where('updated_at', '>=', since)
        .whereRaw('coalesce(received_at, created_at) >= ?', [from]);
      return rows.map((row) => ({
        id: row.id,
        title: row.title,
        text: row.text ?? '',
        since: toDate(row.since),
        updatedAt: toDate(row.updated_at),
      }));
    },

    /** What submissions say, and when that last changed, by id. */
    async words(
      trx: Transaction,
      ids: readonly number[]
    ): Promise<Map<number, { title: string; text: string; updatedAt: Date }>> {
      if (ids.length === 0) return new Map();
      const rows: Array<Pick<Row, 'id' | 'title' | 'text'> & { updated_at: unknown }> = await trx(
        table
      )
        .select('id', 'title', 'text', 'updated_at')
        .whereIn('id', [...ids]);
      return new Map(
        rows.map(({ id, title, text, updated_at: updatedAt }) => [
          id,
          { title, text: text ?? '', updatedAt: toDate(updatedAt) },
        ])
      );
    },

    /** Where submissions stand and whose they are, by id. */
    async standing(trx: Transaction, ids: readonly number[]): Promise<Map<number, Standing>> {
      if (ids.length === 0) return new Map();
      const rows: Array<Pick<Row, 'id' | 'state' | 'merged_into_id'> & { unit: number | null }> =
        await trx({ s: table })
          .leftJoin({ u: units.table }, `u.${units.source}`, 's.id')
          .whereIn('s.id', [...ids])
          .select('s.id', 's.state', 's.merged_into_id', { unit: `u.${units.target}` });
      const found = new Map<number, Standing>();
      for (const { id, state, merged_into_id: mergedInto, unit } of rows) {
        const piece = found.get(id) ?? { state: state ?? 'submitted', mergedInto, units: [] };
        if (unit !== null) piece.units.push({ id: unit });
        found.set(id, piece);
      }
      return found;
    },

    /** Notes which entry a submission was drafted with. Its category is for the unit to say. */
    async draftWith(
      trx: Transaction,
      id: number,
      entry: { uid: string; documentId: string }
    ): Promise<void> {
      await trx(table)
        .where({ id })
        .update({ entry_uid: entry.uid, entry_document_id: entry.documentId, category: null });
    },

    async categorise(trx: Transaction, id: number, category: Category): Promise<void> {
      await trx(table).where({ id }).update({ category });
    },

    async rename(trx: Transaction, id: number, title: string, now: Date): Promise<void> {
      await trx(table)
        .where({ id })
        .update({ title, folded_title: foldForSearch(title), updated_at: now });
    },

    /**
     * Gives a state to submissions from before there was one: what is adopted, or has become an
     * entry, is accepted; the others wait for the office. Run at every boot, it finds nothing then.
     *
     * @param ties link tables of the types whose entries are tied to submissions
     */
    async fill(
      trx: Transaction,
      ties: ReadonlyArray<{ table: string; target: string }>
    ): Promise<void> {
      const taken = [{ table: adoptionLink.table, target: adoptionLink.target }, ...ties]
        .map(() => 'exists (select 1 from ?? as l where l.?? = ??.id)')
        .join(' or ');
      const bindings = [
        { table: adoptionLink.table, target: adoptionLink.target },
        ...ties,
      ].flatMap((tie) => [tie.table, tie.target, table]);
      await trx(table)
        .whereNull('state')
        .update({
          state: trx.raw(`case when ${taken} then 'accepted' else 'submitted' end`, bindings),
          state_since: trx.raw('coalesce(received_at, created_at)'),
        });
    },
  };
});
