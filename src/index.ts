import type { Core } from '@strapi/strapi';
import { openPublicApi, registerPublicApi } from './public-api';
import { registerPublicationDates } from './publication-date';
import { prepareIndex, registerSearch } from './search';
import { bootstrapSite, registerSite } from './site';
import { registerSlugs } from './slug';

interface Application {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Application): void {
    registerSite(strapi);
    registerSlugs(strapi);
    registerPublicationDates(strapi);
    registerPublicApi(strapi);
    registerSearch(strapi);
  },
  async bootstrap({ strapi }: Application): Promise<void> {
    await bootstrapSite(strapi);
    await openPublicApi(strapi);
    await prepareIndex(strapi);
  },
};
