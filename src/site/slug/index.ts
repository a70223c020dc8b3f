import type { Core } from '@strapi/strapi';
import { keepAddresses } from './published-addresses';
import { proposePinyinSlugs } from './uid-service';

/** Proposes readable addresses from Chinese titles to whoever edits. */
export const registerSlugs = (strapi: Core.Strapi): void => {
  proposePinyinSlugs(strapi);
};

/** Keeps for good which address was whose; run at every boot. */
export const bootstrapSlugs = (strapi: Core.Strapi): Promise<void> => keepAddresses(strapi);
