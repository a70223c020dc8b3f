import type { Core } from '@strapi/strapi';
import { labelsOf } from './labels';
import { languageOfRequest } from './request-language';
import { calendarService } from '../time/calendar';
import { contentTypesOf } from '../documents/content-types';
import { refuse } from './messages';

const MOST_SHOWN = 60;

/** A value as a sentence repeats it: of a text its beginning, of anything deeper that it is there. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object') return '{…}';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_SHOWN
    ? `${text.slice(0, MOST_SHOWN).replace(/\p{Surrogate}$/u, '')}…`
    : text;
};

/**
 * A field's name as people know it, in the language of the request; its own name where it has none.
 *
 * @param uid the content type that the field belongs to, where the site has a name for it
 */
export const labelOf = (strapi: Core.Strapi, field: string, uid?: string): string => {
  const language = languageOfRequest(strapi);
  return labelsOf(strapi).ofField(language, field, uid) ?? field;
};

/** @throws ValidationError when the value is absent or empty */
export const requireValue = (strapi: Core.Strapi, field: string, value: unknown): void => {
  if (value !== undefined && value !== null && value !== '') return;
  throw refuse(strapi, field, 'error.required', { field, label: labelOf(strapi, field) });
};

/**
 * Values of a closed list with what they mean: `headline（头条资讯）`; that a field may be empty goes
 * without saying.
 *
 * @param own what values are called where that is not among the translations
 */
export const describeChoices = (
  strapi: Core.Strapi,
  values: readonly string[],
  own?: (value: string) => string
): string => {
  const language = languageOfRequest(strapi);
  const [open, close, comma] = language === 'zh-Hans' ? ['（', '）', '、'] : [' (', ')', ', '];
  const nameOf =
    own ?? ((value: string): string => labelsOf(strapi).ofValue(language, value) ?? value);
  return values
    .filter((value) => value !== '')
    .map((value) => `${value}${open}${nameOf(value)}${close}`)
    .join(comma);
};

/** @throws ValidationError when the value is none of the list */
export const requireChoice = (
  strapi: Core.Strapi,
  field: string,
  value: unknown,
  values: readonly string[],
  uid?: string
): void => {
  if (typeof value === 'string' && values.includes(value)) return;
  throw refuse(strapi, field, 'error.choice', {
    field,
    label: labelOf(strapi, field, uid),
    value: shown(value),
    values: describeChoices(strapi, values),
  });
};

interface Attribute {
  type?: string;
  customField?: string;
  enum?: readonly string[];
  required?: boolean;
  maxLength?: number;
}

const attributesOf = (strapi: Core.Strapi, uid: string): Array<[string, Attribute]> =>
  Object.entries((contentTypesOf(strapi).get(uid)?.attributes ?? {}) as Record<string, Attribute>);

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** Custom fields bring a closed list as `enum`, which Strapi itself does not check for them. */
const isClosedList = ({ customField, enum: values }: Attribute): boolean =>
  customField !== undefined && values !== undefined;

/** Checks every closed list among the written fields, in words, before Strapi does in its own. */
export const requireChoices = (
  strapi: Core.Strapi,
  uid: string,
  data: Readonly<Record<string, unknown>>
): void => {
  for (const [field, attribute] of attributesOf(strapi, uid)) {
    if (!isClosedList(attribute) || isAbsent(data[field])) continue;
    requireChoice(strapi, field, data[field], attribute.enum ?? [], uid);
  }
};

const requireText = (
  strapi: Core.Strapi,
  field: string,
  value: unknown,
  { maxLength = Infinity }: Attribute
): void => {
  const names = { field, label: labelOf(strapi, field) };
  if (typeof value !== 'string') throw refuse(strapi, field, 'error.text', names);
  if (value.length <= maxLength) return;
  throw refuse(strapi, field, 'error.tooLong', { ...names, maximum: maxLength });
};

/**
 * Checks the texts, days and closed lists of one of our own types, in words, before Strapi does in
 * its own; days are brought to their plain form.
 *
 * @param isNew whether every required field must be there
 * @throws ValidationError that names the first field that is wrong
 */
export const requireContent = (
  strapi: Core.Strapi,
  uid: string,
  data: Record<string, unknown>,
  isNew: boolean
): void => {
  for (const [field, attribute] of attributesOf(strapi, uid)) {
    const value = data[field];
    if (attribute.required && (isNew || value !== undefined)) requireValue(strapi, field, value);
    if (isAbsent(value)) continue;
    if (attribute.type === 'string' || attribute.type === 'text') {
      requireText(strapi, field, value, attribute);
    }
    if (attribute.type === 'date') {
      data[field] = value === '' ? null : requireDay(strapi, field, value);
    }
    if (attribute.type === 'datetime' && !(value instanceof Date)) {
      requireDay(strapi, field, value);
    }
    if (attribute.type === 'json') data[field] = requireJson(strapi, field, value);
  }
  requireChoices(strapi, uid, data);
};

/**
 * The day that a value names in the bureau's time zone.
 *
 * @throws ValidationError when it names no day of the calendar
 */
export const requireDay = (strapi: Core.Strapi, field: string, value: unknown): string => {
  const day = typeof value === 'string' ? calendarService(strapi).parseDay(value) : null;
  if (day !== null) return day;
  throw refuse(strapi, field, 'error.date', {
    field,
    label: labelOf(strapi, field),
    value: shown(value),
  });
};

/**
 * The value of a JSON field, which the panel's form sends as the text that was typed.
 *
 * @throws ValidationError when the text is no JSON
 */
const requireJson = (strapi: Core.Strapi, field: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const label = labelOf(strapi, field);
    throw refuse(strapi, field, 'error.json', { field, label, problem: error.message });
  }
};
