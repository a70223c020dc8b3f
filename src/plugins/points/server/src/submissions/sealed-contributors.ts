import type { Core } from '@strapi/strapi';
import { dividesByOrder } from '../../../domain/score';
import { sealedAdoptions, shareAlike } from '../../../domain/sealed-award';
import type { Transaction } from '../../../../../common/database/transaction';
import { clock } from '../../../../../common/time/clock';
import { undecidedAwards } from '../ledger/award-notices';
import type { SubmissionLedger, SubmissionLedgers } from '../ledger/submission-ledgers';
import { noticeService } from '../notices/notices';
import { adoptionRepository, type AdoptionRecord } from '../records/adoptions';
import type { SubmissionFacts } from '../records/submissions';

/** Whether who shares an adoption is kept now and was not before. */
const isNewlyKept =
  ({ adoptions }: SubmissionLedger) =>
  ({ contributors, id }: AdoptionRecord): boolean =>
    contributors !== null && adoptions.find((each) => each.id === id)?.contributors === null;

/**
 * Who contributed when a month was sealed goes on sharing what that month awarded, until the office
 * lets the change count (`adoptions/sealed-awards.ts`). What is changed back needs no decision.
 *
 * @param ledgers that of the submission, read after the change
 * @returns the same as it is to be settled, with who shares what
 */
export const keepSealedContributors = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { ledgers, ...rules }: SubmissionLedgers,
  before: Pick<SubmissionFacts, 'contributors'>,
  after: Pick<SubmissionFacts, 'contributors'>
): Promise<SubmissionLedgers> => {
  if (shareAlike(before.contributors, after.contributors, true)) return { ledgers, ...rules };
  const keep = async (adoption: AdoptionRecord): Promise<AdoptionRecord> => {
    const kept = adoption.contributors ?? before.contributors;
    const inOrder = dividesByOrder(adoption, rules.rules);
    const contributors = shareAlike(kept, after.contributors, inOrder) ? null : kept;
    if (adoption.contributors === null && contributors === null) return adoption;
    await adoptionRepository(strapi).keepContributors(
      trx,
      [adoption.id],
      contributors,
      clock.now()
    );
    return { ...adoption, contributors };
  };
  const changed: SubmissionLedger[] = [];
  const undecided: AdoptionRecord[] = [];
  for (const ledger of ledgers) {
    const sealed = sealedAdoptions(ledger.recorded.standingAwards, rules.firstOpenMonth);
    const adoptions: AdoptionRecord[] = [];
    for (const each of ledger.adoptions) {
      adoptions.push(sealed.has(each.id) ? await keep(each) : each);
    }
    changed.push({ ...ledger, adoptions });
    undecided.push(...adoptions.filter(isNewlyKept(ledger)));
  }
  await noticeService(strapi).tell(trx, undecidedAwards(undecided, ledgers));
  return { ledgers: changed, ...rules };
};
