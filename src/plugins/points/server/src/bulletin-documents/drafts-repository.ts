import type { Core } from '@strapi/strapi';
import type { Digests } from '../../../domain/bulletin';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** The final words of an issued bulletin, with their hashes. */
export interface IssuedText extends Digests {
  at: Date;
  by: string;
  /** Canonical JSON. */
  text: string;
}

/** The words of a bulletin as they are kept. */
export interface DraftRecord {
  /** The documentId of the bulletin. */
  bulletin: string;
  /** Counts its savings, from 1. */
  version: number;
  /** Canonical JSON. */
  wording: string;
  /** `null` until it is issued. */
  issued: IssuedText | null;
}

interface DraftRow {
  bulletin: string;
  version: number;
  wording: string;
  issued_at: unknown;
  issued_by: string | null;
  text: string | null;
  sha_256: string | null;
  sm_3: string | null;
}

const COLUMNS = [
  'bulletin',
  'version',
  'wording',
  'issued_at',
  'issued_by',
  'text',
  'sha_256',
  'sm_3',
] as const satisfies ReadonlyArray<keyof DraftRow>;

const issuedOf = (row: DraftRow): IssuedText | null => {
  if (row.text === null) return null;
  return {
    at: toDate(row.issued_at),
    by: row.issued_by ?? '',
    text: row.text,
    sha256: row.sha_256 ?? '',
    sm3: row.sm_3 ?? '',
  };
};

const fromRow = (row: DraftRow): DraftRecord => ({
  bulletin: row.bulletin,
  version: row.version,
  wording: row.wording,
  issued: issuedOf(row),
});

/** The words of bulletins, one row a bulletin. */
export const draftRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.bulletinDraft);

  return {
    async find(trx: Transaction, bulletin: string): Promise<DraftRecord | null> {
      const row: DraftRow | undefined = await trx(table)
        .select(COLUMNS)
        .where({ bulletin })
        .first();
      return row ? fromRow(row) : null;
    },

    /** Writes a bulletin's first words, unless somebody has done so meanwhile. */
    async create(trx: Transaction, bulletin: string, wording: string, now: Date): Promise<void> {
      await trx(table)
        .insert({
          document_id: newDocumentId(),
          bulletin,
          version: 1,
          wording,
          created_at: now,
          updated_at: now,
          published_at: now,
        })
        .onConflict('bulletin')
        .ignore();
    },

    /**
     * Writes other words over those of a version.
     *
     * @returns whether they were still that version and not issued; nothing is written otherwise
     */
    async save(
      trx: Transaction,
      { bulletin, version }: Pick<DraftRecord, 'bulletin' | 'version'>,
      wording: string,
      now: Date
    ): Promise<boolean> {
      const changed: number = await trx(table)
        .where({ bulletin, version })
        .whereNull('text')
        .update({ wording, version: version + 1, updated_at: now });
      return changed === 1;
    },

    /**
     * Fixes the words of a version for good.
     *
     * @returns whether they were still that version and not issued; nothing is written otherwise
     */
    async issue(
      trx: Transaction,
      { bulletin, version }: Pick<DraftRecord, 'bulletin' | 'version'>,
      { at, by, sha256, sm3, text }: IssuedText
    ): Promise<boolean> {
      const changed: number = await trx(table)
        .where({ bulletin, version })
        .whereNull('text')
        .update({ issued_at: at, issued_by: by, text, sha_256: sha256, sm_3: sm3, updated_at: at });
      return changed === 1;
    },
  };
});
