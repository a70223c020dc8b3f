import type { Core } from '@strapi/strapi';
import { repairIndexes } from './indexes';
import { refuseTransfer } from './transfer';

interface Hook {
  register(handler: () => Promise<void>): unknown;
}

/**
 * Refuses what would move rows past our backup, and lets the indexes be compared with the schemas at every boot: before Strapi synchronises the schema,
 * which fails on an index that has its name and another definition, and after, for what it made.
 */
export const registerIntegrity = (strapi: Core.Strapi): void => {
  refuseTransfer(process.argv);
  for (const name of ['beforeSync', 'afterSync']) {
    const hook = strapi.hook(`strapi::content-types.${name}`) as Hook;
    hook.register(() => repairIndexes(strapi));
  }
};
