import Fraction from 'fraction.js';
import type { Day, Period } from './period';
import { earnedBy, pointsIn, type PeriodLedger } from './period-ledger';
import type { Counted } from './rule-set-content';
import type { Category } from './vocabulary';

/** What the rules that reach over a period (考核期) go by, and how they count it. */

/** Something that the office holds against a unit (扣分), by hand and with a reason. */
export interface Deduction {
  /** Which: a code among the rule set's `deductions`. */
  code: string;
  day: Day;
  /** Hundredths of a point, where the rule lets choose; `null`: the least. */
  amount: number | null;
  reason: string;
  by: string;
  /** Of whom of the unit, by name; absent for the unit as a whole. */
  officer?: string;
}

/** Submissions of one category, received on one day, or in one week of a month and told by any of its days. */
export interface Receipt {
  day: Day;
  category: Category | null;
  pieces: number;
}

/** All that decides what a period adds to a unit's points or takes off. */
export interface PeriodFacts {
  ledger: PeriodLedger;
  /** Its submissions. */
  received: readonly Receipt[];
  /** Those of the whole year: which one it is in the year may matter. */
  deductions: readonly Deduction[];
  /** The unit's kind, and its classes in the rule set. */
  classes: readonly string[];
}

/** Which step of the reckoning an effect is, in this order. */
type Step = 'submitting' | 'cap' | 'quota' | 'deduction' | 'floor';

/** What a rule says and where, in both languages. */
export interface Ground {
  clause: string;
  sentence: { zh: string; en: string };
}

/** What a rule adds to a unit's points of a period, or takes off, and why. */
export interface Effect extends Ground {
  step: Step;
  period: Period;
  points: Fraction;
  /** The numbers behind it, exact, by name: `done`, `target`, `missing`. */
  why: Readonly<Record<string, string>>;
}

type Span = Pick<Period, 'from' | 'to'>;

/** Whether a day lies in a span. */
export const liesIn = (day: Day, { from, to }: Span): boolean => from <= day && day <= to;

/** What effects come to. */
export const pointsOf = (effects: readonly Effect[]): Fraction =>
  effects.reduce((sum, { points }) => sum.add(points), new Fraction(0));

/** The effects of periods that end in a span. */
export const effectsIn = (effects: readonly Effect[], span: Span): Effect[] =>
  effects.filter(({ period }) => liesIn(period.to, span));

/** What a unit has in a span so far: its lines, and what the steps before made of them. */
export const pointsSoFar = (facts: PeriodFacts, span: Span, effects: readonly Effect[]): Fraction =>
  pointsIn(facts.ledger, span).add(pointsOf(effectsIn(effects, span)));

const isOfCategories =
  (categories: readonly Category[] | undefined) =>
  ({ category }: Receipt): boolean =>
    categories === undefined || categories.some((each) => each === category);

const piecesOf = (received: readonly Receipt[]): number =>
  received.reduce((sum, { pieces }) => sum + pieces, 0);

/** What a rule counts in a span; `null` where there is nothing to take a rate of. */
export const count = (
  counted: Counted,
  facts: PeriodFacts,
  span: Span,
  effects: readonly Effect[]
): Fraction | null => {
  const received = facts.received.filter(({ day }) => liesIn(day, span));
  const adopted = (): number => earnedBy(facts.ledger, 'submission', span);
  switch (counted.kind) {
    case 'submitted':
      return new Fraction(piecesOf(received.filter(isOfCategories(counted.categories))));
    case 'adopted':
      return new Fraction(adopted());
    case 'adoptions':
      return new Fraction(earnedBy(facts.ledger, 'adoption', span, counted.channels));
    case 'points':
      return counted.channels
        ? pointsIn(facts.ledger, span, counted.channels)
        : pointsSoFar(facts, span, effects);
    case 'adoption-rate': {
      const pieces = piecesOf(received);
      return pieces === 0 ? null : new Fraction(adopted() * 100, pieces);
    }
  }
};
