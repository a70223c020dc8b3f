import type { Category, ManualChannel, Placement } from '../../../plugins/points/server/src/public';
import type { Random } from '../random';

type SiteWeights = Readonly<Record<Placement | 'none', number>>;

/** Where on the site items of a category end up, as weights. */
const SITE: Readonly<Record<Category, SiteWeights>> = {
  'culture-news': { headline: 9, video: 8, picture: 22, dynamics: 40, none: 21 },
  'work-result': { headline: 18, video: 5, picture: 9, dynamics: 38, none: 30 },
  research: { headline: 3, video: 0, picture: 0, dynamics: 17, none: 80 },
  commissioned: { headline: 12, video: 4, picture: 0, dynamics: 28, none: 56 },
};

/** A level that may adopt an item, how likely, after how many days, and what may follow on it. */
interface Level {
  channel: ManualChannel;
  probability: number;
  days: readonly [number, number];
  then?: readonly Level[];
}

const level = (
  channel: ManualChannel,
  probability: number,
  days: readonly [number, number],
  then: readonly Level[] = []
): Level => ({ channel, probability, days, then });

const upward = (forwarded: number, adopted: number, province: number): Level =>
  level(
    'city.forwarded',
    forwarded,
    [1, 6],
    [
      level(
        'city.adopted',
        adopted,
        [4, 20],
        [level('province.adopted', province, [6, 25], [level('central.adopted', 0.25, [10, 30])])]
      ),
    ]
  );

const LEVELS: Readonly<Record<Category, readonly Level[]>> = {
  'culture-news': [level('newsletter', 0.04, [5, 25])],
  'work-result': [
    level('newsletter', 0.14, [5, 25]),
    upward(0.12, 0.4, 0.12),
    level('instruction', 0.03, [8, 30]),
  ],
  research: [
    level('newsletter', 0.3, [5, 25]),
    upward(0.4, 0.5, 0.25),
    level('instruction', 0.1, [8, 30]),
  ],
  commissioned: [level('newsletter', 0.15, [5, 25])],
};

const COMMISSIONS = {
  'commission.info': 55,
  'commission.research': 25,
  'commission.feature': 20,
} as const;

export interface Adopted {
  channel: ManualChannel;
  /** Days after it was received. */
  after: number;
}

/** The placement that the editor gives an item, or none. */
export const placementFor = (random: Random, category: Category): Placement | undefined => {
  const placement = random.weighted(SITE[category]);
  return placement === 'none' ? undefined : placement;
};

const climb = (random: Random, levels: readonly Level[], from: number): Adopted[] =>
  levels.flatMap(({ channel, probability, days, then = [] }) => {
    if (!random.chance(probability)) return [];
    const after = from + random.integer(...days);
    return [{ channel, after }, ...climb(random, then, after)];
  });

/** What else adopts an item, in the order in which one level leads to the next. */
export const adoptionsFor = (random: Random, category: Category): Adopted[] => {
  const higher = climb(random, LEVELS[category], 0);
  if (category !== 'commissioned' || !random.chance(0.85)) return higher;
  return [{ channel: random.weighted(COMMISSIONS), after: random.integer(3, 12) }, ...higher];
};
