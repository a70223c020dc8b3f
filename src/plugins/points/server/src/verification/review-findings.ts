import { z } from 'zod';
import type { Core } from '@strapi/strapi';
import type { ReviewFinding } from '../../../shared/contracts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { closingDigests, factsDigests } from '../ledger/review-hashes';
import { frozenJson } from '../ledger/frozen-standings';
import type { BulletinRecord } from '../ledger/seals';
import { type ReviewRecord, reviewRepository, type ReviewTexts } from '../records/reviews';

const rested = frozenJson.pipe(
  z.object({
    period: z.string(),
    bulletin: z.object({ month: z.string(), sha256: z.string() }),
  })
);

const isSame = (one: { sha256: string; sm3: string }, other: { sha256: string; sm3: string }) =>
  one.sha256 === other.sha256 && one.sm3 === other.sm3;

const isWhole = (review: ReviewRecord, texts: ReviewTexts): boolean => {
  const { closing, state } = review;
  if (closing === null) return state !== 'published';
  return isSame(closingDigests(review, texts, closing), closing);
};

/** How a review does not agree with what was frozen or published; `null` when it does. */
const problemOf = (
  review: ReviewRecord & ReviewTexts,
  bulletins: readonly BulletinRecord[]
): ReviewFinding['problem'] | null => {
  const facts = rested.safeParse(review.facts).data;
  if (facts?.period !== review.period || !isSame(factsDigests(review), review)) return 'changed';
  const { month, sha256 } = facts.bulletin;
  if (bulletins.find((each) => each.month === month)?.sha256 !== sha256) return 'bulletin';
  return isWhole(review, review) ? null : 'closing';
};

/** Whether anybody touched a review past the application. */
export const reviewFindings = oncePerApplication((strapi: Core.Strapi) => {
  const reviews = reviewRepository(strapi);

  return {
    /** Computes the hashes of every review anew, one after the other. */
    async run(
      trx: Transaction,
      bulletins: readonly BulletinRecord[]
    ): Promise<{ checked: number; findings: ReviewFinding[] }> {
      const all = await reviews.all(trx);
      const findings: ReviewFinding[] = [];
      for (const { documentId, period } of all) {
        const review = await reviews.find(trx, documentId);
        const problem = review && problemOf(review, bulletins);
        if (problem) findings.push({ period, problem });
      }
      return { checked: all.length, findings };
    },
  };
});
