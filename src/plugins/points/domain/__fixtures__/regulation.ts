import type { ChannelRule, RuleSet } from '../rule-set';
import type { Level, Policies } from '../rule-set-content';
import type { Channel } from '../vocabulary';

/** §七 as it stands in the regulation, typed off from it and not from the seed data. */
const REGULATION: Array<[Channel, points: number, Level, clause: string]> = [
  ['central.adopted', 100, 'central', '七.1'],
  ['province.adopted', 100, 'province', '七.2'],
  ['city.forwarded', 4, 'city', '七.3'],
  ['city.adopted', 20, 'city', '七.3'],
  ['instruction', 100, 'extra', '七.4'],
  ['newsletter', 20, 'newsletter', '七.5'],
  ['commission.info', 4, 'extra', '七.6'],
  ['commission.research', 20, 'extra', '七.6'],
  ['commission.feature', 30, 'extra', '七.6'],
  ['site.headline', 3, 'site', '七.7'],
  ['site.video', 3, 'site', '七.7'],
  ['site.picture', 2, 'site', '七.7'],
  ['site.dynamics', 1, 'site', '七.7'],
];

const POLICIES: Policies = {
  combine: 'sum',
  jointItems: 'equal',
  officers: 'equal',
  samePlacement: 'once',
  sameLeader: 'once',
  commissions: 'on-top',
  lateItems: 'first-open-month',
  baseContent: 'not-scored',
};

/** The regulation's rule set, in force from 2025 on, with the given differences. */
export const regulation = (
  values: Partial<Omit<RuleSet, 'policies'>> & { policies?: Partial<Policies> } = {}
): RuleSet => ({
  id: 1,
  name: '试行办法',
  effectiveFrom: '2025-01-01',
  effectiveTo: null,
  rules: new Map<Channel, ChannelRule>(
    REGULATION.map(([channel, points, level, clause]) => [
      channel,
      { channel, amount: points * 100, level, clause },
    ])
  ),
  ...values,
  policies: { ...POLICIES, ...values.policies },
});
