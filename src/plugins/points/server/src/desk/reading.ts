import type { Core } from '@strapi/strapi';
import type { Paragraph, SubmissionReading } from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { entryRepository } from '../records/entries';
import { paragraphsOfText } from '../records/paragraphs';
import { requesterOf } from '../records/requester';
import { attachedFiles } from '../submissions/attached-files';
import { currentTexts } from '../submissions/current-texts';
import { submissionViewService } from '../submissions/submission-view';
import { type WorkflowRecord, workflowRepository } from '../submissions/workflow-repository';
import { groupService } from './groups';

/** A submission as it is read before it is signed: all of it on one page. */
export const readingService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const groups = groupService(strapi);
  const views = submissionViewService(strapi);
  const workflows = workflowRepository(strapi);

  /** Where the unit drafted an entry, its words are worked on there. */
  const paragraphsOf = async (
    trx: Transaction,
    { entry, text }: WorkflowRecord
  ): Promise<Paragraph[]> => {
    const found = entry ? await entries.paragraphs(trx, entry.uid, entry.documentId) : [];
    return found.length > 0 ? found : paragraphsOfText(text);
  };

  return {
    /**
     * The piece with its words, pictures and files, and what waits for the asker's signature beside it.
     *
     * @throws NotFoundError when there is none, or it is another unit's
     */
    async of(documentId: string): Promise<SubmissionReading> {
      return inTransaction(strapi, async (trx) => {
        const view = await views.view(documentId);
        const submission = await workflows.find(trx, documentId);
        if (!submission) return { ...view, paragraphs: [], files: [], toSign: [] };
        return {
          ...view,
          title: (await currentTexts(strapi, trx, submission)).title,
          paragraphs: await paragraphsOf(trx, submission),
          files: await attachedFiles(strapi, trx, submission),
          toSign: await groups.toSign(trx, await requesterOf(strapi, trx)),
        };
      });
    },
  };
});
