import { useIntl } from 'react-intl';
import { durationOf, percentOf } from '../../../domain/review-figures';
import { trId } from '../shared/translations';

const NONE = '–';

interface Figures {
  percent: (rate: string | null) => string;
  duration: (minutes: string | null) => string;
}

/** How a review's rates and times read. */
export const useFigures = (): Figures => {
  const { formatMessage } = useIntl();
  return {
    percent: (rate) => (rate === null ? NONE : percentOf(rate)),
    duration: (minutes) => {
      if (minutes === null) return NONE;
      const { unit, value } = durationOf(minutes);
      return formatMessage(
        { id: trId(`review.duration.${unit}`), defaultMessage: '{value}' },
        { value }
      );
    },
  };
};
