import type { OfficerReference, Pagination, Points, UnitReference } from './common';

/** `POST /points/bonuses`: give points by hand (额外加分, §六.2). */
export interface RecordBonusBody {
  /** documentId. */
  unit: string;
  /** documentId of an officer of the unit; absent or `null` for the unit as a whole. */
  officer?: string | null;
  /** Above 0 and at most 1000, with at most two decimals: `2.5` or `"2.50"`. */
  points: number | string;
  reason: string;
  /** Who decided it. */
  decidedBy: string;
  /** The day that it counts on: `YYYY-MM-DD`, or a moment in ISO 8601 with an offset, of which the local day counts. */
  day: string;
  /** Ids of uploaded files. */
  evidence?: number[];
}

/** `POST /points/bonuses/:documentId/withdraw`. */
export interface WithdrawBonusBody {
  reason: string;
}

/** `POST /points/bonuses/:documentId/evidence`: show more for it. */
export interface EvidenceBody {
  /** Ids of uploaded files, put beside those that are there. */
  evidence: number[];
}

/** `GET /points/bonuses`: bonuses, withdrawn ones too, the latest day first. */
export interface BonusesQuery {
  /** Of the day that it counts on. */
  period?: string;
  /** documentId. */
  unit?: string;
  page?: number;
  pageSize?: number;
}

export interface BonusView extends Points {
  documentId: string;
  unit: UnitReference;
  officer: OfficerReference | null;
  reason: string;
  decidedBy: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** The month of the day, and the month that it counts in: another one where that was sealed. */
  belongsTo: string;
  month: string;
  evidence: Array<{ id: number; name: string; url: string }>;
  /** `null` where the application recorded it. */
  recordedBy: string | null;
  recordedAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

export interface BonusResponse {
  data: BonusView;
  /** That it counts in another month than its own, in words; `null` where it does not. */
  meta: { notice: string | null };
}

export interface BonusesResponse {
  data: BonusView[];
  meta: { pagination: Pagination };
}
