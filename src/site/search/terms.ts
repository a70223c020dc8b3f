import { foldForSearch } from '../../common/text/fold';

/** What words are made of: the scripts below have signs too, the radical ⺀ for one, that are none. */
const OF_WORDS = '[\\p{L}\\p{N}\\p{M}]';
const IDEOGRAPH = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';

/** Runs of characters that are written without spaces between words, and words of all others. */
const RUNS = new RegExp(
  `((?:(?=${OF_WORDS})${IDEOGRAPH})+)|((?:(?!${IDEOGRAPH})${OF_WORDS})+)`,
  'gu'
);

/** Longer words are cut: a database keeps no term of any length. */
const LONGEST_WORD = 64;

/** So many terms of one question are looked up; what is behind them no longer narrows it. */
const MOST_TERMS = 40;

const cut = (word: string): string => Array.from(word).slice(0, LONGEST_WORD).join('');

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);

/**
 * The terms by which a text is found: of ideographs each pair of neighbours and the last one alone,
 * else whole words. Each once.
 */
export const termsOf = (text: string): string[] => {
  const terms = new Set<string>();
  for (const [, ideographs, word] of foldForSearch(text).matchAll(RUNS)) {
    if (word !== undefined) terms.add(cut(word));
    if (ideographs === undefined) continue;
    const characters = Array.from(ideographs);
    for (const pair of pairsOf(characters)) terms.add(pair);
    terms.add(characters.at(-1) ?? '');
  }
  return [...terms];
};

/** A term that an entry must have: itself, or as the beginning of one. */
export interface Term {
  text: string;
  isPrefix: boolean;
}

/** What a visitor searches for. */
export interface Question {
  /** All of them must be there. */
  terms: Term[];
  /** Runs of which the terms say only nearly everything: an entry must hold them letter for letter. */
  phrases: string[];
  /** What is marked in the results, folded: the longest first. */
  needles: Needle[];
}

export interface Needle {
  text: string;
  /** A word is marked only where it stands alone. */
  isWord: boolean;
}

/** Reads what a visitor typed; without terms where nothing of it can be searched for. */
export const questionOf = (typed: string): Question => {
  const terms = new Map<string, Term>();
  const phrases = new Set<string>();
  const needles = new Map<string, Needle>();
  const add = (text: string, isPrefix: boolean): void => {
    if (terms.size < MOST_TERMS) terms.set(`${text}${isPrefix ? '*' : ''}`, { text, isPrefix });
  };
  for (const [, ideographs, word] of foldForSearch(typed).matchAll(RUNS)) {
    if (word !== undefined) {
      add(cut(word), false);
      needles.set(word, { text: word, isWord: true });
    }
    if (ideographs === undefined) continue;
    const characters = Array.from(ideographs);
    // A single one is the beginning of a pair, or the last of its run.
    if (characters.length === 1) add(ideographs, true);
    for (const pair of pairsOf(characters)) add(pair, false);
    if (characters.length > 2) phrases.add(ideographs);
    needles.set(ideographs, { text: ideographs, isWord: false });
  }
  return {
    terms: [...terms.values()],
    phrases: [...phrases],
    needles: [...needles.values()].sort((one, other) => other.text.length - one.text.length),
  };
};
