import type { Core } from '@strapi/strapi';
import { adoptionTitle } from '../../../domain/adoption-title';
import { ruleSetOn } from '../../../domain/rule-set';
import type { AdoptionRecord } from '../records/adoptions';
import { channelLabel } from '../records/channel-labels';
import type { RuleSetRecord } from '../records/rule-sets';
import type { LedgerFacts } from './submission-ledgers';

type Named = Pick<AdoptionRecord, 'channel' | 'adoptedOn'>;

/** What an adoption of a piece is called, in Chinese, by the channels of the rules of its day. */
export const titleOf = (
  strapi: Core.Strapi,
  { channel, adoptedOn }: Named,
  { title }: LedgerFacts['submission'],
  rules: readonly RuleSetRecord[]
): string => {
  const ruleSet = ruleSetOn(rules, adoptedOn);
  return adoptionTitle(channelLabel(strapi, 'zh-Hans', ruleSet, channel), adoptedOn, title);
};

/**
 * The adoptions in force that are called otherwise than they are now, with what they are called now: the
 * piece, the day or the channel was changed since, or nothing was said yet.
 */
export const outdatedTitles = (
  strapi: Core.Strapi,
  { submission, adoptions }: LedgerFacts,
  rules: readonly RuleSetRecord[]
): Array<{ id: number; title: string }> =>
  adoptions.flatMap((adoption) => {
    const title = titleOf(strapi, adoption, submission, rules);
    return adoption.title === title ? [] : { id: adoption.id, title };
  });
