import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { labelOf } from '../../../../../common/messages/validation';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { listOf, relationDiffers, type Related } from './relation';

type Data = Readonly<Record<string, unknown>>;

interface Attribute {
  type?: string;
  relation?: string;
  target?: string;
  /** The component that a field holds; a dynamic zone names it in every part. */
  component?: string;
  components?: readonly string[];
}

/** A field in which a form differs from what is saved, by its name and in words. */
export interface Difference {
  field: string;
  label: string;
}

/** What Strapi keeps of every document is nobody's to change. */
const OF_ROW: ReadonlySet<string> = new Set([
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'],
  ...['locale', 'localizations'],
]);

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (file: unknown): unknown => (isRecord(file) && 'id' in file ? file.id : file);

const comparable = (type: string | undefined, value: unknown): string => {
  if (type === 'media') return JSON.stringify(listOf(value).map(idOf).map(Number));
  if (value === undefined || value === null || value === '') return '';
  if (type === 'datetime') return String(new Date(value as string).getTime());
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A form sends JSON as it was typed. */
const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Secrets, and relations that may lead to any type, are not compared. */
const isCompared = ([field, { type, target }]: [string, Attribute]): boolean =>
  !OF_ROW.has(field) && type !== 'password' && (type !== 'relation' || target !== undefined);

const comparedOf = (attributes: object | undefined): Array<[string, Attribute]> =>
  Object.entries((attributes ?? {}) as Record<string, Attribute>).filter(isCompared);

const ofComponent = (strapi: Core.Strapi, uid: string): Array<[string, Attribute]> =>
  comparedOf(
    (strapi.components as unknown as Record<string, { attributes: object }>)[uid]?.attributes
  );

const ofType = (strapi: Core.Strapi, uid: string): Array<[string, Attribute]> =>
  comparedOf(contentTypesOf(strapi).get(uid)?.attributes);

const isToOne = ({ relation }: Attribute): boolean =>
  relation === 'oneToOne' || relation === 'manyToOne';

/** A part without contents stands for the saved one of its number. */
const partDiffers = (strapi: Core.Strapi, uid: string, sent: unknown, saved: unknown): boolean => {
  if (!isRecord(sent) || !isRecord(saved)) return true;
  if (sent.__component !== undefined && sent.__component !== saved.__component) return true;
  const told = ofComponent(strapi, uid).filter(([field]) => field in sent);
  if (told.length === 0) return sent.id !== undefined && Number(sent.id) !== Number(saved.id);
  return told.some(([field, attribute]) => differs(strapi, attribute, sent[field], saved[field]));
};

const partsDiffer = (
  strapi: Core.Strapi,
  { component }: Attribute,
  sent: readonly unknown[],
  saved: readonly unknown[]
): boolean =>
  sent.length !== saved.length ||
  sent.some((part, index) => {
    const uid = component ?? (isRecord(part) ? String(part.__component) : '');
    return partDiffers(strapi, uid, part, saved[index]);
  });

const differs = (
  strapi: Core.Strapi,
  attribute: Attribute,
  sent: unknown,
  saved: unknown
): boolean => {
  const { type } = attribute;
  if (type === 'relation') {
    return relationDiffers(sent, listOf(saved) as Related[], isToOne(attribute));
  }
  if (type === 'component' || type === 'dynamiczone') {
    return partsDiffer(strapi, attribute, listOf(sent), listOf(saved));
  }
  // PostgreSQL keeps the keys of an object in an order of its own.
  if (type === 'json' || type === 'blocks') {
    return !isDeepStrictEqual(parsed(sent) ?? null, saved ?? null);
  }
  return comparable(type, sent) !== comparable(type, saved);
};

/** The fields, relations, files and parts in which what was sent differs from what is saved. */
export const differingFields = (
  strapi: Core.Strapi,
  uid: string,
  sent: Data,
  saved: Data
): Difference[] =>
  ofType(strapi, uid)
    .filter(
      ([field, attribute]) => field in sent && differs(strapi, attribute, sent[field], saved[field])
    )
    .map(([field]) => ({ field, label: labelOf(strapi, field, uid) }));

interface Populated {
  populate?: Populate;
  on?: Record<string, Populated>;
}

type Populate = Record<string, Populated>;

const populated = (
  strapi: Core.Strapi,
  attributes: ReadonlyArray<[string, Attribute]>
): Populate => {
  const inside = (uid: string): Populated => ({
    populate: populated(strapi, ofComponent(strapi, uid)),
  });
  const populate: Populate = {};
  for (const [field, { type, component, components }] of attributes) {
    if (type === 'media' || type === 'relation') populate[field] = {};
    if (type === 'component' && component !== undefined) populate[field] = inside(component);
    if (type === 'dynamiczone') {
      populate[field] = {
        on: Object.fromEntries((components ?? []).map((uid) => [uid, inside(uid)])),
      };
    }
  }
  return populate;
};

/** What has to be read beside a document's own row to compare all of it. */
export const comparedBeside = (strapi: Core.Strapi, uid: string): Populate =>
  populated(strapi, ofType(strapi, uid));
