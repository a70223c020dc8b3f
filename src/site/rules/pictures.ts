import type { Core, Struct } from '@strapi/strapi';
import { labelOf } from '../../common/messages/validation';
import { attributesOf, standsInColumn } from '../content-types';
import { refuse } from '../refusals';
import { componentOf, type Data, type Rule } from '../write';

/** What a rule reads of a file, in a field or inside rich text. */
interface Picture {
  name?: string;
  mime?: string;
  alternativeText?: string | null;
}

interface Node {
  type?: string;
  image?: Picture;
}

const listOf = <T>(value: unknown): T[] => {
  if (Array.isArray(value)) return value as T[];
  return value === null || value === undefined ? [] : [value as T];
};

const isNameless = ({ mime, alternativeText }: Picture): boolean =>
  mime?.startsWith('image/') === true && (alternativeText ?? '').trim() === '';

const inBlocks = (value: unknown): Picture[] =>
  listOf<Node>(value).flatMap(({ type, image }) => (type === 'image' && image ? [image] : []));

/** The pictures of an attribute, those of components and of rich text among them. */
const picturesIn = (
  strapi: Core.Strapi,
  { type, component }: { type: string; component?: string },
  value: unknown
): Picture[] => {
  if (type === 'media') return listOf<Picture>(value);
  if (type === 'blocks') return inBlocks(value);
  if (type !== 'component' || component === undefined) return [];
  const schema: Pick<Struct.Schema, 'attributes'> = componentOf(strapi, component);
  return listOf<Data>(value).flatMap((part) =>
    attributesOf(schema).flatMap(([name, attribute]) => picturesIn(strapi, attribute, part[name]))
  );
};

/**
 * A published picture says in words what it shows, for those who cannot see it (WCAG 1.1.1, GB/T
 * 37668): without an alternative text the entry is not published.
 */
export const pictures: Rule = {
  concerns: standsInColumn,
  after({ strapi, contentType, row, publishes }) {
    if (!publishes) return;
    for (const [field, attribute] of attributesOf(contentType)) {
      const nameless = picturesIn(strapi, attribute, row[field]).find(isNameless);
      if (!nameless) continue;
      const label = labelOf(strapi, field, contentType.uid);
      throw refuse(strapi, field, 'error.alt', { field, label, name: nameless.name ?? '' });
    }
  },
};
