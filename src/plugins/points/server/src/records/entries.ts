import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { State } from '../../../domain/submission-workflow';
import type { Placement } from '../../../domain/vocabulary';
import type { Paragraph } from '../../../shared/contracts';
import { UID } from '../constants';
import { isOptedIn } from '../content-types/opt-in';
import { linkTableOf, tableOf, toDate } from '../../../../../common/database/tables';
import { reading, type Reading } from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { paragraphsOfBlocks, paragraphsOfText } from './paragraphs';

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

/** A submission that a version of an entry belongs to. */
export interface VersionTie {
  id: number;
  title: string;
  state: State;
  placement: Placement | null;
  /** Whether the entry names it; otherwise the unit drafted it with the entry, and the tie was cut since. */
  isTied: boolean;
}

interface EntryKey {
  entryUid: string | null;
  entryDocumentId: string | null;
}

/** A row of an entry as it was last written. */
interface EntryStamp {
  id: number;
  /** Milliseconds. */
  changedAt: number;
}

/** Attributes that title an entry, the first that its type has. */
const TITLES = ['title', 'name'];

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'richtext', 'blocks']);

interface Node {
  text?: string;
  children?: Node[];
}

const textOf = ({ text = '', children = [] }: Node): string => text + children.map(textOf).join('');

/** The words of blocks, each a line. */
const textOfBlocks = (value: unknown): string => {
  const nodes: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(nodes) ? (nodes as Node[]).map(textOf).join('\n') : '';
};

type TiedVersion = 'published' | 'edited';

interface TieRow extends Omit<VersionTie, 'isTied'> {
  tied: number;
}

/** A submission that the entry names and was drafted with is one tie. */
const tiesFrom = (found: TieRow[]): VersionTie[] => {
  const ties = found.map(({ tied, ...tie }) => ({ ...tie, isTied: tied === 1 }));
  return [
    ...ties.filter(({ isTied }) => isTied),
    ...ties.filter((tie) => !tie.isTied && !ties.some((each) => each.isTied && each.id === tie.id)),
  ];
};

/** A transaction, or what makes a query for one. */
type Database = Transaction | Core.Strapi['db']['connection'];

