import type { Digests } from '../../../domain/bulletin';
import { reviewClosingText } from '../../../domain/review-closing';
import type { ReviewRecord, ReviewTexts } from '../records/reviews';
import { textDigests } from './bulletin-hashes';

/** The hashes of a review's frozen numbers. */
export const factsDigests = ({ facts }: Pick<ReviewTexts, 'facts'>): Digests => textDigests(facts);

/** The hashes of all that a published review says, and of when and by whom it was published. */
export const closingDigests = (
  { period }: Pick<ReviewRecord, 'period'>,
  texts: ReviewTexts,
  { at, by }: { at: string; by: string }
): Digests =>
  textDigests(
    reviewClosingText({
      period,
      facts: textDigests(texts.facts),
      content: textDigests(texts.content),
      decisions: textDigests(texts.decisions),
      closedAt: at,
      closedBy: by,
    })
  );
