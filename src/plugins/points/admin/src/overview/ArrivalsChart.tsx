import { useIntl } from 'react-intl';
import { percentOf } from '../../../domain/review-figures';
import type { OverviewArrivals, UnitReference } from '../../../shared/contracts';
import { ChartCard } from '../shared/charts/ChartCard';
import { Columns } from '../shared/charts/plots';
import { Figure } from '../shared/dense-table';
import { trId } from '../shared/translations';

interface ArrivalsChartProps {
  arrivals: OverviewArrivals;
  own: readonly UnitReference[] | null;
}

const useDescription = ({ last, total }: OverviewArrivals, isOwn: boolean): string => {
  const { formatMessage } = useIntl();
  const whose = isOwn
    ? formatMessage({
        id: trId('overview.arrivals.own'),
        defaultMessage: 'Pieces of the own unit.',
      })
    : formatMessage({ id: trId('overview.arrivals.all'), defaultMessage: 'Pieces of all units.' });
  if (last?.rate == null || last.evenly === null) return whose;
  const surge = formatMessage(
    {
      id: trId('overview.arrivals.last'),
      defaultMessage:
        'In the last five days (hatched) came {pieces} of {total}: {rate}. Spread evenly it would be {evenly}.',
    },
    {
      ...{ pieces: last.pieces, total },
      rate: percentOf(last.rate),
      evenly: percentOf(last.evenly),
    }
  );
  return `${surge} ${whose}`;
};

/** On which days of the month pieces arrived, and how many of them at its end. */
export const ArrivalsChart = ({ arrivals, own }: ArrivalsChartProps) => {
  const { formatDate, formatMessage } = useIntl();
  const pieces = formatMessage({ id: trId('overview.pieces'), defaultMessage: 'Pieces' });
  return (
    <ChartCard
      title={formatMessage({
        id: trId('overview.arrivals'),
        defaultMessage: 'On which days pieces arrived',
      })}
      description={useDescription(arrivals, own !== null)}
      table={{
        headings: [
          formatMessage({ id: trId('overview.day'), defaultMessage: 'Day' }),
          { figure: pieces },
        ],
        rows: arrivals.days
          .filter(({ pieces: count }) => count > 0)
          .map(({ day, pieces: count }) => (
            <tr key={day}>
              <td>{formatDate(`${day}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })}</td>
              <Figure>{count}</Figure>
            </tr>
          )),
      }}
    >
      <Columns
        isStacked
        names={{
          main: formatMessage({ id: trId('overview.other-days'), defaultMessage: 'Other days' }),
          second: formatMessage({
            id: trId('overview.last-days'),
            defaultMessage: 'Last five days',
          }),
        }}
        columns={arrivals.days.map(({ day, isLast, pieces: count }) => ({
          label: String(Number(day.slice(8))),
          main: isLast ? 0 : count,
          second: isLast ? count : 0,
        }))}
      />
    </ChartCard>
  );
};
