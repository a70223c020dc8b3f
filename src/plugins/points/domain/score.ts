import type { Day } from './period';
import type { Adoption, Facts } from './adoption';
import type { Award } from './award';
import { ruleSetOn, type ChannelRule, type RuleSet } from './rule-set';
import { split } from './shares';
import { isSiteChannel } from './vocabulary';

/** An adoption's day lies in no rule set, so nobody can say what it earns. */
export class NoRuleSetError extends Error {
  constructor(readonly day: Day) {
    super(`No rule set is in force on ${day}`);
  }
}

interface Rated {
  adoption: Adoption;
  rule: ChannelRule;
  ruleSet: RuleSet;
}

const byTime = (one: Adoption, other: Adoption): number =>
  one.adoptedOn.localeCompare(other.adoptedOn) ||
  one.adoptedAt - other.adoptedAt ||
  one.id - other.id;

/** Names as people type them: full-width and half-width, with and without blanks, are one leader. */
const sameName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * What an adoption may repeat only once on one submission: a placement, whatever the number of
 * entries in it, and a leader's instruction (§七.4, §七.7). Every other adoption is its own.
 */
const onceKey = ({ id, channel, organ }: Adoption): string => {
  if (isSiteChannel(channel)) return channel;
  if (channel === 'instruction') return `instruction:${sameName(organ ?? '')}`;
  return `adoption:${id}`;
};

const countedOnce = (adoptions: readonly Adoption[]): Adoption[] => {
  const first = new Map<string, Adoption>();
  for (const adoption of [...adoptions].sort(byTime)) {
    if (!first.has(onceKey(adoption))) first.set(onceKey(adoption), adoption);
  }
  return [...first.values()];
};

const rate = (adoption: Adoption, ruleSets: readonly RuleSet[]): Rated => {
  const ruleSet = ruleSetOn(ruleSets, adoption.adoptedOn);
  const rule = ruleSet?.rules.get(adoption.channel);
  if (!ruleSet || !rule) throw new NoRuleSetError(adoption.adoptedOn);
  return { adoption, rule, ruleSet };
};

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const amountOf = (rated: readonly Rated[]): number =>
  rated.reduce((sum, { rule }) => sum + rule.amount, 0);

const highestLevel = (rated: readonly Rated[]): readonly Rated[] => {
  const extra = rated.filter(({ rule }) => rule.level === 'extra');
  const ladder = rated.filter(({ rule }) => rule.level !== 'extra');
  const levels = [...groupBy(ladder, ({ rule }) => rule.level).values()];
  const best = levels.reduce<readonly Rated[]>(
    (leader, level) => (amountOf(level) > amountOf(leader) ? level : leader),
    []
  );
  return [...best, ...extra];
};

/** Policy `combine` (§七.8), applied among the adoptions that one rule set rates. */
const combine = (rated: readonly Rated[]): readonly Rated[] =>
  [...groupBy(rated, ({ ruleSet }) => ruleSet).entries()].flatMap(([ruleSet, group]) =>
    ruleSet.policies.combine === 'highest' ? highestLevel(group) : group
  );

const awardsOf = ({ adoption, rule, ruleSet }: Rated, facts: Facts): Award[] =>
  split(rule.amount, adoption.contributors ?? facts.contributors).map((share) => ({
    ...share,
    adoption: adoption.id,
    channel: adoption.channel,
    adoptedOn: adoption.adoptedOn,
    clause: rule.clause,
    ruleSet: ruleSet.id,
  }));

/**
 * What a submission earns (§七): each adoption in force, rated by the rule set in force on its
 * day, combined by policy, divided among the contributors. The same facts always give the same
 * awards, in whatever order they came about.
 *
 * @throws NoRuleSetError when an adoption's day has no rule set
 */
export const score = (facts: Facts, ruleSets: readonly RuleSet[]): Award[] => {
  const rated = countedOnce(facts.adoptions).map((adoption) => rate(adoption, ruleSets));
  return combine(rated)
    .filter(({ rule }) => rule.amount > 0)
    .flatMap((each) => awardsOf(each, facts));
};
