import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusal } from './errors';
import { fill, languageOfRequest, type Language, type Values } from './request-language';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

const GROUND = { en, 'zh-Hans': zhHans } as const;

type GroundKey = keyof typeof zhHans;

/**
 * The sentences of a part of the application, beside those that all share, and the refusals that
 * are made of them in the language of the request.
 *
 * @param own the part's sentences by key, in each language
 */
export const messagesOf = <Own extends string = never>(
  own: Readonly<Record<Language, Readonly<Record<Own, string>>>>
) => {
  type Key = Own | GroundKey;
  const sentences: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
    en: { ...GROUND.en, ...own.en },
    'zh-Hans': { ...GROUND['zh-Hans'], ...own['zh-Hans'] },
  };

  /** A sentence in a language, with its `{names}` filled in. */
  const sentence = (language: Language, key: Key, values: Values = {}): string =>
    fill(sentences[language][key], values);

  /** A sentence in the language of the request. */
  const say = (strapi: Core.Strapi, key: Key, values: Values = {}): string =>
    sentence(languageOfRequest(strapi), key, values);

  return {
    sentence,
    say,

    /** A refusal of bad input (400) that names the field and what it takes. The caller throws it. */
    refuse: (
      strapi: Core.Strapi,
      field: string,
      key: Key,
      values: Values = {}
    ): errors.ValidationError => refusal(field, say(strapi, key, values)),

    /** Something that the request names does not exist (404). */
    notFound: (strapi: Core.Strapi, key: Key, values: Values = {}): errors.NotFoundError =>
      new errors.NotFoundError(say(strapi, key, values)),

    /**
     * The person may not do this (403). A PolicyError, because of a plain ForbiddenError Strapi
     * sends no more than the word "Forbidden".
     */
    forbidden: (strapi: Core.Strapi, key: Key, values: Values = {}): errors.PolicyError =>
      new errors.PolicyError(say(strapi, key, values)),
  };
};

/** The sentences that all parts of the application share. */
export const { forbidden, refuse, sentence } = messagesOf({ en: {}, 'zh-Hans': {} });

export type MessageKey = GroundKey;
