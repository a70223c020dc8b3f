import type { Stage } from '../../domain/adoption-chain';
import type { State } from '../../domain/submission-workflow';
import type { Category, Channel, Position } from '../../domain/vocabulary';
import type { Names, OfficerReference, Pagination, Points, UnitReference } from './common';
import type { DeskMonth } from './desk';
import type { PointsPart } from './overview';
import type { ReportPeriod } from './report';

/** `GET /points/units/:documentId`, `GET /points/members/:documentId`: the page of a unit, of a person. */
export interface ProfileQuery {
  /** `YYYY-MM`; the present month unless told. */
  month?: string;
}

/** From when until when, both included; `null` where there is no first day, or no last. */
interface Dated {
  activeFrom: string | null;
  activeTo: string | null;
}

/** A person of a unit, and what the month's report by officers says of them. */
export interface PersonOfUnit extends OfficerReference, Dated {
  position: Position;
  /** `null` where the person is not ranked in the month. */
  standing: (Points & { rank: number; submitted: number; adopted: number }) | null;
}

export interface UnitProfileResponse {
  data: {
    unit: UnitReference & Dated;
    period: ReportPeriod;
    /** Twelve months, the oldest first; the last is the one that was asked for. */
    months: DeskMonth[];
    /** What gave points in the month. */
    parts: PointsPart[];
    people: PersonOfUnit[];
  };
}

/** What a person has in a month. */
export interface PersonMonth extends Points {
  /** `YYYY-MM`. */
  month: string;
  submitted: number;
  adopted: number;
}

export interface PersonProfileResponse {
  data: {
    person: PersonOfUnit;
    /** `null` where the unit is no more. */
    unit: UnitReference | null;
    period: ReportPeriod;
    /** How many are ranked in the month, of all units together. */
    of: number;
    months: PersonMonth[];
    parts: PointsPart[];
  };
}

/** `GET /points/units/:documentId/pieces`, `GET /points/members/:documentId/pieces`: what was sent in, the newest first. */
export interface PiecesQuery {
  page?: number;
  pageSize?: number;
}

/** An adoption in force on a piece's way. */
export interface PieceStep extends Points {
  stage: Stage;
  channel: Channel;
  /** What the channel is called where the rule set names it itself. */
  channelName?: Names;
  /** `YYYY-MM-DD`. */
  adoptedOn: string;
}

export interface PieceLine extends Points {
  documentId: string;
  title: string;
  category: Category | null;
  state: State;
  /** `YYYY-MM-DD`. */
  receivedOn: string;
  /** How many units contributed. */
  units: number;
  /** In the order of their days; points are what the unit, or the person, earned by each. */
  steps: PieceStep[];
}

export interface PiecesResponse {
  data: PieceLine[];
  meta: { pagination: Pagination };
}
