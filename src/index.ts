import type { Core } from '@strapi/strapi';
import { openPublicApi } from './public-api';
import { keepDraftsPrivate } from './public-api/drafts';
import { registerPublicationDates } from './publication-date';
import { registerSite } from './site';
import { registerSlugs } from './slug';

interface Application {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Application): void {
    registerSite(strapi);
    registerSlugs(strapi);
    registerPublicationDates(strapi);
    keepDraftsPrivate(strapi);
  },
  async bootstrap({ strapi }: Application): Promise<void> {
    await openPublicApi(strapi);
  },
};
