import type { Core } from '@strapi/strapi';
import { repositories } from '../repositories';
import { inTransaction } from '../repositories/connection';

/** Makes submissions from before the inbox searched in folded words findable: at every boot, for it finds none later. */
export const fillFolded = async (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, (trx) => repositories(strapi).inbox.fillFolded(trx));
