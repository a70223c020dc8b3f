import type { Struct } from '@strapi/strapi';
import { hasPlacement } from '../../plugins/points/server/src/public';
import { labelOf } from '../../common/messages/validation';
import { attributesOf } from '../content-types';
import { inARow, refuse, type SentenceKey } from '../refusals';
import type { Row, Rule, Written } from '../write';

/** The attribute that holds the address of a film elsewhere, where a type has one. */
const FILM_ADDRESS = 'videoUrl';

/** Types of attributes that hold a text of any length, the best first: a summary is no text where there is a body. */
const TEXTS = ['blocks', 'richtext', 'text'];

/** What a placement needs: one of these fields filled. */
interface Need {
  fields: string[];
  sentence: SentenceKey;
}

const mediaOf = (contentType: Struct.ContentTypeSchema, kind: string): string[] =>
  attributesOf(contentType)
    .filter(([, { type, allowedTypes }]) => type === 'media' && allowedTypes?.includes(kind))
    .map(([name]) => name);

const textsOf = (contentType: Struct.ContentTypeSchema): string[] => {
  const attributes = attributesOf(contentType);
  const best = TEXTS.find((each) => attributes.some(([, { type }]) => type === each));
  return attributes.filter(([, { type }]) => type === best).map(([name]) => name);
};

const needsOf = (contentType: Struct.ContentTypeSchema, placement: unknown): Need[] => {
  const pictures: Need = {
    fields: mediaOf(contentType, 'images'),
    sentence: 'error.placement.picture',
  };
  if (placement === 'picture') return [pictures];
  if (placement === 'video') {
    const address = FILM_ADDRESS in contentType.attributes ? [FILM_ADDRESS] : [];
    const films = [...mediaOf(contentType, 'videos'), ...address];
    return [{ fields: films, sentence: 'error.placement.video' }];
  }
  if (placement !== 'headline') return [];
  const texts: Need = { fields: textsOf(contentType), sentence: 'error.placement.text' };
  return [texts, { ...pictures, sentence: 'error.placement.cover' }];
};

interface Node {
  type?: string;
  text?: string;
  children?: Node[];
}

const saysSomething = ({ type, text = '', children = [] }: Node): boolean =>
  type === 'image' || text.trim() !== '' || children.some(saysSomething);

const isFilled = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (!Array.isArray(value)) return true;
  // A file has no text of its own; a rich text consists of nodes that have.
  return (value as Array<Node & { mime?: string }>).some(
    (each) => each.mime !== undefined || saysSomething(each)
  );
};

const labelsOf = ({ strapi, contentType }: Written, fields: readonly string[]): string =>
  inARow(
    strapi,
    fields.map((field) => `${labelOf(strapi, field, contentType.uid)} (${field})`)
  );

const requireNeed = (written: Written, row: Row, { fields, sentence }: Need): void => {
  const [first] = fields;
  if (first === undefined || fields.some((field) => isFilled(row[field]))) return;
  throw refuse(written.strapi, first, sentence, { fields: labelsOf(written, fields) });
};

/**
 * What a placement promises is there when the entry is published (§三: pictures and films come with
 * what needs them): a picture, a film or its address, a headline's text and picture.
 */
export const placementContent: Rule = {
  concerns: hasPlacement,
  after(written) {
    const { contentType, row, publishes } = written;
    if (!publishes) return;
    for (const need of needsOf(contentType, row.placement)) requireNeed(written, row, need);
  },
};
