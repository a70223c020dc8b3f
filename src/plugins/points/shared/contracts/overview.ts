import type { FunnelStep } from '../../domain/overview';
import type { PointsSource } from '../../domain/vocabulary';
import type { Names, Points, UnitReference } from './common';
import type { ReportPeriod } from './report';

/** `GET /points/overview`: a month at a glance. */
export interface OverviewQuery {
  /** `YYYY-MM`; the present month unless told. */
  month?: string;
}

/** What all units have in a month together. A joint item counts for each of its units. */
export interface MonthFigures extends Points {
  /** `YYYY-MM`. */
  month: string;
  submitted: number;
  adopted: number;
  /** `adopted` in `submitted`, exact: `2/3`; `null` where nothing was sent in. */
  rate: string | null;
}

/** A unit's place among the units of its kind. */
export interface OverviewPlace extends Points {
  rank: number;
  unit: UnitReference;
  submitted: number;
  adopted: number;
  /** Places gained since the month before, less than 0 where lost; `null` where it was not ranked then. */
  moved: number | null;
}

/** What gave points in a month: a channel, bonuses, corrections, or the rules of the period. */
export interface PointsPart extends Points {
  source: PointsSource | 'period';
  /** What the channel is called where a rule set of the month names it itself. */
  name?: Names;
  /** Items adopted; `null` of what is no channel. */
  count: number | null;
  /** Exact, of all that was given; `null` of what was taken off. */
  share: string | null;
}

/** How many pieces reached a step, and which part of those sent that is, exact. */
export interface OverviewStep {
  step: FunnelStep;
  pieces: number;
  rate: string | null;
}

/** When pieces arrived. */
export interface OverviewArrivals {
  /** Every day of the month. */
  days: Array<{ day: string; pieces: number; isLast: boolean }>;
  total: number;
  /** The last days together, and the part that they would have if all days were alike; `null` until they come. */
  last: { from: string; pieces: number; rate: string | null; evenly: string | null } | null;
}

export interface OverviewResponse {
  data: {
    period: ReportPeriod;
    /** The month, the one before, and the same one a year ago: of a sealed one what was circulated. */
    figures: { now: MonthFigures; before: MonthFigures; lastYear: MonthFigures };
    rankings: Record<UnitReference['kind'], OverviewPlace[]>;
    /** Twelve months, the oldest first; the last is the one that was asked for. */
    trend: MonthFigures[];
    /** In the order of the regulation. */
    parts: PointsPart[];
    /** What became of the pieces of the month until today; each counts once, however many units sent it. */
    funnel: OverviewStep[];
    arrivals: OverviewArrivals;
    /** Units that sent nothing in. */
    zeroReports: UnitReference[];
    /**
     * Whose pieces `funnel` and `arrivals` count, and whose pages and postings the asker may open: the own
     * units; `null` for every unit.
     */
    own: UnitReference[] | null;
  };
}
