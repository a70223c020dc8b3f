import type { Dated } from './active';
import type { Adoption } from './adoption';
import { readDetails, tellApart } from './adoption-details';
import type { Day } from './period';
import {
  isInstruction,
  isPublished,
  ruleOfChannel,
  type ChannelRule,
  type RuleSet,
} from './rule-set';
import type { Evidence } from './rule-set-content';
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
const WEIGHTY = 100_00;

/** A step of the way: what an adoption says of itself. */
export interface ChainStep extends Pick<Adoption, 'adoptedOn' | 'organ'> {
  /** Whatever was written for it: the rules of its day say whether it is one. */
  channel: string;
  /** The number of the document, or the issue of the paper. */
  reference: string | null;
  /** Its details as JSON, as somebody wrote them. */
  writtenDetails?: unknown;
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
  /** In force on the step's day; `null` where there is none. */
  ruleSet: Pick<RuleSet, 'rules'> | null;
}

/** Why a step cannot be recorded. */
export type StepRefusal =
  | 'future'
  | 'no-rule-set'
  | 'no-channel'
  | 'published'
  | 'no-leader'
  | 'evidence-required'
  | 'unit-not-yet'
  | 'twin'
  | 'same-leader';

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

/**
 * Whether two steps say the same, so that somebody recorded one adoption twice: channel, day, organ and
 * number, and no detail that tells them apart.
 */
export const isTwin = (one: ChainStep, other: ChainStep): boolean =>
  one.channel === other.channel &&
  one.adoptedOn === other.adoptedOn &&
  textOf(one.organ) === textOf(other.organ) &&
  textOf(one.reference) === textOf(other.reference) &&
  !tellApart(readDetails(one.writtenDetails), readDetails(other.writtenDetails));

/** What an adoption through a channel must show; what gives a hundred points is asked for it unless the rules say otherwise. */
export const evidenceOf = (rule: ChannelRule | undefined): Evidence =>
  rule?.more?.evidence ?? ((rule?.amount ?? 0) >= WEIGHTY ? 'wanted' : 'none');

/** Whether a step names nobody and no number, so that a file alone could show it. */
export const isBare = ({ organ, reference }: Pick<ChainStep, 'organ' | 'reference'>): boolean =>
  textOf(organ) === '' && textOf(reference) === '';

const ruleOf = ({ channel }: ChainStep, { ruleSet }: Pick<ChainFacts, 'ruleSet'>) =>
  ruleSet === null ? undefined : ruleOfChannel(ruleSet, channel);

/** Whether a step is a leader's instruction: the rules of its day say so, or its name where there are none. */
const isByLeader = (step: ChainStep, facts: Pick<ChainFacts, 'ruleSet'>): boolean =>
  step.channel === 'instruction' || isInstruction(ruleOf(step, facts));

/** Whether two instructions are of one leader, of which one counts (§七.4). */
const isOfSameLeader = (one: ChainStep, other: ChainStep): boolean =>
  one.channel === other.channel && sameName(textOf(one.organ)) === sameName(textOf(other.organ));

const doubleOf = (
  step: ChainStep,
  facts: Pick<ChainFacts, 'others' | 'ruleSet'>
): Array<StepFinding<StepRefusal>> => {
  const { adoptedOn, organ } = step;
  const { others } = facts;
  if (others.some((other) => isTwin(step, other))) {
    return [{ code: 'twin', field: 'adoptedOn', values: { day: adoptedOn } }];
  }
  const isNamed = textOf(organ) !== '' && isByLeader(step, facts);
  const given = isNamed ? others.find((other) => isOfSameLeader(step, other)) : undefined;
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
 * Why a hand cannot record adoptions through a channel on a day: the rules in force do not have it, or
 * publishing alone makes them; `null` where it can, and where no rules are in force.
 */
export const channelRefusal = (
  step: Pick<ChainStep, 'channel' | 'adoptedOn'>,
  ruleSet: Pick<RuleSet, 'rules'> | null
): StepFinding<'no-channel' | 'published'> | null => {
  if (ruleSet === null) return null;
  const { adoptedOn: day, channel } = step;
  const rule = ruleOfChannel(ruleSet, channel);
  const values = { day, value: channel };
  if (!rule) return { code: 'no-channel', field: 'channel', values };
  return isPublished(rule) ? { code: 'published', field: 'channel', values } : null;
};

/**
 * Why a step cannot be recorded: its day is to come, has no rule set or lies before a contributing
 * unit was there; the rules of its day do not let a hand record its channel; an instruction names no
 * leader; the rules want it shown, and nothing shows it; or it is there already.
 *
 * @param hasFile whether a file shows it
 * @param facts with the steps recorded before it
 */
export const stepRefusals = (
  step: ChainStep,
  hasFile: boolean,
  facts: ChainFacts
): Array<StepFinding<StepRefusal>> => {
  const { adoptedOn: day, organ } = step;
  const { today, ruleSet } = facts;
  const found: Array<StepFinding<StepRefusal>> = [];
  const channel = channelRefusal(step, ruleSet);
  if (day > today) found.push({ code: 'future', field: 'adoptedOn', values: { day, today } });
  else if (ruleSet === null) {
    found.push({ code: 'no-rule-set', field: 'adoptedOn', values: { day } });
  } else if (channel) found.push(channel);
  found.push(...foundingRefusals(step, facts));
  if (isByLeader(step, facts) && textOf(organ) === '') {
    found.push({ code: 'no-leader', field: 'organ', values: {} });
  }
  if (!hasFile && isBare(step) && evidenceOf(ruleOf(step, facts)) === 'required') {
    found.push({ code: 'evidence-required', field: 'evidence', values: {} });
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
  step: ChainStep,
  hasFile: boolean,
  facts: Pick<ChainFacts, 'ruleSet'>
): Array<StepFinding<StepWarning>> => {
  if (hasFile) return [];
  const evidence = evidenceOf(ruleOf(step, facts));
  if (evidence === 'none' || (evidence === 'required' && isBare(step))) return [];
  return [{ code: isBare(step) ? 'no-evidence' : 'no-scan', field: 'evidence', values: {} }];
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
