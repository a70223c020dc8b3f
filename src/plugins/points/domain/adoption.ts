import type { Day } from './period';
import type { Contributor } from './shares';
import type { Channel } from './vocabulary';

/** One adoption (录用) in force. */
export interface Adoption {
  id: number;
  channel: Channel;
  adoptedOn: Day;
  /** Milliseconds since the epoch: orders adoptions of one day. */
  adoptedAt: number;
  /** For an instruction, the leader who gave it. */
  organ: string | null;
  /**
   * Who shares what it earns, where that was changed after its month had been sealed and the office has
   * not let the change count; `null` for those of the submission.
   */
  contributors: readonly Contributor[] | null;
  /** What else decides what it earns, where the rule set asks. */
  details?: AdoptionDetails | null;
}

/** What the rules of other bureaus tell adoptions of one channel apart by. */
export interface AdoptionDetails {
  /** What the text is: a code among the rule set's `kinds`. */
  kind?: string;
  /** How it was used: alone, as one of several, as a brief; a code among `forms`. */
  form?: string;
  /** Where it stood: a code among `places`. */
  place?: string;
  /** In characters. */
  length?: number;
  /** What the office chose of the channel's set or range. */
  chosen?: { amount: number; by: string };
  /** Hundredths of a point that the upper body gave. */
  upperScore?: number;
  /** The office's own unit, where it rewrote the piece and so has its share. */
  rewrittenBy?: number;
}

/** All that decides what a submission earns. */
export interface Facts {
  contributors: readonly Contributor[];
  /** Those in force: what is withdrawn earns nothing. */
  adoptions: readonly Adoption[];
}
