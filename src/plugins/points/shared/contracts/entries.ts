import type { State } from '../../domain/submission-workflow';
import type { Category, Channel, Placement } from '../../domain/vocabulary';
import type { AdoptionPostingView, Clause, UnreadablePosting } from './ledger';
import type { Names, OfficerReference, Points, UnitReference } from './common';

/**
 * `GET /points/entries/:uid/:documentId`: the panel. `placement` and `submission` (a documentId)
 * may be given to ask about values that are not saved yet.
 */
export interface EntryQuery {
  placement?: Placement | '';
  submission?: string;
}

export interface SubmissionView {
  documentId: string;
  title: string;
  /** `null` while nobody has said what a draft is. */
  category: Category | null;
  receivedAt: string | null;
  state: State;
  contributors: Array<{ unit: UnitReference; officers: OfficerReference[] }>;
}

/** What one unit or officer would get if the entry were published now. */
export interface AwardPreview extends Points {
  channel: Channel;
  /** What the channel is called where the rule set names it itself. */
  channelName?: Names;
  unit: UnitReference;
  officer: OfficerReference | null;
  clause: Clause;
  full: Points;
  split: { units: number; officers: number };
}

/** Why publishing would award nothing (more). */
export type EntryNotice =
  | 'no-submission'
  | 'no-placement'
  | 'no-rule-set'
  | 'outside-choice'
  | 'unreadable'
  | 'already-awarded'
  | 'counts-through-another-entry';

export interface EntryView {
  uid: string;
  documentId: string;
  published: boolean;
  placement: Placement | null;
  submission: SubmissionView | null;
  /** The postings that publishing now would make; reversals have negative points. */
  preview: AwardPreview[];
  notices: EntryNotice[];
  /** Postings of this entry's adoptions, newest first. */
  awarded: AdoptionPostingView[];
  /** Those of them that cannot be read. */
  unreadable: UnreadablePosting[];
  /** Net of `awarded`. */
  total: Points;
}

export interface EntryResponse {
  data: EntryView;
}

/** `POST /points/entries/:uid/:documentId/submission`: make the submission from the entry. */
export interface CreateSubmissionFromEntryBody {
  category: Category;
  /** documentIds; at least one. */
  units: string[];
  officers?: string[];
  title?: string;
}

/** `GET /points/entries/:uid?documentIds=a,b`: net points of many entries, for the list view. */
export interface EntryPointsResponse {
  data: Record<string, Points>;
}

/** `GET /points/units?day`: what the pickers of the pages need, units active on a day (today unless told) with their officers. */
export interface UnitsResponse {
  data: Array<UnitReference & { officers: OfficerReference[] }>;
}
