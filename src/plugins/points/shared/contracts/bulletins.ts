import type { Digests } from '../../domain/bulletin';
import type { UnitReference } from './common';
import type { ReportPeriod, StandingsRow } from './report';
import type { ReconcileResponse } from './reconcile';
import type { ReviewFinding } from './reviews';

/** Everyone who was ranked, both kinds of units in one list. */
export interface FrozenRanking {
  units: StandingsRow[];
  officers: StandingsRow[];
}

/** How many submissions of a unit, or of one of its officers in it, a month counted as received. */
export interface ReceivedCount {
  /** documentIds; `null` for the unit itself. */
  unit: string;
  officer: string | null;
  count: number;
}

/** What a bulletin froze: the month's standings, and those of its year until the month's end. */
export interface FrozenStandings {
  month: FrozenRanking;
  year: FrozenRanking;
  /** What the month counted as received, for good. */
  received: ReceivedCount[];
}

/** A sealed month, as lists show it. */
export interface BulletinSummary extends Digests {
  documentId: string;
  month: string;
  /** ISO 8601. */
  sealedAt: string;
  sealedBy: string;
  /** The start of its SHA-256 in groups of four, as it is printed. */
  fingerprint: string;
  /** SHA-256 of the bulletin before; `null` for the first. */
  previous: string | null;
  /** The last posting of the ledger's chain when it was sealed. */
  ledger: { sequence: number; hash: string };
}

/** `GET /points/bulletins`: the sealed months, the latest first, and the next to be sealed. */
export interface BulletinsResponse {
  data: BulletinSummary[];
  meta: {
    /** `over`: the month has ended, so that it can be sealed. */
    next: { month: string; over: boolean };
  };
}

/** Documents by title, the first of so many. */
export interface Examples {
  count: number;
  examples: Array<{ documentId: string; title: string }>;
}

/** What the office should know before it seals a month. Only what `blocking` names hinders it. */
export interface BulletinChecks {
  /** The ledger agrees with the facts, and its chain is whole. Hinders sealing. */
  ledger: { ok: boolean; differences: number };
  /** Submissions received until the month's end that the office has not decided on. */
  waiting: Examples;
  /** Adoptions by hand of the month without evidence. */
  withoutEvidence: Examples;
  /** Entries published in the month without provenance. */
  withoutProvenance: Examples;
  /** Units that sent nothing in the month (零报送). */
  silentUnits: UnitReference[];
}

/** `GET /points/bulletins/preview?month=`: what sealing the month would freeze, and what to look at before. */
export interface BulletinPreviewResponse {
  data: {
    month: string;
    period: ReportPeriod;
    /** A sentence why it cannot be sealed; `null` when it can. */
    refusal: string | null;
    checks: BulletinChecks;
    standings: FrozenStandings;
  };
}

/** `POST /points/bulletins`. */
export interface SealBody {
  /** `YYYY-MM`. */
  month: string;
}

/** `GET /points/bulletins/:documentId`, and what sealing answers. */
export interface BulletinResponse {
  data: BulletinSummary & { period: ReportPeriod; standings: FrozenStandings };
}

/** The first row at which the ledger's chain does not hold. */
export interface ChainFinding {
  /**
   * `changed`: the row, or the one before it, is not what was written; `removed`: rows before it are
   * gone; `inserted`: it was put in between; `late`: it counts in a month that was sealed before it.
   */
  problem: 'changed' | 'removed' | 'inserted' | 'late';
  /** The place at which it stands, or where one is missing. */
  sequence: number;
  /** `null` where rows are gone at the end. */
  key: string | null;
  /** The key of the row before it, `null` at the start. */
  after: string | null;
}

/** How a bulletin does not agree with what was sealed. */
export interface BulletinFinding {
  month: string;
  /**
   * `changed`: it does not fit its own hashes; `previous`: nor the bulletin before it; `missing`: there
   * is none of the month; `ledger`: the ledger's chain is not the one that it rests on; `postings`:
   * the month's postings are not those that it lists.
   */
  problem: 'changed' | 'previous' | 'missing' | 'ledger' | 'postings';
}

/** `GET /points/verify`: whether anybody touched the ledger or what was sealed. */
export interface VerifyResponse {
  data: {
    ok: boolean;
    checked: { postings: number; bulletins: number; reviews: number };
    /** The last posting of the chain. */
    head: { sequence: number; hash: string };
    chain: ChainFinding | null;
    /** Keys of postings that stand in no chain, the first of them: the ledger wrote none of them. */
    unchained: string[];
    bulletins: BulletinFinding[];
    /** Reviews that are not what was frozen or published. */
    reviews: ReviewFinding[];
    /** What `GET /points/reconcile` says. */
    reconcile: ReconcileResponse['data'];
  };
}
