import { useIntl } from 'react-intl';
import { percentOf } from '../../../domain/review-figures';
import type { MonthFigures, OverviewResponse } from '../../../shared/contracts';
import { readable } from '../../../shared/points-text';
import { Tile, Tiles } from '../shared/Tile';
import { trId } from '../shared/translations';

const rateText = ({ rate }: MonthFigures): string => (rate === null ? '–' : percentOf(rate));

/** What all units have in the month, beside the month before and the same one a year ago. */
export const Glance = ({ figures }: Pick<OverviewResponse['data'], 'figures'>) => {
  const { formatMessage } = useIntl();
  const { before, lastYear, now } = figures;
  const notes = (textOf: (month: MonthFigures) => string): string[] => [
    formatMessage(
      { id: trId('overview.before'), defaultMessage: 'Month before: {value}' },
      { value: textOf(before) }
    ),
    formatMessage(
      { id: trId('overview.last-year'), defaultMessage: 'A year ago: {value}' },
      { value: textOf(lastYear) }
    ),
  ];
  const tiles: Array<{ title: string; textOf: (month: MonthFigures) => string }> = [
    {
      title: formatMessage({ id: trId('report.submitted'), defaultMessage: 'Sent in' }),
      textOf: ({ submitted }) => String(submitted),
    },
    {
      title: formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' }),
      textOf: ({ adopted }) => String(adopted),
    },
    {
      title: formatMessage({ id: trId('overview.rate'), defaultMessage: 'Adoption rate' }),
      textOf: rateText,
    },
    {
      title: formatMessage({ id: trId('report.total'), defaultMessage: 'Points' }),
      textOf: readable,
    },
  ];
  return (
    <Tiles>
      {tiles.map(({ textOf, title }) => (
        <Tile key={title} title={title} notes={notes((month) => textOf(month))}>
          {textOf(now)}
        </Tile>
      ))}
    </Tiles>
  );
};
