import { useIntl } from 'react-intl';
import { trId } from '../translations';

/** The texts of the outbox. */
export const useLabels = () => {
  const { formatMessage, formatDate } = useIntl();
  return {
    /** A text by its key, with its values filled in. */
    say: (key: string, values?: Record<string, string | number>): string =>
      formatMessage({ id: trId(key), defaultMessage: key }, values),

    /** A moment as people write it; nothing where there is none. */
    moment: (iso: string | null): string =>
      iso === null ? '' : formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' }),
  };
};
