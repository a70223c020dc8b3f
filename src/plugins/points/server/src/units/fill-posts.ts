import type { Core } from '@strapi/strapi';
import { unitRepository } from '../records/units';
import { inTransaction } from '../../../../../common/database/transaction';

/** Gives a post to officers that were there before posts were: at every boot, for it finds none later. */
export const fillPosts = async (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, (trx) => unitRepository(strapi).fillPosts(trx));
