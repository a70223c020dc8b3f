import type { Struct } from '@strapi/strapi';
import { COLUMN } from '../content-types';

/** A `uid` attribute and the attribute that it is made from. */
export interface SlugField {
  name: string;
  target: string;
}

interface MaybeUid {
  type: string;
  targetField?: string;
}

/** The content type's `uid` attributes that follow another attribute. */
export const slugFieldsOf = (contentType: Struct.ContentTypeSchema): SlugField[] =>
  Object.entries(contentType.attributes as Record<string, MaybeUid>).flatMap(
    ([name, { type, targetField }]) =>
      type === 'uid' && targetField !== undefined ? [{ name, target: targetField }] : []
  );

const TITLES = ['title', 'name'];

/** The attribute that a document's page is found by: an entry's slug, a column's code. */
export const addressFieldOf = (contentType: Struct.ContentTypeSchema): string | null =>
  contentType.uid === COLUMN ? 'code' : (slugFieldsOf(contentType)[0]?.name ?? null);

/** The attribute that names a document. */
export const titleFieldOf = ({ attributes }: Struct.ContentTypeSchema): string | null =>
  TITLES.find((name) => name in attributes) ?? null;
