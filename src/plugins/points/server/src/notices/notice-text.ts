import type { Core } from '@strapi/strapi';
import { labelsOf } from '../../../../../common/messages/labels';
import type { Language, Values } from '../../../../../common/messages/request-language';
import { periodNameOf } from '../../../shared/periods';
import { type MessageKey, sentence } from '../messages';
import { wordsIn } from '../words';
import type { NoticeRecord } from './notices-repository';

/** Details that are values of closed lists: their sentence says them by name. */
const CHOICES: ReadonlySet<string> = new Set(['channel', 'reason', 'outcome', 'commission']);

/** How a detail reads in a sentence. */
const reads = (
  strapi: Core.Strapi,
  language: Language,
  name: string,
  value: string | number
): string | number => {
  if (name === 'month') {
    return periodNameOf(String(value), { language, translate: wordsIn(language) });
  }
  return CHOICES.has(name) ? (labelsOf(strapi).ofValue(language, String(value)) ?? value) : value;
};

/** What a notice says, in a language. */
export const noticeText = (
  strapi: Core.Strapi,
  language: Language,
  { details, kind }: Pick<NoticeRecord, 'details' | 'kind'>
): string => {
  const values: Values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, reads(strapi, language, name, value)])
  );
  const { when } = details;
  const key = when === undefined ? `notice.${kind}` : `notice.${kind}.${when}`;
  const said = sentence(language, key as MessageKey, values);
  return details.comment === undefined || details.comment === ''
    ? said
    : sentence(language, 'notice.with-comment', { said, comment: details.comment });
};
