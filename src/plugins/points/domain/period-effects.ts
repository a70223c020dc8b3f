import Fraction from 'fraction.js';
import { deductionEffects } from './deductions';
import { periodsIn, type Day, type Period, type PeriodKind } from './period';
import {
  count,
  effectsIn,
  pointsOf,
  pointsSoFar,
  type Effect,
  type Ground,
  type PeriodFacts,
} from './period-facts';
import { pointsIn } from './period-ledger';
import { missingTo, quotaPoints, targetOf } from './quotas';
import { ruleSetOn, type RuleSet } from './rule-set';
import type { Cap, Floor, Quota } from './rule-set-content';

/**
 * What belongs to a period and to no item: points for sending in, caps, quotas, deductions, floors, in
 * this order. No posting comes of it: it is reckoned from the ledger whenever the period is looked
 * at, and frozen with the standings when it is sealed. A period has the effects of all periods in it.
 */

/** What is reckoned, for whom and until when. */
interface Reckoning {
  facts: PeriodFacts;
  ruleSets: readonly RuleSet[];
  span: Pick<Period, 'from' | 'to'>;
  /** A quota is missed only when its period is over. */
  today: Day;
}

/** The periods of a kind in the span that a rule set is in force at the end of. */
const periodsUnder = (
  { ruleSets, span }: Reckoning,
  ruleSet: RuleSet,
  kind: PeriodKind
): Period[] => periodsIn(span, kind).filter(({ to }) => ruleSetOn(ruleSets, to)?.id === ruleSet.id);

const plain = (hundredths: number): Fraction => new Fraction(hundredths, 100);

const groundOf = ({ clause, sentence }: Ground): Ground => ({ clause, sentence });

const submitting = (reckoning: Reckoning, ruleSet: RuleSet): Effect[] => {
  const rule = ruleSet.extensions?.submitting;
  if (!rule) return [];
  return periodsUnder(reckoning, ruleSet, 'month').flatMap((period): Effect[] => {
    const received = count({ kind: 'submitted' }, reckoning.facts, period, []) ?? new Fraction(0);
    if (received.equals(0)) return [];
    const points = plain(rule.points).mul(received);
    return [
      {
        ...groundOf(rule),
        step: 'submitting',
        period,
        points,
        why: { received: String(received) },
      },
    ];
  });
};

const capped = (cap: Cap, { facts }: Reckoning, period: Period, before: readonly Effect[]) => {
  if (!cap.channels && !cap.submitting) return pointsSoFar(facts, period, before);
  const sent = before.filter(({ step }) => step === 'submitting');
  return pointsIn(facts.ledger, period, cap.channels ?? []).add(
    cap.submitting ? pointsOf(effectsIn(sent, period)) : 0
  );
};

const capEffect = (
  cap: Cap,
  reckoning: Reckoning,
  period: Period,
  before: readonly Effect[]
): Effect[] => {
  const points = capped(cap, reckoning, period, before);
  const excess = points.sub(plain(cap.most));
  if (excess.compare(0) <= 0) return [];
  const why = { points: points.toFraction(), most: plain(cap.most).toFraction() };
  return [{ ...groundOf(cap), step: 'cap', period, points: excess.neg(), why }];
};

const quotaEffect = (
  quota: Quota,
  { facts, today }: Reckoning,
  period: Period,
  before: readonly Effect[]
): Effect[] => {
  if (period.to >= today) return [];
  if (quota.units !== undefined && !facts.classes.includes(quota.units)) return [];
  const done = count(quota.counts, facts, period, before);
  if (done === null) return [];
  const points = quotaPoints(quota.effect, done);
  if (points.equals(0)) return [];
  const target = targetOf(quota.effect);
  const why = {
    done: done.toFraction(),
    ...(target && { target: target.toFraction() }),
    ...(quota.effect.kind !== 'steps' && {
      missing: missingTo(quota.effect.target, done).toFraction(),
    }),
  };
  return [{ ...groundOf(quota), step: 'quota', period, points, why }];
};

const floorEffect = (
  floor: Floor,
  { facts }: Reckoning,
  period: Period,
  before: readonly Effect[]
): Effect[] => {
  const points = pointsSoFar(facts, period, before);
  const lacking = plain(floor.least).sub(points);
  if (lacking.compare(0) <= 0) return [];
  const why = { points: points.toFraction(), least: plain(floor.least).toFraction() };
  return [{ ...groundOf(floor), step: 'floor', period, points: lacking, why }];
};

type EffectOf<Rule> = (
  rule: Rule,
  reckoning: Reckoning,
  period: Period,
  before: readonly Effect[]
) => Effect[];

/** One rule after the other, each seeing what those before it made. */
const ofEach = <Rule extends { period: PeriodKind }>(
  rules: readonly Rule[] | undefined,
  effectOf: EffectOf<Rule>,
  reckoning: Reckoning,
  ruleSet: RuleSet,
  before: readonly Effect[]
): Effect[] => {
  const effects = [...before];
  for (const rule of rules ?? []) {
    for (const period of periodsUnder(reckoning, ruleSet, rule.period)) {
      effects.push(...effectOf(rule, reckoning, period, effects));
    }
  }
  return effects;
};

const effectsUnder = (reckoning: Reckoning, ruleSet: RuleSet): Effect[] => {
  const { caps, deductions = [], floors, quotas } = ruleSet.extensions ?? {};
  const sent = submitting(reckoning, ruleSet);
  const underCaps = ofEach(caps, capEffect, reckoning, ruleSet, sent);
  const withQuotas = ofEach(quotas, quotaEffect, reckoning, ruleSet, underCaps);
  const own = reckoning.facts.deductions.filter(
    ({ day }) => ruleSetOn(reckoning.ruleSets, day)?.id === ruleSet.id
  );
  const facts = { ...reckoning.facts, deductions: own };
  const deducted = deductionEffects(facts, deductions, reckoning.span, withQuotas);
  return ofEach(floors, floorEffect, reckoning, ruleSet, [...withQuotas, ...deducted]);
};

/**
 * What the rules of a period add to a unit's points or take off, each with its clause and its why.
 * The same facts give the same effects, in whatever order they came about; under the regulation there
 * are none.
 *
 * @param facts of the unit: ledger and receipts from six days before the span on, for weeks reach back
 * @param today a quota of a period that is not over yet is not missed
 */
export const periodEffects = (
  facts: PeriodFacts,
  ruleSets: readonly RuleSet[],
  span: Pick<Period, 'from' | 'to'>,
  today: Day
): Effect[] => {
  const reckoning = { facts, ruleSets, span, today };
  return ruleSets
    .filter(({ extensions }) => extensions)
    .flatMap((ruleSet) => effectsUnder(reckoning, ruleSet));
};
