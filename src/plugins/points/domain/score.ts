import type { Adoption, Facts } from './adoption';
import type { Award } from './award';
import { combine, combinePolicyOf, type OnLevel } from './combine';
import { itemPoints, OutsideChoiceError, type ItemPoints } from './item-points';
import type { Day } from './period';
import { isInstruction, isPublished, ruleSetOn, type ChannelRule, type RuleSet } from './rule-set';
import type { SplitPolicy } from './rule-set-content';
import { splitBy, type OfficePart } from './shares';
import { isSiteChannel } from './vocabulary';

/** An adoption's day lies in no rule set, so nobody can say what it earns. */
export class NoRuleSetError extends Error {
  constructor(readonly day: Day) {
    super(`No rule set is in force on ${day}`);
  }
}

/** Somebody wrote over what points rest on, past the application: nobody can reckon with it. */
export class UnreadableFactsError extends Error {}

type CannotBeScored = NoRuleSetError | OutsideChoiceError | UnreadableFactsError;

/** Whether an error says that facts and rules do not fit or cannot be read, so that nobody can say what is earned. */
export const cannotBeScored = (error: unknown): error is CannotBeScored =>
  error instanceof NoRuleSetError ||
  error instanceof OutsideChoiceError ||
  error instanceof UnreadableFactsError;

interface Rated extends OnLevel {
  adoption: Adoption;
  points: ItemPoints;
  rule: ChannelRule;
  ruleSet: RuleSet;
}

const byTime = (one: Adoption, other: Adoption): number =>
  one.adoptedOn.localeCompare(other.adoptedOn) ||
  one.adoptedAt - other.adoptedAt ||
  one.id - other.id;

/** A name as people type it: full-width and half-width, with and without blanks, are one leader. */
export const sameName = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * What an adoption may repeat only once on one submission: a placement, whatever the number of
 * entries in it, and a leader's instruction (§七.4, §七.7). Every other adoption is its own.
 */
const onceKey = ({ id, channel, organ }: Adoption, rule: ChannelRule | undefined): string => {
  if (isSiteChannel(channel) || (rule && isPublished(rule))) return channel;
  if (isInstruction(rule)) return `${channel}:${sameName(organ ?? '')}`;
  return `adoption:${id}`;
};

const countedOnce = (adoptions: readonly Adoption[], ruleSets: readonly RuleSet[]): Adoption[] => {
  const first = new Map<string, Adoption>();
  for (const adoption of [...adoptions].sort(byTime)) {
    const rule = ruleSetOn(ruleSets, adoption.adoptedOn)?.rules.get(adoption.channel);
    const key = onceKey(adoption, rule);
    if (!first.has(key)) first.set(key, adoption);
  }
  return [...first.values()];
};

const rate = (adoption: Adoption, ruleSets: readonly RuleSet[]): Rated => {
  const ruleSet = ruleSetOn(ruleSets, adoption.adoptedOn);
  const rule = ruleSet?.rules.get(adoption.channel);
  if (!ruleSet || !rule) throw new NoRuleSetError(adoption.adoptedOn);
  const points = itemPoints(rule, adoption.details ?? null);
  return { adoption, rule, ruleSet, points, level: rule.level };
};

/** Policy `combine` (§七.8), applied among the adoptions that one rule set rates. */
const combined = (rated: readonly Rated[]): Rated[] => {
  const groups = new Map<RuleSet, Rated[]>();
  for (const each of rated) groups.set(each.ruleSet, [...(groups.get(each.ruleSet) ?? []), each]);
  return [...groups].flatMap(([ruleSet, group]) => combine(group, combinePolicyOf(ruleSet)));
};

const EQUAL: SplitPolicy = { kind: 'equal' };

const officePartOf = ({ adoption, ruleSet }: Rated): OfficePart | null => {
  const unit = adoption.details?.rewrittenBy;
  const share = ruleSet.extensions?.officeShare;
  return unit === undefined || share === undefined ? null : { unit, share };
};

const splitPolicyOf = ({ points, ruleSet }: Rated): SplitPolicy =>
  points.split ?? ruleSet.extensions?.split ?? EQUAL;

/**
 * Whether the order of the contributing units decides what each gets of an adoption, as it never does
 * under the regulation (§七.8 平均分配).
 *
 * @throws NoRuleSetError, OutsideChoiceError as `score` does
 */
export const dividesByOrder = (adoption: Adoption, ruleSets: readonly RuleSet[]): boolean => {
  const { kind } = splitPolicyOf(rate(adoption, ruleSets));
  return kind === 'weights' || kind === 'first';
};

const awardsOf = (rated: Rated, facts: Facts): Award[] => {
  const { adoption, points, rule, ruleSet } = rated;
  const policy = splitPolicyOf(rated);
  const contributors = adoption.contributors ?? facts.contributors;
  // Named one by one: every posting of a ledger is scored when it is compared, and spreading takes longer.
  return splitBy(points, contributors, policy, officePartOf(rated)).map((share) => ({
    unit: share.unit,
    officer: share.officer,
    amount: share.amount,
    divisor: share.divisor,
    unitCount: share.unitCount,
    officerCount: share.officerCount,
    adoption: adoption.id,
    channel: adoption.channel,
    adoptedOn: adoption.adoptedOn,
    clause: rule.clause,
    ruleSet: ruleSet.id,
  }));
};

/**
 * What a submission earns (§七): each adoption in force, rated by the rule set in force on its
 * day, combined by policy, divided among the contributors. The same facts always give the same
 * awards, in whatever order they came about.
 *
 * @throws NoRuleSetError when an adoption's day has no rule set
 * @throws OutsideChoiceError when what was chosen for one may not be
 */
export const score = (facts: Facts, ruleSets: readonly RuleSet[]): Award[] => {
  const rated = countedOnce(facts.adoptions, ruleSets).map((adoption) => rate(adoption, ruleSets));
  return combined(rated)
    .filter(({ points }) => points.amount > 0)
    .flatMap((each) => awardsOf(each, facts));
};
