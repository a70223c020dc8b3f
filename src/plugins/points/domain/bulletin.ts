import { canonicalJson } from './canonical-json';
import { addMonths, type Month } from './period';
import type { ChainHead } from './posting-chain';

/**
 * The bulletin of a month (通报, §八.1): what was circulated, kept as data. Its hash rests on the one of
 * the month before and on the ledger's chain as it stood, so that one printed fingerprint answers for
 * all that was ever circulated until then.
 */

/** A hash by each of the two algorithms that are kept: SHA-256 and SM3 (GB/T 32905-2016). */
export interface Digests {
  sha256: string;
  sm3: string;
}

/** What a bulletin's hash is taken of. */
export interface BulletinFacts {
  month: Month;
  /** ISO 8601 in UTC, with milliseconds. */
  sealedAt: string;
  /** Who sealed it, as the name was. */
  sealedBy: string;
  /** SHA-256 of the bulletin before; `null` for the first. */
  previous: string | null;
  /** The last posting of the ledger when it was sealed. */
  ledger: ChainHead;
  /** Of the frozen standings' text. */
  standings: Digests;
  /** Of the text that lists the month's postings. */
  postings: Digests;
  /** Of the text of its annexes; `null` where it was sealed before there were any. */
  annexes: Digests | null;
}

const member = ({ sha256, sm3 }: Digests) => ({ sha256, sm3 });

/**
 * The text that a bulletin's two hashes are taken of, as UTF-8 (RFC 8785). One without annexes has the
 * form that it had before there were any: it does not name them.
 */
export const bulletinText = (facts: BulletinFacts): string =>
  canonicalJson({
    month: facts.month,
    sealedAt: facts.sealedAt,
    sealedBy: facts.sealedBy,
    previous: facts.previous,
    ledger: { sequence: facts.ledger.sequence, hash: facts.ledger.hash },
    standings: member(facts.standings),
    postings: member(facts.postings),
    ...(facts.annexes && { annexes: member(facts.annexes) }),
  });

/** The first 64 bits of a hash as a person can compare them on paper: `3f2a-90bc-11d4-7e05`. */
export const fingerprintOf = (hash: string): string =>
  (hash.slice(0, 16).match(/.{4}/g) ?? []).join('-');

/** Why a month can not be sealed. */
export type SealRefusal = 'sealed' | 'not-over' | 'not-next';

/** What decides which month can be sealed. */
export interface SealState {
  /** The month that it is now. */
  current: Month;
  /** The first month that is not sealed, `null` when none is sealed. */
  firstOpen: Month | null;
  /** The first month of which there is anything, `null` when there is nothing. */
  earliest: Month | null;
}

/**
 * The month that is to be sealed next, in order: none is left out. Without a sealed month it is the
 * first of which there is anything, or else the one that ended last.
 */
export const nextToSeal = ({ current, firstOpen, earliest }: SealState): Month => {
  if (firstOpen !== null) return firstOpen;
  return earliest !== null && earliest < current ? earliest : addMonths(current, -1);
};

/** Why a month cannot be sealed; `null` when it can. */
export const sealRefusal = (month: Month, state: SealState): SealRefusal | null => {
  if (state.firstOpen !== null && month < state.firstOpen) return 'sealed';
  if (month >= state.current) return 'not-over';
  return month === nextToSeal(state) ? null : 'not-next';
};
