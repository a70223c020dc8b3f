import type { FailedGate } from '../../domain/gates';
import type { Effect } from '../../domain/period-facts';
import type { Channel, UnitKind } from '../../domain/vocabulary';
import type { Names, OfficerReference, Points, UnitReference } from './common';

/** Who is ranked. */
export type RankedBy = 'unit' | 'officer';

/** `GET /points/report`: the standings of a period. */
export interface ReportQuery {
  /** `2026`, `2026-H1`, `2026-Q2` or `2026-03`. */
  period: string;
  by?: RankedBy;
  /** Absent: both kinds in one list. */
  kind?: UnitKind;
}

/** In what the report can be had as a file. */
export const REPORT_FORMATS = ['xlsx', 'csv', 'docx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** `GET /points/report/export`: the same standings as a file. */
export interface ReportExportQuery extends ReportQuery {
  format: ReportFormat;
}

/** One channel's part of a row: how many items, and what they earned. */
export interface ChannelCell extends Points {
  count: number;
}

/** A place in the rules, and its sentence in both languages. */
interface Ground {
  clause: string;
  sentence: Names;
}

/** What a rule over a period adds to a unit's points, or takes off. */
export interface EffectView extends Points, Ground {
  step: Effect['step'];
  period: { code: string; from: string; to: string };
  /** The numbers behind it, exact, by name: `done`, `target`, `missing`. */
  why: Readonly<Record<string, string>>;
}

export interface FailedGateView extends Ground {
  effect: FailedGate['effect'];
  period: { code: string; from: string; to: string };
  why: { done: string; least: string };
}

export interface StandingsRow extends Points {
  /** Ties share a rank and the next rank is skipped: 1, 1, 3. */
  rank: number;
  unit: UnitReference;
  /** Present when `by` is `officer`. */
  officer?: OfficerReference;
  /** Only channels with something in them. */
  byChannel: Partial<Record<Channel, ChannelCell>>;
  /** What of the points is bonus (额外加分, §六.2). */
  bonus: Points;
  /** What of the points corrects others (异议); absent where nothing does. */
  correction?: Points;
  /** What the rules of the period add or take off, all in all; absent where they do nothing. */
  period?: Points;
  /** What each of them adds or takes off, and why. */
  effects?: EffectView[];
  /** What the unit did not reach, which moves nobody's place. */
  failedGates?: FailedGateView[];
  /** Submissions received in the period. */
  submitted: number;
  /** Distinct submissions that earned in the period. */
  adopted: number;
}

export interface ReportPeriod {
  code: string;
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** Last day, `YYYY-MM-DD`. */
  to: string;
  sealed: boolean;
  /**
   * A sealed month whose circulated numbers cannot be read, because somebody wrote over them past the
   * application: these are computed anew. Absent otherwise.
   */
  recomputed?: true;
}

export interface ReportResponse {
  data: StandingsRow[];
  meta: {
    period: ReportPeriod;
    by: RankedBy;
    kind: UnitKind | null;
    /** Of which units alone the asker may open the numbers; `null` for all. Of a frozen report absent. */
    own?: UnitReference[] | null;
    /** What channels are called where a rule set of the period names them itself, in its order. */
    channelNames?: Partial<Record<Channel, Names>>;
    totals: Points & {
      byChannel: Partial<Record<Channel, ChannelCell>>;
      bonus: Points;
      correction?: Points;
      period?: Points;
    };
  };
}
