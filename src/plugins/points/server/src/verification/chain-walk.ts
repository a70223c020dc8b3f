import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { CHAIN_START, type ChainHead } from '../../../domain/posting-chain';
import type { ChainFinding } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { chainedPosting, hashAfter } from '../ledger/posting-hashes';
import { type ChainedRecord, postingRepository } from '../ledger/postings';

/** Where the walk has come to. */
interface Place extends ChainHead {
  key: string | null;
}

const headOf = ({ hash, sequence }: Place): ChainHead => ({ sequence, hash });

/** What is looked at beside the chain itself. */
export interface Walk {
  /** The place in the chain after which a month takes nothing more in; absent while it is open. */
  sealedAt: ReadonlyMap<Month, number>;
  /** Called with each posting, in the order of the chain, as far as it holds. */
  visit: (posting: ChainedRecord) => void;
}

/** Whether a posting is what its hash was taken of. What the chain could not say of one never is. */
const isAsHashed = (posting: ChainedRecord, previous: string): boolean => {
  try {
    return hashAfter(previous, chainedPosting(posting)) === posting.hash;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const problemOf = (
  place: Place,
  posting: ChainedRecord,
  sealedAt: Walk['sealedAt']
): ChainFinding['problem'] | null => {
  if (posting.sequence <= place.sequence) return 'inserted';
  if (posting.sequence > place.sequence + 1) return 'removed';
  if (!isAsHashed(posting, place.hash)) return 'changed';
  if (posting.sequence > (sealedAt.get(posting.month) ?? Infinity)) return 'late';
  return null;
};

/** Walks the ledger's chain from its start and computes every hash anew. */
export const chainWalk = oncePerApplication((strapi: Core.Strapi) => {
  const postings = postingRepository(strapi);

  return {
    /**
     * The first posting that does not hold, and how far the chain was walked.
     *
     * @param start the last posting that is known to hold, or the start of the chain
     */
    async run(
      trx: Transaction,
      { sealedAt, visit }: Walk,
      start: ChainHead = CHAIN_START
    ): Promise<{ finding: ChainFinding | null; head: ChainHead }> {
      let place: Place = { ...start, key: null };
      for (;;) {
        const page = await postings.chainAfter(trx, place.sequence);
        if (page.length === 0) return { finding: null, head: headOf(place) };
        for (const posting of page) {
          const problem = problemOf(place, posting, sealedAt);
          if (problem !== null) {
            const sequence = problem === 'removed' ? place.sequence + 1 : posting.sequence;
            const finding = { problem, sequence, key: posting.key, after: place.key };
            return { finding, head: headOf(place) };
          }
          visit(posting);
          place = { sequence: posting.sequence, hash: posting.hash, key: posting.key };
        }
        await nextTurn();
      }
    },
  };
});
