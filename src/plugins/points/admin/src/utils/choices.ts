import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { trId } from './translations';

/** The message of one value of a closed list; values are distinct over all lists. */
const choiceMessage = (value: string): { id: string; defaultMessage: string } => ({
  id: trId(`choice.${value}`),
  defaultMessage: value,
});

/** The translated label of a value of a closed list: `headline` → 头条资讯. */
export const useChoiceLabel = (): ((value: string) => string) => {
  const { formatMessage } = useIntl();
  return useCallback((value: string) => formatMessage(choiceMessage(value)), [formatMessage]);
};
