import type { Core } from '@strapi/strapi';
import { cardsOf, type Card, type EntryKey } from '../public-api/cards';
import { excerpt, highlight } from './highlight';
import { storeOf } from './index-entries';
import { TABLE } from './table';
import { questionOf, type Question } from './terms';

/** So many finds are counted and can be paged through; a visitor with more narrows the search. */
const MOST_FINDS = 1000;

/** One entry that was found. */
interface SearchResult extends Card {
  /** HTML: escaped text in which `<mark>` stands around what was found. */
  highlight: { title: string; text: string };
}

export interface SearchPage {
  data: SearchResult[];
  meta: {
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
    /** Whether there are more than `total`, which are not counted. */
    hasMore: boolean;
  };
}

/** In which part of the site is searched, of which time, and what comes first. */
export interface Narrowing {
  /** A section of the columns' tree: `news`. */
  section?: string;
  /** The code of a column. */
  column?: string;
  /** Published from this moment on. */
  from?: Date;
  /** Published before this moment. */
  to?: Date;
  /** Finds in titles first, unless the latest is to come first. */
  sort?: 'relevance' | 'latest';
}

interface IndexRow {
  id: number | string;
  uid: string;
  document_id: string;
  title: string;
  text: string;
}

/** Ids of what was found, titles first, each group with the latest first. */
const findIds = async (
  strapi: Core.Strapi,
  question: Question
): Promise<{ ids: number[]; hasMore: boolean }> => {
  if (question.terms.length === 0) return { ids: [], hasMore: false };
  const store = storeOf(strapi);
  const ids = await store.reading(strapi.db.connection, async (connection) => {
    const inTitle = await store.find(connection, question, 'title', MOST_FINDS + 1);
    if (inTitle.length > MOST_FINDS) return inTitle;
    const anywhere = await store.find(connection, question, 'all', MOST_FINDS + 1);
    return [...new Set([...inTitle, ...anywhere])];
  });
  return { ids: ids.slice(0, MOST_FINDS), hasMore: ids.length > MOST_FINDS };
};

const rowsOf = async (strapi: Core.Strapi, ids: readonly number[]): Promise<IndexRow[]> => {
  if (ids.length === 0) return [];
  const rows: IndexRow[] = await strapi.db
    .connection(TABLE)
    .select('id', 'uid', 'document_id', 'title', 'text')
    .whereIn('id', ids);
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

const keyOf = ({ uid, document_id }: Pick<IndexRow, 'uid' | 'document_id'>): EntryKey => ({
  uid,
  documentId: document_id,
});

interface PlacedRow {
  id: number | string;
  uid: string;
  document_id: string;
  published_at: number | string;
}

const isWithin = (moment: number, { from, to }: Narrowing): boolean =>
  (from === undefined || moment >= from.getTime()) && (to === undefined || moment < to.getTime());

/** The finds that are of the part and time, in their order or by their date. */
const narrow = async (
  strapi: Core.Strapi,
  ids: readonly number[],
  narrowing: Narrowing
): Promise<number[]> => {
  const { section, column, from, to, sort } = narrowing;
  const isOfPart = section !== undefined || column !== undefined;
  if (ids.length === 0 || !(isOfPart || from || to || sort === 'latest')) return [...ids];
  const rows: PlacedRow[] = await strapi.db
    .connection(TABLE)
    .select('id', 'uid', 'document_id', 'published_at')
    .whereIn('id', ids);
  const timely = rows.filter((row) => isWithin(Number(row.published_at), narrowing));
  const cards = isOfPart ? await cardsOf(strapi, timely.map(keyOf)) : null;
  const isThere = (row: PlacedRow): boolean => {
    const place = cards?.get(`${row.uid}:${row.document_id}`)?.column;
    return (
      (section === undefined || place?.section === section) &&
      (column === undefined || place?.code === column)
    );
  };
  const kept = new Map(timely.filter(isThere).map((row) => [Number(row.id), row]));
  const narrowed = ids.filter((id) => kept.has(id));
  if (sort !== 'latest') return narrowed;
  const dateOf = (id: number): number => Number(kept.get(id)?.published_at ?? 0);
  return narrowed.sort((one, other) => dateOf(other) - dateOf(one) || other - one);
};

/**
 * What the site's published entries hold of what a visitor typed: all words of it, Chinese ones letter
 * for letter also without spaces. Entries that have it in their title come first, then the latest.
 *
 * @param typed any text
 * @param page counted from 1
 * @param narrowing of the finds that are counted
 */
export const search = async (
  strapi: Core.Strapi,
  typed: string,
  page: number,
  pageSize: number,
  narrowing: Narrowing = {}
): Promise<SearchPage> => {
  const question = questionOf(typed);
  const { ids: found, hasMore } = await findIds(strapi, question);
  const ids = await narrow(strapi, found, narrowing);
  const rows = await rowsOf(strapi, ids.slice((page - 1) * pageSize, page * pageSize));
  const cards = await cardsOf(strapi, rows.map(keyOf));
  const data = rows.flatMap((row) => {
    const card = cards.get(`${row.uid}:${row.document_id}`);
    if (!card) return [];
    const { needles } = question;
    const marked = {
      title: highlight(row.title, needles),
      text: excerpt(row.text, needles),
    };
    return [{ ...card, highlight: marked }];
  });
  const total = ids.length;
  const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
  return { data, meta: { pagination, hasMore } };
};
