import type { Names, OfficerReference, Pagination, UnitReference } from './common';

/** `POST /points/deductions`: hold something against a unit (扣分), as the rule set of its day says. */
export interface RecordDeductionBody {
  /** documentId. */
  unit: string;
  /** documentId of an officer of the unit; absent or `null` for the unit as a whole. */
  officer?: string | null;
  /** Which: a code among the deductions of the rule set in force on its day. */
  code: string;
  /** Where the rule has a range, and only there: `2.5` or `"2.50"`. */
  points?: number | string | null;
  reason: string;
  /** Who decided it. */
  decidedBy: string;
  /** The day that it counts on, of a month that is not sealed: `YYYY-MM-DD`, or a moment in ISO 8601 with an offset. */
  day: string;
  /** Ids of uploaded files. */
  evidence?: number[];
}

/** `POST /points/deductions/:documentId/withdraw`. */
export interface WithdrawDeductionBody {
  reason: string;
}

/** `GET /points/deductions`: deductions, withdrawn ones too, the latest day first. */
export interface DeductionsQuery {
  /** Of the day that it counts on. */
  period?: string;
  /** documentId. */
  unit?: string;
  page?: number;
  pageSize?: number;
}

/** What a rule set says of a kind of deduction; points as a decimal: `"2.50"`. */
export interface DeductionKind {
  code: string;
  name: Names;
  clause: string;
  sentence: Names;
  /** `null` where it takes no points; a range where whoever decides chooses. */
  points: string | { from: string; to: string } | null;
  /** What it sets to zero. */
  zeroes: 'month' | 'quarter' | 'half' | 'year' | null;
  /** From which one in a year on it counts. */
  from: number;
}

/** `GET /points/deductions/kinds`: what may be deducted on a day; empty where the rules know nothing of the sort. */
export interface DeductionKindsQuery {
  /** `YYYY-MM-DD`; absent: today. */
  day?: string;
}

export interface DeductionKindsResponse {
  data: DeductionKind[];
  meta: {
    day: string;
    /** The rule set in force on the day; `null` where there is none. */
    ruleSet: string | null;
  };
}

export interface DeductionView {
  documentId: string;
  unit: UnitReference;
  officer: OfficerReference | null;
  code: string;
  /** What the rule set in force on its day says of it; `null` where it knows no such deduction (any more): it takes nothing then. */
  kind: DeductionKind | null;
  /** What it takes of points, as a decimal; `null` where it takes none. */
  points: string | null;
  reason: string;
  decidedBy: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Whether a sealed month has it already: it can no longer be withdrawn. */
  frozen: boolean;
  evidence: Array<{ id: number; name: string; url: string }>;
  /** `null` where the application recorded it. */
  recordedBy: string | null;
  recordedAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

export interface DeductionResponse {
  data: DeductionView;
}

export interface DeductionsResponse {
  data: DeductionView[];
  meta: { pagination: Pagination };
}