/** Entries of the opted-in content types, as far as points go. */
export const entryRepository = oncePerApplication((strapi: Core.Strapi) => {
  const publications = (database: Database, uid: string) => {
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

  /** Columns that hold what people read: longer texts, and what the editor for blocks keeps. */
  const textColumns = (uid: string): Array<{ column: string; isBlocks: boolean }> =>
    Object.entries(strapi.db.metadata.get(uid).attributes)
      .filter(([, { type }]) => TEXT_TYPES.has(type))
      .map(([name, attribute]) => ({
        column: ('columnName' in attribute && attribute.columnName) || name,
        isBlocks: attribute.type === 'blocks',
      }));

  /** The draft where the type has drafts, else the only version. */
  const editedRows = (database: Database, uid: string) => {
    const rows = database.from({ e: tableOf(strapi, uid) });
    return contentTypesOf(strapi).get(uid)?.options?.draftAndPublish
      ? rows.whereNull('e.published_at')
      : rows;
  };

  const tieRows = (
    database: Database,
    uid: string,
    documentId: string | Knex.Raw,
    version: TiedVersion
  ) => {
    const link = linkTableOf(strapi, uid, 'submission');
    const submissions = tableOf(strapi, UID.submission);
    const placement =
      'placement' in strapi.db.metadata.get(uid).attributes ? 'e.placement' : database.raw('null');
    const rows =
      version === 'edited'
        ? editedRows(database, uid)
        : database.from({ e: tableOf(strapi, uid) }).whereNotNull('e.published_at');
    const drafted = database
      .from({ s: submissions })
      .where('s.entry_document_id', documentId)
      .where('s.entry_uid', uid)
      .whereNull('s.merged_into_id')
      .select({ id: 's.id', title: 's.title', state: 's.state' })
      .select(database.raw('null as placement'), database.raw('0 as tied'));
    return rows
      .join({ l: link.table }, `l.${link.source}`, 'e.id')
      .join({ s: submissions }, 's.id', `l.${link.target}`)
      .where('e.document_id', documentId)
      .select({ id: 's.id', title: 's.title', state: 's.state', placement })
      .select(database.raw('1 as tied'))
      .unionAll([drafted]);
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

    /**
     * The submissions that an entry as it is published, or as it is edited, belongs to, parts of
     * others left out.
     */
    async tiesOf(
      trx: Transaction,
      uid: string,
      documentId: string,
      version: TiedVersion
    ): Promise<VersionTie[]> {
      const rows: TieRow[] = await tieRows(trx, uid, documentId, version);
      return tiesFrom(rows);
    },

    /** The same of the entry in `entry` as it is published. */
    publishedTies: (uid: string): Reading<VersionTie[]> => {
      const entry = strapi.db.connection.raw('(select document_id from entry)');
      const rows = tieRows(strapi.db.connection, uid, entry, 'published');
      return reading(rows, ['id', 'title', 'state', 'placement', 'tied'], tiesFrom);
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

    /** The words of an entry as it is being edited, one paragraph a line, without its title. */
    async plainText(trx: Transaction, uid: string, documentId: string): Promise<string> {
      const columns = textColumns(uid);
      if (columns.length === 0) return '';
      const row: Record<string, unknown> | undefined = await editedRows(trx, uid)
        .where('e.document_id', documentId)
        .select(columns.map(({ column }) => `e.${column}`))
        .first();
      return columns
        .map(({ column, isBlocks }) => {
          const value = row?.[column];
          if (isBlocks) return textOfBlocks(value);
          return typeof value === 'string' ? value : '';
        })
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .join('\n');
    },

    /** The same with what stands between the words: what is read before it is signed. */
    async paragraphs(trx: Transaction, uid: string, documentId: string): Promise<Paragraph[]> {
      const columns = textColumns(uid);
      if (columns.length === 0) return [];
      const row: Record<string, unknown> | undefined = await editedRows(trx, uid)
        .where('e.document_id', documentId)
        .select(columns.map(({ column }) => `e.${column}`))
        .first();
      return columns.flatMap(({ column, isBlocks }) => {
        const value = row?.[column];
        if (isBlocks) return paragraphsOfBlocks(value);
        return typeof value === 'string' ? paragraphsOfText(value) : [];
      });
    },

    /** Rows of an entry as it is being edited, and when each was written. */
    async editedStamps(trx: Transaction, uid: string, documentId: string): Promise<EntryStamp[]> {
      const rows: Array<{ id: number; changed_at: unknown }> = await editedRows(trx, uid)
        .where('e.document_id', documentId)
        .orderBy('e.id')
        .select({ id: 'e.id', changed_at: 'e.updated_at' });
      return rows.map(({ id, changed_at: at }) => ({ id, changedAt: toDate(at).getTime() }));
    },

    /** Rows of an entry as it is being edited: one a locale. */
    async editedIds(trx: Transaction, uid: string, documentId: string): Promise<number[]> {
      const rows: Array<{ id: number }> = await editedRows(trx, uid)
        .where('e.document_id', documentId)
        .select('e.id');
      return rows.map(({ id }) => id);
    },

    /** The link tables by which entries are tied to submissions. */
    ties: (): Array<{ uid: string; table: string; source: string; target: string }> =>
      [...contentTypesOf(strapi).values()]
        .filter(isOptedIn)
        .map(({ uid }) => ({ uid, ...linkTableOf(strapi, uid, 'submission') })),

    /** Entries that are tied to a submission as they are being edited. */
    async tiedTo(
      trx: Transaction,
      submission: number
    ): Promise<Array<{ uid: string; documentId: string }>> {
      const found: Array<{ uid: string; documentId: string }> = [];
      for (const { uid, table, source, target } of this.ties()) {
        const rows: Array<{ documentId: string }> = await editedRows(trx, uid)
          .join({ l: table }, `l.${source}`, 'e.id')
          .where(`l.${target}`, submission)
          .distinct({ documentId: 'e.document_id' });
        found.push(...rows.map(({ documentId }) => ({ uid, documentId })));
      }
      return found;
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
});
