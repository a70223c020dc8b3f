import type { Day } from './period';
import type { ContributorShare } from './shares';
import type { Channel } from './vocabulary';

/** What the ledger should hold: a share of one adoption. */
export interface Award extends ContributorShare {
  adoption: number;
  channel: Channel;
  adoptedOn: Day;
  clause: string;
  ruleSet: number;
}
