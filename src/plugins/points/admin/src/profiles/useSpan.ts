import { useIntl } from 'react-intl';
import { trId } from '../shared/translations';

interface Dated {
  activeFrom: string | null;
  activeTo: string | null;
}

/** From when until when something is in use; nothing where no day says so. */
export const useSpan = (): ((dated: Dated) => string | undefined) => {
  const { formatMessage } = useIntl();
  return ({ activeFrom: from, activeTo: to }) => {
    if (from === null && to === null) return undefined;
    if (to === null) {
      return formatMessage({ id: trId('profile.since'), defaultMessage: 'since {from}' }, { from });
    }
    if (from === null) {
      return formatMessage({ id: trId('profile.until'), defaultMessage: 'until {to}' }, { to });
    }
    return formatMessage(
      { id: trId('profile.span'), defaultMessage: '{from} to {to}' },
      { from, to }
    );
  };
};
