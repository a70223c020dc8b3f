/**
 * What a request is asked before it is done, for it may be meant and may be forgotten. It goes through
 * with the question's name in the header; several are set apart by commas.
 */
export const QUESTIONS = ['no-placement', 'no-column', 'no-evidence'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The request header that says why something is taken down or deleted, percent-encoded. */
export const REASON_HEADER = 'points-reason';

/** The request header that says yes to questions. */
export const CONFIRM_HEADER = 'points-confirm';
