import type { ObjectionState, Outcome } from '../../domain/objection';
import type { OfficerReference, Pagination, Points, UnitReference } from './common';
import type { PostingView } from './ledger';

export {
  OBJECTION_STATES,
  OUTCOMES,
  type ObjectionState,
  type Outcome,
} from '../../domain/objection';

/** `POST /points/objections`: object to a posting, or to there being none for a submission. */
export interface FileObjectionBody {
  /** The key of the posting; or, where it is missing, the submission that should have earned. */
  line?: string;
  /** documentId. */
  submission?: string;
  /** The month in which the submission should have earned, `YYYY-MM`; that of its receipt unless told. */
  month?: string;
  text: string;
  /** Ids of uploaded files. */
  attachments?: number[];
}

/** What an answer adds to the unit's points, or takes off. */
export interface CorrectionBody {
  /** Not 0: `-2.5`, `"2.50"`, or a fraction such as `"20/3"`. */
  points: number | string;
  /** documentId of an officer of the unit; absent or `null` for the unit as a whole. */
  officer?: string | null;
  reason: string;
  /** Who decided it. */
  decidedBy: string;
}

/** `POST /points/objections/:documentId/answer`. */
export interface AnswerObjectionBody {
  outcome: Outcome;
  /** What the office says; also what was mended, where facts were. */
  text: string;
  correction?: CorrectionBody | null;
}

/** `POST /points/objections/:documentId/correction/withdraw`. */
export interface WithdrawCorrectionBody {
  reason: string;
}

/** `GET /points/objections`: the newest first; of those that wait, the oldest. */
export interface ObjectionsQuery {
  state?: ObjectionState;
  /** documentId. */
  unit?: string;
  page?: number;
  pageSize?: number;
}

/** Until when the lines of a month can be objected to. */
export interface ObjectionLimit {
  /** `YYYY-MM`. */
  month: string;
  /** `YYYY-MM-DD`; `null` while the month is open, when there is no limit. */
  lastDay: string | null;
  /** `false` where public holidays of a year on the way are not known: the last day may shift. */
  isExact: boolean;
  /** Whether the last day is past. */
  isOver: boolean;
}

/** What was done about an objection, the oldest first. */
export interface ObjectionStep {
  action: 'filed' | 'withdrawn' | 'answered' | 'correction-withdrawn';
  /** ISO 8601. */
  at: string;
  person: string;
  /** The unit of who filed or withdrew it, as it was called. */
  unit: string | null;
  /** What was said. */
  text: string | null;
  outcome: Outcome | null;
}

export interface ObjectionCorrection extends Points {
  officer: OfficerReference | null;
  reason: string;
  decidedBy: string;
  /** The month of the line, and the month that the correction counts in. */
  belongsTo: string;
  month: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

export interface ObjectionView {
  documentId: string;
  /** The unit as it is now, and its name as it was. */
  unit: UnitReference;
  unitName: string;
  /** The key of the posting that is objected to; `null` where one is missing. */
  line: string | null;
  /** documentId of the submission that should have earned; `null` where there is a line. */
  submission: string | null;
  /** What the line is for, as it was called. */
  title: string;
  /** The month of the line. */
  month: string;
  text: string;
  attachments: Array<{ id: number; name: string; url: string }>;
  state: ObjectionState;
  outcome: Outcome | null;
  filedBy: string;
  /** ISO 8601. */
  filedAt: string;
  correction: ObjectionCorrection | null;
  steps: ObjectionStep[];
}

export interface ObjectionDetail extends ObjectionView {
  /** The line as the ledger holds it; `null` where it is about none, or that cannot be read. */
  posting: PostingView | null;
}

export interface ObjectionsResponse {
  data: ObjectionView[];
  meta: { pagination: Pagination };
}

export interface ObjectionResponse {
  data: ObjectionDetail;
  /** That a correction counts in another month than its line's, in words; `null` where it does not. */
  meta: { notice: string | null };
}
