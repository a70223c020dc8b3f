import type { Channel } from '../../domain/vocabulary';
import type { Names, OfficerReference, Pagination, Points, UnitReference } from './common';

/** What the office can decide on an award of a sealed month whose ground has changed. */
export const SEALED_AWARD_DECISIONS = ['award-confirm', 'award-withdraw'] as const;

export type SealedAwardDecision = (typeof SEALED_AWARD_DECISIONS)[number];

/** Units that share an award, each with its officers named. */
export type NamedContributors = Array<{ unit: UnitReference; officers: OfficerReference[] }>;

/** An adoption that a sealed month counted, and that would count otherwise by what has changed since. */
export interface SealedAward extends Points {
  /** documentId of the adoption. */
  documentId: string;
  submission: { documentId: string; title: string };
  channel: Channel;
  /** What the rule set of the day calls the channel itself; absent where it does not. */
  channelName?: Names;
  adoptedOn: string;
  /** The sealed months that it counts in, the first first. */
  months: string[];
  /** Its entry, where it was made by publishing. */
  entry: { uid: string; documentId: string } | null;
  /** Its entry is gone: when, and by what (`unpublish`, `delete`, or `publish` as something else). */
  takenDown: { at: string; reason: string } | null;
  /** Who contributes has been changed: who shares it, and who would. */
  contributors: { counted: NamedContributors; now: NamedContributors } | null;
}

/** `GET /points/sealed-awards`: what waits for the office's decision, the oldest adoption first. */
export interface SealedAwardsResponse {
  data: SealedAward[];
  meta: { pagination: Pagination };
}

/** `POST /points/sealed-awards/:documentId/confirm`: it stays as it was circulated. */
export interface ConfirmAwardBody {
  comment?: string;
}

/** `POST /points/sealed-awards/:documentId/withdraw`: the change counts, in the first open month. */
export interface WithdrawAwardBody {
  reason: string;
}

/** What a decision answers with: where its effect counts. */
export interface SealedAwardDecisionResponse {
  data: {
    documentId: string;
    decision: SealedAwardDecision;
    /** The month that the change counts in; `null` where it stays. */
    month: string | null;
  };
}
