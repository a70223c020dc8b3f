import type { Core } from '@strapi/strapi';
import { changeByIntake, changeByPostings, type Total } from '../../../domain/totals';
import { type AdoptionPostingRecord, postingRepository } from '../ledger/postings';
import { receivedTotals } from '../ledger/received-totals';
import { settleService } from '../ledger/settle';
import type { LedgerRules, SubmissionLedger } from '../ledger/submission-ledgers';
import { submissionRepository } from '../records/submissions';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { unfoundedRepository } from './unfounded-repository';

/** A ledger with all of its postings, oldest first. */
export interface WholeLedger extends SubmissionLedger {
  all: readonly AdoptionPostingRecord[];
}

interface WholeLedgers extends LedgerRules {
  ledgers: WholeLedger[];
}

/** Submissions, or bonuses, looked at with one set of statements. */
const CHUNK = 500;

/** Ids, so many at a time. */
export const chunksOf = (ids: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK)
  );

/** All ledgers with all of their postings, whatever settling would read of them. */
export const wholeLedgers = oncePerApplication((strapi: Core.Strapi) => {
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const unfounded = unfoundedRepository(strapi);
  const settle = settleService(strapi);

  return {
    /** Ids of all submissions, so many at a time. */
    async chunks(trx: Transaction): Promise<number[][]> {
      return chunksOf(await submissions.allIds(trx));
    },

    async load(trx: Transaction, ids: readonly number[]): Promise<WholeLedgers> {
      const { ledgers, ...rules } = await settle.load(trx, ids);
      const all = await postings.ofAll(trx, ids);
      return {
        ...rules,
        ledgers: ledgers.map((ledger) => ({
          ...ledger,
          all: all.filter(({ submission }) => submission === ledger.submission.id),
        })),
      };
    },

    /** Keys of the postings that nothing stands behind. */
    async forged(trx: Transaction): Promise<Set<string>> {
      return new Set((await unfounded.postings(trx)).map(({ id }) => id));
    },

    /** What a submission's ledger and its arrival give to the running totals: no forged row counts. */
    totalsOf({ submission, all }: WholeLedger, forged: ReadonlySet<string>): Total[] {
      return [
        ...changeByPostings(
          [],
          all.filter(({ key }) => !forged.has(key))
        ),
        ...changeByIntake(null, receivedTotals(strapi, submission)),
      ];
    },
  };
});
