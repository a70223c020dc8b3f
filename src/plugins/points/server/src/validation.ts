import type { Core } from '@strapi/strapi';
import { isSiteChannel, MANUAL_CHANNELS, type Channel } from '../../domain/vocabulary';
import { CHOICE_FIELD } from './constants';
import { contentTypesOf } from './content-types/opt-in';
import { refuse } from './errors';
import { languageOfRequest, sentence, type MessageKey } from './language';
import { calendarService } from './services/calendar';

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A field's name as people know it, in the language of the request. */
export const labelOf = (strapi: Core.Strapi, field: string): string => {
  const key = `field.${field}`;
  return sentence(languageOfRequest(strapi), key as MessageKey);
};

/** Values of a closed list with what they mean: `headline（头条资讯）`. */
export const describeChoices = (strapi: Core.Strapi, values: readonly string[]): string => {
  const language = languageOfRequest(strapi);
  const [open, close, comma] = language === 'zh-Hans' ? ['（', '）', '、'] : [' (', ')', ', '];
  return values
    .map((value) => `${value}${open}${sentence(language, `choice.${value}` as MessageKey)}${close}`)
    .join(comma);
};

/** @throws ValidationError when the value is none of the list */
export const requireChoice = (
  strapi: Core.Strapi,
  field: string,
  value: unknown,
  values: readonly string[]
): void => {
  if (typeof value === 'string' && values.includes(value)) return;
  throw refuse(strapi, field, 'error.choice', {
    field,
    label: labelOf(strapi, field),
    value: shown(value),
    values: describeChoices(strapi, values),
  });
};

interface ChoiceAttribute {
  customField?: string;
  enum?: readonly string[];
}

/** Checks every closed list among the written fields, in words, before Strapi does in its own. */
export const requireChoices = (
  strapi: Core.Strapi,
  uid: string,
  data: Readonly<Record<string, unknown>>
): void => {
  const attributes = (contentTypesOf(strapi).get(uid)?.attributes ?? {}) as Record<
    string,
    ChoiceAttribute
  >;
  for (const [field, attribute] of Object.entries(attributes)) {
    if (attribute.customField !== CHOICE_FIELD) continue;
    if (data[field] === undefined || data[field] === null) continue;
    requireChoice(strapi, field, data[field], attribute.enum ?? []);
  }
};

/**
 * The day that a value names in the bureau's time zone.
 *
 * @throws ValidationError when it names no day of the calendar
 */
export const requireDay = (strapi: Core.Strapi, field: string, value: unknown): string => {
  const day = typeof value === 'string' ? calendarService({ strapi }).parseDay(value) : null;
  if (day !== null) return day;
  throw refuse(strapi, field, 'error.date', {
    field,
    label: labelOf(strapi, field),
    value: shown(value),
  });
};

/**
 * Refuses channels that publishing alone fills.
 *
 * @throws ValidationError for a site channel
 */
export const requireManualChannel = (strapi: Core.Strapi, channel: Channel): void => {
  if (!isSiteChannel(channel)) return;
  throw refuse(strapi, 'channel', 'error.adoption.site', {
    value: channel,
    values: describeChoices(strapi, MANUAL_CHANNELS),
  });
};
