import type { Core } from '@strapi/strapi';
import { contentTypesOf } from '../content-types/opt-in';
import { labelOf } from '../validation';

type Data = Readonly<Record<string, unknown>>;

interface Attribute {
  type?: string;
}

/** What a form holds of other documents it sends as changes, which say nothing about how it was. */
const UNTOLD: ReadonlySet<string> = new Set(['relation', 'component', 'dynamiczone', 'password']);

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

const idOf = (file: unknown): unknown =>
  typeof file === 'object' && file !== null && 'id' in file ? file.id : file;

const fileIds = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((file) => !isNothing(file)).map(idOf);

const comparable = (type: string | undefined, value: unknown): string => {
  if (type === 'media') return JSON.stringify(fileIds(value).map(Number));
  if (isNothing(value)) return '';
  if (type === 'datetime') return String(new Date(value as string).getTime());
  if (type === 'json' && typeof value === 'string') return value;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const attributesOf = (strapi: Core.Strapi, uid: string): Array<[string, Attribute]> =>
  Object.entries(
    (contentTypesOf(strapi).get(uid)?.attributes ?? {}) as Record<string, Attribute>
  ).filter(([, { type }]) => !UNTOLD.has(type ?? ''));

/** The fields, by name and in words, in which what was sent differs from what is saved. */
export const differingFields = (
  strapi: Core.Strapi,
  uid: string,
  sent: Data,
  saved: Data
): Array<{ field: string; label: string }> =>
  attributesOf(strapi, uid)
    .filter(([field, { type }]) => {
      if (!(field in sent) || field === 'updatedAt' || field === 'createdAt') return false;
      if (field === 'publishedAt') return false;
      return comparable(type, sent[field]) !== comparable(type, saved[field]);
    })
    .map(([field]) => ({ field, label: labelOf(strapi, field, uid) }));

/** Which of a type's attributes are files. */
export const mediaOf = (strapi: Core.Strapi, uid: string): string[] =>
  attributesOf(strapi, uid)
    .filter(([, { type }]) => type === 'media')
    .map(([field]) => field);
