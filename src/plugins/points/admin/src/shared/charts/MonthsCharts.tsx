import { useIntl } from 'react-intl';
import type { Points } from '../../../../shared/contracts';
import { Amount } from '../Amount';
import { Figure } from '../dense-table';
import { trId } from '../translations';
import { usePeriodLabel } from '../usePeriodLabel';
import { ChartCard } from './ChartCard';
import { Columns } from './plots';

interface Month extends Points {
  /** `YYYY-MM`. */
  month: string;
  submitted: number;
  adopted: number;
  /** Absent where nobody is ranked. */
  rank?: number | null;
}

/** Twelve months: what was sent in and adopted, and the points of each. */
export const MonthsCharts = ({ months }: { months: readonly Month[] }) => {
  const { formatMessage } = useIntl();
  const labelOf = usePeriodLabel();
  const words = {
    month: formatMessage({ id: trId('desk.month'), defaultMessage: 'Month' }),
    submitted: formatMessage({ id: trId('report.submitted'), defaultMessage: 'Sent in' }),
    adopted: formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' }),
    points: formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' }),
    rank: formatMessage({ id: trId('report.rank'), defaultMessage: 'Rank' }),
  };
  const isRanked = months.some(({ rank }) => rank !== undefined);
  const shortOf = (month: string): string => month.slice(2).replace('-', '/');
  return (
    <>
      <ChartCard
        title={formatMessage({ id: trId('overview.trend'), defaultMessage: 'Sent in and adopted' })}
        description={formatMessage({
          id: trId('overview.trend.description'),
          defaultMessage:
            'Twelve months: hatched what was sent in, filled what was adopted in the month.',
        })}
        table={{
          headings: [words.month, { figure: words.submitted }, { figure: words.adopted }],
          rows: months.map(({ adopted, month, submitted }) => (
            <tr key={month}>
              <td>{labelOf(month)}</td>
              <Figure>{submitted}</Figure>
              <Figure>{adopted}</Figure>
            </tr>
          )),
        }}
      >
        <Columns
          names={{ main: words.adopted, second: words.submitted }}
          columns={months.map(({ adopted, month, submitted }) => ({
            label: shortOf(month),
            main: adopted,
            second: submitted,
          }))}
        />
      </ChartCard>
      <ChartCard
        title={formatMessage({ id: trId('overview.points'), defaultMessage: 'Points by month' })}
        description={formatMessage({
          id: trId('overview.points.description'),
          defaultMessage: 'The points of each of twelve months, also those of bonuses.',
        })}
        table={{
          headings: [
            words.month,
            { figure: words.points },
            ...(isRanked ? [{ figure: words.rank }] : []),
          ],
          rows: months.map((month) => (
            <tr key={month.month}>
              <td>{labelOf(month.month)}</td>
              <Figure>
                <Amount value={month} />
              </Figure>
              {isRanked ? <Figure>{month.rank ?? '–'}</Figure> : null}
            </tr>
          )),
        }}
      >
        <Columns
          names={{ main: words.points }}
          columns={months.map(({ month, points }) => ({
            label: shortOf(month),
            main: Number(points),
          }))}
        />
      </ChartCard>
    </>
  );
};
