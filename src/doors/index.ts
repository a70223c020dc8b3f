import type { Core } from '@strapi/strapi';
import { guardRoutes } from './guard';
import { guardPasswords } from './passwords';

/** Puts the guards of the application's doors in place that need all else to be there. */
export const bootstrapDoors = (strapi: Core.Strapi): void => {
  guardRoutes(strapi);
  guardPasswords(strapi);
};
