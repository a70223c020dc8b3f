import Fraction from 'fraction.js';
import { monthOf, periodAround, type Day, type Month, type Period } from './period';
import { liesIn, pointsSoFar, type Deduction, type Effect, type PeriodFacts } from './period-facts';
import type { DeductionRule } from './rule-set-content';

/** What the office holds against a unit (扣分): points, or a month or year set to zero. */

interface Held {
  deduction: Deduction;
  rule: DeductionRule;
}

const byDay = (one: Deduction, other: Deduction): number =>
  one.day.localeCompare(other.day) || one.code.localeCompare(other.code);

/** Those that count: from the second in a year on, say. */
const held = (deductions: readonly Deduction[], rules: readonly DeductionRule[]): Held[] => {
  const before = new Map<string, number>();
  return [...deductions].sort(byDay).flatMap((deduction) => {
    const key = `${deduction.code} ${deduction.day.slice(0, 4)}`;
    const place = (before.get(key) ?? 0) + 1;
    before.set(key, place);
    const rule = rules.find(({ code }) => code === deduction.code);
    return rule && place >= (rule.from ?? 1) ? [{ deduction, rule }] : [];
  });
};

/** Whether a deduction may take so many hundredths of a point. */
const mayDeduct = ({ points }: DeductionRule, amount: number): boolean =>
  typeof points === 'object' && points.from <= amount && amount <= points.to;

/** What is wrong with the points that somebody chose: the rule has a range, or chooses itself. */
export type AmountProblem = 'range' | 'chosen-by-rule';

/**
 * What is wrong with the hundredths of a point that are chosen for a deduction; `null` where nothing
 * is. Whoever decides chooses where the rule has a range, and there alone.
 */
export const amountProblem = (rule: DeductionRule, amount: number | null): AmountProblem | null => {
  if (typeof rule.points === 'object') {
    return amount !== null && mayDeduct(rule, amount) ? null : 'range';
  }
  return amount === null || amount === rule.points ? null : 'chosen-by-rule';
};

/**
 * The first month whose seal freezes what a deduction does: from then on it stays. Points count in the
 * month of its day, a period set to zero in the last month of the period.
 */
export const frozenBy = (rule: DeductionRule, day: Day): Month => {
  if (rule.zeroes === undefined || rule.points !== undefined) return monthOf(day);
  return monthOf(periodAround(day, rule.zeroes).to);
};

const amountOf = ({ deduction, rule }: Held): number => {
  if (rule.points === undefined) return 0;
  if (typeof rule.points === 'number') return rule.points;
  const { amount } = deduction;
  return amount !== null && mayDeduct(rule, amount) ? amount : rule.points.from;
};

const effectOf = ({ deduction, rule }: Held, period: Period, points: Fraction): Effect => ({
  step: 'deduction',
  period,
  points,
  clause: rule.clause,
  sentence: rule.sentence,
  why: {
    code: deduction.code,
    day: deduction.day,
    reason: deduction.reason,
    by: deduction.by,
    ...(deduction.officer !== undefined && { officer: deduction.officer }),
  },
});

/** First every period that is set to zero, then every deduction of points. */
export const deductionEffects = (
  facts: PeriodFacts,
  rules: readonly DeductionRule[],
  span: Pick<Period, 'from' | 'to'>,
  before: readonly Effect[]
): Effect[] => {
  const all = held(facts.deductions, rules);
  const effects: Effect[] = [];
  for (const each of all) {
    const { zeroes } = each.rule;
    if (!zeroes) continue;
    const period = periodAround(each.deduction.day, zeroes);
    if (!liesIn(period.from, span) || !liesIn(period.to, span)) continue;
    const points = pointsSoFar(facts, period, [...before, ...effects]);
    if (points.compare(0) > 0) effects.push(effectOf(each, period, points.neg()));
  }
  const taken = all
    .filter((each) => liesIn(each.deduction.day, span) && amountOf(each) > 0)
    .map((each) =>
      effectOf(each, periodAround(each.deduction.day, 'month'), new Fraction(-amountOf(each), 100))
    );
  return [...effects, ...taken];
};
