import type { Core } from '@strapi/strapi';
import { inboxRepository } from './inbox-repository';
import { inTransaction } from '../../../../../common/database/transaction';

/** Makes submissions from before the inbox searched in folded words findable: at every boot, for it finds none later. */
export const fillFolded = async (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, (trx) => inboxRepository(strapi).fillFolded(trx));
