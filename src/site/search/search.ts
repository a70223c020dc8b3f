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

const keyOf = ({ uid, document_id }: IndexRow): EntryKey => ({ uid, documentId: document_id });

/**
 * What the site's published entries hold of what a visitor typed: all words of it, Chinese ones letter
 * for letter also without spaces. Entries that have it in their title come first, then the latest.
 *
 * @param typed any text
 * @param page counted from 1
 */
export const search = async (
  strapi: Core.Strapi,
  typed: string,
  page: number,
  pageSize: number
): Promise<SearchPage> => {
  const question = questionOf(typed);
  const { ids, hasMore } = await findIds(strapi, question);
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
