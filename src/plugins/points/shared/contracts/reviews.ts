import type { Digests } from '../../domain/bulletin';
import type { ProposalReason, Verdict } from '../../domain/award-proposal';
import type { PraiseException, ReviewKind } from '../../domain/review';
import type { Deliveries } from '../../domain/review-medians';
import type { AwardClass, UnitKind } from '../../domain/vocabulary';
import type { OfficerReference, Points, UnitReference } from './common';

export type { ReviewKind } from '../../domain/review';

/** In what a review can be had as a file. */
export const REVIEW_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** How long the parts of the prose are, each and at most. */
export const MOST_PROSE = 1500;

/** So long a signature is at most. */
export const MOST_SIGNATURE = 100;

/** How long the running text of a review's document is at most, in characters. */
export const MOST_RUNNING_TEXT = 4000;

/** A unit's numbers in a period: by the sealed months, and how its pieces went when the review was made. */
export interface ReviewUnit extends Points {
  unit: UnitReference;
  /** Among the units of its kind. */
  rank: number;
  submitted: number;
  /** Distinct submissions that earned in the period. */
  adopted: number;
  /** Pieces that the months counted as received, as they stood, and how many of them were ever returned. */
  pieces: number;
  returned: number;
  /** The median of the minutes from receipt to the office's first decision, a fraction; `null` without a decision. */
  waiting: string | null;
  /** Months of the period in which it was in use and sent nothing (零报送). */
  silentMonths: string[];
  commissions: Deliveries;
}

export interface ReviewOfficer extends Points {
  officer: OfficerReference;
  unit: UnitReference;
  rank: number;
  submitted: number;
  adopted: number;
}

/** Medians as fractions; `null` where there is nothing to take one of. `waiting` is in minutes. */
export interface ReviewMedians {
  returnRate: string | null;
  adoptionRate: string | null;
  onTimeRate: string | null;
  waiting: string | null;
}

/** What a review froze when it was made. */
export interface ReviewFacts {
  /** `2026-H1`, `2026-H2` or `2026`. */
  period: string;
  kind: ReviewKind;
  /** First and last day. */
  from: string;
  to: string;
  /** The sealed months that it rests on. */
  months: string[];
  /** ISO 8601. */
  madeAt: string;
  madeBy: string;
  /** The bulletin of the last of these months, by its SHA-256. */
  bulletin: { month: string; sha256: string };
  units: ReviewUnit[];
  officers: ReviewOfficer[];
  /** Who was in charge of a unit (分管领导) on the last day. */
  heads: Array<{ unit: string; officer: OfficerReference }>;
  medians: Record<'all' | UnitKind, ReviewMedians>;
}

/** What the office writes and sets; it can be changed until the review is published. */
export interface ReviewContent {
  thresholds: {
    /** So many places of each kind are praised. */
    praised: Record<UnitKind, number>;
    /** With fewer items adopted nobody is praised or proposed. */
    leastItems: number;
    /** Who sent nothing in so many months is named; 0 names nobody. */
    silentMonths: number;
  };
  /** Of a year: how many are awarded. */
  quotas: Record<AwardClass, number>;
  /** Whether heads of winning units are awarded beside the quota. */
  headsBeside: boolean;
  /** Units, of those that sent nothing for long, that are named in the document. */
  criticised: string[];
  prose: {
    praise: string;
    problems: string;
    requirements: string;
    nextSteps: string;
  };
  /** Who signs the document (落款). */
  signature: string;
  /** On a unit's base content of the website (网站基础内容建设), which is looked at and not scored. */
  baseContent: Array<{ unit: string; note: string }>;
  /** 一票否决: by documentId of a unit or officer, with the reason. */
  vetoes: Array<{ subject: string; reason: string }>;
}

/** What the leaders decided on a candidate. */
export interface AwardDecision {
  class: AwardClass;
  /** documentId of the unit or officer. */
  subject: string;
  awarded: boolean;
  decidedBy: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Why it is not what was proposed; empty where it is. */
  reason: string;
}

/** Who is praised, and who of the first is not. */
export interface ReviewPraise {
  praised: ReviewUnit[];
  exceptions: Array<ReviewUnit & { exception: PraiseException; veto: string | null }>;
}

/** Somebody who may be awarded, with what is proposed and why. Of a head, points and items are the unit's. */
export interface AwardCandidate extends Points {
  class: AwardClass;
  subject: string;
  name: string;
  unit: UnitReference;
  /** `null` for a head, who is proposed for the unit's sake. */
  rank: number | null;
  items: number;
  /** `head`: beside the quota, as head of a winning unit. */
  verdict: Verdict | 'head';
  reason: ProposalReason | 'head';
  veto: string | null;
  /** On the base content of the unit. */
  note: string;
  decision: AwardDecision | null;
}

/** What follows from the numbers and from what the office set. */
export interface ReviewOutcome {
  praise: Record<UnitKind, ReviewPraise>;
  /** Units that sent nothing for long. */
  silent: ReviewUnit[];
  /** Of a year: candidates and near misses, class by class. */
  candidates: AwardCandidate[];
}

/** `decided`: of a year, all that was proposed is decided on; `published`: closed for good. */
export type ReviewState = 'draft' | 'decided' | 'published';

export interface ReviewSummary extends Digests {
  documentId: string;
  period: string;
  kind: ReviewKind;
  state: ReviewState;
  /** Counts the changes: who writes says which one was read. */
  revision: number;
  madeAt: string;
  madeBy: string;
  /** Of the frozen numbers; once published, of all that it says. */
  fingerprint: string;
  /** When and by whom it was published, with the hashes of all that it says; `null` until then. */
  closing: (Digests & { at: string; by: string }) | null;
}

/** `GET /points/reviews`: the latest period first. Who may not write them is shown published ones alone. */
export interface ReviewsResponse {
  data: ReviewSummary[];
  /** Periods whose months are all sealed and of which there is no review; empty for who may make none. */
  meta: { open: string[] };
}

/** `GET /points/reviews/:documentId`, and what every change answers. Of others than the office, what the document says. */
export interface ReviewResponse {
  data: ReviewSummary & {
    facts: ReviewFacts;
    content: ReviewContent;
    decisions: AwardDecision[];
    outcome: ReviewOutcome;
  };
}

/** `GET /points/reviews/preview?period=`: what making it would freeze. */
export interface ReviewPreviewResponse {
  data: {
    period: string;
    /** A sentence why it cannot be made; `null` when it can. */
    refusal: string | null;
    /** `null` where a month is not sealed. */
    facts: ReviewFacts | null;
  };
}

/** `POST /points/reviews`. */
export interface MakeReviewBody {
  period: string;
}

/** `PUT /points/reviews/:documentId`. */
export interface SaveReviewBody {
  revision: number;
  content: ReviewContent;
}

/** `POST /points/reviews/:documentId/decide`. */
export interface DecideReviewBody extends Omit<AwardDecision, 'reason'> {
  revision: number;
  /** Needed where it departs from the proposal. */
  reason?: string;
}

/** `POST /points/reviews/:documentId/publish`. */
export interface PublishReviewBody {
  revision: number;
}

/** How a review does not agree with what was frozen or published. */
export interface ReviewFinding {
  period: string;
  /**
   * `changed`: its numbers are not those that were frozen; `bulletin`: it rests on another bulletin;
   * `closing`: it is not what was published.
   */
  problem: 'changed' | 'bulletin' | 'closing';
}
