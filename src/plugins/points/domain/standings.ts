import type Fraction from 'fraction.js';
import type { FailedGate } from './gates';
import type { Effect } from './period-facts';
import { sumOf, type Share } from './points';
import type { Total } from './totals';
import { BONUS, CORRECTION, inChannelOrder, isChannel, type Channel } from './vocabulary';

/** One channel's part of a standing. */
export interface ChannelStanding {
  /** Items adopted. */
  count: number;
  points: Fraction;
}

/** What the rules of the period make of a subject's points, and what they say of it. */
export interface PeriodOutcome {
  effects: readonly Effect[];
  /** What the effects come to. */
  sum: Fraction;
  failedGates: readonly FailedGate[];
}

/** What a unit or officer has in a period. */
export interface Figures {
  /** Of all channels, the bonus and the corrections. */
  points: Fraction;
  /** What of the points is bonus (额外加分, §六.2). */
  bonus: Fraction;
  /** What of the points corrects others (异议). */
  correction: Fraction;
  submitted: number;
  adopted: number;
}

/** A unit's or officer's place in a period (积分排名, §八.1). */
export interface Standing<Subject> extends Figures {
  subject: Subject;
  rank: number;
  byChannel: Partial<Record<Channel, ChannelStanding>>;
}

const linesOf = (totals: readonly Total[], measure: 'submitted' | 'adopted'): number =>
  totals.reduce((sum, total) => (total.measure === measure ? sum + total.lines : sum), 0);

/**
 * Items counted by parts: a unit with three officers has three lines an item, an officer one.
 * Integers throughout: the lines of one officer count are a multiple of it unless an item
 * straddles a sealed month, where its part counts as it stands.
 */
const itemsOf = (totals: readonly Total[], by: 'unit' | 'officer'): number => {
  if (by === 'officer') return totals.reduce((sum, { lines }) => sum + lines, 0);
  const byOfficerCount = new Map<number, number>();
  for (const { officerCount, lines } of totals) {
    byOfficerCount.set(officerCount, (byOfficerCount.get(officerCount) ?? 0) + lines);
  }
  let items = 0;
  for (const [officerCount, lines] of byOfficerCount) items += Math.round(lines / officerCount);
  return items;
};

const channelsOf = (
  totals: readonly Total[],
  by: 'unit' | 'officer'
): Partial<Record<Channel, ChannelStanding>> => {
  const byChannel: Partial<Record<Channel, ChannelStanding>> = {};
  for (const channel of inChannelOrder(totals.map(({ measure }) => measure).filter(isChannel))) {
    const own = totals.filter(({ measure }) => measure === channel);
    const points = sumOf(own);
    const count = itemsOf(own, by);
    if (count !== 0 || points.n !== 0n) byChannel[channel] = { count, points };
  }
  return byChannel;
};

const sharesOf = (totals: readonly Total[]): Share[] =>
  totals.filter(({ measure }) => measure !== 'submitted' && measure !== 'adopted');

/**
 * Ranks by points, most first. Equal points are a tie: 1, 1, 3. Ties keep the order in which the
 * subjects were given. Compares exact fractions, never what a screen shows.
 */
export const rank = <T extends { points: Fraction }>(
  rows: readonly T[]
): Array<T & { rank: number }> => {
  const sorted = [...rows].sort((one, other) => other.points.compare(one.points));
  let place = 0;
  return sorted.map((row, index) => {
    if (index === 0 || !row.points.equals(sorted[index - 1]?.points ?? row.points))
      place = index + 1;
    return { ...row, rank: place };
  });
};

/** What the totals of a subject come to in a period, all channels together. */
export const figuresOf = (totals: readonly Total[]): Figures => ({
  points: sumOf(sharesOf(totals)),
  bonus: sumOf(totals.filter(({ measure }) => measure === BONUS)),
  correction: sumOf(totals.filter(({ measure }) => measure === CORRECTION)),
  submitted: linesOf(totals, 'submitted'),
  adopted: linesOf(totals, 'adopted'),
});

/**
 * The standings of a period.
 *
 * @param subjects everyone to be ranked, also who earned nothing, in the order for ties
 * @param totalsOf the period's totals of a subject
 */
export const standings = <Subject>(
  subjects: readonly Subject[],
  totalsOf: (subject: Subject) => readonly Total[],
  by: 'unit' | 'officer'
): Array<Standing<Subject>> =>
  rank(
    subjects.map((subject) => {
      const totals = totalsOf(subject);
      return { subject, byChannel: channelsOf(totals, by), ...figuresOf(totals) };
    })
  );

/**
 * The standings with what the rules of the period make of them, ranked anew; gates come after the
 * ranking and move nobody's place.
 */
export const withOutcomes = <Subject>(
  rows: ReadonlyArray<Standing<Subject>>,
  outcomeOf: (subject: Subject) => PeriodOutcome
): Array<Standing<Subject> & PeriodOutcome> =>
  rank(
    rows.map((row) => {
      const outcome = outcomeOf(row.subject);
      return { ...row, ...outcome, points: row.points.add(outcome.sum) };
    })
  );
