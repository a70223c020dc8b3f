import type { Core } from '@strapi/strapi';
import { seedColumns } from './columns/seed';
import { addColumnsStep } from './columns/setup-step';
import { registerPipeline } from '../common/documents/pipeline';
import { sitePipeline } from './document-pipeline';
import { nameFieldsAndValues } from './labels';
import { indexPublished } from './pages/indexes';
import { keepCodesUnique } from './rules/unique-codes';
import { prepareFiles } from '../uploads/service';
import { requireHonestFiles } from './uploads';

/** Puts the rules of the site's columns and content types in place, and its steps behind the plugin's. */
export const registerSite = (strapi: Core.Strapi): void => {
  nameFieldsAndValues(strapi);
  registerPipeline(strapi, sitePipeline(strapi));
  addColumnsStep(strapi);
};

/** Makes the site's columns and the indexes that its rules rest on; run at every boot. */
export const bootstrapSite = async (strapi: Core.Strapi): Promise<void> => {
  requireHonestFiles(strapi);
  prepareFiles(strapi);
  await keepCodesUnique(strapi);
  await indexPublished(strapi);
  await seedColumns(strapi);
};
