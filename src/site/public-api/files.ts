import type { Core } from '@strapi/strapi';

const FILE = 'plugin::upload.file';

/** Where a file is kept is the bureau's affair; and whatever uses it, drafts too, is `related`. */
const PRIVATE = ['provider', 'provider_metadata', 'related'];

/** Keeps of the library's files what visitors need not know out of the public API. */
export const keepFilesPrivate = (strapi: Core.Strapi): void => {
  const attributes = strapi.contentType(FILE).attributes as unknown as Record<
    string,
    { private?: boolean } | undefined
  >;
  for (const name of PRIVATE) {
    const attribute = attributes[name];
    if (!attribute) throw new Error(`${FILE} has no ${name} any more.`);
    attribute.private = true;
  }
};
