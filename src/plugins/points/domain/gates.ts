import Fraction from 'fraction.js';
import { periodsIn, type Day, type Period } from './period';
import { count, type Effect, type Ground, type PeriodFacts } from './period-facts';
import { ruleSetOn, type RuleSet } from './rule-set';
import type { Gate } from './rule-set-content';

/** A gate that a unit did not pass: 有效信息偏少，虽得分排名靠前，不予通报表扬. It moves nobody's place. */
export interface FailedGate extends Ground {
  effect: Gate['effect'];
  period: Period;
  /** What was counted, and what it takes. */
  why: { done: string; least: string };
}

/**
 * The gates of the rule sets that a unit does not pass, once it is ranked.
 *
 * @param effects of the period (`periodEffects`): a gate on points sees what they come to
 * @param today a gate of a period that is not over yet is not failed
 */
export const failedGates = (
  facts: PeriodFacts,
  effects: readonly Effect[],
  ruleSets: readonly RuleSet[],
  span: Pick<Period, 'from' | 'to'>,
  today: Day
): FailedGate[] =>
  ruleSets.flatMap((ruleSet) =>
    (ruleSet.extensions?.gates ?? [])
      .filter(({ units }) => units === undefined || facts.classes.includes(units))
      .flatMap((gate) =>
        periodsIn(span, gate.period)
          .filter(({ to }) => to < today && ruleSetOn(ruleSets, to)?.id === ruleSet.id)
          .flatMap((period): FailedGate[] => {
            const { clause, counts, effect, sentence } = gate;
            const done = count(counts, facts, period, effects);
            const least = new Fraction(gate.least, 100);
            if (done === null || done.compare(least) >= 0) return [];
            const why = { done: done.toFraction(), least: least.toFraction() };
            return [{ clause, sentence, effect, period, why }];
          })
      )
  );
