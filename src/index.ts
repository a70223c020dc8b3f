import type { Core } from '@strapi/strapi';
import { openPublicApi } from './public-api';
import { registerPublicationDates } from './publication-date';
import { registerSlugs } from './slug';

interface Application {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Application): void {
    registerSlugs(strapi);
    registerPublicationDates(strapi);
  },
  async bootstrap({ strapi }: Application): Promise<void> {
    await openPublicApi(strapi);
  },
};
