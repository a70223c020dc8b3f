import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Names } from '../../../shared/contracts';

/**
 * The message of one value of a closed list: by the bare value, as the Content Manager's filters
 * look it up. Values are distinct over all lists, the plugin's and the site's.
 */
const choiceMessage = (value: string): { id: string; defaultMessage: string } => ({
  id: value,
  defaultMessage: value,
});

/** The translated label of a value of a closed list: `headline` → 头条资讯. */
export const useChoiceLabel = (): ((value: string) => string) => {
  const { formatMessage } = useIntl();
  return useCallback((value: string) => formatMessage(choiceMessage(value)), [formatMessage]);
};

/** What a channel is called: as its rule set names it, or else as the translations do. */
export const useChannelName = (): ((channel: string, name?: Names) => string) => {
  const { locale } = useIntl();
  const labelOf = useChoiceLabel();
  return useCallback(
    (channel: string, name?: Names) => {
      if (!name) return labelOf(channel);
      return locale.startsWith('zh') ? name.zh : name.en;
    },
    [labelOf, locale]
  );
};
