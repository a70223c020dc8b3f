import type { Core } from '@strapi/strapi';
import { describePoints, sumOfSound } from '../../../domain/points';
import { channelNameOn } from '../../../domain/rule-set';
import { isSealed } from '../../../domain/seal';
import type {
  SealedAwardDecision,
  ConfirmAwardBody,
  SealedAward,
  SealedAwardDecisionResponse,
  SealedAwardsResponse,
  WithdrawAwardBody,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { sealRepository } from '../ledger/seals';
import { settleService } from '../ledger/settle';
import {
  submissionLedgerRepository,
  type LedgerRules,
  type SubmissionLedger,
} from '../ledger/submission-ledgers';
import { withLedgerLock } from '../ledger-lock';
import { notFound, refuse } from '../messages';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { contributorsOf, loadPeople, type People } from '../records/people';
import { workflowHistory } from '../submissions/workflow-history';
import { workflowRepository } from '../submissions/workflow-repository';

type Outcome = SealedAwardDecisionResponse['data'];

const takenDownOf = ({ takenDownAt, takenDownReason }: AdoptionDetail): SealedAward['takenDown'] =>
  takenDownAt === null
    ? null
    : { at: takenDownAt.toISOString(), reason: takenDownReason ?? 'unpublish' };

const entryOf = ({ entryUid, entryDocumentId }: AdoptionDetail): SealedAward['entry'] =>
  entryUid === null || entryDocumentId === null
    ? null
    : { uid: entryUid, documentId: entryDocumentId };

const isUndecided = (adoption: AdoptionDetail): boolean =>
  adoption.withdrawnAt === null &&
  adoption.confirmedAt === null &&
  (adoption.takenDownAt !== null || adoption.contributors !== null);

const toView = (
  adoption: AdoptionDetail,
  { submission, recorded }: SubmissionLedger,
  { firstOpenMonth, rules }: LedgerRules,
  people: People
): SealedAward => {
  const standing = recorded.standingAwards.filter((award) => award.adoption === adoption.id);
  const months = standing
    .map(({ month }) => month)
    .filter((month) => isSealed(month, firstOpenMonth));
  const channelName = channelNameOn(rules, adoption.channel, adoption.adoptedOn);
  return {
    ...describePoints(sumOfSound(standing)),
    documentId: adoption.documentId,
    submission: { documentId: submission.documentId, title: submission.title },
    channel: adoption.channel,
    ...(channelName && { channelName }),
    adoptedOn: adoption.adoptedOn,
    months: [...new Set(months)].sort(),
    entry: entryOf(adoption),
    takenDown: takenDownOf(adoption),
    contributors:
      adoption.contributors === null
        ? null
        : {
            counted: contributorsOf(adoption.contributors, people),
            now: contributorsOf(submission.contributors, people),
          },
  };
};

/**
 * The to-do list that follows a seal (§八.1): what a sealed month awarded stands though its entry was
 * taken down or its contributors were changed, until the office confirms it, or withdraws it into the
 * open month.
 */
export const sealedAwardService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const ledgers = submissionLedgerRepository(strapi);
  const workflows = workflowRepository(strapi);
  const history = workflowHistory(strapi);
  const seals = sealRepository(strapi);
  const settle = settleService(strapi);

  const requireUndecided = async (
    trx: Transaction,
    documentId: string
  ): Promise<AdoptionDetail> => {
    const adoption = await adoptions.find(trx, documentId);
    if (!adoption) throw notFound(strapi, 'error.adoption.unknown', { value: documentId });
    if (isUndecided(adoption)) return adoption;
    throw refuse(strapi, 'adoption', 'error.sealedAward.decided');
  };

  const note = async (
    trx: Transaction,
    { submission }: AdoptionDetail,
    decision: SealedAwardDecision,
    comment: string
  ): Promise<void> => {
    const record = await workflows.findById(trx, submission);
    if (record) await history.noteAward(trx, record, decision, comment);
  };

  /** Lets the change count: what its entry earned ends, or who contributes now shares it. */
  const applyChange = async (trx: Transaction, adoption: AdoptionDetail): Promise<void> => {
    const { id, submission, takenDownReason } = adoption;
    const now = clock.now();
    if (takenDownReason === null) {
      await adoptions.keepContributors(trx, [id], null, now);
      return settle.run(trx, submission, 'contributors');
    }
    await adoptions.withdraw(trx, [id], takenDownReason, now);
    return settle.run(trx, submission, 'withdraw');
  };

  return {
    /** What waits for a decision. */
    async page(pagination: PageRequest): Promise<SealedAwardsResponse> {
      return inTransaction(strapi, async (trx) => {
        const total = await adoptions.countUndecided(trx);
        const found = await adoptions.undecided(trx, pagination);
        const { ledgers: touched, ...rules } = await ledgers.ofSubmissions(trx, [
          ...new Set(found.map(({ submission }) => submission)),
        ]);
        const people = await loadPeople(strapi, trx);
        return {
          data: found.flatMap((adoption) => {
            const ledger = touched.find(({ submission }) => submission.id === adoption.submission);
            return ledger ? toView(adoption, ledger, rules, people) : [];
          }),
          meta: { pagination: paginationOf(pagination, total) },
        };
      });
    },

    /**
     * Lets an award stand as it was circulated, for good.
     *
     * @throws NotFoundError, or ValidationError when there is nothing to decide
     */
    async confirm(documentId: string, { comment }: ConfirmAwardBody): Promise<Outcome> {
      return withLedgerLock(strapi, async (trx) => {
        const adoption = await requireUndecided(trx, documentId);
        await adoptions.confirm(trx, adoption.id, clock.now());
        await note(trx, adoption, 'award-confirm', comment ?? '');
        return { documentId, decision: 'award-confirm', month: null };
      });
    },

    /**
     * Lets the change count in the first open month: a reversal, and what is awarded instead.
     *
     * @throws NotFoundError, or ValidationError when there is nothing to decide, or when an award is
     *   to be given anew on a day without a rule set; nothing is written then
     */
    async withdraw(documentId: string, { reason }: WithdrawAwardBody): Promise<Outcome> {
      return withLedgerLock(strapi, async (trx) => {
        const adoption = await requireUndecided(trx, documentId);
        await applyChange(trx, adoption);
        await note(trx, adoption, 'award-withdraw', reason);
        return { documentId, decision: 'award-withdraw', month: await seals.current(trx) };
      });
    },
  };
});
