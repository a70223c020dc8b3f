import type { Core } from '@strapi/strapi';
import { groupBy } from '../../../../../common/group-by';
import { attachmentTableOf, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { FILE, FOLDER } from '../constants';

/** An uploaded file, as far as it is shown. */
export interface FileRecord {
  id: number;
  name: string;
  url: string;
  mime: string;
  alternativeText: string | null;
  /** In bytes, as exact as the library keeps it. */
  size: number;
}

/** A file as it was last written: a replaced one has another stamp. */
export interface FileStamp {
  id: number;
  /** Milliseconds. */
  changedAt: number;
}

const COLUMNS = {
  id: 'f.id',
  name: 'f.name',
  url: 'f.url',
  mime: 'f.mime',
  alternativeText: 'f.alternative_text',
  kilobytes: 'f.size',
};

type FileRow = Omit<FileRecord, 'size'> & { kilobytes: number | string | null };

const BYTES = 1000;

const fileOf = <Row extends FileRow>({ kilobytes, ...row }: Row) => ({
  ...row,
  size: Math.round(Number(kilobytes ?? 0) * BYTES),
});

/** An uploaded file, as it is stored. */
export interface StoredFile {
  id: number;
  name: string;
  url: string;
  hash: string;
  ext: string;
  alternativeText: string | null;
  caption: string | null;
  /** The account that uploaded it. */
  account: number | null;
}

const STORED = {
  id: 'f.id',
  name: 'f.name',
  url: 'f.url',
  hash: 'f.hash',
  ext: 'f.ext',
  alternativeText: 'f.alternative_text',
  caption: 'f.caption',
  account: 'f.created_by_id',
};

/** The addresses of a file and of its smaller pictures. */
const addressesOf = ({ url, formats }: { url: string; formats: unknown }): string[] => {
  const parsed: unknown = typeof formats === 'string' ? JSON.parse(formats) : formats;
  const smaller = Object.values((parsed ?? {}) as Record<string, { url?: string } | undefined>);
  return [url, ...smaller.flatMap((each) => each?.url ?? [])];
};

/** Uploaded files, and what they are attached to. */
export const fileRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, FILE);
  const related = attachmentTableOf(strapi, FILE);

  return {
    /** Attaches files to a row in a field, behind those that are there, without a write of the row itself. */
    async attach(
      trx: Transaction,
      { uid, id, field }: { uid: string; id: number; field: string },
      added: readonly number[]
    ): Promise<void> {
      const row = { [related.type]: uid, [related.id]: id, field };
      const there: Array<{ file: number; place: number | null }> = await trx(related.table)
        .where(row)
        .select({ file: related.file, place: 'order' });
      const known = new Set(there.map(({ file }) => file));
      const last = Math.max(0, ...there.map(({ place }) => place ?? 0));
      const rows = [...new Set(added)]
        .filter((file) => !known.has(file))
        .map((file, index) => ({
          ...row,
          [related.file]: file,
          order: last + index + 1,
        }));
      if (rows.length > 0) await trx(related.table).insert(rows);
    },

    /** Those of the ids that no file has. */
    async unknown(trx: Transaction, ids: readonly number[]): Promise<number[]> {
      if (ids.length === 0) return [];
      const rows: Array<{ id: number }> = await trx(table)
        .select('id')
        .whereIn('id', [...ids]);
      const known = new Set(rows.map(({ id }) => id));
      return ids.filter((id) => !known.has(id));
    },

    /** The file whose bytes, or whose smaller pictures, have the address. */
    async at(trx: Transaction, address: string): Promise<StoredFile | null> {
      const stem = /\/([^/]*?)(?:\.[^./]*)?$/.exec(address)?.[1] ?? '';
      const rows: Array<StoredFile & { formats: unknown }> = await trx({ f: table })
        .whereIn('f.hash', [stem, stem.replace(/^[^_]+_/, '')])
        .select({ ...STORED, formats: 'f.formats' });
      return rows.find((row) => addressesOf(row).includes(address)) ?? null;
    },

    async stored(trx: Transaction, ids: readonly number[]): Promise<StoredFile[]> {
      return trx({ f: table })
        .whereIn('f.id', [...ids])
        .select(STORED);
    },

    /** Where files are now, by documentId. */
    async addresses(
      trx: Transaction,
      documentIds: readonly string[]
    ): Promise<Map<string, string>> {
      const rows: Array<{ document_id: string; url: string }> = await trx(table)
        .select('document_id', 'url')
        .whereIn('document_id', [...documentIds]);
      return new Map(rows.map(({ document_id: documentId, url }) => [documentId, url]));
    },

    /** The files in some folders and in whatever is below these. */
    async inFolders(trx: Transaction, ids: readonly number[]): Promise<number[]> {
      const folders: Array<{ path: string }> = await trx(tableOf(strapi, FOLDER))
        .select('path')
        .whereIn('id', [...ids]);
      if (folders.length === 0) return [];
      const rows: Array<{ id: number }> = await trx(table)
        .select('id')
        .where((any) => {
          for (const { path } of folders) {
            void any.orWhere('folder_path', path).orWhere('folder_path', 'like', `${path}/%`);
          }
        });
      return rows.map(({ id }) => id);
    },

    /** How many files are attached to each of some rows. */
    async countAttached(
      trx: Transaction,
      uid: string,
      ids: readonly number[]
    ): Promise<Map<number, number>> {
      const rows: Array<{ id: number; count: number | string }> = await trx(related.table)
        .where(related.type, uid)
        .whereIn(related.id, [...ids])
        .groupBy(related.id)
        .select({ id: related.id })
        .count({ count: '*' });
      return new Map(rows.map(({ id, count }) => [id, Number(count)]));
    },

    /** The names of the files of a row. */
    async namesOn(trx: Transaction, uid: string, id: number): Promise<string[]> {
      const rows: Array<{ name: string }> = await trx({ f: table })
        .join({ r: related.table }, `r.${related.file}`, 'f.id')
        .where({ [`r.${related.type}`]: uid, [`r.${related.id}`]: id })
        .orderBy('f.id')
        .select('f.name');
      return rows.map(({ name }) => name);
    },

    /** The files of some rows of a content type, in their order. */
    async attachedTo(trx: Transaction, uid: string, ids: readonly number[]): Promise<FileRecord[]> {
      const rows: FileRow[] = await trx({ f: table })
        .join({ r: related.table }, `r.${related.file}`, 'f.id')
        .where(`r.${related.type}`, uid)
        .whereIn(`r.${related.id}`, [...ids])
        .orderBy('r.order')
        .select(COLUMNS);
      return rows.map(fileOf);
    },

    /** When the files of some rows of a content type were last written, by the row's id. */
    async stampsOn(
      trx: Transaction,
      uid: string,
      ids: readonly number[]
    ): Promise<Map<number, FileStamp[]>> {
      const rows: Array<{ row: number; id: number; changed_at: unknown }> = await trx({ f: table })
        .join({ r: related.table }, `r.${related.file}`, 'f.id')
        .where(`r.${related.type}`, uid)
        .whereIn(`r.${related.id}`, [...ids])
        .orderBy(['r.order', 'f.id'])
        .select({ row: `r.${related.id}`, id: 'f.id', changed_at: 'f.updated_at' });
      const byRow = groupBy(rows, ({ row }) => row);
      return new Map(
        [...byRow].map(([row, stamps]) => [
          row,
          stamps.map(({ id, changed_at: at }) => ({ id, changedAt: toDate(at).getTime() })),
        ])
      );
    },

    /** The files of some rows of a content type, in their order, by the row's id. */
    async attachedToEach(
      trx: Transaction,
      uid: string,
      ids: readonly number[]
    ): Promise<Map<number, FileRecord[]>> {
      const rows: Array<FileRow & { row: number }> = await trx({ f: table })
        .join({ r: related.table }, `r.${related.file}`, 'f.id')
        .where(`r.${related.type}`, uid)
        .whereIn(`r.${related.id}`, [...ids])
        .orderBy('r.order')
        .select({ ...COLUMNS, row: `r.${related.id}` });
      return groupBy(rows.map(fileOf), ({ row }) => row);
    },
  };
});
