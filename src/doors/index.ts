import type { Core } from '@strapi/strapi';
import { guardRoutes } from './guard';

/** Puts the guards of the application's doors in place that need all else to be there. */
export const bootstrapDoors = (strapi: Core.Strapi): void => {
  guardRoutes(strapi);
};
