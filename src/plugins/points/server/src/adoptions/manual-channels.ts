import type { Core } from '@strapi/strapi';
import { isSiteChannel, MANUAL_CHANNELS, type ManualChannel } from '../../../domain/vocabulary';
import { describeChoices } from '../../../../../common/messages/validation';
import { refuse } from '../messages';

/** The channels whose adoptions are recorded by hand. */
export const manualChannels = (): readonly ManualChannel[] => MANUAL_CHANNELS;

/**
 * Refuses channels that publishing alone fills.
 *
 * @throws ValidationError for a site channel
 */
export const requireManualChannel = (strapi: Core.Strapi, channel: unknown): void => {
  if (!isSiteChannel(channel)) return;
  throw refuse(strapi, 'channel', 'error.adoption.site', {
    value: channel,
    values: describeChoices(strapi, manualChannels()),
  });
};
