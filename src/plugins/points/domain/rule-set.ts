import { haveCommonDay, type Day, type Span } from './period';
import type {
  ChannelContent,
  Extensions,
  Level,
  Policies,
  RuleSetContent,
} from './rule-set-content';
import {
  channelOf,
  inChannelOrder,
  isChannel,
  isSiteChannel,
  type Channel,
  type Placement,
} from './vocabulary';

/**
 * A rule set (计分标准): what each channel gives, and the policies, between two days. Versioned:
 * one in use is not edited, a new version starts on a day, no two are in force on one day.
 */

/** What one channel gives. */
export interface ChannelRule {
  channel: Channel;
  /** Hundredths of a point for one adoption, before any split. */
  amount: number;
  level: Level;
  /** Where the regulation says so: `七.7`. */
  clause: string;
  /** What the rules of other bureaus add: names, cases, choices (`rule-set-content.ts`). */
  more?: ChannelExtension;
}

/** What a channel's item says beyond the regulation's. */
type ChannelExtension = Omit<
  ChannelContent,
  'channel' | 'points' | 'level' | 'clause' | 'sentence'
>;

export interface RuleSet {
  id: number;
  name: string;
  effectiveFrom: Day;
  /** Last day in force; `null` while no end is set. */
  effectiveTo: Day | null;
  rules: ReadonlyMap<Channel, ChannelRule>;
  policies: Policies;
  /** What the rules of other bureaus add; `null` or absent: the regulation's engine. */
  extensions?: Extensions | null;
}

/** The dates of a rule set, which decide whether it is in force. */
export type InForce = Pick<RuleSet, 'effectiveFrom' | 'effectiveTo'>;

/** Whether a rule set is in force on a day; its first and last day belong to it. */
export const isInForce = (ruleSet: InForce, day: Day): boolean =>
  ruleSet.effectiveFrom <= day && (ruleSet.effectiveTo === null || day <= ruleSet.effectiveTo);

/** The rule set in force on a day, or `undefined` when there is none. */
export const ruleSetOn = <T extends InForce>(ruleSets: readonly T[], day: Day): T | undefined =>
  ruleSets.find((ruleSet) => isInForce(ruleSet, day));

const effectiveSpanOf = ({ effectiveFrom, effectiveTo }: InForce): Span => ({
  from: effectiveFrom,
  to: effectiveTo,
});

/** Whether two rule sets are in force on a common day, which must never be. */
export const overlap = (one: InForce, other: InForce): boolean =>
  haveCommonDay(effectiveSpanOf(one), effectiveSpanOf(other));

const ruleOf = ({
  channel,
  points,
  level,
  clause,
  sentence: _,
  ...more
}: ChannelContent): ChannelRule => ({
  channel,
  amount: points,
  level,
  clause,
  ...(Object.keys(more).length > 0 && { more }),
});

/** What a rule set's JSON comes to: the rules by channel, in its order. */
export const rulesOf = ({
  channels,
  extensions,
  policies,
}: RuleSetContent): Pick<RuleSet, 'rules' | 'policies' | 'extensions'> => ({
  rules: new Map(channels.map((item) => [item.channel, ruleOf(item)])),
  policies,
  extensions: extensions ?? null,
});

/** What the rule set in force on a day calls a channel itself; `undefined` where it leaves it to the translations. */
export const channelNameOn = (
  ruleSets: readonly RuleSet[],
  channel: string,
  day: Day
): ChannelContent['name'] =>
  [...(ruleSetOn(ruleSets, day)?.rules.values() ?? [])].find((rule) => rule.channel === channel)
    ?.more?.name;

/** Whether publishing, and not a hand, makes adoptions through a channel of the rule set. */
export const isPublished = ({ channel, more }: ChannelRule): boolean =>
  isSiteChannel(channel) || more?.recorded === 'publishing';

/** Whether adoptions through a channel are a leader's instructions, of whom each counts once (§七.4). */
export const isInstruction = (rule: ChannelRule | undefined): boolean =>
  rule?.channel === 'instruction' || rule?.more?.kind === 'instruction';

/** What a rule set says of a channel, whatever was written for its code. */
export const ruleOfChannel = (
  { rules }: Pick<RuleSet, 'rules'>,
  channel: string
): ChannelRule | undefined => (isChannel(channel) ? rules.get(channel) : undefined);

/** The channels through which a hand records adoptions under a rule set: in the regulation's order, or in that of a list of its own. */
export const recordedByHand = ({
  extensions,
  rules,
}: Pick<RuleSet, 'rules' | 'extensions'>): ChannelRule[] => {
  const channels = extensions?.ownChannels ? [...rules.keys()] : inChannelOrder(rules.keys());
  return channels
    .flatMap((channel) => rules.get(channel) ?? [])
    .filter((rule) => !isPublished(rule));
};

/**
 * The channel that publishing in a placement adopts through on a day; `null` where the rule set in
 * force has a list of its own and none for it, so that publishing there earns nothing.
 */
export const channelOn = (
  ruleSets: readonly RuleSet[],
  day: Day,
  placement: Placement
): Channel | null => {
  const site = channelOf(placement);
  const ruleSet = ruleSetOn(ruleSets, day);
  if (!ruleSet?.extensions?.ownChannels || ruleSet.rules.has(site)) return site;
  const own = [...ruleSet.rules.values()].find(({ more }) => more?.placement === placement);
  return own?.channel ?? null;
};
