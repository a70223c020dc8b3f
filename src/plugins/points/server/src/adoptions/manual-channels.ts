import type { Core } from '@strapi/strapi';
import { channelRefusal, evidenceOf } from '../../../domain/adoption-chain';
import { detailsAsked, type DetailsAsked } from '../../../domain/adoption-details';
import { isInstruction, recordedByHand, ruleSetOn } from '../../../domain/rule-set';
import { isSiteChannel, MANUAL_CHANNELS, type Channel } from '../../../domain/vocabulary';
import type { RecordableChannel, RecordableView } from '../../../shared/contracts';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { describeChoices } from '../../../../../common/messages/validation';
import { refuse } from '../messages';
import { channelLabel } from '../records/channel-labels';
import type { RuleSetRecord } from '../records/rule-sets';

/** The channels that a hand may record under a rule set, with their names, as a sentence lists them. */
export const describeManualChannels = (
  strapi: Core.Strapi,
  ruleSet: Pick<RuleSetRecord, 'rules' | 'extensions'>
): string => {
  const language = languageOfRequest(strapi);
  return describeChoices(
    strapi,
    recordedByHand(ruleSet).map(({ channel }) => channel),
    (channel) => channelLabel(strapi, language, ruleSet, channel as Channel)
  );
};

/**
 * Refuses the channels of the site in their own words, before anything else of what was sent is looked at.
 *
 * @throws ValidationError for a site channel
 */
export const refuseSiteChannel = (strapi: Core.Strapi, channel: unknown): void => {
  if (!isSiteChannel(channel)) return;
  const values = describeChoices(strapi, MANUAL_CHANNELS);
  throw refuse(strapi, 'channel', 'error.adoption.site', { value: channel, values });
};

/**
 * Refuses what the rules in force on its day do not let a hand record. Without a rule set on that day
 * settling says so.
 *
 * @throws ValidationError that names the channels that they do
 */
export const requireManualChannel = (
  strapi: Core.Strapi,
  adoption: { channel: string; adoptedOn: string },
  ruleSets: readonly RuleSetRecord[]
): void => {
  const ruleSet = ruleSetOn(ruleSets, adoption.adoptedOn);
  const refused = channelRefusal(adoption, ruleSet ?? null);
  if (!refused || !ruleSet) return;
  const values = { ...refused.values, values: describeManualChannels(strapi, ruleSet) };
  throw refuse(strapi, 'channel', `step.refused.${refused.code}`, values);
};

const recordableChannel = (
  rule: ReturnType<typeof recordedByHand>[number],
  asks: DetailsAsked
): RecordableChannel => ({
  channel: rule.channel,
  ...(rule.more?.name && { name: rule.more.name }),
  ...(isInstruction(rule) && { isInstruction: true }),
  ...(evidenceOf(rule) === 'required' && { needsEvidence: true }),
  ...(Object.keys(asks).length > 0 && { asks }),
});

/** What can be recorded by hand, by the days on which it can. */
export const recordableViews = (ruleSets: readonly RuleSetRecord[]): RecordableView[] =>
  ruleSets.map((ruleSet) => ({
    from: ruleSet.effectiveFrom,
    to: ruleSet.effectiveTo,
    channels: recordedByHand(ruleSet).map((rule) =>
      recordableChannel(rule, detailsAsked(rule, ruleSet))
    ),
  }));
