import type { Core } from '@strapi/strapi';
import type { errors } from '@strapi/utils';
import { refusal } from '../common/messages/errors';
import { fill, languageOfRequest, type Values } from '../common/messages/request-language';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

const SENTENCES = { en, 'zh-Hans': zhHans } as const;

export type SentenceKey = keyof typeof zhHans;

/** One of the site's sentences, in the language of the request. */
export const say = (strapi: Core.Strapi, key: SentenceKey, values: Values = {}): string =>
  fill(SENTENCES[languageOfRequest(strapi)][key], values);

/**
 * A refusal of bad input (400) that names the field and what it takes, in the language of the
 * request. The caller throws it.
 */
export const refuse = (
  strapi: Core.Strapi,
  field: string,
  key: SentenceKey,
  values: Values = {}
): errors.ValidationError => refusal(field, say(strapi, key, values));

/** Names in a row, as the language of the request sets them apart. */
export const inARow = (strapi: Core.Strapi, names: readonly string[]): string =>
  names.join(languageOfRequest(strapi) === 'zh-Hans' ? '、' : ', ');
