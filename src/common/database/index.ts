import type { Core } from '@strapi/strapi';
import { watchAvailability } from './availability';
import { bootInTurn } from './boot-lock';
import { confirmWrites } from './transactions';

/** What the application demands of its database beyond Strapi; to be called before it is used. */
export const registerDatabase = (strapi: Core.Strapi): void => {
  bootInTurn(strapi);
  watchAvailability(strapi);
  confirmWrites(strapi);
};
