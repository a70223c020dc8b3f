import type { Core, Struct } from '@strapi/strapi';

/** The columns themselves: what entries stand in, and no entry. */
export const COLUMN = 'api::column.column';

/** The site's content types whose entries stand in a column, by UID in the order of their names. */
export const entryTypes = (strapi: Core.Strapi): Struct.ContentTypeSchema[] =>
  (Object.values(strapi.contentTypes) as unknown as Struct.ContentTypeSchema[])
    .filter(({ uid, attributes }) => uid.startsWith('api::') && uid !== COLUMN && attributes.column)
    .sort((one, other) => one.uid.localeCompare(other.uid, 'en'));
