import type { Core } from '@strapi/strapi';
import { isOpenToUnit } from '../../../domain/submission-workflow';
import type { Category } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';
import { clock } from '../../../../../common/time/clock';
import { contributorService } from './contributors';
import { draftingRepository } from './drafting-repository';
import { workflowOf } from './transition-context';
import { workflowService } from './workflow';
import { personOf } from '../records/requester';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { entryRepository } from '../records/entries';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse, sentence } from '../messages';

interface EntryKey {
  uid: string;
  documentId: string;
}

/** No submission is made without a category; this one is taken away when the entry is there. */
const CATEGORY_UNTIL_TIED: Category = 'culture-news';

/** Entries that a unit's people write: each comes with its submission, and is locked with it. */
export const draftingService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const drafts = draftingRepository(strapi);
  const workflows = workflowRepository(strapi);
  const workflow = workflowService(strapi);

  const submissionOf = async (
    trx: Transaction,
    { uid, documentId }: EntryKey
  ): Promise<WorkflowRecord | null> => {
    const tie = await entries.editedTie(trx, uid, documentId);
    return tie?.submission ? workflows.findById(trx, tie.submission) : null;
  };

  const titleOr = (title: unknown): string =>
    typeof title === 'string' && title.trim() !== ''
      ? title
      : sentence(languageOfRequest(strapi), 'word.untitled');

  return {
    /** Whether what is written now comes from a unit's people. */
    isOfUnit: (): boolean => personOf(strapi)?.isOfUnit ?? false,

    /**
     * Begins the submission of an entry that is being made: of the own unit, by the own name.
     *
     * @returns its documentId
     */
    async begin(title: unknown): Promise<string> {
      const account = personOf(strapi)?.account;
      const { documentId } = await strapi.documents(UID.submission).create({
        data: {
          title: titleOr(title),
          category: CATEGORY_UNTIL_TIED,
          createdBy: account,
          updatedBy: account,
        } as never,
      });
      return documentId;
    },

    /** Ties the submission that was begun to its entry, now that there is one. */
    async tie(trx: Transaction, documentId: string, entry: EntryKey): Promise<void> {
      const submission = await workflows.find(trx, documentId);
      if (submission) await drafts.draftWith(trx, submission.id, entry);
    },

    /**
     * Lets a unit's people write an entry only while its submission is theirs.
     *
     * @param isDeleted whether the entry is to go: of a joint piece not by who was only named in it
     * @throws ValidationError when it is with the office, or accepted, or declined
     */
    async requireOpen(trx: Transaction, entry: EntryKey, isDeleted: boolean): Promise<void> {
      const submission = await submissionOf(trx, entry);
      if (!submission) return;
      workflow.requireOpen(submission);
      if (isDeleted) await contributorService(strapi).requireDeletable(trx, submission);
    },

    /** The submission that the entry is tied to, as a unit finds it before writing. */
    submissionOf,

    /**
     * Keeps a unit's people from taking an entry away from the submission that it belongs to, and so
     * from the other units there.
     *
     * @throws ValidationError when the tie was cut or changed
     */
    async requireSameTie(
      trx: Transaction,
      entry: EntryKey,
      before: WorkflowRecord | null
    ): Promise<void> {
      if (before === null) return;
      const after = await submissionOf(trx, entry);
      if (after?.id === before.id) return;
      throw refuse(strapi, 'submission', 'error.entry.tieFixed', { title: before.title });
    },

    /** After a write: the submission bears the entry's title, and what was signed is signed no more. */
    async follow(trx: Transaction, { uid, documentId }: EntryKey): Promise<void> {
      const submission = await submissionOf(trx, { uid, documentId });
      if (
        !submission ||
        submission.entry?.documentId !== documentId ||
        !isOpenToUnit(workflowOf(submission))
      )
        return;
      const title = titleOr(await entries.title(trx, uid, documentId));
      if (title !== submission.title) await drafts.rename(trx, submission.id, title, clock.now());
      if (submission.signatures.length > 0) {
        await workflows.move(trx, submission, { signatures: [] }, clock.now());
      }
    },
  };
});
