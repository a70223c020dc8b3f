import type { Core, Struct } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isOfSite } from '../content-types/opt-in';
import { columnAsText } from '../../../../../common/database/dialect';
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

type Row = Record<string, unknown> & { id: number; document_id: string };

const addressesIn = (row: Row, columns: readonly string[]): string[] =>
  columns.flatMap((column) => {
    const value = row[column];
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
  const textColumns = (type: Struct.ContentTypeSchema): string[] =>
    Object.entries(type.attributes as Record<string, { type?: string }>)
      .filter(([, { type: kind }]) => TEXTS.has(kind ?? ''))
      .flatMap(([name]) => {
        const attribute = strapi.db.metadata.get(type.uid).attributes[name];
        const column = attribute && 'columnName' in attribute ? attribute.columnName : undefined;
        return column ? [column] : [];
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

  const write = async (
    trx: Transaction,
    type: Struct.ContentTypeSchema,
    documentId: string | null
  ): Promise<void> => {
    const columns = textColumns(type);
    if (columns.length === 0) return;
    const ofDocument = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
      documentId === null ? query : query.where('document_id', documentId);
    await ofDocument(trx(MENTIONS).where('uid', type.uid)).delete();
    const rows: Row[] = await ofDocument(trx(tableOf(strapi, type.uid)))
      .where((any) => {
        for (const column of columns) {
          void any.orWhereRaw(`${columnAsText(strapi)} like ?`, [column, '%/uploads/%']);
        }
      })
      .select('id', 'document_id', ...columns);
    if (rows.length === 0) return;
    const files = await filesAt(
      trx,
      rows.flatMap((row) => addressesIn(row, columns))
    );
    const mentions = rows.flatMap((row): Mention[] => {
      const ids = new Set(addressesIn(row, columns).flatMap((address) => files.get(address) ?? []));
      return [...ids].map((file) => ({
        uid: type.uid,
        document_id: row.document_id,
        entry_id: row.id,
        file_id: file,
      }));
    });
    if (mentions.length > 0) await trx.batchInsert(MENTIONS, mentions, 100);
  };

  return {
    /** Reads anew which files a document's versions show, after it was written. */
    async follow(trx: Transaction, uid: string, documentId: string): Promise<void> {
      const type = contentTypesOf(strapi).get(uid);
      if (type && isOfSite(uid)) await write(trx, type, documentId);
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
          if (isOfSite(type.uid)) await write(trx, type, null);
        }
      });
    },
  };
});
