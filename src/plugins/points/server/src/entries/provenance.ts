import type { Core, Struct } from '@strapi/strapi';
import type { Placement } from '../../../domain/vocabulary';
import type { SubmissionView } from '../../../shared/contracts';
import { UID } from '../constants';
import { isOptedIn } from '../content-types/opt-in';
import { isVisible } from '../isolation/visible';
import { type Tie, entryRepository } from '../records/entries';
import { contributorsOf, type People } from '../records/people';
import { submissionRepository } from '../records/submissions';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { notFound, refuse } from '../messages';

/** Values of the form that are not saved yet. */
export interface Unsaved {
  placement?: Placement | null;
  /** documentId; `null` when the form has none. */
  submission?: string | null;
}

/** Where an entry came from: its tie to a submission, and who contributed that. */
export const provenanceService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const submissions = submissionRepository(strapi);

  return {
    /** @throws ValidationError when the content type is none, or not tied to submissions */
    requireType(uid: string): Struct.ContentTypeSchema {
      const contentType = contentTypesOf(strapi).get(uid);
      if (contentType && isOptedIn(contentType)) return contentType;
      throw refuse(strapi, 'uid', 'error.entry.type', { value: uid });
    },

    /** @throws NotFoundError when there is no such entry */
    async requireTie(trx: Transaction, uid: string, documentId: string): Promise<Tie> {
      const tie = await entries.editedTie(trx, uid, documentId);
      if (tie) return tie;
      throw notFound(strapi, 'error.entry.unknown', { value: documentId });
    },

    /**
     * A tie with the form's values in place of the saved ones.
     *
     * @throws ValidationError when the asker sees no submission of that documentId
     */
    async withUnsaved(trx: Transaction, saved: Tie, unsaved: Unsaved): Promise<Tie> {
      const placement = unsaved.placement === undefined ? saved.placement : unsaved.placement;
      if (unsaved.submission === undefined) return { ...saved, placement };
      if (unsaved.submission === null) return { placement, submission: null };
      const isThere = await isVisible(strapi, UID.submission, unsaved.submission);
      const submission = isThere ? await submissions.idOf(trx, unsaved.submission) : null;
      if (submission !== null) return { placement, submission };
      throw refuse(strapi, 'submission', 'error.submission.unknown', {
        value: unsaved.submission,
      });
    },

    /** A submission as the panel names it; `null` when there is none of that id. */
    async describe(trx: Transaction, id: number, people: People): Promise<SubmissionView | null> {
      const submission = (await submissions.facts(trx, [id])).get(id);
      if (!submission) return null;
      return {
        documentId: submission.documentId,
        title: submission.title,
        category: submission.category,
        state: submission.state,
        receivedAt: submission.receivedAt?.toISOString() ?? null,
        contributors: contributorsOf(submission.contributors, people),
      };
    },
  };
});
