import type { SetupState } from '../../domain/setup';
import type { Position, UnitKind } from '../../domain/vocabulary';
import type { UnitReference } from './common';

export type { SetupState } from '../../domain/setup';

/** How many officers a unit can be made with. */
export const MOST_NEW_OFFICERS = 20;

/** One step towards a bureau that works, in words of the language of the request. */
export interface SetupStepView {
  key: string;
  state: SetupState;
  /** Whether the bureau works without it. */
  isRequired: boolean;
  title: string;
  /** What there is, or what lacks. */
  why: string;
  /** How many of how many are there; `null` where nothing is counted. */
  progress: { have: number; need: number } | null;
  /** Where it is done, below the panel's base. */
  page: string;
}

/** Somebody who has not taken the invitation yet. */
export interface OpenInvitation {
  /** documentId of the record of the member. */
  member: string;
  name: string;
  position: Position;
  unit: string;
  mail: string;
}

/** `GET /points/setup`. */
export interface SetupResponse {
  data: {
    steps: SetupStepView[];
    /** Whether all is done that is required. */
    isComplete: boolean;
    /** Invitations of members in office that are still open. */
    invitations: OpenInvitation[];
    /** Whether invitations can be mailed: a mail server is set up, and the address of the panel is. */
    canMail: boolean;
    /** Name of the rule set that can be put in force; `null` where there is none. */
    ruleSet: string | null;
  };
}

/** `POST /points/setup/rule-set`. */
export interface InstallRuleSetBody {
  /** First day in force, `YYYY-MM-DD`. */
  from: string;
}

export interface InstallRuleSetResponse {
  data: { documentId: string; name: string; effectiveFrom: string };
}

/** `POST /points/setup/test-mail`: a mail to whoever asks. */
export interface TestMailResponse {
  data: { address: string };
}

/** Somebody of a unit that is being made; with an address they get an account. */
export interface NewMember {
  name: string;
  mail?: string | null;
}

/** `POST /points/units`. */
export interface NewUnitBody {
  name: string;
  code: string;
  kind: UnitKind;
  /** Whether the leader signs what is sent in. */
  signOff?: boolean;
  /** `YYYY-MM-DD`; without it the unit has been there from the beginning. */
  activeFrom?: string | null;
  officers?: NewMember[];
  leader?: NewMember | null;
  /** Who heads the unit: named, or one of the above (of officers the first). */
  head?: { name?: string | null; mail?: string | null; is?: Position | null } | null;
  /** Whether invitations are mailed too. */
  sendMail?: boolean;
}

/** The way to an account, for who is to use it: shown to whoever made it, and never again. */
export interface Invitation extends OpenInvitation {
  /** Strapi's registration token; `null` where there was an account already. */
  token: string | null;
  isMailed: boolean;
}

export interface NewUnitResponse {
  data: { unit: UnitReference; invitations: Invitation[] };
}

/** `POST /points/members`: somebody of a unit that there is. */
export interface JoiningBody extends NewMember {
  /** documentId of the unit. */
  unit: string;
  position: Position;
  /** First day in office, `YYYY-MM-DD`; today unless told. */
  activeFrom?: string | null;
  /** Whether the invitation is mailed too. */
  sendMail?: boolean;
}

export interface JoiningResponse {
  data: {
    /** documentId of the person's record. */
    member: string;
    unit: UnitReference;
    /** `null` for who does not log in. */
    invitation: Invitation | null;
  };
}

/** `POST /points/members/:documentId/invitation`: in place of one that was lost. */
export interface RenewInvitationBody {
  sendMail?: boolean;
}

export interface InvitationResponse {
  data: Invitation;
}

/** A unit of an uploaded sheet, and what is wrong with it. */
export interface UnitImportRow {
  /** The row of the sheet, from 1. */
  row: number;
  name: string;
  code: string;
  /** How many of its people get an account, or are tied to theirs. */
  accounts: number;
  /** `null` where it can be made. */
  fault: string | null;
}

/** `POST /points/units/import/check`, and with invitations where all were made `POST /points/units/import`. */
export interface UnitImportResponse {
  data: {
    rows: UnitImportRow[];
    /** Whether they were made: all of them, or none. */
    isDone: boolean;
    invitations: Invitation[];
  };
}
