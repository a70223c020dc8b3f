import { haveCommonDay, type Day, type Span } from './period';
import type { Channel } from './vocabulary';

/**
 * A rule set (计分标准): what each channel gives, and the policies, between two days. Versioned:
 * one in use is not edited, a new version starts on a day, no two are in force on one day.
 */

/** Levels of the ladder 逐级上报 (§七.8). Channels of one level are its steps and add up. */
export const LEVELS = ['site', 'newsletter', 'city', 'province', 'central', 'extra'] as const;
/** `extra` comes on top of whatever else a piece earns: instructions and commissions. */
export type Level = (typeof LEVELS)[number];

/** What one channel gives. */
export interface ChannelRule {
  channel: Channel;
  /** Hundredths of a point for one adoption, before any split. */
  amount: number;
  level: Level;
  /** Where the regulation says so: `七.7`. */
  clause: string;
}

/** Every policy by name with the values that it may take; the first is the regulation's. */
export const POLICIES = {
  /** §七.8 可重复计分: levels add up; `highest` counts the best level only. */
  combine: ['sum', 'highest'],
  /** §七.8 平均分配: an adoption's points among the contributing units. */
  jointItems: ['equal'],
  /** A unit's share among its officers named. */
  officers: ['equal'],
  /** One submission in one placement through several entries. */
  samePlacement: ['once'],
  /** §七.4: one leader's instructions on one item. */
  sameLeader: ['once'],
  /** §七.6: a commission's points beside what the piece earns elsewhere. */
  commissions: ['on-top'],
  /** What comes after its month was sealed. */
  lateItems: ['first-open-month'],
  /** §七 注: base content is assessed, never scored. */
  baseContent: ['not-scored'],
} as const;

export type Policies = { [Name in keyof typeof POLICIES]: (typeof POLICIES)[Name][number] };

export interface RuleSet {
  id: number;
  name: string;
  effectiveFrom: Day;
  /** Last day in force; `null` while no end is set. */
  effectiveTo: Day | null;
  rules: ReadonlyMap<Channel, ChannelRule>;
  policies: Policies;
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
