import type { Core } from '@strapi/strapi';
import { labelOf } from '../../../../../common/messages/validation';
import { readingScope } from './requester';
import { rowRepository } from '../../../../../common/database/version-rows';
import { refuse } from '../messages';
import { FILE } from '../constants';

type Data = Readonly<Record<string, unknown>>;
type Key = number | string;

interface Attribute {
  type?: string;
  target?: string;
  component?: string;
}

/** What a field of some data points at. */
interface Reference {
  field: string;
  target: string;
  keys: Key[];
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** The rows that a relation's value ties, in any of the shapes that Strapi takes. */
const keysIn = (value: unknown): Key[] => {
  if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return [value];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (!isData(value)) return [];
  if ('connect' in value || 'set' in value || 'disconnect' in value) {
    return [...keysIn(value.connect), ...keysIn(value.set)];
  }
  return [...keysIn(value.id), ...keysIn(value.documentId)];
};

const attributesOf = (strapi: Core.Strapi, uid: string): Array<[string, Attribute]> =>
  Object.entries((strapi.getModel(uid as never) as { attributes: object }).attributes) as Array<
    [string, Attribute]
  >;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const referencesIn = (strapi: Core.Strapi, uid: string, data: Data): Reference[] =>
  attributesOf(strapi, uid).flatMap(([field, { type, target, component }]) => {
    const value = data[field];
    if (value === undefined || value === null) return [];
    if (type === 'media') return [{ field, target: FILE, keys: keysIn(value) }];
    if (type === 'relation') return target ? [{ field, target, keys: keysIn(value) }] : [];
    if (type !== 'component' && type !== 'dynamiczone') return [];
    return listOf(value)
      .filter(isData)
      .flatMap((part) => {
        const inner = component ?? part.__component;
        return typeof inner === 'string' ? referencesIn(strapi, inner, part) : [];
      });
  });

const isId = (key: Key): boolean => typeof key === 'number' || /^\d+$/.test(key);

const unknownOf = async (
  strapi: Core.Strapi,
  { target, keys }: Reference
): Promise<Key | undefined> => {
  const ids = keys.filter(isId).map(Number);
  const documentIds = keys.filter((key) => !isId(key)).map(String);
  const rows = await rowRepository(strapi).versions(target, { ids, documentIds });
  const known = new Set<Key>(rows.flatMap(({ id, documentId }) => [id, documentId]));
  return keys.find((key) => !known.has(isId(key) ? Number(key) : key));
};

/**
 * Nobody ties a row to what they may not see, and so reads it through their own row.
 *
 * @throws ValidationError that names the field, the same for a foreign row as for none
 */
export const requireVisibleReferences = async (
  strapi: Core.Strapi,
  uid: string,
  data: Data
): Promise<void> => {
  for (const reference of referencesIn(strapi, uid, data)) {
    const { field, target, keys } = reference;
    if (keys.length === 0 || (await readingScope(strapi, target)) === null) continue;
    const value = await unknownOf(strapi, reference);
    if (value === undefined) continue;
    throw refuse(strapi, field, 'error.ownUnit.reference', {
      field,
      label: labelOf(strapi, field),
      value,
    });
  }
};
