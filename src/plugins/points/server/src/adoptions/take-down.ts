import type { Core } from '@strapi/strapi';
import { reversalKeyOf } from '../../../domain/posting';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { givenReason } from '../given-reason';
import type { SubmissionLedger } from '../ledger/submission-ledgers';
import type { AdoptionRecord } from '../records/adoptions';
import { authorOf, personOf } from '../records/requester';
import { reversalReasonRepository } from '../records/reversal-reasons';
import { workflowHistory } from '../submissions/workflow-history';
import { workflowRepository } from '../submissions/workflow-repository';

/** Why an entry is gone from the site. */
export type TakeDown = 'unpublish' | 'delete';

/** What was taken down stands in the history of its piece, with the reason, which its reversals keep too. */
export const takeDownService = oncePerApplication((strapi: Core.Strapi) => {
  const history = workflowHistory(strapi);
  const reasons = reversalReasonRepository(strapi);
  const workflows = workflowRepository(strapi);

  return {
    /**
     * Notes that site adoptions ended, or stand though their entry is down, by what somebody did.
     *
     * @param ledgers as they were before
     * @throws ValidationError for a reason that cannot be read
     */
    async note(
      trx: Transaction,
      ledgers: readonly SubmissionLedger[],
      { ended, held }: Record<'ended' | 'held', readonly AdoptionRecord[]>,
      cause: TakeDown
    ): Promise<void> {
      const reason = givenReason(strapi);
      const touched = new Set([...ended, ...held].map(({ submission }) => submission));
      for (const id of touched) {
        const piece = await workflows.findById(trx, id);
        if (piece) await history.noteTakeDown(trx, piece, cause, reason);
      }
      if (reason === null) return;
      const reversed = ledgers
        .flatMap(({ recorded }) => recorded.standingAwards)
        .filter(({ adoption }) => ended.some(({ id }) => id === adoption));
      await reasons.append(
        trx,
        reversed.map(({ key }) => reversalKeyOf(key)),
        { reason, account: personOf(strapi)?.account ?? null, person: authorOf(strapi) },
        clock.now()
      );
    },
  };
});
