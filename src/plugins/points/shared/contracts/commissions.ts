import type { LineAction, OutcomeCounts, UnitState } from '../../domain/commission';
import type { State } from '../../domain/submission-workflow';
import type { CommissionKind } from '../../domain/vocabulary';
import type { Pagination, UnitReference } from './common';

export {
  OUTCOME_COUNTS,
  type LineAction,
  type OutcomeCounts,
  type UnitState,
} from '../../domain/commission';

/** In which the table of outcomes can be had. */
export const COMMISSION_FORMATS = ['xlsx', 'csv'] as const;
export type CommissionFormat = (typeof COMMISSION_FORMATS)[number];

/** `GET /points/commissions`: what the office asked of units (约稿, §三（四）), the latest day first. */
export interface CommissionsQuery {
  /** Of the day that it is due on, of whichever unit. */
  period?: string;
  kind?: CommissionKind;
  /** documentId of a unit that it asks. */
  unit?: string;
  /** Only what is closed, or only what is not. */
  closed?: 'true' | 'false';
  page?: number;
  pageSize?: number;
}

/** A submission that names a commission. */
export interface CommissionAnswer {
  documentId: string;
  title: string;
  state: State;
  /** `YYYY-MM-DD`; `null` while it is a draft. */
  sentOn: string | null;
  /** The day on which it was adopted for the commission (§七.6); `null` where it is not. */
  adoptedOn: string | null;
}

/** What a commission asks of one unit, and what came of it. */
export interface CommissionUnit {
  unit: UnitReference;
  /** `YYYY-MM-DD`: later than the commission's where it was extended for the unit. */
  dueOn: string;
  state: UnitState;
  answers: CommissionAnswer[];
}

export interface CommissionView {
  documentId: string;
  title: string;
  text: string;
  kind: CommissionKind;
  /** Until when it is asked of the units without a day of their own. */
  dueOn: string;
  closed: boolean;
  /** ISO 8601. */
  askedAt: string;
  attachments: Array<{ id: number; name: string; url: string }>;
  /** Of who is held to units, these alone. */
  units: CommissionUnit[];
}

/** What was decided about a commission. */
export interface CommissionLine {
  /** ISO 8601. */
  at: string;
  action: LineAction;
  /** Their names as they were; `null` where it is about all of them. */
  units: string[] | null;
  /** Of an extension: until when, and what held before. */
  dueOn: string | null;
  dueBefore: string | null;
  reason: string | null;
  /** Empty where the application acted. */
  person: string;
}

export interface CommissionsResponse {
  data: CommissionView[];
  meta: { pagination: Pagination };
}

/** `GET /points/commissions/:documentId`, and what every decision about it answers with. */
export interface CommissionResponse {
  /** Who is held to units gets no line that is about others alone. */
  data: CommissionView & { lines: CommissionLine[] };
}

/** `POST /points/commissions/:documentId/extend`. */
export interface ExtendCommissionBody {
  /** `YYYY-MM-DD`, later than the day of all. */
  dueOn: string;
  reason: string;
  /** documentIds of the units that it is extended for; absent: all. */
  units?: string[];
}

/** `POST /points/commissions/:documentId/close` and `…/reopen`. */
export interface ReasonBody {
  reason: string;
}

/** `POST /points/commissions/:documentId/not-needed` and `…/needed`. */
export interface UnitOfCommissionBody {
  /** documentId. */
  unit: string;
  reason: string;
}

/** `POST /points/commissions/:documentId/answers/:submission/adopt`. */
export interface AdoptAnswerBody {
  /** `YYYY-MM-DD`; today unless told. */
  adoptedOn?: string;
}

/** `GET /points/commissions/outcomes`: done, late and missed, as bulletins and reviews count them. */
export interface CommissionOutcomesResponse {
  data: Array<OutcomeCounts & { unit: UnitReference }>;
  meta: { period: { code: string; from: string; to: string }; totals: OutcomeCounts };
}
