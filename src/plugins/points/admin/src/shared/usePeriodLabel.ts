import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { periodNameOf } from '../../../shared/periods';
import { trId } from './translations';

/** How a period reads: 2026年3月, 2026年第2季度, 2026年上半年, 2026年. */
export const usePeriodLabel = (): ((code: string) => string) => {
  const { formatMessage, locale } = useIntl();
  return useCallback(
    (code: string) =>
      periodNameOf(code, {
        language: locale,
        translate: (key, values) => formatMessage({ id: trId(key), defaultMessage: key }, values),
      }),
    [formatMessage, locale]
  );
};
