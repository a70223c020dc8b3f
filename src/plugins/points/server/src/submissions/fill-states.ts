import type { Core } from '@strapi/strapi';
import { withLedgerLock } from '../ledger-lock';
import { entryRepository } from '../records/entries';
import { workflowRepository } from './workflow-repository';

/** Gives a state to submissions that were there before states were: at every boot, for it finds none later. */
export const fillStates = async (strapi: Core.Strapi): Promise<void> => {
  const entries = entryRepository(strapi);
  const workflows = workflowRepository(strapi);
  await withLedgerLock(strapi, (trx) => workflows.fill(trx, entries.ties()));
};
