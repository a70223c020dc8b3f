import type { Core, Struct } from '@strapi/strapi';
import { linkTableOf } from '../common/database/tables';
import { documentIdOf, type DocumentContext } from '../common/documents/context';
import { publishedNow, versionsAfter, type VersionRow } from '../common/documents/versions';
import { attributesOf, COLUMN, type Attribute } from './content-types';
import { componentOf, isRelationOfSite, populateOf, publishesDocument } from './write';

type Values = Readonly<Record<string, unknown>>;

const partsOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value as unknown[];
  return value === null ? [] : [value];
};

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** Whether the relation leads to what a version is read with in one statement: a column, or nothing. */
const isColumn = ({ relation, target }: Attribute): boolean =>
  relation === 'manyToOne' && target === COLUMN;

/** Whether a component has all its values, files and components in it. */
const isWholePart = (strapi: Core.Strapi, schema: Struct.ComponentSchema, part: unknown): boolean =>
  isValues(part) &&
  attributesOf(schema).every(([name, attribute]) =>
    attribute.type === 'relation'
      ? !isRelationOfSite(name, attribute)
      : isWholeValue(strapi, attribute, part[name])
  );

const isWholeValue = (
  strapi: Core.Strapi,
  { type, component }: Attribute,
  value: unknown
): boolean => {
  if (value === undefined) return false;
  if (type === 'media') return partsOf(value).every(isValues);
  if (type !== 'component' || component === undefined) return true;
  const schema = componentOf(strapi, component);
  return partsOf(value).every((part) => isWholePart(strapi, schema, part));
};

/** Whether a version has all of its values, its columns aside. */
const isWhole = (
  strapi: Core.Strapi,
  contentType: Struct.ContentTypeSchema,
  version: Values
): boolean =>
  attributesOf(contentType).every(([name, attribute]) =>
    attribute.type === 'relation'
      ? !isRelationOfSite(name, attribute) || isColumn(attribute)
      : isWholeValue(strapi, attribute, version[name])
  );

const columnOf = async (
  strapi: Core.Strapi,
  { uid }: Struct.ContentTypeSchema,
  attribute: string,
  id: number
): Promise<unknown> => {
  const { table, source, target } = linkTableOf(strapi, uid, attribute);
  const own = strapi.db.connection(table).select(target).where(source, id);
  return strapi.db.query(COLUMN).findOne({ where: { id: { $in: own } } });
};

const withColumns = async (
  strapi: Core.Strapi,
  contentType: Struct.ContentTypeSchema,
  version: VersionRow
): Promise<VersionRow> => {
  const whole: VersionRow = { ...version };
  for (const [name, attribute] of attributesOf(contentType)) {
    if (attribute.type !== 'relation' || !isColumn(attribute)) continue;
    whole[name] = await columnOf(strapi, contentType, name, version.id);
  }
  return whole;
};

/**
 * The versions that a publication has made, with what rules may ask for, as Strapi gives them: it
 * has just read them. Read once a write.
 *
 * @returns null where Strapi was not asked for all of it, or the type points at what has drafts:
 *   of a relation to a draft, the published version has nothing
 */
const publishedByStrapi = (
  strapi: Core.Strapi,
  context: DocumentContext,
  result: unknown
): Promise<readonly VersionRow[] | null> =>
  publishedNow.load(context, async () => {
    if (context.action !== 'publish') return null;
    const { contentType } = context;
    const { entries = [] } = result as { entries?: VersionRow[] };
    if (!entries.every((version) => isWhole(strapi, contentType, version))) return null;
    const versions: VersionRow[] = [];
    for (const version of entries) {
      versions.push(await withColumns(strapi, contentType, version));
    }
    return versions;
  });

/**
 * The versions of the written document as they are now, with what rules may ask for: read once a
 * write, by the first of its steps that asks after it. After a publication, those that it has made
 * are enough where Strapi gives them whole: the drafts are what they are copies of.
 */
export const writtenVersions = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  result: unknown
): Promise<readonly VersionRow[]> =>
  (await publishedByStrapi(strapi, context, result)) ??
  versionsAfter.load(context, () =>
    strapi.db.query(context.uid).findMany({
      where: { documentId: documentIdOf(context, result) },
      populate: populateOf(strapi, context.contentType, publishesDocument(context)),
    })
  );
