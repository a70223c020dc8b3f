import type { Core } from '@strapi/strapi';
import { searchMiddleware } from './document-middleware';

export { prepareIndex, rebuildIndex } from './index-entries';
export { search, type SearchPage } from './search';

/** Keeps the index of the site's search with what is published. */
export const registerSearch = (strapi: Core.Strapi): void => {
  strapi.documents.use(searchMiddleware(strapi));
};
