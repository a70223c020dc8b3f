import type { Core, Struct } from '@strapi/strapi';
import type { DocumentContext } from '../common/documents/context';
import { isPublishedVersion, type VersionRow } from '../common/documents/versions';
import { attributesOf, COLUMN, type Attribute } from './content-types';

export type Data = Record<string, unknown>;

/** What the database has of an entry: its attributes by name, relations as far as they were asked for. */
export type Row = VersionRow;

/** A write of an entry or column that is about to happen. */
export interface Write {
  strapi: Core.Strapi;
  contentType: Struct.ContentTypeSchema;
  /** `create`, `update`, `clone` or `publish`. */
  action: string;
  /** Unknown before a `create`. */
  documentId: string | undefined;
  /** What is written; null where nothing but the status changes. A rule may fill it in. */
  data: Data | null;
  /** Whether the entry is on the public site afterwards. */
  publishes: boolean;
}

/** A write that has happened, in a transaction that a refusal undoes. */
export interface Written extends Write {
  documentId: string;
  /** The draft as it is now, or its published copy; of a type without drafts, the document. */
  row: Row;
}

/** A rule of the site: what it fills in or checks before a write, and what it checks or brings about after it. */
export interface Rule {
  /** Whether the rule concerns the type. */
  concerns(contentType: Struct.ContentTypeSchema): boolean;
  before?(write: Write): void | Promise<void>;
  after?(written: Written): void | Promise<void>;
}

/** Which relations and files of an entry are read: those that a rule may ask for. */
type Populate = Record<string, true | { populate: Populate }>;

/** Whether a rule may ask for what the attribute leads to. Versions in other languages are none of it. */
export const isRelationOfSite = (name: string, { type, target, mappedBy }: Attribute): boolean =>
  name !== 'localizations' &&
  type === 'relation' &&
  mappedBy === undefined &&
  target?.startsWith('api::') === true;

/** What of an entry is read with it: what a rule may ask for. */
export const populateOf = (
  strapi: Core.Strapi,
  schema: Pick<Struct.Schema, 'attributes'>,
  withFiles: boolean
): Populate => {
  const populate: Populate = {};
  for (const [name, attribute] of attributesOf(schema)) {
    const { type, component } = attribute;
    if (isRelationOfSite(name, attribute)) populate[name] = true;
    if (type === 'media' && withFiles) populate[name] = true;
    if (type === 'component' && component !== undefined && withFiles) {
      populate[name] = { populate: populateOf(strapi, componentOf(strapi, component), withFiles) };
    }
  }
  return populate;
};

/** A component's schema. */
export const componentOf = (strapi: Core.Strapi, uid: string): Struct.ComponentSchema => {
  const found = (
    strapi.components as unknown as Record<string, Struct.ComponentSchema | undefined>
  )[uid];
  if (!found) throw new Error(`There is no component ${uid}.`);
  return found;
};

/** The draft of a document, or the document of a type without drafts; null when there is none. */
export const readDraft = async (
  strapi: Core.Strapi,
  contentType: Struct.ContentTypeSchema,
  documentId: string,
  withFiles: boolean
): Promise<Row | null> => {
  const draft = contentType.uid === COLUMN ? {} : { publishedAt: null };
  return (await strapi.db.query(contentType.uid).findOne({
    where: { documentId, ...draft },
    populate: populateOf(strapi, contentType, withFiles),
  })) as Row | null;
};

/** Whether the document is on the public site after a write. */
export const publishesDocument = ({ action, params }: DocumentContext): boolean =>
  action === 'publish' || params.status === 'published';

/**
 * The version that rules are held against: the draft, or its copy where only what was published was
 * read; of a type without drafts the document.
 */
export const editedOf = (
  { uid }: Struct.ContentTypeSchema,
  versions: readonly Row[]
): Row | undefined =>
  versions.find((version) => uid === COLUMN || !isPublishedVersion(version)) ?? versions[0];
