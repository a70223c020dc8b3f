import type { Core } from '@strapi/strapi';
import type { DeskSignResponse, ReadPiece } from '../../../shared/contracts';
import { sentenceOfRefusal } from '../../../../../common/messages/errors';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { inTransaction } from '../../../../../common/database/transaction';
import { workflowService } from '../submissions/workflow';
import { workflowRepository } from '../submissions/workflow-repository';

/** Signing at the desk: several pieces in one go. */
export const signingService = oncePerApplication((strapi: Core.Strapi) => {
  const workflow = workflowService(strapi);
  const workflows = workflowRepository(strapi);

  const signOne = async ({
    documentId,
    version,
  }: ReadPiece): Promise<DeskSignResponse['data'][number]> => {
    try {
      await workflow.act(documentId, 'sign', { version });
    } catch (error) {
      return { documentId, signed: false, sent: false, message: sentenceOfRefusal(error) };
    }
    const after = await inTransaction(strapi, (trx) => workflows.find(trx, documentId));
    return { documentId, signed: true, sent: after?.state === 'submitted', message: null };
  };

  return {
    /** Signs each in a transaction of its own, as it was read: what is refused keeps no other back. */
    async sign(pieces: readonly ReadPiece[]): Promise<DeskSignResponse['data']> {
      const results: DeskSignResponse['data'] = [];
      for (const piece of pieces) results.push(await signOne(piece));
      return results;
    },
  };
});
