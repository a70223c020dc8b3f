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
}

/** All that decides what a submission earns. */
export interface Facts {
  contributors: readonly Contributor[];
  /** Those in force: what is withdrawn earns nothing. */
  adoptions: readonly Adoption[];
}
