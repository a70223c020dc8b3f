import type { Core } from '@strapi/strapi';
import type { Placement } from '../../../domain/vocabulary';
import { contentTypesOf } from '../content-types/opt-in';
import { linkTableOf, tableOf, type Transaction } from './connection';
import { reading, type Reading } from './reading';

/** A published entry's tie to its submission and placement. */
export interface Publication {
  documentId: string;
  submission: number;
  placement: Placement;
}

/** A draft's tie, which may be half done. */
export interface Tie {
  submission: number | null;
  placement: Placement | null;
}

interface EntryKey {
  entryUid: string | null;
  entryDocumentId: string | null;
}

/** Attributes that title an entry, the first that its type has. */
const TITLES = ['title', 'name'];

/** Entries of the opted-in content types, as far as points go. */
export const entryRepository = (strapi: Core.Strapi) => {
  const publications = (database: Transaction | typeof strapi.db.connection, uid: string) => {
    const link = linkTableOf(strapi, uid, 'submission');
    return database
      .distinct({
        documentId: 'e.document_id',
        submission: `l.${link.target}`,
        placement: 'e.placement',
      })
      .from({ e: tableOf(strapi, uid) })
      .join({ l: link.table }, `l.${link.source}`, 'e.id')
      .whereNotNull('e.published_at')
      .whereNotNull('e.placement');
  };

  const titleColumn = (uid: string): string | undefined =>
    TITLES.find((attribute) => attribute in strapi.db.metadata.get(uid).attributes);

  /** The draft where the type has drafts, else the only version. */
  const editedRows = (trx: Transaction, uid: string) => {
    const rows = trx.from({ e: tableOf(strapi, uid) });
    return contentTypesOf(strapi).get(uid)?.options?.draftAndPublish
      ? rows.whereNull('e.published_at')
      : rows;
  };

  return {
    /** The tie of the entry as it is being edited, or `null` when there is no such entry. */
    async editedTie(trx: Transaction, uid: string, documentId: string): Promise<Tie | null> {
      const link = linkTableOf(strapi, uid, 'submission');
      const hasPlacement = 'placement' in strapi.db.metadata.get(uid).attributes;
      const row: Tie | undefined = await editedRows(trx, uid)
        .leftJoin({ l: link.table }, `l.${link.source}`, 'e.id')
        .where('e.document_id', documentId)
        .select({ submission: `l.${link.target}` })
        .select(hasPlacement ? { placement: 'e.placement' } : trx.raw('null as placement'))
        .first();
      return row ?? null;
    },

    async isPublished(trx: Transaction, uid: string, documentId: string): Promise<boolean> {
      const row: unknown = await trx(tableOf(strapi, uid))
        .select('id')
        .where('document_id', documentId)
        .whereNotNull('published_at')
        .first();
      return row !== undefined;
    },

    /** The title of an entry as it is being edited, or `null` when its type has none. */
    async title(trx: Transaction, uid: string, documentId: string): Promise<string | null> {
      const titles = await this.titles(trx, [{ entryUid: uid, entryDocumentId: documentId }]);
      return titles.get(`${uid}:${documentId}`) ?? null;
    },

    /** Titles of entries as they are being edited, by `uid:documentId`. */
    async titles(trx: Transaction, keys: readonly EntryKey[]): Promise<Map<string, string>> {
      const titles = new Map<string, string>();
      for (const uid of new Set(keys.map(({ entryUid }) => entryUid))) {
        if (uid === null || !strapi.db.metadata.has(uid)) continue;
        const column = titleColumn(uid);
        if (!column) continue;
        const documentIds = keys
          .filter((key) => key.entryUid === uid)
          .map((key) => key.entryDocumentId ?? '');
        const rows: Array<{ documentId: string; title: string }> = await editedRows(trx, uid)
          .whereIn('e.document_id', documentIds)
          .select({ documentId: 'e.document_id', title: `e.${column}` });
        for (const { documentId, title } of rows) titles.set(`${uid}:${documentId}`, title);
      }
      return titles;
    },

    /** What of the entry in `entry` is published with a submission and a placement, as a query. */
    publicationsOfEntry: (uid: string): string =>
      publications(strapi.db.connection, uid)
        .whereRaw('e.document_id = (select document_id from entry)')
        .toQuery(),

    /** What the query `publicationsOfEntry` found; more than one when its locales differ. */
    publicationsFound: (name: string): Reading<Publication[]> =>
      reading(
        strapi.db.connection.select('*').from(name),
        ['documentId', 'submission', 'placement'],
        (rows: Publication[]) => rows
      ),

    /** All that is published with a submission and a placement. */
    async allPublications(trx: Transaction, uid: string): Promise<Publication[]> {
      return publications(trx, uid);
    },
  };
};
