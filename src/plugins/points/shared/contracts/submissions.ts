import type { Action, Reason, State } from '../../domain/submission-workflow';
import type { Category, Placement } from '../../domain/vocabulary';
import type { OfficerReference, Points, UnitReference } from './common';

/**
 * `POST /points/submissions/:documentId/actions/:action`, for every action but `sign`, `merge` and
 * `unmerge`. Answers with `SubmissionResponse`.
 */
export interface MoveBody {
  /** Required by `return`, `decline` and `send-back`. */
  reason?: Reason;
  /** Required where the reason is `other`. */
  comment?: string;
}

/** `POST …/actions/sign`: what is signed is what was read. Answers with `SubmissionResponse`. */
export interface SignBody {
  /** `SubmissionDetail.version`, of the piece as it was read. */
  version: string;
}

/** `POST …/actions/merge` on the submission that takes the others in. */
export interface MergeBody {
  /** documentIds of those that become part of it. */
  sources: string[];
}

/**
 * `POST …/actions/unmerge`: on a submission that is part of another, it leaves it; on one that has
 * taken others in, `sources` leave, or all of them.
 */
export interface UnmergeBody {
  sources?: string[];
}

/** A piece of a text beside another version of it. */
export interface TextChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** How the words of one version differ from another's. */
export interface Difference {
  title: TextChange[];
  text: TextChange[];
}

/** A line of the history, which is never changed. */
export interface HistoryLine {
  /** ISO 8601. */
  at: string;
  /** An action, or `create`, `edit` (by the office), `adopt`, `merge-into`, `leave`. */
  action: string;
  from: State | null;
  to: State | null;
  /** Who, as they were called then; empty where the system acted. */
  person: string;
  /** The unit as it was called; `null` for the office's people. */
  unit: string | null;
  reason: Reason | null;
  comment: string | null;
  /** Of an `edit`: what changed. */
  difference: Difference | null;
  /** Of a merge: the other submissions. */
  others: Array<{ documentId: string; title: string }>;
}

export interface SubmissionReference {
  documentId: string;
  title: string;
  state: State;
}

export interface Attachment {
  id: number;
  name: string;
  url: string;
  mime: string;
  alternativeText: string | null;
  /** In bytes. */
  size: number;
}

/** A part of what a submission says. */
export interface Paragraph {
  kind: 'heading' | 'text' | 'item' | 'quote' | 'picture';
  /** Of a picture what it shows, where somebody has said so. */
  text: string;
  /** Of a picture its address, else `null`. */
  url: string | null;
}

/** An entry that is tied to a submission. */
export interface TiedEntry {
  uid: string;
  documentId: string;
  title: string | null;
  placement: Placement | null;
  published: boolean;
}

/** `GET /points/submissions/:documentId`. */
export interface SubmissionDetail {
  documentId: string;
  title: string;
  text: string;
  /** `null` while nobody has said what a draft is. */
  category: Category | null;
  /** The commission that it answers, where the asker may see that one. */
  commission: { documentId: string; title: string } | null;
  eventDate: string | null;
  /** The leader who answers for it. */
  signer: string | null;
  attachments: Attachment[];
  contributors: Array<{ unit: UnitReference; officers: OfficerReference[] }>;
  /** Marks what it says now: another one as soon as a word, file or contributor is another. */
  version: string;
  /** Why it stands with its unit: returned, declined, or sent back by its leader; else `null`. */
  verdict: HistoryLine | null;
  state: State;
  /** Since when it is in this state, ISO 8601. */
  stateSince: string | null;
  receivedAt: string | null;
  signature: {
    /** Since when it waits for the leader; `null` when it does not. */
    requestedAt: string | null;
    /** Units that sign off and have not signed. */
    missing: UnitReference[];
    given: Array<{ unit: UnitReference; by: string; at: string }>;
  };
  /** Whether the asker may edit it now. */
  editable: boolean;
  /** What the asker may do with it now. */
  actions: Action[];
  /** The submission that it is part of. */
  mergedInto: SubmissionReference | null;
  /** The submissions that are part of it. */
  merged: SubmissionReference[];
  /** Oldest first. */
  history: HistoryLine[];
  /** What the words are now against what the unit last sent; `null` when they are the same. */
  difference: Difference | null;
  entries: TiedEntry[];
  /** What it earned: of all units for the office, of the own units for a unit's people. */
  points: Points;
}

export interface SubmissionResponse {
  data: SubmissionDetail;
}

/** `GET /points/submissions/:documentId/duplicates`: of the last 60 days, the likeliest first. */
export interface DuplicatesResponse {
  data: Duplicate[];
}

export interface Duplicate extends SubmissionReference {
  units: UnitReference[];
  receivedAt: string | null;
  /** 0 to 1. */
  likeness: number;
  /** What is alike. */
  reason: 'title' | 'text' | 'title-and-text';
}

/** `GET /points/submissions/:documentId/precheck`: errors hinder sending, warnings do not. */
export interface PrecheckResponse {
  data: { errors: PrecheckIssue[]; warnings: PrecheckIssue[] };
}

export interface PrecheckIssue {
  /** `title`, `text`, `officers`, `signer`, `attachments`, `eventDate`. */
  field: string;
  code: string;
  /** In the language of the request. */
  message: string;
  /** Of a word: where it stands in the field. */
  place: { start: number; length: number; excerpt: string } | null;
  word: string | null;
  suggestion: string | null;
}
