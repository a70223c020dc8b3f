import type { Struct } from '@strapi/strapi';

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
