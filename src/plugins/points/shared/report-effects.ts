import type { Names, Points, StandingsRow } from './contracts';

/**
 * What the rules over a period made of a row of the report, and what they say of it, line by line with
 * the why of each: clause and sentence, figure, facts. Screens and files read it from here.
 */

type Effects = NonNullable<StandingsRow['effects']>;
type Gates = NonNullable<StandingsRow['failedGates']>;

/** A fact behind an effect that people are told; the code of a deduction is not one. */
const FACTS = [
  'received',
  'points',
  'most',
  'least',
  'done',
  'target',
  'missing',
  'day',
  'officer',
  'reason',
  'by',
] as const;

type Fact = (typeof FACTS)[number];

/** A sentence or heading that the lines need, by its key among the translations. */
export type EffectKey =
  | `report.step.${Effects[number]['step']}`
  | `report.gate.${Gates[number]['effect']}`
  | `report.fact.${Fact}`
  | 'report.fact'
  | 'report.clause';

export interface EffectLanguage {
  translate: (key: EffectKey, values?: Readonly<Record<string, string | number>>) => string;
  periodName: (code: string) => string;
  nameOf: (names: Names) => string;
}

/** One effect, or one thing that a unit did not reach. */
export interface ReportEffect {
  period: string;
  /** Which step of the reckoning it is, or what the gate says. */
  what: string;
  /** `null` of a gate, which moves nobody's place. */
  points: Points | null;
  /** The clause and its sentence. */
  ground: string;
  /** The facts behind it, each with its name. */
  facts: string;
}

type Why = Readonly<Record<string, string>>;

const factsOf = (why: Why, { translate }: EffectLanguage): string =>
  FACTS.flatMap((fact) => {
    const value = why[fact];
    return value === undefined
      ? []
      : translate('report.fact', { name: translate(`report.fact.${fact}`), value });
  }).join('；');

interface Grounded {
  clause: string;
  sentence: Names;
  period: { code: string };
  why: Why;
}

const lineOf = (
  { clause, period, sentence, why }: Grounded,
  language: EffectLanguage
): Pick<ReportEffect, 'period' | 'ground' | 'facts'> => ({
  period: language.periodName(period.code),
  ground: language.translate('report.clause', { clause, sentence: language.nameOf(sentence) }),
  facts: factsOf(why, language),
});

/** The lines of a row: the effects in the order of the reckoning, then what was not reached. */
export const reportEffectsOf = (
  { effects = [], failedGates = [] }: Pick<StandingsRow, 'effects' | 'failedGates'>,
  language: EffectLanguage
): ReportEffect[] => [
  ...effects.map((effect) => ({
    ...lineOf(effect, language),
    what: language.translate(`report.step.${effect.step}`),
    points: { points: effect.points, exact: effect.exact },
  })),
  ...failedGates.map((gate) => ({
    ...lineOf(gate, language),
    what: language.translate(`report.gate.${gate.effect}`),
    points: null,
  })),
];

/** What the gates say of a row, each once: what stands beside its rank. */
export const gatesText = (
  { failedGates = [] }: Pick<StandingsRow, 'failedGates'>,
  { translate }: Pick<EffectLanguage, 'translate'>
): string | null => {
  const said = new Set(failedGates.map(({ effect }) => translate(`report.gate.${effect}`)));
  return said.size === 0 ? null : [...said].join('；');
};

/** All lines of a row as one text, for files that have one table alone. */
export const effectsText = (
  effects: readonly ReportEffect[],
  readable: (points: Points) => string
): string =>
  effects
    .map(({ facts, ground, period, points, what }) =>
      [period, what, points && readable(points), ground, facts].filter(Boolean).join(' ')
    )
    .join('\n');
