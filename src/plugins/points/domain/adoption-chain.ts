import type { Dated } from './active';
import type { Adoption } from './adoption';
import type { Day } from './period';
import { sameName } from './score';

/**
 * The way of a piece upwards (§五, §七.8): published on the site, printed in the paper, forwarded, adopted
 * by city, province and centre, commented on by a leader. What is double on it, and what is odd.
 */

/** The stages in the order of the way; commissions stand beside it, `other` is whatever else a rule set knows. */
export const STAGES = [
  'site',
  'newsletter',
  'forwarded',
  'city',
  'province',
  'central',
  'instruction',
  'commission',
  'other',
] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['newsletter', 'newsletter'],
  ['city.forwarded', 'forwarded'],
  ['city.adopted', 'city'],
  ['province.adopted', 'province'],
  ['central.adopted', 'central'],
  ['instruction', 'instruction'],
]);

/** The stage that adopting through a channel reaches. */
export const stageOf = (channel: string): Stage => {
  const known = STAGE_OF.get(channel);
  if (known) return known;
  if (channel.startsWith('site.')) return 'site';
  return channel.startsWith('commission.') ? 'commission' : 'other';
};

/** Hundredths of a point from which on an adoption must show something for it. */
export const WEIGHTY = 100_00;

/** A step of the way: what an adoption says of itself. */
export interface ChainStep extends Pick<Adoption, 'channel' | 'adoptedOn' | 'organ'> {
  /** The number of the document, or the issue of the paper. */
  reference: string | null;
}

/** All by which a step is judged, beside itself. */
export interface ChainFacts {
  today: Day;
  /** When the piece was received; `null` while it is not. */
  receivedOn: Day | null;
  /** The contributing units. */
  units: ReadonlyArray<Dated & { name: string }>;
  /** The steps in force that come with it: recorded before, or together with it. */
  others: readonly ChainStep[];
  /** Hundredths of a point that the channel gives on the step's day; `null` where no rule set says so. */
  amount: number | null;
}

/** Why a step cannot be recorded. */
export type StepRefusal =
  'future' | 'no-rule-set' | 'no-leader' | 'unit-not-yet' | 'twin' | 'same-leader';

/** What a person should look at before recording a step. */
export type StepWarning =
  | 'no-forwarding'
  | 'before-forwarding'
  | 'before-received'
  | 'unit-ended'
  | 'no-evidence'
  | 'no-scan';

type StepField = keyof ChainStep | 'evidence';

/** What is wrong or odd with a step: the field that it is about, and what its sentence names. */
export interface StepFinding<Code> {
  code: Code;
  field: StepField;
  values: Readonly<Record<string, string>>;
}

const textOf = (text: string | null): string => text?.trim() ?? '';

/** Whether two steps say the same: somebody recorded one adoption twice. */
export const isTwin = (one: ChainStep, other: ChainStep): boolean =>
  one.channel === other.channel &&
  one.adoptedOn === other.adoptedOn &&
  textOf(one.organ) === textOf(other.organ) &&
  textOf(one.reference) === textOf(other.reference);

/** Whether two steps are instructions of one leader, of which one counts (§七.4). */
const isOfSameLeader = (one: ChainStep, other: ChainStep): boolean =>
  one.channel === 'instruction' &&
  other.channel === 'instruction' &&
  sameName(textOf(one.organ)) === sameName(textOf(other.organ));

const doubleOf = (
  step: ChainStep,
  { others }: Pick<ChainFacts, 'others'>
): Array<StepFinding<StepRefusal>> => {
  const { adoptedOn, organ } = step;
  if (others.some((other) => isTwin(step, other))) {
    return [{ code: 'twin', field: 'adoptedOn', values: { day: adoptedOn } }];
  }
  const given = organ?.trim() ? others.find((other) => isOfSameLeader(step, other)) : undefined;
  if (!given) return [];
  const values = { name: textOf(organ), day: given.adoptedOn };
  return [{ code: 'same-leader', field: 'organ', values }];
};

