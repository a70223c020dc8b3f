import type { Core, Struct } from '@strapi/strapi';
import { columnAsText } from '../../../../../common/database/dialect';
import type { VersionRow } from '../../../../../common/documents/versions';
import { isOfSite } from '../content-types/opt-in';
import { tableOf } from '../../../../../common/database/tables';
import { withLedgerLock } from '../ledger-lock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { FILE, MENTIONS } from '../constants';

const TEXTS: ReadonlySet<string> = new Set(['blocks', 'richtext', 'text', 'json']);

const ADDRESS = /\/uploads\/[^\s"'\\)<>?#]+/g;

interface Mention {
  uid: string;
  document_id: string;
  entry_id: number;
  file_id: number;
}

/** A version of a document with its texts. */
interface Texts {
  id: number;
  documentId: string;
  texts: readonly unknown[];
}

const addressesIn = (texts: readonly unknown[]): string[] =>
  texts.flatMap((value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    return text.match(ADDRESS) ?? [];
  });

const createTable = async (trx: Transaction): Promise<void> => {
  await trx.schema.createTable(MENTIONS, (table) => {
    table.increments('id');
    table.string('uid').notNullable();
    table.string('document_id').notNullable();
    table.integer('entry_id').notNullable();
    table.integer('file_id').notNullable();
    table.index(['file_id'], 'points_file_mentions_file');
    table.index(['uid', 'document_id'], 'points_file_mentions_document');
  });
};

/** Which files the texts of the site's rows show. */
export const fileMentionRepository = oncePerApplication((strapi: Core.Strapi) => {
  /** Attributes that hold texts, and their columns. */
  const textsOf = (type: Struct.ContentTypeSchema): Array<{ name: string; column: string }> =>
    Object.entries(type.attributes as Record<string, { type?: string }>)
      .filter(([, { type: kind }]) => TEXTS.has(kind ?? ''))
      .flatMap(([name]) => {
        const attribute = strapi.db.metadata.get(type.uid).attributes[name];
        const column = attribute && 'columnName' in attribute ? attribute.columnName : undefined;
        return column ? [{ name, column }] : [];
      });

  const filesAt = async (
    trx: Transaction,
    addresses: readonly string[]
  ): Promise<Map<string, number>> => {
    const stems = addresses.map((address) => /\/([^/]*?)(?:\.[^./]*)?$/.exec(address)?.[1] ?? '');
    const hashes = [...new Set(stems.flatMap((stem) => [stem, stem.replace(/^[^_]+_/, '')]))];
    const rows: Array<{ id: number; hash: string }> = await trx(tableOf(strapi, FILE))
      .select('id', 'hash')
      .whereIn('hash', hashes);
    const byHash = new Map(rows.map(({ id, hash }) => [hash, id]));
    return new Map(
      addresses.flatMap((address, index) => {
        const stem = stems[index] ?? '';
        const id = byHash.get(stem) ?? byHash.get(stem.replace(/^[^_]+_/, ''));
        return id === undefined ? [] : [[address, id] as const];
      })
    );
  };

  /** What of the type, or of one document of it, shows any file. */
  const readTexts = async (
    trx: Transaction,
    type: Struct.ContentTypeSchema,
    documentId: string | null
  ): Promise<Texts[]> => {
    const columns = textsOf(type).map(({ column }) => column);
    const rows = trx(tableOf(strapi, type.uid))
      .where((any) => {
        for (const column of columns) {
          void any.orWhereRaw(`${columnAsText(strapi)} like ?`, [column, '%/uploads/%']);
        }
      })
      .select('id', 'document_id', ...columns);
    if (documentId !== null) void rows.where('document_id', documentId);
    const found: Array<Record<string, unknown> & { id: number; document_id: string }> = await rows;
    return found.map((row) => ({
      id: row.id,
      documentId: row.document_id,
      texts: columns.map((column) => row[column]),
    }));
  };

  const insert = async (
    trx: Transaction,
    { uid }: Struct.ContentTypeSchema,
    versions: readonly Texts[]
  ): Promise<void> => {
    const addresses = versions.flatMap(({ texts }) => addressesIn(texts));
    if (addresses.length === 0) return;
    const files = await filesAt(trx, addresses);
    const mentions = versions.flatMap((version): Mention[] => {
      const ids = new Set(
        addressesIn(version.texts).flatMap((address) => files.get(address) ?? [])
      );
      return [...ids].map((file) => ({
        uid,
        document_id: version.documentId,
        entry_id: version.id,
        file_id: file,
      }));
    });
    if (mentions.length > 0) await trx.batchInsert(MENTIONS, mentions, 100);
  };

  return {
    /** Whether such data writes a text of the type. */
    writesTexts(uid: string, data: Readonly<Record<string, unknown>> = {}): boolean {
      const type = contentTypesOf(strapi).get(uid);
      return type !== undefined && textsOf(type).some(({ name }) => name in data);
    },

    /** Whether one of a document's versions shows a file. */
    showAny(uid: string, versions: readonly VersionRow[]): boolean {
      const type = contentTypesOf(strapi).get(uid);
      if (!type) return false;
      const names = textsOf(type).map(({ name }) => name);
      return versions.some((version) => addressesIn(names.map((name) => version[name])).length > 0);
    },

    /**
     * Notes anew which files a document's versions show, after it was written.
     *
     * @param versions all of them as they are now, where somebody has read them
     */
    async follow(
      trx: Transaction,
      uid: string,
      documentId: string,
      versions?: readonly VersionRow[]
    ): Promise<void> {
      const type = contentTypesOf(strapi).get(uid);
      if (!type || !isOfSite(uid)) return;
      const attributes = textsOf(type);
      if (attributes.length === 0) return;
      await trx(MENTIONS).where({ uid, document_id: documentId }).delete();
      const texts = versions?.map((version) => ({
        id: version.id,
        documentId,
        texts: attributes.map(({ name }) => version[name]),
      }));
      await insert(trx, type, texts ?? (await readTexts(trx, type, documentId)));
    },

    /** Whether a text, a draft's too, shows the file by its address. */
    async has(trx: Transaction, file: number): Promise<boolean> {
      return (await trx(MENTIONS).where('file_id', file).first('id')) !== undefined;
    },

    /** Makes the table where it is missing and reads all texts of the site; one instance at a time. */
    async rebuild(): Promise<void> {
      await withLedgerLock(strapi, async (trx) => {
        if (!(await trx.schema.hasTable(MENTIONS))) await createTable(trx);
        for (const type of contentTypesOf(strapi).values()) {
          if (!isOfSite(type.uid) || textsOf(type).length === 0) continue;
          await trx(MENTIONS).where('uid', type.uid).delete();
          await insert(trx, type, await readTexts(trx, type, null));
        }
      });
    },
  };
});
