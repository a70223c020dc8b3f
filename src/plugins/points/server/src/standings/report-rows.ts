import Fraction from 'fraction.js';
import { describePoints } from '../../../domain/points';
import type { Effect } from '../../../domain/period-facts';
import {
  rank,
  type ChannelStanding,
  type PeriodOutcome,
  type Standing,
} from '../../../domain/standings';
import { inChannelOrder, isChannel, type Channel } from '../../../domain/vocabulary';
import type { ChannelCell, Points, ReportResponse, StandingsRow } from '../../../shared/contracts';
import { officerReference, unitReference } from '../records/people';
import type { MemberRecord, UnitRecord } from '../records/units';

/** Whom a row of the report is of. */
export interface Ranked {
  unit: UnitRecord;
  officer?: MemberRecord;
}

/** Every channel that any of them has something in. */
const channelsOf = (all: ReadonlyArray<Partial<Record<Channel, unknown>>>): Channel[] =>
  inChannelOrder(all.flatMap((byChannel) => Object.keys(byChannel)).filter(isChannel));

const toCells = (
  byChannel: Partial<Record<Channel, ChannelStanding>>
): Partial<Record<Channel, ChannelCell>> => {
  const cells: Partial<Record<Channel, ChannelCell>> = {};
  for (const channel of channelsOf([byChannel])) {
    const standing = byChannel[channel];
    if (standing) {
      cells[channel] = { count: standing.count, ...describePoints(standing.points) };
    }
  }
  return cells;
};

const NONE = new Fraction(0);

type EffectViews = NonNullable<StandingsRow['effects']>;

/** How effects read, for as long as they are kept: a year of weekly rules has a hundred of each unit. */
const described = new WeakMap<readonly Effect[], EffectViews>();

const describeEffects = (effects: readonly Effect[]): EffectViews => {
  const known = described.get(effects);
  if (known) return known;
  const views = effects.map(({ points, ...effect }) => ({ ...effect, ...describePoints(points) }));
  described.set(effects, views);
  return views;
};

/** What the rules of the period made of a row; nothing where they say nothing. */
const toOutcome = ({
  effects = [],
  failedGates = [],
  sum = NONE,
}: Partial<PeriodOutcome>): Pick<StandingsRow, 'effects' | 'failedGates' | 'period'> => ({
  ...(effects.length > 0 && { period: describePoints(sum), effects: describeEffects(effects) }),
  ...(failedGates.length > 0 && { failedGates: [...failedGates] }),
});

/** A place in the ranking as a row of the report. */
export const toRow = (standing: Standing<Ranked> & Partial<PeriodOutcome>): StandingsRow => ({
  rank: standing.rank,
  unit: unitReference(standing.subject.unit),
  ...(standing.subject.officer && { officer: officerReference(standing.subject.officer) }),
  ...describePoints(standing.points),
  byChannel: toCells(standing.byChannel),
  bonus: describePoints(standing.bonus),
  ...(standing.correction.n !== 0n && { correction: describePoints(standing.correction) }),
  ...toOutcome(standing),
  submitted: standing.submitted,
  adopted: standing.adopted,
});

const exactly = ({ exact }: Points): Fraction => new Fraction(exact);

/** Ranks a part of a ranking among itself; equal points keep their order. */
export const rankAgain = (rows: readonly StandingsRow[]): StandingsRow[] =>
  rank(rows.map((row) => ({ row, points: exactly(row) }))).map(({ row, rank: place }) => ({
    ...row,
    rank: place,
  }));

/** What the ranked earned together. Items joint between them are counted once for each. */
export const addUp = (rows: readonly StandingsRow[]): ReportResponse['meta']['totals'] => {
  const sum = (all: readonly Points[]): Points =>
    describePoints(all.reduce((total, each) => total.add(exactly(each)), new Fraction(0)));
  const byChannel: Partial<Record<Channel, ChannelCell>> = {};
  for (const channel of channelsOf(rows.map((row) => row.byChannel))) {
    const cells = rows.flatMap((row) => row.byChannel[channel] ?? []);
    if (cells.length === 0) continue;
    const count = cells.reduce((all, cell) => all + cell.count, 0);
    byChannel[channel] = { count, ...sum(cells) };
  }
  const corrections = rows.flatMap(({ correction }) => correction ?? []);
  const periods = rows.flatMap(({ period }) => period ?? []);
  return {
    ...sum(rows),
    byChannel,
    bonus: sum(rows.map(({ bonus }) => bonus)),
    ...(corrections.length > 0 && { correction: sum(corrections) }),
    ...(periods.length > 0 && { period: sum(periods) }),
  };
};
