import type { Core } from '@strapi/strapi';
import { mendIndexes } from './indexes';
import { refuseTransfer } from './transfer';

/**
 * Refuses what would move rows past our backup, and lets the indexes be compared with the schemas at every boot: before Strapi synchronises the schema,
 * which fails on an index that has its name and another definition, and after, for what it made.
 */
export const registerIntegrity = (strapi: Core.Strapi): void => {
  refuseTransfer(process.argv);
  for (const hook of ['beforeSync', 'afterSync']) {
    strapi.hook(`strapi::content-types.${hook}`).register(() => mendIndexes(strapi));
  }
};
