import type { Core } from '@strapi/strapi';
import { stateOnAdoption } from '../../../domain/submission-workflow';
import type { NewAcceptance } from '../ledger/acceptances';
import { appendRepository } from '../ledger/append';
import { refuse } from '../messages';
import { personOf } from '../records/requester';
import type { SubmissionRecord } from '../records/submissions';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { nameOfChoice } from './transition-context';
import { workflowRepository } from './workflow-repository';
import type { Transaction } from '../../../../../common/database/transaction';

type Adopted = Pick<SubmissionRecord, 'id' | 'title' | 'state'>;

/** Adopting a submission accepts it. */
export const acceptanceService = oncePerApplication((strapi: Core.Strapi) => {
  /**
   * What accepts an adopted submission in the transaction of its adoption; `null` where it is
   * accepted already.
   *
   * @throws ValidationError when the submission is not with the office
   */
  const acceptanceOf = ({ id, title, state }: Adopted): NewAcceptance | null => {
    const to = stateOnAdoption(state);
    if (to === state) return null;
    if (to === null) {
      throw refuse(strapi, 'submission', 'error.life.notAdoptable', {
        title,
        state: nameOfChoice(strapi, state),
      });
    }
    const person = personOf(strapi);
    return { submission: id, account: person?.account ?? null, person: person?.name ?? '' };
  };

  /**
   * Accepts an adopted submission at once, where nothing else is written with it.
   *
   * @returns whether it was not accepted yet
   * @throws ValidationError when the submission is not with the office
   */
  const accept = async (trx: Transaction, submission: Adopted): Promise<boolean> => {
    const acceptance = acceptanceOf(submission);
    if (!acceptance) return false;
    const alone = {
      acceptances: [acceptance],
      adoptions: [],
      postings: [],
      chainHead: null,
      totals: [],
    };
    await appendRepository(strapi)(trx, alone, clock.now());
    return true;
  };

  return {
    of: acceptanceOf,
    accept,

    /**
     * Accepts a submission if it is adopted, also by what came or stayed with a merge.
     *
     * @returns whether this accepted it
     */
    async acceptIfAdopted(trx: Transaction, id: number): Promise<boolean> {
      const submission = await workflowRepository(strapi).findById(trx, id);
      return submission?.isAdopted ? accept(trx, submission) : false;
    },
  };
});
