import type { Posting } from '../../domain/posting';
import type { BONUS, Channel, CORRECTION, PointsSource } from '../../domain/vocabulary';
import type { Names, OfficerReference, Pagination, Points, UnitReference } from './common';
import type { ObjectionLimit } from './objections';

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

/** A posting as people read it: what an adoption gave, a bonus, or the correction of another. */
export type PostingView = AdoptionPostingView | BonusPostingView | CorrectionPostingView;

interface PostingLine extends Points {
  /** Identifies the posting for ever. */
  key: string;
  kind: Posting['kind'];
  /** The key of the award that a reversal takes back. */
  reverses: string | null;
  /** Hundredths of a point; negative in a reversal, and where a correction takes off. */
  amount: number;
  divisor: number;
  /** `YYYY-MM-DD` in the configured time zone; of a bonus, the day that it counts on; of a correction, the day that it was decided. */
  adoptedOn: string;
  /** The month that it counts in. */
  month: string;
  /** The month of its adoption, bonus or corrected line: differs from `month` only when that was sealed. */
  belongsTo: string;
  /** Whether the bulletin of that month is sealed, so that it counts there for good. */
  sealed: boolean;
  /** `null` where somebody wrote over it past the application. */
  postedAt: string | null;
  /** Its place in the ledger's chain, and its hash there (SHA-256), which names that of the one before. */
  sequence: number;
  hash: string;
  /** What led to it: `publish`, `unpublish`, `record`, `withdraw`, `contributors`, `delete`, `objection`, `reconcile`. */
  cause: string;
  /** The unit as it is now, and its name as it was. */
  unit: UnitReference;
  unitName: string;
  officer: OfficerReference | null;
  officerName: string | null;
}

export interface AdoptionPostingView extends PostingLine {
  channel: Channel;
  /** Of a reversal, why its entry was taken down, and who said so; `null` where nobody did. */
  takenDown: { reason: string; by: string } | null;
  why: PostingWhy;
}

export interface BonusPostingView extends PostingLine {
  channel: typeof BONUS;
  why: BonusWhy;
}

export interface CorrectionPostingView extends PostingLine {
  channel: typeof CORRECTION;
  why: CorrectionWhy;
}

export interface PostingWhy {
  clause: Clause;
  /** The version of the rules that it was rated by. */
  ruleSet: { documentId: string; name: string; effectiveFrom: string | null };
  /** What the channel is called where the rule set names it itself. */
  channelName?: Names;
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

/** Why there is a posting of a correction (更正): the answer to an objection. */
export interface CorrectionWhy {
  objection: {
    documentId: string;
    /** What was objected to, as it was called. */
    title: string;
    /** Why it is corrected. */
    reason: string;
    decidedBy: string;
  };
  /** The key of the posting that it corrects; `null` where one was missing. */
  corrects: string | null;
}

/** A place in the regulation and its sentence, in the language of the request. */
export interface Clause {
  /** For example "七.7". */
  number: string;
  sentence: string;
}

/**
 * A posting in which somebody wrote past the application what no such column holds. Where it is more than
 * the moment of posting, nothing else of it is told. Verifying says what is wrong.
 */
export interface UnreadablePosting {
  /** Its place in the ledger's chain; `null` where that was written over too. */
  sequence: number | null;
  /** As findings name it; `null` where it has none. */
  key: string | null;
}

export interface LedgerResponse {
  data: PostingView[];
  meta: {
    pagination: Pagination;
    /** Of the page, those that cannot be read. */
    unreadable: UnreadablePosting[];
    /** Until when lines can be objected to, of each month on the page; and those that an objection waits about, by key. */
    objections: { limits: ObjectionLimit[]; waiting: string[] };
  };
}
