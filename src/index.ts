import type { Core } from '@strapi/strapi';
import { registerDatabase } from './database';
import { openPublicApi, registerPublicApi } from './public-api';
import { bootstrapPublicationDates, registerPublicationDates } from './publication-date';
import { ensureRoles } from './roles';
import { prepareIndex, registerSearch } from './search';
import { drainBeforeEnd } from './shutdown';
import { bootstrapSite, registerSite } from './site';
import { registerSlugs } from './slug';

interface Application {
  strapi: Core.Strapi;
}

export default {
  async register({ strapi }: Application): Promise<void> {
    registerDatabase(strapi);
    drainBeforeEnd(strapi);
    registerSite(strapi);
    registerSlugs(strapi);
    await registerPublicationDates(strapi);
    registerPublicApi(strapi);
    registerSearch(strapi);
  },
  async bootstrap({ strapi }: Application): Promise<void> {
    await bootstrapPublicationDates(strapi);
    await bootstrapSite(strapi);
    await openPublicApi(strapi);
    // Without the plugin there is nothing that would hold a role to its unit.
    if ('points' in strapi.plugins) await ensureRoles(strapi);
    await prepareIndex(strapi);
  },
};
