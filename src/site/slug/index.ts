import type { Core } from '@strapi/strapi';
import { slugMiddleware } from './document-middleware';
import { keepAddresses } from './published-addresses';
import { proposePinyinSlugs } from './uid-service';

/** Gives every content type with a `uid` field readable addresses from Chinese titles. */
export const registerSlugs = (strapi: Core.Strapi): void => {
  strapi.documents.use(slugMiddleware(strapi));
  proposePinyinSlugs(strapi);
};

/** Keeps for good which address was whose; run at every boot. */
export const bootstrapSlugs = (strapi: Core.Strapi): Promise<void> => keepAddresses(strapi);
