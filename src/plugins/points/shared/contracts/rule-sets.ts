import type { RuleSetChange, RuleSetJson } from '../../domain/rule-set-changes';
import type { Points, UnitReference } from './common';

export type { RuleSetChange, RuleSetJson } from '../../domain/rule-set-changes';

/** Where a rule set stands in time: in force today, over, or still to come. */
export type RuleSetState = 'in-force' | 'past' | 'coming';

/** A version of the rules that is, was or will be in force. */
export interface RuleSetSummary {
  documentId: string;
  name: string;
  effectiveFrom: string;
  /** Last day; `null` while none is set. */
  effectiveTo: string | null;
  state: RuleSetState;
}

/** A version that is being written. */
export interface RuleSetDraftSummary {
  documentId: string;
  name: string;
  /** Counts its savings: whoever saves says from which one. */
  revision: number;
  savedAt: string;
  savedBy: string;
}

/** `GET /points/rule-sets` */
export interface RuleSetsResponse {
  /** The one that begins last first. */
  data: RuleSetSummary[];
  meta: {
    /** Those that somebody wrote over past the application. */
    unreadable: Array<Pick<RuleSetSummary, 'documentId' | 'name'>>;
    /** Empty for whoever may not write them. */
    drafts: RuleSetDraftSummary[];
    /** The first day from which another can be in force; `null` when that is any day. */
    firstDay: string | null;
  };
}

/** `GET /points/rule-sets/:documentId` */
export interface RuleSetResponse {
  data: RuleSetSummary & { content: RuleSetJson };
}

/** What of a draft is not as a rule set must be. */
export interface RuleSetProblem {
  /** Where, as `channels.3.points`. */
  path: string;
  /** In the language of the request. */
  message: string;
}

/** `GET`, `PUT /points/rule-set-drafts/:documentId`, `POST /points/rule-set-drafts` */
export interface RuleSetDraftResponse {
  data: RuleSetDraftSummary & {
    /** As it was saved: whole only when there are no problems. */
    content: unknown;
    problems: RuleSetProblem[];
    /** The rule set that it is compared with: the one that it began from, else the one in force. */
    comparedWith: RuleSetSummary | null;
    /** Empty while there are problems. */
    changes: RuleSetChange[];
    firstDay: string | null;
  };
}

/** `POST /points/rule-set-drafts`: a copy of a rule set, or what a file holds. */
export interface MakeRuleSetDraftBody {
  /** documentId */
  ruleSet?: string;
  content?: unknown;
}

/** `PUT /points/rule-set-drafts/:documentId` */
export interface SaveRuleSetDraftBody {
  revision: number;
  name: string;
  content: unknown;
}

/** `POST /points/rule-set-drafts/:documentId/try` */
export interface TryRuleSetBody {
  /** The last of the twelve months, `2026-10`; the last that is over, if absent. */
  until?: string;
}

/** What one piece would give a unit. */
export interface TrialPiece {
  submission: { documentId: string; title: string };
  before: Points;
  after: Points;
  difference: Points;
}

/** A unit's standing in the months as it is and as it would be. */
export interface TrialUnit {
  unit: UnitReference;
  before: Points & { rank: number };
  after: Points & { rank: number };
  difference: Points;
  /** How many pieces give it another number. */
  changed: number;
  /** Those that make the greatest difference. */
  pieces: TrialPiece[];
}

/** Twelve months scored anew. */
export interface RuleSetTrial {
  /** First and last day. */
  from: string;
  to: string;
  months: string[];
  /** How many submissions were adopted in them. */
  submissions: number;
  /**
   * Whether rules over a period (quotas, caps, …) stand in the draft or in a version in force: of the periods that lie
   * wholly in the months they are reckoned on both sides.
   */
  hasPeriods: boolean;
  units: TrialUnit[];
}

/** `POST /points/rule-set-drafts/:documentId/try` */
export interface RuleSetTrialResponse {
  data: RuleSetTrial;
}

/** `POST /points/rule-set-drafts/:documentId/put-in-force` */
export interface PutInForceBody {
  revision: number;
  /** Its first day. */
  from: string;
}

/** `POST /points/rule-set-drafts/:documentId/put-in-force` */
export interface PutInForceResponse {
  data: RuleSetSummary;
  meta: {
    /** How many submissions were settled anew, for something adopted them on that day or later. */
    settled: number;
  };
}
