import type { DetailsAsked } from '../../domain/adoption-details';
import type { ImportColumn, ImportGiven } from '../../domain/adoption-import';
import type { StepRefusal, StepWarning } from '../../domain/adoption-chain';
import type { State } from '../../domain/submission-workflow';
import type { Category, Channel } from '../../domain/vocabulary';
import type { Names, OfficerReference, Pagination, Points, UnitReference } from './common';
import type { AwardPreview } from './entries';

/** What the rules of the day ask beside channel and day (`RecordableChannel.asks`); the regulation asks for nothing. */
export interface AdoptionDetailsBody {
  /** Codes of the rule set's terms. */
  kind?: string;
  form?: string;
  place?: string;
  /** Characters. */
  length?: number;
  /** Chosen of the channel's set or range. */
  points?: number | string;
  /** Points that the upper body gave. */
  upperScore?: number | string;
  /** documentId of the unit that rewrote the piece for the office, and so has the office's share. */
  rewrittenBy?: string;
}

/** A step of a piece's way upwards, as it is recorded. */
export interface AdoptionStep {
  /** One that the rules of the day let a hand record: `GET /points/adoptions/channels`. */
  channel: string;
  /** A day `YYYY-MM-DD`, or a moment in ISO 8601 with an offset, of which the local day counts. */
  adoptedOn: string;
  /** Who adopted it; for an instruction, the leader who gave it. */
  organ?: string;
  reference?: string;
  /** What the leader wrote on it (批示内容), or under which title it ran (录用标题). */
  words?: string;
  details?: AdoptionDetailsBody;
  /** Ids of uploaded files. */
  evidence?: number[];
}

/** `POST /points/adoptions`: record what a higher level, the paper or a commission adopted. */
export interface RecordAdoptionBody extends AdoptionStep {
  /** documentId. */
  submission: string;
}

/** `POST /points/adoptions/preview` and `…/steps`: one or several steps of one piece, all or none. */
export interface AdoptionStepsBody {
  /** documentId. */
  submission: string;
  /** 1 to 10. */
  steps: AdoptionStep[];
}

/** `POST /points/adoptions/:documentId/withdraw`. */
export interface WithdrawAdoptionBody {
  reason: string;
}

