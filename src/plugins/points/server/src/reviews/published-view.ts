import type { ReviewResponse } from '../../../shared/contracts';

type ReviewView = ReviewResponse['data'];

/**
 * A published review as its document tells it: who was awarded, and of whoever was considered and was
 * not, nothing; nor who was ruled out.
 */
export const publishedView = (view: ReviewView): ReviewView => ({
  ...view,
  content: { ...view.content, vetoes: [] },
  decisions: view.decisions
    .filter(({ awarded }) => awarded)
    .map((decision) => ({ ...decision, reason: '' })),
  outcome: {
    ...view.outcome,
    candidates: view.outcome.candidates
      .filter(({ decision }) => decision?.awarded)
      .map((candidate) => ({
        ...candidate,
        veto: null,
        decision: candidate.decision && { ...candidate.decision, reason: '' },
      })),
  },
});