/** A day on which a contributing unit was not there yet. */
const foundingRefusals = (
  { adoptedOn: day }: ChainStep,
  { units }: Pick<ChainFacts, 'units'>
): Array<StepFinding<StepRefusal>> =>
  units.flatMap(({ name, activeFrom: from }) =>
    from === null || from <= day
      ? []
      : { code: 'unit-not-yet', field: 'adoptedOn', values: { name, day, from } }
  );

/**
 * Why a step cannot be recorded: its day is to come, has no rule set or lies before a contributing
 * unit was there; an instruction names no leader; or it is there already.
 *
 * @param facts with the steps recorded before it
 */
export const stepRefusals = (
  step: ChainStep,
  facts: ChainFacts
): Array<StepFinding<StepRefusal>> => {
  const { adoptedOn: day, channel, organ } = step;
  const { today, amount } = facts;
  const found: Array<StepFinding<StepRefusal>> = [];
  if (day > today) found.push({ code: 'future', field: 'adoptedOn', values: { day, today } });
  else if (amount === null)
    found.push({ code: 'no-rule-set', field: 'adoptedOn', values: { day } });
  found.push(...foundingRefusals(step, facts));
  if (channel === 'instruction' && textOf(organ) === '') {
    found.push({ code: 'no-leader', field: 'organ', values: {} });
  }
  return [...found, ...doubleOf(step, facts)];
};

/** The city adopts what the bureau forwarded (§七.3). */
const forwardingWarnings = (
  { channel, adoptedOn }: ChainStep,
  { others }: Pick<ChainFacts, 'others'>
): Array<StepFinding<StepWarning>> => {
  if (channel !== 'city.adopted') return [];
  const days = others
    .filter((other) => other.channel === 'city.forwarded')
    .map((other) => other.adoptedOn)
    .sort();
  const [first] = days;
  if (first === undefined) return [{ code: 'no-forwarding', field: 'channel', values: {} }];
  if (first <= adoptedOn) return [];
  const values = { day: adoptedOn, forwarded: first };
  return [{ code: 'before-forwarding', field: 'adoptedOn', values }];
};

/** A piece may be adopted after its unit has ended: its points are of who it was. */
const endingWarnings = (
  { adoptedOn: day }: ChainStep,
  { units }: Pick<ChainFacts, 'units'>
): Array<StepFinding<StepWarning>> =>
  units.flatMap(({ name, activeTo: to }) =>
    to === null || day <= to
      ? []
      : { code: 'unit-ended', field: 'adoptedOn', values: { name, day, to } }
  );

const evidenceWarnings = (
  { organ, reference }: ChainStep,
  hasFile: boolean,
  { amount }: Pick<ChainFacts, 'amount'>
): Array<StepFinding<StepWarning>> => {
  if (hasFile || (amount ?? 0) < WEIGHTY) return [];
  const isBare = textOf(organ) === '' && textOf(reference) === '';
  return [{ code: isBare ? 'no-evidence' : 'no-scan', field: 'evidence', values: {} }];
};

/**
 * What is odd about a step, though it may be meant: adopted by the city and not forwarded, or forwarded
 * only later; earlier than the piece was received; later than a unit's end; a hundred points and
 * nothing to show for it.
 *
 * @param hasFile whether a file shows it
 * @param facts with all other steps, also those recorded together with it
 */
export const stepWarnings = (
  step: ChainStep,
  hasFile: boolean,
  facts: ChainFacts
): Array<StepFinding<StepWarning>> => {
  const { adoptedOn: day } = step;
  const { receivedOn: received } = facts;
  return [
    ...forwardingWarnings(step, facts),
    ...(received !== null && day < received
      ? [{ code: 'before-received', field: 'adoptedOn', values: { day, received } } as const]
      : []),
    ...endingWarnings(step, facts),
    ...evidenceWarnings(step, hasFile, facts),
  ];
};
