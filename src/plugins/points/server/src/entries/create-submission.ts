import type { Core } from '@strapi/strapi';
import type { CreateSubmissionFromEntryBody, SubmissionView } from '../../../shared/contracts';
import { UID } from '../constants';
import { entryRepository } from '../records/entries';
import { loadPeople } from '../records/people';
import { submissionRepository } from '../records/submissions';
import { requirePeople } from '../submissions/named-people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { inTransaction } from '../../../../../common/database/transaction';
import { notFound, refuse } from '../messages';
import { provenanceService } from './provenance';

/** Makes the submission that an entry came from. */
export const createSubmissionService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const submissions = submissionRepository(strapi);
  const provenance = provenanceService(strapi);

  return {
    /**
     * Makes the submission that an entry came from and ties the entry's draft to it; a published
     * entry earns when it is published again.
     *
     * @throws ValidationError when the input is bad or the entry has a submission already
     */
    async create(
      uid: string,
      documentId: string,
      body: CreateSubmissionFromEntryBody,
      author?: { id: number }
    ): Promise<SubmissionView> {
      provenance.requireType(uid);
      return inTransaction(strapi, async (trx) => {
        const tie = await provenance.requireTie(trx, uid, documentId);
        if (tie.submission !== null) {
          throw refuse(strapi, 'submission', 'error.entry.hasSubmission');
        }
        await requirePeople(strapi, trx, body);
        const title = body.title ?? (await entries.title(trx, uid, documentId)) ?? documentId;
        const { documentId: submission } = await strapi.documents(UID.submission).create({
          data: {
            title,
            category: body.category,
            units: body.units,
            officers: body.officers ?? [],
            createdBy: author?.id,
            updatedBy: author?.id,
          } as never,
        });
        await strapi.documents(uid as never).update({
          documentId,
          data: { submission: { documentId: submission } } as never,
        });
        const id = (await submissions.idOf(trx, submission)) ?? 0;
        const view = await provenance.describe(trx, id, await loadPeople(strapi, trx));
        if (!view) throw notFound(strapi, 'error.submission.unknown', { value: submission });
        return view;
      });
    },
  };
});
