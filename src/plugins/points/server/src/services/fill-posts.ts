import type { Core } from '@strapi/strapi';
import { repositories } from '../repositories';
import { inTransaction } from '../repositories/connection';

/** Gives a post to officers that were there before posts were: at every boot, for it finds none later. */
export const fillPosts = async (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, (trx) => repositories(strapi).units.fillPosts(trx));
