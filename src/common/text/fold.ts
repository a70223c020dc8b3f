/** A text as searching compares it, and where in the text each piece of it comes from. */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, the index of its character in the source. */
  from: number[];
}

/** What is not seen: zero-width blanks and joiners, soft hyphens, variation selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

const foldCharacter = (character: string): string =>
  character.normalize('NFKC').toLowerCase().replace(UNSEEN, '');

/**
 * Makes writings of the same alike: full and half width, upper and lower case, with and without
 * letters that are not seen. Character by character, so that a find in it can be shown in the source.
 */
export const foldWithSource = (source: string): Folded => {
  const from: number[] = [];
  let text = '';
  let index = 0;
  for (const character of source) {
    const folded = foldCharacter(character);
    from.push(...new Array<number>(folded.length).fill(index));
    text += folded;
    index += character.length;
  }
  return { text, from };
};

/** Most characters of a Chinese text are alike as they stand. */
const MAY_CHANGE = /[^\u4e00-\u9fff]/gu;

/** The text as searching compares it. */
export const fold = (source: string): string => source.replace(MAY_CHANGE, foldCharacter);

/** A text as names are told apart: as searching compares it, and without blanks. */
export const foldName = (source: string): string => fold(source).replace(/\s/g, '');

/**
 * The text as it is kept to be searched in, and as what is searched for is compared with it: a letter
 * and its accent may be written apart (e and U+0301), which character by character would stay so.
 */
export const foldForSearch = (source: string): string => fold(source.normalize('NFC'));

/** A text as a pattern of `like` for what is kept so, in which its signs stand for themselves. */
export const likePatternOf = (text: string): string =>
  `%${foldForSearch(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
