import type { Core } from '@strapi/strapi';
import { createRandom, type Random } from '../../src/seeds/demo/random';
import { insertRows, momentFor, type Row } from './bulk';

const ARTICLES = 'articles';
const AT_ONCE = 2_500;

/** Where the ideographs of the invented words begin, and how many are used. */
const FIRST = 0x4e00;
const IDEOGRAPHS = 700;
const WORDS = 4_000;

const BODY_WORDS = 140;

const placements = ['headline', 'video', 'picture', 'dynamics'] as const;

/** Invented words of two or three ideographs. */
export const makeWords = (random: Random): string[] =>
  Array.from({ length: WORDS }, () =>
    Array.from({ length: random.integer(2, 3) }, () =>
      String.fromCodePoint(FIRST + random.integer(0, IDEOGRAPHS - 1))
    ).join('')
  );

/** As in any language, few words stand everywhere and most stand nearly nowhere. */
const pick = (words: readonly string[], random: Random): string =>
  words[Math.floor(words.length * random.next() ** 3)] ?? '';

const textOf = (words: readonly string[], random: Random, count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `${pick(words, random)}${index % 9 === 8 ? '，' : ''}`
  ).join('');

const rowOf = (
  strapi: Core.Strapi,
  words: readonly string[],
  random: Random,
  index: number
): Row => {
  const day = new Date(Date.UTC(2015, 0, 1 + (index % 4_000))).toISOString().slice(0, 10);
  const moment = momentFor(strapi, day);
  const text = textOf(words, random, BODY_WORDS);
  // One in twenty runs in each placement; `source` says the same without our plugin.
  const placement = placements[index % 20] ?? null;
  return {
    document_id: `bench${String(index).padStart(19, '0')}`,
    title: textOf(words, random, 7),
    slug: `bench-${index}`,
    summary: textOf(words, random, 12),
    body: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
    placement,
    source: placement,
    publication_date: moment,
    created_at: moment,
    updated_at: moment,
    published_at: moment,
  };
};

/** Puts published articles into the database, numbered from `from` up to, not including, `to`. */
export const addArticles = async (
  strapi: Core.Strapi,
  words: readonly string[],
  from: number,
  to: number
): Promise<void> => {
  for (let start = from; start < to; start += AT_ONCE) {
    const random = createRandom(start);
    const rows = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, index) =>
      rowOf(strapi, words, random, start + index)
    );
    await insertRows(strapi, ARTICLES, rows);
  }
};
