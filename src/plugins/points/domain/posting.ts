import type { Month } from './period';
import type { Award } from './award';
import { countsIn } from './seal';

/**
 * A posting (计分记录): one line of the ledger, as far as arithmetic goes. What is not given for an
 * adoption would be a member of its own, without an adoption's fields: whatever reads these of every
 * posting then no longer compiles.
 */
export type Posting = AwardPosting | ReversalPosting;

interface Line extends Award {
  /** Unique for ever; the same posting computed twice has the same key. */
  key: string;
  /** The month that it counts in. */
  month: Month;
  /** The month of its adoption; differs from `month` only when that was sealed. */
  belongsTo: Month;
}

/** Gives what an adoption earns. */
export interface AwardPosting extends Line {
  kind: 'award';
  reverses: null;
}

/** Takes an award back: the same with its amount negative. */
export interface ReversalPosting extends Line {
  kind: 'reversal';
  /** The key of the award. */
  reverses: string;
}

/** How many lines more there are with a posting of each kind: what is reversed counts as none. */
export const LINES_OF_KIND = { award: 1, reversal: -1 } as const satisfies Record<
  Posting['kind'],
  number
>;

/**
 * The posting that takes an award back, in the month in which the award counts.
 *
 * @param firstOpen the first month that is not sealed, `null` when none is: a reversal enters no
 *   month before it
 */
export const reversalOf = (award: AwardPosting, firstOpen: Month | null): ReversalPosting => ({
  ...award,
  key: `${award.key}.reversed`,
  kind: 'reversal',
  reverses: award.key,
  amount: -award.amount,
  month: countsIn(award.month, firstOpen),
});
