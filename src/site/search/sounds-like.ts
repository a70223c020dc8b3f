import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';
import { nextTurn } from '../../common/next-turn';
import { oncePerApplication } from '../../common/once-per-application';
import { TABLE } from './table';

/** So many of the latest titles are listened to. */
const MOST_TITLES = 3_000;

/** So many at a time, between which others have their turn. */
const AT_A_TIME = 200;

/** Longer words are sentences, shorter ones sound like too much. */
const LENGTH = { least: 2, most: 8 } as const;

const MOST_SUGGESTIONS = 3;

const HAN = /\p{Script=Han}+/gu;

/** Words as an input method takes them, without tones: `yunhe`. */
const SPELT = /^[a-z]{4,40}$/;

const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array' });

/** How runs of Chinese sound that were listened to before. */
const soundsOf = oncePerApplication(() => {
  const known = new LRUCache<string, string[]>({ max: 2 * MOST_TITLES });
  return (run: string): string[] => {
    const found = known.get(run) ?? syllablesOf(run);
    known.set(run, found);
    return found;
  };
});

/** Finds in a run of Chinese the words that sound alike. */
type Listen = (characters: readonly string[], syllables: readonly string[]) => string[];

/** Words of as many characters, each of which sounds as that which was typed. */
const likeCharacters = (typed: string): Listen => {
  const wanted = syllablesOf(typed);
  return (characters, syllables) =>
    characters.flatMap((_, from) =>
      wanted.every((syllable, index) => syllables[from + index] === syllable)
        ? [characters.slice(from, from + wanted.length).join('')]
        : []
    );
};

/** Words whose syllables, one after the other, are the letters that were typed. */
const likeLetters =
  (letters: string): Listen =>
  (characters, syllables) =>
    characters.flatMap((_, from) => {
      let spelt = '';
      for (let to = from; to < syllables.length && to - from < LENGTH.most; to += 1) {
        spelt += syllables[to] ?? '';
        if (spelt === letters) return [characters.slice(from, to + 1).join('')];
        if (!letters.startsWith(spelt)) return [];
      }
      return [];
    });

const listenFor = (typed: string): Listen | null => {
  const letters = typed.replaceAll(/\s/g, '').toLowerCase();
  if (SPELT.test(letters)) return likeLetters(letters);
  const isWord = /^\p{Script=Han}+$/u.test(typed);
  const { length } = Array.from(typed);
  return isWord && length >= LENGTH.least && length <= LENGTH.most ? likeCharacters(typed) : null;
};

/**
 * Words of the site's titles that sound like what was typed and nothing was found of: another
 * character was chosen (运和), or none (yunhe). The most frequent ones first; none where it is no word.
 */
export const soundsLike = async (strapi: Core.Strapi, typed: string): Promise<string[]> => {
  const listen = listenFor(typed.trim());
  if (!listen) return [];
  const rows: Array<{ title: string }> = await strapi.db
    .connection(TABLE)
    .select('title')
    .orderBy('published_at', 'desc')
    .limit(MOST_TITLES);
  const counts = new Map<string, number>();
  for (const [index, { title }] of rows.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    for (const [run] of title.matchAll(HAN)) {
      const syllables = soundsOf(strapi)(run);
      for (const word of listen(Array.from(run), syllables)) {
        if (word !== typed) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_SUGGESTIONS)
    .map(([word]) => word);
};
