import type { Core, Struct } from '@strapi/strapi';

/** The content types by UID; which ones there are is known only at run time. */
export const contentTypesOf = (
  strapi: Core.Strapi
): ReadonlyMap<string, Struct.ContentTypeSchema> =>
  new Map(
    Object.entries(strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>)
  );
