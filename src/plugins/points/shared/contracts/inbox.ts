import type { State } from '../../domain/submission-workflow';
import type { Category } from '../../domain/vocabulary';
import type { OfficerReference, Pagination, UnitReference } from './common';

/** What the office looks at: pieces of a state, or those that wait for their leader's signature. */
export const QUEUES = [
  'submitted',
  'awaits-signature',
  'returned',
  'accepted',
  'declined',
] as const;
export type Queue = (typeof QUEUES)[number];

/** `GET /points/inbox`: what waits comes oldest first, what is decided newest first. */
export interface InboxQuery {
  /** `submitted` unless told. */
  queue?: Queue;
  /** documentId. */
  unit?: string;
  category?: Category;
  /** Words of the title or the text. */
  text?: string;
  page?: number;
  pageSize?: number;
}

/** How long something waits. */
export interface Waiting {
  workingDays: number;
  /** `false` when a day lies in a year whose public holidays are not known: then Monday to Friday count. */
  exact: boolean;
}

export interface InboxItem {
  documentId: string;
  title: string;
  /** `null` while nobody has said what a draft is. */
  category: Category | null;
  state: State;
  contributors: Array<{ unit: UnitReference; officers: OfficerReference[] }>;
  /** When it was first received, ISO 8601. */
  receivedAt: string | null;
  /** Since when it is in this queue, ISO 8601. */
  since: string;
  /** `null` when it does not wait. */
  waiting: Waiting | null;
  attachments: number;
  /** Likely duplicates of the last 60 days, at most ten: as many as `…/duplicates` shows. */
  duplicates: number;
}

export interface InboxResponse {
  data: InboxItem[];
  meta: {
    pagination: Pagination;
    /** All that waits, whatever the filters. */
    waiting: { submitted: number; 'awaits-signature': number };
  };
}

/** `POST /points/inbox/accept`: each in a transaction of its own. */
export interface AcceptBody {
  /** 1 to 100. */
  documentIds: string[];
}

export interface AcceptResponse {
  /** In the order of the request. */
  data: Array<{
    documentId: string;
    accepted: boolean;
    /** Why not, in the language of the request. */
    message: string | null;
  }>;
}

/** `GET /points/entry-types`: what can be made of a submission; types that run in a placement first. */
export interface EntryTypesResponse {
  data: Array<{ uid: string; displayName: string }>;
}

/** `POST /points/submissions/:documentId/entry`: make a draft entry of it. */
export interface MakeEntryBody {
  uid: string;
}

export interface MakeEntryResponse {
  data: {
    uid: string;
    documentId: string;
    /** What the content type has no place for. */
    leftOut: { text: boolean; attachments: string[] };
  };
}
