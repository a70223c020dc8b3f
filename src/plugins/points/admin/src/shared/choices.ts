import { useCallback } from 'react';
import { useIntl } from 'react-intl';

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
