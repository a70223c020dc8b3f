import type { Core } from '@strapi/strapi';
import { repositories } from '../repositories';
import { withLedger } from '../repositories/lock';

/** Gives a state to submissions that were there before states were: at every boot, for it finds none later. */
export const fillStates = async (strapi: Core.Strapi): Promise<void> => {
  const { entries, lives } = repositories(strapi);
  await withLedger(strapi, (trx) => lives.fill(trx, entries.ties()));
};
