import { fill, type Language } from '../../../../../common/messages/request-language';
import { periodNameOf } from '../../../shared/periods';
import type { ReportLanguage } from '../../../shared/report-table';
import en from '../../../shared/translations/en.json';
import zhHans from '../../../shared/translations/zh-Hans.json';

type WordKey = keyof typeof zhHans;

/** A reader's language, with what only files say of the report. */
export interface ReportWords extends ReportLanguage {
  translate: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
}

const WORDS: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = {
  en,
  'zh-Hans': zhHans,
};

/** Whether files have a word for something: a key that is made of stored text may be none. */
export const isWord = (key: string): key is WordKey => key in zhHans;

/** What the report says in a language: the words that the screen uses. */
export const reportWordsOf = (language: Language): ReportWords => {
  const translate: ReportWords['translate'] = (key, values = {}) =>
    fill(WORDS[language][key], values);
  return { translate, periodName: (code) => periodNameOf(code, { language, translate }) };
};
