import type { AdoptionDetails } from './adoption';
import { mayChoose } from './item-points';
import {
  choice,
  decimal,
  problem,
  record,
  text,
  whole,
  type Problem,
  type Shape,
} from './json-shape';
import type { ChannelRule, RuleSet } from './rule-set';
import type { ChannelContent, Extensions, PointsCase } from './rule-set-content';

/**
 * What an adoption says beyond channel and day where the rules of its day ask: as JSON, in the words of
 * the rule set's file (`rule-set-content.ts`), points as numbers with at most two decimals, a unit by its number.
 */

type Term = NonNullable<Extensions['kinds']>[number];

/** What the rules ask of adoptions through a channel; what is absent they do not ask. */
export interface DetailsAsked {
  kind?: readonly Term[];
  form?: readonly Term[];
  place?: readonly Term[];
  /** Characters. */
  length?: true;
  /** Hundredths, among which the office chooses. */
  points?: NonNullable<ChannelContent['choice']>;
  /** What the upper body gave. */
  upperScore?: true;
  /** Which unit rewrote the piece for the office, and so has the office's share. */
  rewrittenBy?: true;
}

const LISTS = { kind: 'kinds', form: 'forms', place: 'places' } as const;
const LONGEST = 1_000_000;
const LETTERS = 120;
const TERM_LETTERS = 40;

type TermName = keyof typeof LISTS;

const termsOf = (
  name: TermName,
  cases: readonly PointsCase[],
  extensions: RuleSet['extensions']
): readonly Term[] | undefined => {
  const named = new Set(cases.flatMap(({ when }) => when[name] ?? []));
  const terms = (extensions?.[LISTS[name]] ?? []).filter(({ code }) => named.has(code));
  return terms.length > 0 ? terms : undefined;
};

/**
 * What the rules ask of adoptions through a channel: the terms that its cases tell apart, the length, the
 * points to be chosen, what the upper body gave. Under the regulation: nothing.
 */
export const detailsAsked = (
  { more }: ChannelRule,
  { extensions }: Pick<RuleSet, 'extensions'>
): DetailsAsked => {
  const cases = more?.cases ?? [];
  const kind = termsOf('kind', cases, extensions);
  const form = termsOf('form', cases, extensions);
  const place = termsOf('place', cases, extensions);
  return {
    ...(kind && { kind }),
    ...(form && { form }),
    ...(place && { place }),
    ...(cases.some(({ when }) => when.length !== undefined) && { length: true }),
    ...(more?.choice && { points: more.choice }),
    ...(more?.upperScoreTimes !== undefined && { upperScore: true }),
    ...(extensions?.officeShare !== undefined && { rewrittenBy: true }),
  };
};

/** Details as their JSON says them, with points in hundredths. */
interface Written extends Pick<
  AdoptionDetails,
  'kind' | 'form' | 'place' | 'length' | 'upperScore' | 'rewrittenBy'
> {
  points?: number;
  /** Who chose the points: written by the server. */
  chosenBy?: string;
}

const UNIT_NUMBER = whole(1, Number.MAX_SAFE_INTEGER);

const ANY: Shape<Written> = record(
  {},
  {
    kind: text(TERM_LETTERS),
    form: text(TERM_LETTERS),
    place: text(TERM_LETTERS),
    length: whole(0, LONGEST),
    points: decimal(4),
    chosenBy: text(LETTERS),
    upperScore: decimal(4),
    rewrittenBy: UNIT_NUMBER,
  }
);

const oneOf = (terms: readonly Term[]): Shape<string> => choice(terms.map(({ code }) => code));

const shapeOf = ({
  kind,
  form,
  place,
  length,
  points,
  upperScore,
  rewrittenBy,
}: DetailsAsked): Shape<Written> =>
  record(
    {},
    {
      ...(kind && { kind: oneOf(kind) }),
      ...(form && { form: oneOf(form) }),
      ...(place && { place: oneOf(place) }),
      ...(length && { length: whole(0, LONGEST) }),
      ...(points && { points: decimal(4), chosenBy: text(LETTERS) }),
      ...(upperScore && { upperScore: decimal(4) }),
      ...(rewrittenBy && { rewrittenBy: UNIT_NUMBER }),
    }
  );

const inPoints = (hundredths: number): number => hundredths / 100;

const choiceProblems = (rule: ChannelRule, points: number | undefined): Problem[] => {
  const offered = rule.more?.choice;
  if (points === undefined || !offered || mayChoose(rule, points)) return [];
  const value = inPoints(points);
  if (offered.kind === 'set') {
    return [
      problem('details.points', 'choice', { value, values: offered.of.map(inPoints).join(' / ') }),
    ];
  }
  const range = { least: inPoints(offered.from), most: inPoints(offered.to) };
  return [problem('details.points', 'range', { value, ...range })];
};

/** Whether there is nothing in them. */
export const hasNoDetails = (details: unknown): boolean =>
  details === undefined ||
  details === null ||
  (typeof details === 'object' && !Array.isArray(details) && Object.keys(details).length === 0);

/** What is unknown or wrong in details, by the rules of a channel. */
export const detailProblems = (
  details: unknown,
  rule: ChannelRule,
  ruleSet: Pick<RuleSet, 'extensions'>
): Problem[] => {
  if (hasNoDetails(details)) return [];
  const { value, problems } = shapeOf(detailsAsked(rule, ruleSet)).read(details, 'details');
  return problems.length > 0 ? problems : choiceProblems(rule, value?.points);
};

/** Details that are open, though a number is asked: the channel's points count until it is told. */
const OPEN = ['length', 'points', 'upperScore'] as const;

/** What is asked and not told; terms are told only where one fits. */
export const missingDetails = (
  details: unknown,
  rule: ChannelRule,
  ruleSet: Pick<RuleSet, 'extensions'>
): Array<(typeof OPEN)[number]> => {
  const asked = detailsAsked(rule, ruleSet);
  const told = hasNoDetails(details) ? {} : (ANY.read(details, '').value ?? {});
  return OPEN.filter((name) => asked[name] !== undefined && told[name] === undefined);
};

/** Details that say which of several adoptions it is; the others say what it is worth. */
const TELLING = ['kind', 'form', 'place', 'length'] as const;

/**
 * Whether details tell two adoptions apart that are alike in all else: one of kind, form, place and length
 * that both tell, and tell otherwise. What only one of them tells says more of the same.
 */
export const tellApart = (one: AdoptionDetails | null, other: AdoptionDetails | null): boolean =>
  TELLING.some((name) => {
    const [told, otherwise] = [one?.[name], other?.[name]];
    return told !== undefined && otherwise !== undefined && told !== otherwise;
  });

/** Details for the arithmetic, as their JSON says them; `null` where there are none that can be read. */
export const readDetails = (details: unknown): AdoptionDetails | null => {
  if (hasNoDetails(details)) return null;
  const { value } = ANY.read(details, '');
  if (!value) return null;
  const { points, chosenBy = '', ...told } = value;
  return { ...told, ...(points !== undefined && { chosen: { amount: points, by: chosenBy } }) };
};
