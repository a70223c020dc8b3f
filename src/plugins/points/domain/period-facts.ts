import Fraction from 'fraction.js';
import type { Day, Period } from './period';
import { sumOf, type Share } from './points';
import type { Counted } from './rule-set-content';
import type { Category, Channel, PointsSource } from './vocabulary';

/** What the rules that reach over a period (考核期) go by, and how they count it. */

/** A line of the ledger, as far as such rules see it. */
export interface PeriodLine extends Share {
  /** The day that it counts on: the first of its month where its own month had been sealed. */
  day: Day;
  source: PointsSource;
  adoption: number | null;
  submission: number | null;
}

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

/** A submission as it was received. */
export interface Receipt {
  day: Day;
  category: Category | null;
}

/** All that decides what a period adds to a unit's points or takes off. */
export interface PeriodFacts {
  lines: readonly PeriodLine[];
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

const isOfChannels = (source: PointsSource, channels: readonly Channel[] | undefined): boolean =>
  channels === undefined || channels.some((channel) => channel === source);

const linesIn = (
  { lines }: PeriodFacts,
  span: Span,
  channels?: readonly Channel[]
): readonly PeriodLine[] =>
  lines.filter(({ day, source }) => liesIn(day, span) && isOfChannels(source, channels));

/** What effects come to. */
export const pointsOf = (effects: readonly Effect[]): Fraction =>
  effects.reduce((sum, { points }) => sum.add(points), new Fraction(0));

/** The effects of periods that end in a span. */
export const effectsIn = (effects: readonly Effect[], span: Span): Effect[] =>
  effects.filter(({ period }) => liesIn(period.to, span));

/** The points that some channels gave in a span. */
export const pointsThrough = (
  facts: PeriodFacts,
  span: Span,
  channels: readonly Channel[]
): Fraction => sumOf(linesIn(facts, span, channels));

/** What a unit has in a span so far: its lines, and what the steps before made of them. */
export const pointsSoFar = (facts: PeriodFacts, span: Span, effects: readonly Effect[]): Fraction =>
  sumOf(linesIn(facts, span)).add(pointsOf(effectsIn(effects, span)));

/** How many adoptions or submissions have points left: what was taken back counts as none. */
const howMany = (
  lines: readonly PeriodLine[],
  keyOf: (line: PeriodLine) => number | null
): number => {
  const sums = new Map<number, PeriodLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== null) sums.set(key, [...(sums.get(key) ?? []), line]);
  }
  return [...sums.values()].filter((own) => sumOf(own).compare(0) > 0).length;
};

const isOf =
  (categories: readonly Category[] | undefined) =>
  ({ category }: Receipt): boolean =>
    categories === undefined || categories.some((each) => each === category);

/** What a rule counts in a span; `null` where there is nothing to take a rate of. */
export const count = (
  counted: Counted,
  facts: PeriodFacts,
  span: Span,
  effects: readonly Effect[]
): Fraction | null => {
  const received = facts.received.filter(({ day }) => liesIn(day, span));
  const adopted = (): number => howMany(linesIn(facts, span), ({ submission }) => submission);
  switch (counted.kind) {
    case 'submitted':
      return new Fraction(received.filter(isOf(counted.categories)).length);
    case 'adopted':
      return new Fraction(adopted());
    case 'adoptions':
      return new Fraction(
        howMany(linesIn(facts, span, counted.channels), ({ adoption }) => adoption)
      );
    case 'points':
      return counted.channels
        ? pointsThrough(facts, span, counted.channels)
        : pointsSoFar(facts, span, effects);
    case 'adoption-rate':
      return received.length === 0 ? null : new Fraction(adopted() * 100, received.length);
  }
};
