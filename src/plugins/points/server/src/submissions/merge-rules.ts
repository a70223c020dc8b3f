import type { Core } from '@strapi/strapi';
import { checkTransition, type Action } from '../../../domain/submission-workflow';
import { isSealed } from '../../../domain/seal';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import type { SubmissionLedgers } from '../ledger/submission-ledgers';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';
import {
  actorOf,
  nameOfChoice,
  refuseTransition,
  transitionContexts,
  workflowOf,
} from './transition-context';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';

/** What may be merged and taken apart, and what may not. */
export const mergeRules = oncePerApplication((strapi: Core.Strapi) => {
  const workflows = workflowRepository(strapi);
  const contexts = transitionContexts(strapi);

  return {
    /** @throws ValidationError when a point of theirs counts in a month that is closed */
    requireOpenMonths({ ledgers, firstOpenMonth }: SubmissionLedgers): void {
      const months = ledgers.flatMap(({ recorded }) =>
        recorded.standingAwards.map(({ month }) => month)
      );
      const sealed = months.find((month) => isSealed(month, firstOpenMonth));
      if (sealed !== undefined) {
        throw refuse(strapi, 'sources', 'error.merge.sealed', { month: sealed });
      }
    },

    /** @throws NotFoundError when there is none, ValidationError when the move is not open to the asker */
    async requireOpen(
      trx: Transaction,
      documentId: string,
      action: Action
    ): Promise<WorkflowRecord> {
      const context = await contexts.load(trx, documentId);
      const verdict = checkTransition(action, workflowOf(context.submission), actorOf(context));
      if ('refusal' in verdict) throw refuseTransition(strapi, action, verdict.refusal, context);
      return context.submission;
    },

    /**
     * One that can become part of the target.
     *
     * @throws ValidationError when it is the target itself, unknown to the asker, part of another,
     *   has others, or is not with the office
     */
    async requireSource(
      trx: Transaction,
      documentId: string,
      target: WorkflowRecord
    ): Promise<WorkflowRecord> {
      if (documentId === target.documentId) throw refuse(strapi, 'sources', 'error.merge.itself');
      const isThere = await isVisible(strapi, UID.submission, documentId);
      const submission = isThere ? await workflows.find(trx, documentId) : null;
      if (!submission)
        throw refuse(strapi, 'sources', 'error.merge.unknown', { value: documentId });
      const { title } = submission;
      if (submission.mergedInto !== null) {
        throw refuse(strapi, 'sources', 'error.merge.merged', { title });
      }
      if (submission.merged.length > 0)
        throw refuse(strapi, 'sources', 'error.merge.chain', { title });
      if (submission.state !== 'submitted' && submission.state !== 'accepted') {
        throw refuse(strapi, 'sources', 'error.merge.state', {
          title,
          state: nameOfChoice(strapi, submission.state),
        });
      }
      return submission;
    },

    /**
     * A submission whose units the office replaced by those that another brought would be nobody's.
     *
     * @throws ValidationError when one of them is left without a unit
     */
    requireUnits({ ledgers }: SubmissionLedgers): void {
      for (const { submission } of ledgers) {
        const { title, contributors } = submission;
        if (contributors.length === 0) {
          throw refuse(strapi, 'units', 'error.merge.nobody', { title });
        }
      }
    },
  };
});
