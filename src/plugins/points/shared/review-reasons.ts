import type { AwardCandidate, ReviewContent, ReviewPraise } from './contracts';

/** What fills the sentence `review.reason.…` of a candidate: why it is proposed, or is not. */
export const reasonValues = (
  { class: awardClass, items, rank, unit, veto }: AwardCandidate,
  { quotas, thresholds }: ReviewContent
): Record<string, string | number> => ({
  rank: rank ?? '',
  quota: quotas[awardClass],
  items,
  least: thresholds.leastItems,
  unit: unit.name,
  veto: veto ?? '',
});

/** What fills the sentence `review.exception.…`: why one of the first is not praised. */
export const exceptionValues = (
  { adopted, rank, veto }: ReviewPraise['exceptions'][number],
  { thresholds }: ReviewContent
): Record<string, string | number> => ({
  rank,
  items: adopted,
  least: thresholds.leastItems,
  veto: veto ?? '',
});
