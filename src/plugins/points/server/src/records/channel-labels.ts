import type { Core } from '@strapi/strapi';
import type { Channel } from '../../../domain/vocabulary';
import { labelsOf } from '../../../../../common/messages/labels';
import type { Language } from '../../../../../common/messages/request-language';
import type { RuleSetRecord } from './rule-sets';

/** What a channel is called in a language: as the rule set names it, or else as the translations do. */
export const channelLabel = (
  strapi: Core.Strapi,
  language: Language,
  ruleSet: Pick<RuleSetRecord, 'rules'> | undefined,
  channel: Channel
): string => {
  const own = ruleSet?.rules.get(channel)?.more?.name;
  if (own) return language === 'en' ? own.en : own.zh;
  return labelsOf(strapi).ofValue(language, channel) ?? channel;
};
