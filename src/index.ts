import type { Core } from '@strapi/strapi';
import { registerDatabase } from './common/database';
import { registerIntegrity } from './integrity';
import { prepareCounters } from './limits/rates';
import { openPublicApi, registerPublicApi } from './site/public-api';
import { bootstrapPublicationDates, registerPublicationDates } from './site/publication-date';
import { ensureRoles } from './roles';
import { keepAbilities } from './roles/abilities';
import { sayLoginRefusals } from './roles/login-refusals';
import { bootstrapDoors, registerDoors } from './security';
import { nameSuperAdmin, removeLeftoverRoles } from './roles/leftover';
import { offerRegulation } from './seeds/regulation';
import { prepareIndex } from './site/search';
import { drainBeforeEnd } from './shutdown';
import { siteChanges } from './site/kept/changes';
import { bootstrapSite, registerSite } from './site';
import { bootstrapSlugs, registerSlugs } from './site/slug';

interface Application {
  strapi: Core.Strapi;
}

export default {
  async register({ strapi }: Application): Promise<void> {
    registerDatabase(strapi);
    drainBeforeEnd(strapi);
    registerIntegrity(strapi);
    registerSite(strapi);
    offerRegulation(strapi);
    registerSlugs(strapi);
    await registerPublicationDates(strapi);
    registerPublicApi(strapi);
    registerDoors(strapi);
  },
  async destroy({ strapi }: Application): Promise<void> {
    await siteChanges(strapi).stop();
  },
  async bootstrap({ strapi }: Application): Promise<void> {
    await prepareCounters(strapi);
    await bootstrapPublicationDates(strapi);
    // Before anything is published, and so before there are addresses to keep.
    await bootstrapSlugs(strapi);
    await bootstrapSite(strapi);
    await openPublicApi(strapi);
    sayLoginRefusals(strapi);
    keepAbilities(strapi);
    // Without the plugin there is nothing that would hold a role to its unit.
    if ('points' in strapi.plugins) await ensureRoles(strapi);
    await removeLeftoverRoles(strapi);
    await nameSuperAdmin(strapi);
    await prepareIndex(strapi);
    bootstrapDoors(strapi);
  },
};
