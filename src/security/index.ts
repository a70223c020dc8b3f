import type { Core } from '@strapi/strapi';
import { guardRoutes } from './guard';
import { answerPanel } from './panel-questions';
import { guardPasswords } from './passwords';

/** Opens what the panel asks for everybody; called by `register`, before the routes are made. */
export const registerDoors = (strapi: Core.Strapi): void => {
  answerPanel(strapi);
};

/** Puts the guards of the application's doors in place that need all else to be there. */
export const bootstrapDoors = (strapi: Core.Strapi): void => {
  guardRoutes(strapi);
  guardPasswords(strapi);
};
