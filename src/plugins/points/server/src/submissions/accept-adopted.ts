import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../common/database/transaction';
import { acceptanceService } from './acceptance';
import { workflowRepository } from './workflow-repository';

/**
 * What is adopted is accepted, also by what came or stayed with a merge.
 *
 * @returns whether this accepted it
 */
export const acceptAdopted = async (
  strapi: Core.Strapi,
  trx: Transaction,
  id: number
): Promise<boolean> => {
  const submission = await workflowRepository(strapi).findById(trx, id);
  if (!submission?.isAdopted || submission.state === 'accepted') return false;
  await acceptanceService(strapi).accept(trx, submission);
  return true;
};