export interface AdoptionView {
  documentId: string;
  submission: { documentId: string; title: string };
  channel: Channel;
  adoptedOn: string;
  organ: string | null;
  reference: string | null;
  words: string | null;
  /** With who chose the points, and the name of who rewrote the piece; `null` where there are none. */
  details: (AdoptionDetailsBody & { chosenBy?: string; rewrittenByName?: string }) | null;
  entry: { uid: string; documentId: string } | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

export interface AdoptionResponse {
  data: AdoptionView;
}

/** `GET /points/adoptions/submissions`: pieces whose adoption can be recorded, the latest first. */
export interface AdoptableQuery {
  /** Words of the title, or a documentId. */
  text?: string;
  page?: number;
  pageSize?: number;
}

/** A piece as the page for recording adoptions shows it. */
export interface AdoptableView {
  documentId: string;
  title: string;
  /** `null` while nobody has said what a draft is. */
  category: Category | null;
  state: State;
  receivedAt: string | null;
  contributors: Array<{ unit: UnitReference; officers: OfficerReference[] }>;
  /** The piece that it is part of: adoptions are recorded there. */
  mergedInto: { documentId: string; title: string } | null;
  /** Whether adoptions of it can be recorded: it is with the office, or accepted, and part of no other. */
  adoptable: boolean;
}

export interface AdoptablesResponse {
  data: AdoptableView[];
  meta: { pagination: Pagination };
}

/** `POST /points/adoptions/submissions`: make the submission of a piece that never came through the system. */
export interface CreateAdoptableBody {
  title: string;
  category: Category;
  /** documentIds; at least one. */
  units: string[];
  officers?: string[];
  /** The day on which it was received; today unless told. */
  receivedOn?: string;
}

export interface AdoptableResponse {
  data: AdoptableView;
}

/** A step as it stands: in force, or withdrawn. */
export interface ChainStepView extends Omit<AdoptionView, 'submission'> {
  /** What its rule set calls the channel, where it brings a name of its own. */
  channelName?: Names;
  /** Recorded by hand, and so withdrawn by hand; what publishing made follows its entry. */
  byHand: boolean;
  evidence: Array<{ id: number; name: string; url: string }>;
  /** What it has earned, with what was taken back. */
  earned: Points;
  /** The month in which that counts; `null` where nothing stands. */
  month: string | null;
}

/** `GET /points/submissions/:documentId/adoptions`: a piece's way upwards. */
export interface AdoptionChainResponse {
  data: {
    submission: AdoptableView;
    /** By day. */
    steps: ChainStepView[];
    total: Points;
  };
}

/** A channel that a hand may record. */
export interface RecordableChannel {
  channel: Channel;
  /** What the rule set calls it, where it brings a name of its own. */
  name?: Names;
  /** Needs the leader as `organ`, of whom one instruction a piece counts. */
  isInstruction?: true;
  /** Is refused without an `organ`, a `reference` or `evidence`. */
  needsEvidence?: true;
  /** What it asks as `details`; points in hundredths. */
  asks?: DetailsAsked;
}

/** What a hand may record of the days of one rule set. */
export interface RecordableView {
  from: string;
  /** Last day; `null` while none is set. */
  to: string | null;
  channels: RecordableChannel[];
}

/** `GET /points/adoptions/channels`: by day. */
export interface RecordableResponse {
  data: RecordableView[];
}

/** What one unit or officer would get, or lose, if the steps were recorded now. */
export interface StepAward extends AwardPreview {
  /** The place of the step in the request, from 0; `null` where it is of one recorded before. */
  step: number | null;
  /** The month in which it counts, and the month of the step's day: they differ where that is sealed. */
  month: string;
  belongsTo: string;
}

/** What is wrong or odd with a step. */
export interface StepFindingView {
  /** From 0. */
  step: number;
  field: string;
  code:
    | StepRefusal
    | StepWarning
    | 'not-adoptable'
    | 'details'
    | 'details-missing'
    | 'sealed-month'
    | 'earns-nothing';
  /** In the language of the request. */
  message: string;
}

export interface AdoptionPreviewResponse {
  data: {
    awards: StepAward[];
    /** Odd, and perhaps meant. */
    warnings: StepFindingView[];
    /** Recording would be refused for these. */
    refusals: StepFindingView[];
  };
}

/** What is said of a row of an import: of which column, in the language of the request. */
export interface ImportFinding {
  column: ImportColumn;
  message: string;
}

/** What became, or will become, of a row of an import. */
export interface ImportRowView {
  /** Its number in the sheet, from 1. */
  row: number;
  /** `new` is recorded, `known` was there already, `refused` keeps the whole import back. */
  outcome: 'new' | 'known' | 'refused';
  submission: { documentId: string; title: string } | null;
  /** As the row says. */
  given: ImportGiven;
  channel: Channel | null;
  /** What its rule set calls the channel, where it brings a name of its own. */
  channelName?: Names;
  adoptedOn: string | null;
  /** What it earns for all who share it, and the month in which that counts; `null` where it is not new. */
  earned: Points | null;
  month: string | null;
  /** Why it is refused. */
  problems: ImportFinding[];
  /** What is odd about it. */
  notes: ImportFinding[];
}

/** What an import gives a unit in a month. */
export interface ImportAward extends Points {
  month: string;
  unit: UnitReference;
}

/** `POST /points/adoptions/import/check`, with a form that brings the workbook as `file`. */
export interface ImportCheckResponse {
  data: {
    rows: ImportRowView[];
    counts: Record<ImportRowView['outcome'], number>;
    awards: ImportAward[];
    /** Headings that mean nothing: their columns are not read. */
    unknownHeadings: string[];
  };
}

/** An import that was done. */
export interface ImportView {
  documentId: string;
  fileName: string;
  importedAt: string;
  importedBy: string | null;
  recorded: number;
  /** Rows that were there already. */
  known: number;
}

/** `GET /points/adoptions/imports`: the latest first. */
export interface ImportsResponse {
  data: ImportView[];
  meta: { pagination: Pagination };
}

/** `POST /points/adoptions/import`: all rows or none. */
export interface ImportResponse {
  data: {
    recorded: number;
    known: number;
    awards: ImportAward[];
    /** Where the report is kept; `null` where all rows were there already and nothing was done. */
    import: ImportView | null;
  };
}

/**
 * A line of the answer to `POST /points/adoptions/import` where `application/x-ndjson` is asked for:
 * how far it is, and at last what was done or why it was not.
 */
export type ImportLine =
  | { progress: { stage: 'checking' | 'recording'; done: number; total: number } }
  | ImportResponse
  | { error: { status: number; name: string; message: string } };
