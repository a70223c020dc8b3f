import { useIntl } from 'react-intl';
import { useAllowed } from './permissions';
import { trId } from './translations';

/**
 * What is said of a list without anything in it, and what to do next: to who may do it, how (`<id>.may`);
 * to all others, when something will be there (`<id>.wait`).
 */
export const useEmptyText = (id: string, action: string, fallback: string): string => {
  const { formatMessage } = useIntl();
  const next = useAllowed(action) ? 'may' : 'wait';
  return formatMessage(
    { id: trId('empty.next'), defaultMessage: '{said} {next}' },
    {
      said: formatMessage({ id: trId(id), defaultMessage: fallback }),
      next: formatMessage({ id: trId(`${id}.${next}`), defaultMessage: ' ' }),
    }
  );
};
