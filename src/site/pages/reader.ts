import type { Core } from '@strapi/strapi';
import {
  componentAttributes,
  siteTypes,
  type Attribute,
  type SiteType,
} from '../public-api/site-types';
import { COLUMN } from '../content-types';
import { oncePerApplication } from '../../common/once-per-application';
import type { Entry } from './content';

const SUBMISSION = 'plugin::points.submission';
const UNIT = 'plugin::points.unit';

/** What of a file a page shows. */
const OF_FILE = [
  ...['name', 'url', 'ext', 'mime', 'size', 'width', 'height'],
  ...['alternativeText', 'caption', 'formats'],
];

/** Kinds of attributes that make up an entry's own page, and are too long for a list. */
const LONG: ReadonlySet<string> = new Set(['blocks', 'richtext', 'json']);
const LINKED: ReadonlySet<string> = new Set(['relation', 'media', 'component', 'dynamiczone']);

type Populate = Record<string, object | true>;

/** The site's types by the names of their collections. */
const typesOf = oncePerApplication(
  (strapi: Core.Strapi): ReadonlyMap<string, SiteType> =>
    new Map(siteTypes(strapi).map((type) => [type.collection, type]))
);

/** The type whose entries a collection holds: `articles`. */
export const typeOf = (strapi: Core.Strapi, collection: string): SiteType | undefined =>
  typesOf(strapi).get(collection);

const selectOf = (type: SiteType, isWhole: boolean): string[] => [
  'id',
  'documentId',
  'updatedAt',
  ...type.attributes
    .filter(([, { type: kind }]) => !LINKED.has(kind) && (isWhole || !LONG.has(kind)))
    .map(([name]) => name),
];

const OF_COLUMN = { select: ['code', 'name', 'section'] };

const PUBLISHED = { publishedAt: { $notNull: true } };

const populateRelation = (strapi: Core.Strapi, target: string | undefined): object | null => {
  if (target === COLUMN) return OF_COLUMN;
  if (target === UNIT) return { select: ['name'] };
  // Of a submission visitors see the names of its units, and nothing else.
  if (target === SUBMISSION) return { select: ['id'], populate: { units: { select: ['name'] } } };
  const type = siteTypes(strapi).find(({ uid }) => uid === target);
  if (!type) return null;
  return { select: selectOf(type, false), where: PUBLISHED, populate: { column: OF_COLUMN } };
};

const populateAttribute = (strapi: Core.Strapi, attribute: Attribute): object | null => {
  const { type, target, component } = attribute;
  if (type === 'media') return { select: OF_FILE };
  if (type === 'relation') return populateRelation(strapi, target);
  if (type !== 'component' || component === undefined) return null;
  return { populate: populateOf(strapi, componentAttributes(strapi, component)) };
};

/** How linked content is read, with nothing that a visitor may not see: what is not known here is left out. */
const populateOf = (
  strapi: Core.Strapi,
  attributes: ReadonlyArray<readonly [string, Attribute]>
): Populate =>
  Object.fromEntries(
    attributes.flatMap(([name, attribute]) => {
      const populated = populateAttribute(strapi, attribute);
      return populated === null ? [] : [[name, populated]];
    })
  );

/** How the linked content of each collection is read: it follows from the schemas alone. */
const populatesByCollection = oncePerApplication(() => new Map<string, Populate>());

const populatesOf = (strapi: Core.Strapi, type: SiteType): Populate => {
  const known = populatesByCollection(strapi);
  const populates = known.get(type.collection) ?? populateOf(strapi, type.attributes);
  known.set(type.collection, populates);
  return populates;
};

export type Order = Readonly<Record<string, 'asc' | 'desc'>>;

export interface Wanted {
  where?: object;
  orderBy?: readonly Order[];
  /** Linked content that is read too, beside the column. */
  populate?: readonly string[];
  limit?: number;
  offset?: number;
  /** With the long texts. */
  isWhole?: boolean;
}

/**
 * Published entries of a type, in the order that is wanted, with what visitors may see: attributes
 * that are private are not read, of what is linked to only what is published, of a submission only
 * the names of its units.
 */
export const readEntries = async <E extends Entry>(
  strapi: Core.Strapi,
  type: SiteType,
  { where = {}, orderBy = [], populate = [], limit, offset, isWhole = false }: Wanted
): Promise<E[]> => {
  const known = populatesOf(strapi, type);
  const linked = ['column', ...populate].filter((name) => name in known);
  const rows: unknown = await strapi.db.query(type.uid).findMany({
    select: selectOf(type, isWhole),
    where: { $and: [PUBLISHED, where] },
    orderBy: [...orderBy, { id: 'desc' }],
    populate: Object.fromEntries(linked.map((name) => [name, known[name]])) as never,
    limit,
    offset,
  });
  return rows as E[];
};

/** How many published entries there are. */
export const countEntries = (strapi: Core.Strapi, type: SiteType, where: object): Promise<number> =>
  strapi.db.query(type.uid).count({ where: { $and: [PUBLISHED, where] } });
