import type { Day } from './period';

/**
 * Objections (异议): a unit says that a line of the ledger is wrong, or that a submission should have
 * earned and did not; the office answers. Filed once, it is never changed but by its next step.
 */

export const OBJECTION_STATES = ['filed', 'answered', 'withdrawn'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** What the office answers. */
export const OUTCOMES = ['upheld', 'partly', 'dismissed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether the last day on which a line can be objected to is past; an open month (`null`) has none. */
export const isTooLate = (today: Day, lastDay: Day | null): boolean =>
  lastDay !== null && today > lastDay;
