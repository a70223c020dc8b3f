import type { Core } from '@strapi/strapi';
import { sealedAdoptions, shareAlike } from '../../../domain/sealed-award';
import type { Transaction } from '../../../../../common/database/transaction';
import { clock } from '../../../../../common/time/clock';
import { submissionLedgerRepository } from '../ledger/submission-ledgers';
import { adoptionRepository } from '../records/adoptions';
import type { SubmissionFacts } from '../records/submissions';

/**
 * Who contributed when a month was sealed goes on sharing what that month awarded, until the office
 * lets the change count (`adoptions/sealed-awards.ts`). What is changed back needs no decision.
 */
export const keepSealedContributors = async (
  strapi: Core.Strapi,
  trx: Transaction,
  before: Pick<SubmissionFacts, 'id' | 'contributors'>,
  after: Pick<SubmissionFacts, 'contributors'>
): Promise<void> => {
  if (shareAlike(before.contributors, after.contributors)) return;
  const adoptions = adoptionRepository(strapi);
  const { ledgers, firstOpenMonth } = await submissionLedgerRepository(strapi).ofSubmissions(trx, [
    before.id,
  ]);
  for (const ledger of ledgers) {
    const sealed = sealedAdoptions(ledger.recorded.standingAwards, firstOpenMonth);
    const concerned = ledger.adoptions
      .filter(({ id }) => sealed.has(id))
      .map(({ id, contributors }) => ({ id, kept: contributors ?? before.contributors }));
    for (const { id, kept } of concerned) {
      const isBack = shareAlike(kept, after.contributors);
      await adoptions.keepContributors(trx, [id], isBack ? null : kept, clock.now());
    }
  }
};
