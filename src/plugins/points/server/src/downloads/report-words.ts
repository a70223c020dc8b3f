import type { Language } from '../../../../../common/messages/request-language';
import { periodNameOf } from '../../../shared/periods';
import type { ReportLanguage } from '../../../shared/report-table';
import { wordsIn, type Translate } from '../words';

/** A reader's language, with what only files say of the report. */
export interface ReportWords extends ReportLanguage {
  translate: Translate;
  nameOf: NonNullable<ReportLanguage['nameOf']>;
}

/** What the report says in a language: the words that the screen uses. */
export const reportWordsOf = (language: Language): ReportWords => {
  const translate = wordsIn(language);
  return {
    translate,
    periodName: (code) => periodNameOf(code, { language, translate }),
    nameOf: ({ en, zh }) => (language === 'en' ? en : zh),
  };
};
