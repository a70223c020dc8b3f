import Fraction from 'fraction.js';
import { STAGES, type Stage } from './adoption-chain';
import { addDays, daysBetween, type Day, type Period } from './period';

/** The arithmetic of a month at a glance (积分总览): rates, moved places, how far pieces came, and when they arrived. */

/** A part of a whole as an exact rate: `2/3`; `null` where there is no whole. */
export const rateOf = (part: Fraction | number, whole: Fraction | number): string | null => {
  const of = new Fraction(whole);
  return of.n === 0n ? null : new Fraction(part).div(of).toFraction();
};

/** How many places somebody has gained since, less than 0 where lost; `null` where there was none before, or is none now. */
export const placesGained = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : before - now;

/** How much of what was given, taken back left out, each gave: `null` of what was taken back, or where nothing was given. */
export const sharesOf = (points: readonly Fraction[]): Array<string | null> => {
  const given = points
    .filter(({ s, n }) => s > 0n && n > 0n)
    .reduce((sum, each) => sum.add(each), new Fraction(0));
  return points.map((each) => (each.s < 0n ? null : rateOf(each, given)));
};

/** The steps of a piece from its arrival to the centre (§五). */
export const FUNNEL_STEPS = [
  'sent',
  'accepted',
  ...STAGES.filter(
    (stage): stage is Exclude<Stage, 'instruction' | 'commission' | 'other'> =>
      stage !== 'instruction' && stage !== 'commission' && stage !== 'other'
  ),
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** How many pieces came to a step, and which part of those sent that is. */
export interface StepReached {
  step: FunnelStep;
  pieces: number;
  rate: string | null;
}

/** How far pieces came: each step with the part of those sent that reached it. */
export const funnelOf = (pieces: Readonly<Partial<Record<FunnelStep, number>>>): StepReached[] =>
  FUNNEL_STEPS.map((step) => {
    const reached = pieces[step] ?? 0;
    return { step, pieces: reached, rate: rateOf(reached, pieces.sent ?? 0) };
  });

/** How many days at the end of a month are looked at together. */
export const SURGE_DAYS = 5;

/** When the pieces of a month arrived, and how many of them at its end. */
export interface Arrivals {
  days: Array<{ day: Day; pieces: number; isLast: boolean }>;
  total: number;
  /** In the last days together; `null` until the first of them has come. */
  last: { from: Day; pieces: number; rate: string | null; evenly: string | null } | null;
}

/**
 * The pieces of a month by the day of their arrival.
 *
 * @param piecesOn how many arrived on a day
 * @returns `last.evenly` is the part that the last days would have if every day had as many
 */
export const arrivalsOf = (
  { from, to }: Pick<Period, 'from' | 'to'>,
  piecesOn: (day: Day) => number,
  today: Day
): Arrivals => {
  const firstOfLast = addDays(to, 1 - SURGE_DAYS);
  const count = daysBetween(from, to) + 1;
  const days = Array.from({ length: count }, (_, index) => addDays(from, index)).map((day) => ({
    ...{ day, pieces: piecesOn(day), isLast: day >= firstOfLast },
  }));
  const sum = (some: typeof days): number => some.reduce((all, { pieces }) => all + pieces, 0);
  const total = sum(days);
  const pieces = sum(days.filter(({ isLast }) => isLast));
  const rate = rateOf(pieces, total);
  const evenly = rateOf(SURGE_DAYS, count);
  const last = today < firstOfLast ? null : { from: firstOfLast, pieces, rate, evenly };
  return { days, total, last };
};
