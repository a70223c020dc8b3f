import type { Core } from '@strapi/strapi';
import { bonusPostings } from '../../../domain/bonus';
import type { BonusPosting } from '../../../domain/posting';
import type { Month } from '../../../domain/period';
import { changeByBonuses } from '../../../domain/totals';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { type BonusRecord, bonusRepository } from '../records/bonuses';
import { loadPeople, type People } from '../records/people';
import { appendRepository } from './append';
import { keptFileService } from './kept-files';
import { type BonusPostingRecord, type NewBonusPosting, postingRepository } from './postings';
import { sealRepository } from './seals';
import type { Cause } from './settle';

/** All that decides what the ledger should hold of some bonuses, and what it holds. */
export interface BonusLedger {
  bonuses: readonly BonusRecord[];
  /** All their postings, oldest first. */
  recorded: readonly BonusPostingRecord[];
  /** The first month that is not sealed, `null` when none is. */
  firstOpenMonth: Month | null;
}

/** The postings that the ledger lacks of some bonuses: those withdrawn give nothing. */
export const missingBonusPostings = ({
  bonuses,
  recorded,
  firstOpenMonth,
}: BonusLedger): BonusPosting[] =>
  bonusPostings(
    bonuses.filter(({ withdrawnAt }) => withdrawnAt === null),
    recorded,
    firstOpenMonth
  );

const toRecord = (
  posting: BonusPosting,
  { bonuses, recorded }: BonusLedger,
  people: People,
  cause: Cause
): NewBonusPosting => {
  const reversed = recorded.find(({ key }) => key === posting.reverses);
  const bonus = bonuses.find(({ id }) => id === posting.bonus);
  const officer = posting.officer === null ? null : people.members.get(posting.officer);
  return {
    ...posting,
    submission: null,
    submissionTitle: reversed?.submissionTitle ?? bonus?.reason ?? '',
    unitName: reversed?.unitName ?? people.units.get(posting.unit)?.name ?? '',
    officerName: reversed?.officerName ?? officer?.name ?? null,
    entryUid: null,
    entryDocumentId: null,
    cause,
    submissionDocumentId: null,
    adoptionDocumentId: null,
    bonusDocumentId: bonus?.documentId ?? null,
    ruleSetDocumentId: null,
    unitDocumentId: people.units.get(posting.unit)?.documentId ?? null,
    officerDocumentId: officer?.documentId ?? null,
  };
};

/** As `settle` does for submissions: bonuses → difference → append, inside the transaction of its cause. */
export const bonusSettleService = oncePerApplication((strapi: Core.Strapi) => {
  const append = appendRepository(strapi);
  const bonuses = bonusRepository(strapi);
  const postings = postingRepository(strapi);
  const seals = sealRepository(strapi);

  const load = async (trx: Transaction, ids: readonly number[]): Promise<BonusLedger> => ({
    bonuses: await bonuses.findMany(trx, ids),
    recorded: await postings.ofBonuses(trx, ids),
    firstOpenMonth: await seals.current(trx),
  });

  return {
    /** What settling some bonuses follows from. */
    load,

    /**
     * Brings the ledger in line with some bonuses, under the ledger's lock. Idempotent: run again it
     * appends nothing.
     */
    async run(trx: Transaction, ids: readonly number[], cause: Cause): Promise<void> {
      const ledger = await load(trx, ids);
      const missing = missingBonusPostings(ledger);
      if (missing.length > 0) {
        const people = await loadPeople(strapi, trx);
        const appended = missing.map((posting) => toRecord(posting, ledger, people, cause));
        const totals = changeByBonuses(appended);
        const chainHead = await postings.lastLink(trx);
        await append(
          trx,
          { acceptances: [], adoptions: [], postings: appended, chainHead, totals },
          clock.now()
        );
      }
      await keptFileService(strapi).keepOfBonuses(trx, ids);
    },
  };
});
