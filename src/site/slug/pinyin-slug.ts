import { pinyin } from 'pinyin-pro';

/** Long enough to tell titles apart, short enough to be read in an address. */
const MAX_LENGTH = 80;

const COMBINING_MARKS = /\p{M}+/gu;
const NOT_IN_A_SLUG = /[^a-z0-9]+/;

/** One syllable a character; runs of other characters stay together. */
const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });

const words = (text: string): string[] =>
  syllables(text.normalize('NFKC')).flatMap((part) =>
    part
      .normalize('NFKD')
      .replace(COMBINING_MARKS, '')
      .toLowerCase()
      .split(NOT_IN_A_SLUG)
      .filter((word) => word !== '')
  );

const joinUpTo = (limit: number, parts: string[]): string => {
  let slug = '';
  for (const part of parts) {
    const longer = slug === '' ? part : `${slug}-${part}`;
    if (longer.length > limit) break;
    slug = longer;
  }
  return slug === '' ? (parts[0] ?? '').slice(0, limit) : slug;
};

/**
 * Turns a title into the part of an address: Chinese becomes pinyin without tones, a hyphen between
 * syllables; everything but `a-z` and `0-9` is dropped. Never longer than 80 characters and never
 * cut inside a syllable. Empty when nothing in the title can be written so.
 */
export const pinyinSlug = (title: string): string => joinUpTo(MAX_LENGTH, words(title));
