/**
 * How alike two submissions are (§七.8: several units send the same information). Characters
 * are compared in pairs, which needs no dictionary. Digits are compared apart: last year's notice
 * has the same words and other dates, and is no duplicate.
 */

/** A text prepared for comparing. */
export interface TextFingerprint {
  /** Sorted, each once: two characters in one number. */
  bigrams: Uint32Array;
  /** Numbers that the text names, sorted, each once. */
  numbers: readonly string[];
}

/** What is alike. */
type SimilarityReason = 'title' | 'text' | 'title-and-text';

export interface Similarity {
  /** 0 to 1. */
  similarity: number;
  reason: SimilarityReason;
}

/** A submission prepared for comparing. */
export interface Fingerprint {
  title: TextFingerprint;
  /** `null` when it has no text, or hardly any. */
  text: TextFingerprint | null;
  /** About an eighth of the text's pairs, the same eighth of every text: a quick first look. */
  sample: Uint32Array;
}

/** From here on two titles, or two texts, are thought to tell the same news. */
const ALIKE = { title: 0.6, text: 0.5 } as const;

/** A text shorter than this is no news; comparing it says nothing. */
const SHORTEST_TEXT = 20;

const NUMBERS = /\d+/g;
const NUMERALS = '〇一二三四五六七八九';

/** Years as people write them in words: 二〇二六年. */
const withYearsInDigits = (text: string): string =>
  text.replace(/[〇一二三四五六七八九]{4}(?=年)/g, (year) =>
    year.replace(/./g, (numeral) => String(NUMERALS.indexOf(numeral)))
  );

const unique = (bigrams: Uint32Array): Uint32Array => {
  bigrams.sort();
  let count = 0;
  for (let index = 0; index < bigrams.length; index += 1) {
    const pair = bigrams[index] ?? 0;
    if (index === 0 || pair !== bigrams[index - 1]) bigrams[count++] = pair;
  }
  return bigrams.slice(0, count);
};

const bigramsOf = (text: string): Uint32Array => {
  if (text.length === 1) return Uint32Array.of(text.charCodeAt(0));
  const bigrams = new Uint32Array(Math.max(text.length - 1, 0));
  for (let index = 0; index < bigrams.length; index += 1) {
    bigrams[index] = text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
  }
  return unique(bigrams);
};

/** Prepares a text: full-width and half-width are one, punctuation and blanks are left out. */
export const textFingerprint = (text: string): TextFingerprint => {
  const plain = withYearsInDigits(text.normalize('NFKC').toLowerCase());
  const numbers = plain.match(NUMBERS) ?? [];
  return {
    bigrams: bigramsOf(plain.replace(/[^\p{Letter}]/gu, '')),
    numbers: [...new Set(numbers.map((number) => number.replace(/^0+(?=\d)/, '')))].sort(),
  };
};

/** Chooses by a multiplicative hash, so that what is common in the language is not preferred. */
const sampleOf = (bigrams: Uint32Array): Uint32Array =>
  bigrams.filter((pair) => Math.imul(pair, 2_654_435_761) >>> 29 === 0);

/** Prepares a submission. */
export const fingerprintOf = (title: string, text: string): Fingerprint => {
  const ofText = textFingerprint(text);
  return {
    title: textFingerprint(title),
    text: ofText.bigrams.length < SHORTEST_TEXT ? null : ofText,
    sample: sampleOf(ofText.bigrams),
  };
};

/** How many of the pairs two texts share, of all that either has. */
const jaccard = (one: Uint32Array, other: Uint32Array): number => {
  const [least, most] =
    one.length < other.length ? [one.length, other.length] : [other.length, one.length];
  if (least === 0) return 0;
  // Where one is much longer, the result cannot be high: most pairs end here.
  if (least < most * 0.3) return 0;
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const first = one[left] ?? 0;
    const second = other[right] ?? 0;
    if (first === second) shared += 1;
    if (first <= second) left += 1;
    if (second <= first) right += 1;
  }
  return shared / (one.length + other.length - shared);
};

/** Fewer sampled pairs say too little. */
const FEWEST_SAMPLED = 12;
/** So far may a sample be from the truth, and farther hardly ever. */
const SAMPLING_ERROR = 0.3;

/** Whether a first look rules out that two texts are alike. */
const isHopeless = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length >= FEWEST_SAMPLED &&
  other.length >= FEWEST_SAMPLED &&
  jaccard(one, other) < ALIKE.text - SAMPLING_ERROR;

const textSimilarity = (one: Fingerprint, other: Fingerprint): number =>
  one.text && other.text && !isHopeless(one.sample, other.sample)
    ? jaccard(one.text.bigrams, other.text.bigrams)
    : 0;

/** Whether two texts name other numbers: other years, other days, another session. */
const differInNumbers = (one: TextFingerprint, other: TextFingerprint): boolean => {
  if (one.numbers.length === 0 || other.numbers.length === 0) return false;
  return (
    one.numbers.some((number) => !other.numbers.includes(number)) &&
    other.numbers.some((number) => !one.numbers.includes(number))
  );
};

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * How alike two submissions are and in what, or `null` when they are not. Titles that differ in their
 * numbers are not alike, whatever their words; a text of the same news names many numbers, and
 * there the words decide.
 */
export const similarityOf = (one: Fingerprint, other: Fingerprint): Similarity | null => {
  if (differInNumbers(one.title, other.title)) return null;
  const ofTitle = jaccard(one.title.bigrams, other.title.bigrams);
  const ofText = textSimilarity(one, other);
  const titleAlike = ofTitle >= ALIKE.title;
  const textAlike = ofText >= ALIKE.text;
  if (!titleAlike && !textAlike) return null;
  const reason = titleAlike && textAlike ? 'title-and-text' : titleAlike ? 'title' : 'text';
  return { similarity: round(Math.max(ofTitle, ofText)), reason };
};
