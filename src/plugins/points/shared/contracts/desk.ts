import type { Reason, State } from '../../domain/submission-workflow';
import type { Category, CommissionKind } from '../../domain/vocabulary';
import type { ContributorChange } from './contributors';
import type { Waiting } from './inbox';
import type { Points, UnitReference } from './common';
import type { Attachment, Paragraph, SubmissionDetail, SubmissionReference } from './submissions';

/** `GET /points/desk`: what concerns an officer or leader now. */
export interface DeskQuery {
  /** Of the whole unit, or only what the asker drafted or is named in; `unit` unless told. */
  of?: 'me' | 'unit';
}

export interface DeskSubmission {
  documentId: string;
  title: string;
  /** `null` while nobody has said what a draft is. */
  category: Category | null;
  state: State;
  /** Since when, ISO 8601. */
  since: string;
  /** Names of the officers. */
  officers: string[];
  awaitsSignature: boolean;
  /** `null` when it does not wait. */
  waiting: Waiting | null;
  /** Why it was returned or declined, and the words with it. */
  reason: Reason | null;
  comment: string | null;
  /** Whether its leader sent it back, and not the office. */
  isSentBack: boolean;
  /** What it says now (`SubmissionDetail.version`), where it waits for a signature. */
  version: string | null;
  /** What the own units earned with it. */
  points: Points;
}

/** The first of a group, and how many there are: what waits the oldest first, all else the newest. */
export interface DeskGroup {
  total: number;
  /** How many of `total` wait for a signature, shown or not. */
  awaitingSignature: number;
  /** At most 20. */
  items: DeskSubmission[];
}

export const DESK_GROUPS = [
  'toSign',
  'returned',
  'drafts',
  'waiting',
  'accepted',
  'declined',
] as const;
export type DeskGroupName = (typeof DESK_GROUPS)[number];

/** What the office asked of the unit and has not got: open, and no submission of the unit's is with the office. */
export interface DeskCommission {
  documentId: string;
  title: string;
  /** What is asked. */
  text: string;
  kind: CommissionKind;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  /** Days until then; 0 is today, less than 0 is overdue. */
  daysLeft: number;
  /** Whether the unit is to be reminded: little time is left, or none. */
  isUrgent: boolean;
  attachments: Array<{ id: number; name: string; url: string }>;
  /** The submission that was begun for it, as a draft or come back. */
  begun: SubmissionReference | null;
}

/** A unit's place in a month. */
export interface DeskMonth extends Points {
  /** `YYYY-MM`. */
  month: string;
  /** `null` when the unit was not ranked in that month. */
  rank: number | null;
  /** How many units of its kind were ranked. */
  of: number;
  submitted: number;
  adopted: number;
  /** What of the points is bonus (额外加分, §六.2). */
  bonus: Points;
}

export interface DeskStanding {
  unit: UnitReference;
  /** Twelve months, the oldest first; the last is the present one. */
  months: DeskMonth[];
}

/** That somebody else added or took out one of the own units or officers. */
export interface DeskContributorChange {
  /** ISO 8601. */
  at: string;
  action: ContributorChange;
  /** `documentId` is `null` where the submission is no longer the asker's to see. */
  submission: { documentId: string | null; title: string };
  /** Who did it, and of which unit. */
  person: string;
  unit: string | null;
  names: string[];
}

/** A bulletin that was issued to the asker and waits to be acknowledged (阅知). */
export interface DeskBulletin {
  documentId: string;
  /** `YYYY-MM`. */
  month: string;
  /** ISO 8601. */
  issuedAt: string;
}

export interface DeskResponse {
  data: {
    /** The asker's own units; none when the account is not registered as officer. */
    units: UnitReference[];
    /** What the asker signs comes in `toSign` only for who may sign. */
    maySign: boolean;
    mayWrite: boolean;
    groups: Record<DeskGroupName, DeskGroup>;
    /** The most urgent first. */
    commissions: DeskCommission[];
    /** The newest first. */
    bulletins: DeskBulletin[];
    /** Of the last thirty days, the newest first. */
    contributorChanges: DeskContributorChange[];
    standings: DeskStanding[];
  };
}

/** A piece that waits for the asker's signature. */
export interface PieceToSign {
  documentId: string;
  title: string;
}

/** `GET /points/desk/reading/:documentId`: all that is read before it is signed. */
export interface SubmissionReading extends SubmissionDetail {
  /** What it says now, also while it is drafted as an entry. */
  paragraphs: Paragraph[];
  /** Its own, and those of the entry that it is drafted with. */
  files: Attachment[];
  /** All that waits for the asker's signature, the oldest first. */
  toSign: PieceToSign[];
}

export interface SubmissionReadingResponse {
  data: SubmissionReading;
}

/** A piece, and which words of it were read. */
export interface ReadPiece {
  documentId: string;
  version: string;
}

/** `POST /points/desk/sign`: each in a transaction of its own. */
export interface DeskSignBody {
  /** 1 to 50. */
  pieces: ReadPiece[];
}

export interface DeskSignResponse {
  data: Array<{
    documentId: string;
    signed: boolean;
    /** Whether it is with the office now; signed and not sent, it waits for other units' leaders. */
    sent: boolean;
    /** Why it was not signed, in the language of the request. */
    message: string | null;
  }>;
}

/** The groups that the home page counts: what there is to do, and what waits. */
export const DESK_SUMMARY_GROUPS = [
  'toSign',
  'returned',
  'drafts',
  'waiting',
] as const satisfies readonly DeskGroupName[];
export type DeskSummaryGroupName = (typeof DESK_SUMMARY_GROUPS)[number];

/** `GET /points/desk/summary`: the numbers of the whole unit's desk, for the home page. */
export interface DeskSummaryResponse {
  data: {
    /** As on the desk. */
    units: UnitReference[];
    maySign: boolean;
    /** How many there are; `toSign` is 0 for who may not sign. */
    groups: Record<DeskSummaryGroupName, number>;
    /** `soon`: due within the days of the first reminder, and not overdue. */
    commissions: { total: number; overdue: number; soon: number };
    /** How many bulletins wait for the asker to acknowledge them. */
    bulletins: number;
    /** Where each of the units stands in the present month. */
    standings: Array<{ unit: UnitReference; month: DeskMonth }>;
  };
}
