import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OwnStanding, StandingsRow } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';

interface OwnStandingsProps {
  /** `YYYY-MM`. */
  month: string;
  standings: readonly OwnStanding[];
}

/** Where the own units stood in a month and in its year until then, among the units of their kind. */
export const OwnStandings = ({ month, standings }: OwnStandingsProps) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const caption = formatMessage({
    id: trId('my-bulletin.standings'),
    defaultMessage: 'Where your unit stood',
  });
  const year = formatMessage({
    id: trId('my-bulletin.year'),
    defaultMessage: 'The year until then',
  });
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('issue.unit'), defaultMessage: 'Unit' }),
        formatMessage({ id: trId('my-bulletin.period'), defaultMessage: 'Period' }),
        formatMessage({ id: trId('my-bulletin.rank'), defaultMessage: 'Rank' }),
        { figure: formatMessage({ id: trId('my-bulletin.points'), defaultMessage: 'Points' }) },
        { figure: formatMessage({ id: trId('my-bulletin.submitted'), defaultMessage: 'Sent in' }) },
        { figure: formatMessage({ id: trId('my-bulletin.adopted'), defaultMessage: 'Adopted' }) },
      ]}
    >
      {standings.flatMap(({ month: inMonth, of, unit, year: inYear }) => [
        <Line
          key={`${unit.documentId}-month`}
          unit={unit.name}
          period={periodLabel(month)}
          row={inMonth}
          of={of}
        />,
        <Line key={`${unit.documentId}-year`} unit={unit.name} period={year} row={inYear} />,
      ])}
    </ListTable>
  );
};

interface LineProps {
  unit: string;
  period: string;
  row: StandingsRow | null;
  /** How many were ranked, where that is said. */
  of?: number;
}

const Line = ({ of, period, row, unit }: LineProps) => {
  const { formatMessage, formatNumber } = useIntl();
  return (
    <tr>
      <td>{unit}</td>
      <td>{period}</td>
      <td>
        {row ? formatNumber(row.rank) : '—'}
        {row && of !== undefined ? (
          <Typography variant="pi" textColor="neutral600">
            {' '}
            {formatMessage({ id: trId('my-bulletin.rank-of'), defaultMessage: 'of {of}' }, { of })}
          </Typography>
        ) : null}
      </td>
      <Figure>{row ? <Amount value={row} fontWeight="bold" /> : '—'}</Figure>
      <Figure>{row ? formatNumber(row.submitted) : '—'}</Figure>
      <Figure>{row ? formatNumber(row.adopted) : '—'}</Figure>
    </tr>
  );
};
