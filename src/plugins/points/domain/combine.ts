import { sumOf, type Share } from './points';
import type { RuleSet } from './rule-set';
import type { Level } from './rule-set-content';

/** An adoption's points, and the level of the ladder that it stands on. */
export interface OnLevel {
  points: Share;
  level: Level;
}

/** Which levels of one item count. */
export interface CombinePolicy {
  /** The best so many levels; absent: all of them. */
  top?: number;
  /** Of each level its best adoption alone; else its adoptions are steps and add up. */
  oncePerLevel?: boolean;
  /** What each adoption that does not count gives instead: 按最高计分，其余每处加1分. */
  others?: number;
}

/** What a rule set says of several adoptions of one item (§七.8). */
export const combinePolicyOf = ({ extensions, policies }: RuleSet): CombinePolicy => {
  if (policies.combine === 'extended') return extensions?.combine ?? {};
  return policies.combine === 'highest' ? { top: 1 } : {};
};

const byLevel = <T extends OnLevel>(items: readonly T[]): T[][] => {
  const levels = new Map<Level, T[]>();
  for (const item of items) levels.set(item.level, [...(levels.get(item.level) ?? []), item]);
  return [...levels.values()];
};

const pointsOf = (items: readonly OnLevel[]) => sumOf(items.map(({ points }) => points));

/** The most points first; of equal ones the earlier first. */
const bestFirst = <T extends OnLevel>(groups: readonly T[][]): T[][] =>
  [...groups].sort((one, other) => pointsOf(other).compare(pointsOf(one)));

const bestOf = <T extends OnLevel>(level: readonly T[]): T[] =>
  bestFirst(level.map((item) => [item]))
    .slice(0, 1)
    .flat();

/**
 * The adoptions of one item that count. What stands on the level `extra` always does; with `others`
 * the rest counts too, each with so many points instead of its own.
 *
 * @param items in the order of their time, which decides between equal ones
 */
export const combine = <T extends OnLevel>(
  items: readonly T[],
  { oncePerLevel, others = 0, top }: CombinePolicy
): T[] => {
  if (top === undefined && !oncePerLevel) return [...items];
  const extra = items.filter(({ level }) => level === 'extra');
  const levels = byLevel(items.filter(({ level }) => level !== 'extra'));
  const counting = oncePerLevel ? levels.map(bestOf) : levels;
  const best = bestFirst(counting).slice(0, top).flat();
  if (others === 0) return [...best, ...extra];
  const rest = levels.flat().filter((item) => !best.includes(item));
  const instead = rest.map((item) => ({
    ...item,
    points: { ...item.points, amount: others, divisor: 1 },
  }));
  return [...best, ...instead, ...extra];
};
