import { fill, type Language } from '../../../../common/messages/request-language';
import en from '../../shared/translations/en.json';
import zhHans from '../../shared/translations/zh-Hans.json';

/** A word or sentence that screens and server say alike, by its key. */
export type WordKey = keyof typeof zhHans;

export type Translate = (
  key: WordKey,
  values?: Readonly<Record<string, string | number>>
) => string;

const WORDS: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = {
  en,
  'zh-Hans': zhHans,
};

/** Whether there is a word for something: a key that is made of stored text may be none. */
export const isWord = (key: string): key is WordKey => key in zhHans;

/** The words of a language, with their `{names}` filled in. */
export const wordsIn =
  (language: Language): Translate =>
  (key, values = {}) =>
    fill(WORDS[language][key], values);
