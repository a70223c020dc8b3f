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
}

/** All that decides what a submission earns. */
export interface Facts {
  contributors: readonly Contributor[];
  /** Those in force: what is withdrawn earns nothing. */
  adoptions: readonly Adoption[];
}
