import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { parseHundredths } from '../../../domain/points';
import { LEVELS, POLICIES } from '../../../domain/rule-set';
import { CHANNELS, type Channel } from '../../../domain/vocabulary';
import { languageOfRequest, type Values } from '../../../../../common/messages/request-language';
import { describeChoices } from '../../../../../common/messages/validation';
import { refuse, sentence, type MessageKey } from '../messages';

const channelShape = z.object({
  channel: z.enum(CHANNELS),
  points: z.union([z.number(), z.string()]),
  level: z.enum(LEVELS),
  clause: z.string().trim().min(1).max(40),
  sentence: z.object({ zh: z.string().trim().min(1), en: z.string().trim().min(1) }),
});

const say = (strapi: Core.Strapi, key: MessageKey, values: Values): string =>
  sentence(languageOfRequest(strapi), key, values);

const problemOf = (strapi: Core.Strapi, item: unknown, seen: Set<Channel>): string | null => {
  const parsed = channelShape.safeParse(item);
  if (!parsed.success) {
    return say(strapi, 'error.ruleSet.shape', { levels: LEVELS.join(' / ') });
  }
  const { channel, points } = parsed.data;
  if (parseHundredths(points) === null) {
    return say(strapi, 'error.ruleSet.points', { value: String(points) });
  }
  if (seen.has(channel)) return say(strapi, 'error.ruleSet.channelTwice', { value: channel });
  seen.add(channel);
  return null;
};

/**
 * A rule set's channels: each of the thirteen once, with points of at most two decimals.
 *
 * @throws ValidationError naming the item and what it takes
 */
export const requireChannels = (strapi: Core.Strapi, channels: unknown): void => {
  const items: unknown[] = Array.isArray(channels) ? channels : [];
  const seen = new Set<Channel>();
  items.forEach((item, index) => {
    const problem = problemOf(strapi, item, seen);
    if (problem === null) return;
    throw refuse(strapi, 'channels', 'error.ruleSet.channels', { position: index + 1, problem });
  });
  const missing = CHANNELS.filter((channel) => !seen.has(channel));
  if (missing.length === 0) return;
  throw refuse(strapi, 'channels', 'error.ruleSet.channelMissing', {
    values: describeChoices(strapi, missing),
  });
};

/**
 * A rule set's policies: every policy with one of its values, and no other.
 *
 * @throws ValidationError naming the policy and its values
 */
export const requirePolicies = (strapi: Core.Strapi, policies: unknown): void => {
  const given = (typeof policies === 'object' && policies !== null ? policies : {}) as Record<
    string,
    unknown
  >;
  for (const [name, values] of Object.entries(POLICIES)) {
    if ((values as readonly unknown[]).includes(given[name])) continue;
    throw refuse(strapi, 'policies', 'error.ruleSet.policies', {
      name,
      values: values.join(' / '),
    });
  }
  const unknown = Object.keys(given).find((name) => !(name in POLICIES));
  if (unknown === undefined) return;
  throw refuse(strapi, 'policies', 'error.ruleSet.policies', {
    name: unknown,
    values: Object.keys(POLICIES).join(' / '),
  });
};
