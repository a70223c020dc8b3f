import type { Core } from '@strapi/strapi';
import { nameFieldsAndValues } from './labels';

/** Puts the rules of the site's columns and content types in place. */
export const registerSite = (strapi: Core.Strapi): void => {
  nameFieldsAndValues(strapi);
};
