import type { Core, Struct, UID } from '@strapi/strapi';

export interface Attribute {
  type: string;
  private?: boolean;
  multiple?: boolean;
  allowedTypes?: readonly string[];
  component?: string;
  target?: string;
}

/** A content type of the site whose entries are published. */
export interface SiteType {
  uid: UID.ContentType;
  /** `article` */
  name: string;
  /** Its name in addresses: `articles`. */
  collection: string;
  /** The attribute that names an entry. */
  title: string;
  attributes: ReadonlyArray<readonly [string, Attribute]>;
}

const TITLES = ['title', 'name'];

/** A type that even editors do not see keeps the system's own records. */
const isShown = ({ pluginOptions }: Struct.ContentTypeSchema): boolean => {
  const option = pluginOptions?.['content-manager'] as { visible?: boolean } | undefined;
  return option?.visible !== false;
};

const isOfSite = (contentType: Struct.ContentTypeSchema): boolean =>
  contentType.uid.startsWith('api::') &&
  contentType.kind === 'collectionType' &&
  isShown(contentType);

/** All content types of the site that editors see, also those without drafts. */
export const siteContentTypes = (strapi: Core.Strapi): Struct.ContentTypeSchema[] =>
  Object.values(strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>).filter(
    isOfSite
  );

const publicAttributes = (schema: {
  attributes: unknown;
}): ReadonlyArray<readonly [string, Attribute]> =>
  Object.entries(schema.attributes as Record<string, Attribute>).filter(
    ([, attribute]) => attribute.private !== true
  );

/** The attributes of a component that visitors see. */
export const componentAttributes = (
  strapi: Core.Strapi,
  uid: string
): ReadonlyArray<readonly [string, Attribute]> => {
  const components = strapi.components as unknown as Record<
    string,
    { attributes: unknown } | undefined
  >;
  const component = components[uid];
  return component ? publicAttributes(component) : [];
};

const siteTypeOf = (contentType: Struct.ContentTypeSchema): SiteType => {
  const attributes = publicAttributes(contentType);
  const names = new Set(attributes.map(([name]) => name));
  return {
    uid: contentType.uid,
    name: contentType.info.singularName,
    collection: contentType.info.pluralName,
    title: TITLES.find((name) => names.has(name)) ?? 'documentId',
    attributes,
  };
};

/** The site's types whose entries are drafted and published; a type added later is among them. */
export const siteTypes = (strapi: Core.Strapi): SiteType[] =>
  siteContentTypes(strapi)
    .filter(({ options }) => options?.draftAndPublish === true)
    .map(siteTypeOf);

/** Whether the type has an attribute that visitors see. */
export const has = ({ attributes }: SiteType, name: string): boolean =>
  attributes.some(([each]) => each === name);
