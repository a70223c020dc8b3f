import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { partsOf } from './periods';
import { trId } from './translations';

/** How a period reads: 2026年3月, 2026年第2季度, 2026年上半年, 2026年. */
export const usePeriodLabel = (): ((code: string) => string) => {
  const { formatDate, formatMessage } = useIntl();
  return useCallback(
    (code: string) => {
      const parts = partsOf(code);
      if (!parts) return code;
      if (parts.span === 'month') {
        return formatDate(Date.UTC(parts.year, parts.part - 1, 1), {
          year: 'numeric',
          month: 'long',
          timeZone: 'UTC',
        });
      }
      return formatMessage(
        { id: trId(`period.${parts.span}`), defaultMessage: code },
        { year: String(parts.year), part: parts.part }
      );
    },
    [formatDate, formatMessage]
  );
};
