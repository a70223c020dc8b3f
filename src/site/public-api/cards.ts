import type { Core } from '@strapi/strapi';
import { has, siteTypes, type SiteType } from './site-types';

export interface EntryKey {
  uid: string;
  documentId: string;
}

/** A column as entries name it. */
interface ColumnName {
  documentId: string;
  code: string;
  name: string;
  section: string;
}

/** What a list says of an entry, whatever its type. */
export interface Card {
  /** Where its whole entry is read: `GET /api/{collection}/{documentId}`. */
  collection: string;
  documentId: string;
  slug: string | null;
  title: string;
  summary: string | null;
  /** ISO 8601. */
  publicationDate: string | null;
  column: ColumnName | null;
}

interface Row extends Record<string, unknown> {
  documentId: string;
  slug?: string | null;
  summary?: string | null;
  publicationDate?: string | Date | null;
  column?: ColumnName | null;
}

const isoOf = (value: string | Date | null | undefined): string | null =>
  value === null || value === undefined ? null : new Date(value).toISOString();

const cardOf = (type: SiteType, row: Row): Card => {
  const title = row[type.title];
  const { column } = row;
  return {
    collection: type.collection,
    documentId: row.documentId,
    slug: row.slug ?? null,
    title: typeof title === 'string' ? title : '',
    summary: row.summary ?? null,
    publicationDate: isoOf(row.publicationDate),
    column: column
      ? {
          documentId: column.documentId,
          code: column.code,
          name: column.name,
          section: column.section,
        }
      : null,
  };
};

const SHOWN = ['slug', 'summary', 'publicationDate'];

/**
 * The cards of published entries of any types, by `uid:documentId`; entries that are not published
 * are left out.
 */
export const cardsOf = async (
  strapi: Core.Strapi,
  keys: readonly EntryKey[]
): Promise<Map<string, Card>> => {
  const cards = new Map<string, Card>();
  for (const type of siteTypes(strapi)) {
    const documentIds = keys
      .filter(({ uid }) => uid === type.uid)
      .map(({ documentId }) => documentId);
    if (documentIds.length === 0) continue;
    const rows = (await strapi.db.query(type.uid).findMany({
      select: ['documentId', type.title, ...SHOWN.filter((name) => has(type, name))],
      where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
      populate: has(type, 'column') ? { column: true } : [],
    })) as Row[];
    for (const row of rows) cards.set(`${type.uid}:${row.documentId}`, cardOf(type, row));
  }
  return cards;
};
