import type { Posting } from '../../domain/posting';
import type { BONUS, Channel, PointsSource } from '../../domain/vocabulary';
import type { OfficerReference, Pagination, Points, UnitReference } from './common';

/** `GET /points/ledger`: postings, newest first, each with its why. */
export interface LedgerQuery {
  period?: string;
  /** documentIds. */
  unit?: string;
  officer?: string;
  submission?: string;
  channel?: PointsSource;
  page?: number;
  pageSize?: number;
}

/** In what the ledger can be had as a file. */
export const LEDGER_FORMATS = ['xlsx', 'csv'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

/** A posting as people read it: what an adoption gave, or a bonus. */
export type PostingView = AdoptionPostingView | BonusPostingView;

interface PostingLine extends Points {
  /** Identifies the posting for ever. */
  key: string;
  kind: Posting['kind'];
  /** The key of the award that a reversal takes back. */
  reverses: string | null;
  /** Hundredths of a point; negative in a reversal. */
  amount: number;
  divisor: number;
  /** `YYYY-MM-DD` in the configured time zone; of a bonus, the day that it counts on. */
  adoptedOn: string;
  /** The month that it counts in. */
  month: string;
  /** The month of its adoption or bonus: differs from `month` only when that was sealed. */
  belongsTo: string;
  postedAt: string;
  /** What led to it: `publish`, `unpublish`, `record`, `withdraw`, `contributors`, `delete`, `reconcile`. */
  cause: string;
  /** The unit as it is now, and its name as it was. */
  unit: UnitReference;
  unitName: string;
  officer: OfficerReference | null;
  officerName: string | null;
}

export interface AdoptionPostingView extends PostingLine {
  channel: Channel;
  why: PostingWhy;
}

export interface BonusPostingView extends PostingLine {
  channel: typeof BONUS;
  why: BonusWhy;
}

export interface PostingWhy {
  clause: Clause;
  ruleSet: { documentId: string; name: string };
  /** What the channel gives before any split. */
  full: Points;
  /** Divided among so many units, and inside the unit among so many officers. */
  split: { units: number; officers: number };
  submission: { documentId: string; title: string };
  adoption: { documentId: string; organ: string | null; reference: string | null };
  entry: { uid: string; documentId: string; title: string | null } | null;
}

/** Why there is a posting of a bonus (额外加分, §六.2). */
export interface BonusWhy {
  clause: Clause;
  bonus: { documentId: string; reason: string; decidedBy: string };
}

/** A place in the regulation and its sentence, in the language of the request. */
export interface Clause {
  /** For example "七.7". */
  number: string;
  sentence: string;
}

export interface LedgerResponse {
  data: PostingView[];
  meta: { pagination: Pagination };
}
