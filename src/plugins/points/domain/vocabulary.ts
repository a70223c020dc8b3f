/**
 * The closed lists of the field, in the order in which the regulation and the screens name them.
 * Codes are the same in code, API and database; their Chinese names are translations.
 */

/** What an assessed body is (§一): the two kinds are ranked apart. */
export const UNIT_KINDS = ['institution', 'department'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What is awarded at the end of a year (§八.3): 先进单位, 先进处室, 先进个人. */
export const AWARD_CLASSES = [...UNIT_KINDS, 'officer'] as const;
export type AwardClass = (typeof AWARD_CLASSES)[number];

/** What a person is in the unit (§五): of its leaders one is in charge at a time. */
export const POSITIONS = ['officer', 'leader'] as const;
export type Position = (typeof POSITIONS)[number];

/** What a submission is about (§三). */
export const CATEGORIES = ['work-result', 'culture-news', 'research', 'commissioned'] as const;
export type Category = (typeof CATEGORIES)[number];

/** In which form the office asks for a piece (§三（四）). */
export type CommissionKind = 'info' | 'research' | 'feature';

/** Where on the site a published entry runs (§七.7). */
export const PLACEMENTS = ['headline', 'video', 'picture', 'dynamics'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Channels that publishing fills: one for each placement. */
export const SITE_CHANNELS = [
  'site.headline',
  'site.video',
  'site.picture',
  'site.dynamics',
] as const;
export type SiteChannel = (typeof SITE_CHANNELS)[number];

/** Channels whose adoptions the office records by hand (§七.1–6). */
export const MANUAL_CHANNELS = [
  'newsletter',
  'city.forwarded',
  'city.adopted',
  'province.adopted',
  'central.adopted',
  'instruction',
  'commission.info',
  'commission.research',
  'commission.feature',
] as const;
export type ManualChannel = (typeof MANUAL_CHANNELS)[number];

/** Everything through which the regulation lets a submission be adopted: thirteen channels (§七). */
export const CHANNELS = [...SITE_CHANNELS, ...MANUAL_CHANNELS] as const;
export type RegulationChannel = (typeof CHANNELS)[number];

/** A channel that a rule set brings along itself: a WeChat account, a ministry's paper, a county's journal. */
export type OwnChannel = `own.${string}`;

/** Everything that can adopt a submission. */
export type Channel = RegulationChannel | OwnChannel;

/** How codes that a rule set brings along itself are written: `own.county-journal`. */
export const OWN_CODE = '^own\\.[a-z0-9]+(-[a-z0-9]+)*$';

const OWN = new RegExp(OWN_CODE);

/** Whether a code is written as one that a rule set brings along itself. */
export const isOwnChannel = (code: unknown): code is OwnChannel =>
  typeof code === 'string' && code.length <= 60 && OWN.test(code);

/** Whether a code is a channel: one of the regulation's, or written as a rule set's own. */
export const isChannel = (code: unknown): code is Channel =>
  (CHANNELS as readonly unknown[]).includes(code) || isOwnChannel(code);

const PLACES: ReadonlyMap<Channel, number> = new Map(
  CHANNELS.map((channel, place) => [channel, place])
);

/** Channels, each once: the regulation's in its order, then those of rule sets by their code. */
export const inChannelOrder = <C extends Channel>(channels: Iterable<C>): C[] =>
  [...new Set(channels)].sort(
    (one, other) =>
      (PLACES.get(one) ?? PLACES.size) - (PLACES.get(other) ?? PLACES.size) ||
      (one < other ? -1 : 1)
  );

/** What a posting says in place of a channel where a bonus (额外加分) gives the points (§六.2). */
export const BONUS = 'bonus';

/** What a posting says in place of a channel where the answer to an objection (异议) corrects points. */
export const CORRECTION = 'correction';

/** What points come through: a channel, a bonus, or a correction. */
export type PointsSource = Channel | typeof BONUS | typeof CORRECTION;

/** The channel that publishing with this placement adopts through (§七.7). */
export const channelOf = (placement: Placement): SiteChannel => `site.${placement}`;

/** Whether publishing, and not a hand, makes adoptions through this channel. */
export const isSiteChannel = (channel: unknown): channel is SiteChannel =>
  (SITE_CHANNELS as readonly unknown[]).includes(channel);
