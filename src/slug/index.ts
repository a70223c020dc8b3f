import type { Core } from '@strapi/strapi';
import { slugMiddleware } from './document-middleware';
import { proposePinyinSlugs } from './uid-service';

/** Gives every content type with a `uid` field readable addresses from Chinese titles. */
export const registerSlugs = (strapi: Core.Strapi): void => {
  strapi.documents.use(slugMiddleware(strapi));
  proposePinyinSlugs(strapi);
};
