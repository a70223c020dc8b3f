import { integer } from './canonical-json';
import type { Day, Month } from './period';

/**
 * The chain of the ledger: each posting carries the hash of its canonical text, which names the hash
 * of the posting before it. Who changes, removes or puts in a row breaks the chain there, unless he
 * writes all that follows anew; and then the hashes that sealed months and printed bulletins hold no
 * longer agree.
 */

/**
 * What the chain holds of a posting: all that it says, and nothing that a move to another database
 * may change. What it names is told by documentId.
 */
export interface ChainedPosting {
  /** Its place in the chain, from 1, without gaps. */
  sequence: number;
  key: string;
  kind: string;
  /** The key of the award that it takes back. */
  reverses: string | null;
  /** Hundredths of a point, to be divided by `divisor`. */
  amount: number;
  divisor: number;
  unitCount: number;
  officerCount: number;
  channel: string;
  clause: string;
  adoptedOn: Day;
  month: Month;
  belongsTo: Month;
  /** ISO 8601 in UTC, with milliseconds. */
  postedAt: string;
  cause: string;
  submission: string | null;
  submissionTitle: string;
  adoption: string | null;
  bonus: string | null;
  ruleSet: string | null;
  unit: string | null;
  unitName: string;
  officer: string | null;
  officerName: string | null;
  entryUid: string | null;
  entryDocumentId: string | null;
  /** The objection that a correction answers. Absent from every other posting, as is `corrects`. */
  objection?: string;
  /** The key of the posting that a correction corrects; absent where it corrects none. */
  corrects?: string;
}

/** The last posting of a chain. */
export interface ChainHead {
  sequence: number;
  /** SHA-256, 64 hexadecimal digits in lower case. */
  hash: string;
}

/** What comes before the first posting. */
export const CHAIN_START: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/**
 * A posting's canonical JSON with a hash beside it. Ledgers are long, and all postings have one shape:
 * its names stand here in the order that RFC 8785 asks for, so that none is sorted again. What came
 * later than the chain (`objection`, `corrects`) stands in it only where there is any, so that no
 * earlier posting has another hash.
 */
const textOf = (
  posting: ChainedPosting,
  { hash, previous }: { hash?: string; previous?: string }
): string =>
  JSON.stringify({
    adoptedOn: posting.adoptedOn,
    adoption: posting.adoption,
    amount: integer(posting.amount),
    belongsTo: posting.belongsTo,
    bonus: posting.bonus,
    cause: posting.cause,
    channel: posting.channel,
    clause: posting.clause,
    corrects: posting.corrects,
    divisor: integer(posting.divisor),
    entryDocumentId: posting.entryDocumentId,
    entryUid: posting.entryUid,
    hash,
    key: posting.key,
    kind: posting.kind,
    month: posting.month,
    objection: posting.objection,
    officer: posting.officer,
    officerCount: integer(posting.officerCount),
    officerName: posting.officerName,
    postedAt: posting.postedAt,
    previous,
    reverses: posting.reverses,
    ruleSet: posting.ruleSet,
    sequence: integer(posting.sequence),
    submission: posting.submission,
    submissionTitle: posting.submissionTitle,
    unit: posting.unit,
    unitCount: integer(posting.unitCount),
    unitName: posting.unitName,
  });

/** The text that a posting's hash is taken of, as UTF-8: canonical JSON that names the hash before it. */
export const chainedText = (posting: ChainedPosting, previous: ChainHead['hash']): string =>
  textOf(posting, { previous });

/** A posting as a bulletin lists it. */
export type ListedPosting = ChainedPosting & Pick<ChainHead, 'hash'>;

/** The text that lists postings: canonical JSON, each with its own hash. */
export const listedText = (postings: readonly ListedPosting[]): string =>
  `[${postings.map((posting) => textOf(posting, { hash: posting.hash })).join(',')}]`;
