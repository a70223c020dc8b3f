import { useIntl } from 'react-intl';

const STEP = 1000;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Says how large a file is, in the unit that fits. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { formatNumber } = useIntl();
  return (bytes) => {
    const exponent = bytes < STEP ** 2 ? 1 : bytes < STEP ** 3 ? 2 : 3;
    return formatNumber(bytes / STEP ** exponent, {
      style: 'unit',
      unit: UNITS[exponent - 1],
      unitDisplay: 'short',
      maximumFractionDigits: exponent === 1 ? 0 : 1,
    });
  };
};
