import type { Core } from '@strapi/strapi';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** A rule set that is being written. */
export interface RuleSetDraftRecord {
  documentId: string;
  name: string;
  /** Counts its savings, from 1. */
  revision: number;
  /** JSON, as it was last saved: it need not be a whole rule set yet. */
  content: string;
  /** The documentId of the rule set that it began as a copy of. */
  basedOn: string | null;
  savedAt: Date;
  savedBy: string;
}

/** What a saving writes. */
export type RuleSetDraftText = Pick<RuleSetDraftRecord, 'name' | 'content' | 'savedBy'>;

interface Row {
  document_id: string;
  name: string;
  revision: number;
  content: string;
  based_on: string | null;
  updated_at: unknown;
  saved_by: string;
}

const COLUMNS = [
  'document_id',
  'name',
  'revision',
  'content',
  'based_on',
  'updated_at',
  'saved_by',
] as const satisfies ReadonlyArray<keyof Row>;

const fromRow = (row: Row): RuleSetDraftRecord => ({
  documentId: row.document_id,
  name: row.name,
  revision: row.revision,
  content: row.content,
  basedOn: row.based_on,
  savedAt: toDate(row.updated_at),
  savedBy: row.saved_by,
});

/** Rule sets that are being written. Settling never reads them. */
export const ruleSetDraftRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.ruleSetDraft);

  return {
    /** The one saved last first. */
    async all(trx: Transaction): Promise<RuleSetDraftRecord[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .orderBy([
          { column: 'updated_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      return rows.map(fromRow);
    },

    async find(trx: Transaction, documentId: string): Promise<RuleSetDraftRecord | null> {
      const row: Row | undefined = await trx(table)
        .select(COLUMNS)
        .where('document_id', documentId)
        .first();
      return row ? fromRow(row) : null;
    },

    /** @returns its documentId */
    async create(
      trx: Transaction,
      { basedOn, content, name, savedBy }: RuleSetDraftText & Pick<RuleSetDraftRecord, 'basedOn'>,
      now: Date
    ): Promise<string> {
      const documentId = newDocumentId();
      await trx(table).insert({
        ...{ document_id: documentId, name, revision: 1, content },
        ...{ based_on: basedOn, saved_by: savedBy },
        ...{ created_at: now, updated_at: now, published_at: now },
      });
      return documentId;
    },

    /**
     * Writes other words over those of a revision.
     *
     * @returns whether it was still that revision; nothing is written otherwise
     */
    async save(
      trx: Transaction,
      { documentId, revision }: Pick<RuleSetDraftRecord, 'documentId' | 'revision'>,
      { content, name, savedBy }: RuleSetDraftText,
      now: Date
    ): Promise<boolean> {
      const changed: number = await trx(table)
        .where({ document_id: documentId, revision })
        .update({ name, content, saved_by: savedBy, revision: revision + 1, updated_at: now });
      return changed === 1;
    },

    /** @returns whether it was still that revision; nothing is deleted otherwise */
    async remove(
      trx: Transaction,
      { documentId, revision }: Pick<RuleSetDraftRecord, 'documentId' | 'revision'>
    ): Promise<boolean> {
      const deleted: number = await trx(table)
        .where({ document_id: documentId, revision })
        .delete();
      return deleted === 1;
    },
  };
});
