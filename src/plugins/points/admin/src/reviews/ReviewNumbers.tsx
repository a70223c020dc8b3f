import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReviewFacts, ReviewUnit } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { Figure, Name, Rank } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { Card } from '../shared/Card';
import { useFigures } from './useFigures';

const SCOPES = ['all', 'institution', 'department'] as const;

/** The medians, and every unit's numbers as they were frozen. */
export const ReviewNumbers = ({ facts }: { facts: ReviewFacts }) => {
  const { formatMessage } = useIntl();
  return (
    <Card title={formatMessage({ id: trId('review.numbers'), defaultMessage: 'Numbers' })}>
      <Medians medians={facts.medians} />
      {(['institution', 'department'] as const).map((kind) => (
        <Units
          key={kind}
          caption={formatMessage({ id: trId(`report.kind.${kind}`), defaultMessage: kind })}
          units={facts.units.filter(({ unit }) => unit.kind === kind)}
        />
      ))}
    </Card>
  );
};

const Medians = ({ medians }: Pick<ReviewFacts, 'medians'>) => {
  const { formatMessage } = useIntl();
  const { duration, percent } = useFigures();
  const caption = formatMessage({ id: trId('review.medians'), defaultMessage: 'Medians' });
  return (
    <ListTable
      caption={caption}
      headings={[
        caption,
        formatMessage({ id: trId('review.return-rate'), defaultMessage: 'Returned' }),
        formatMessage({ id: trId('review.adoption-rate'), defaultMessage: 'Adopted' }),
        formatMessage({ id: trId('review.waiting'), defaultMessage: 'Waiting time' }),
        formatMessage({
          id: trId('review.on-time-rate'),
          defaultMessage: 'Commissions on time',
        }),
      ]}
    >
      {SCOPES.map((scope) => (
        <tr key={scope}>
          <th scope="row">
            {formatMessage({ id: trId(`report.kind.${scope}`), defaultMessage: scope })}
          </th>
          <Figure>{percent(medians[scope].returnRate)}</Figure>
          <Figure>{percent(medians[scope].adoptionRate)}</Figure>
          <Figure>{duration(medians[scope].waiting)}</Figure>
          <Figure>{percent(medians[scope].onTimeRate)}</Figure>
        </tr>
      ))}
    </ListTable>
  );
};

interface UnitsProps {
  caption: string;
  units: readonly ReviewUnit[];
}

const Units = ({ caption, units }: UnitsProps) => {
  const { formatMessage } = useIntl();
  if (units.length === 0) return null;
  return (
    <>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {caption}
      </Typography>
      <ListTable
        caption={caption}
        headings={[
          formatMessage({ id: trId('report.rank'), defaultMessage: 'Place' }),
          formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
          formatMessage({ id: trId('report.submitted'), defaultMessage: 'Submitted' }),
          formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' }),
          formatMessage({ id: trId('review.returned'), defaultMessage: 'Returned' }),
          formatMessage({ id: trId('review.waiting'), defaultMessage: 'Waiting time' }),
          formatMessage({
            id: trId('review.commissions'),
            defaultMessage: 'Commissions: on time, late, missed',
          }),
          formatMessage({
            id: trId('review.silent-months'),
            defaultMessage: 'Months with nothing',
          }),
          formatMessage({ id: trId('report.total'), defaultMessage: 'Points' }),
        ]}
      >
        {units.map((unit) => (
          <Line key={unit.unit.documentId} row={unit} />
        ))}
      </ListTable>
    </>
  );
};

const Line = ({ row }: { row: ReviewUnit }) => {
  const { duration } = useFigures();
  const { adopted, commissions, pieces, rank, returned, silentMonths, submitted, unit } = row;
  const { asked, late, missed, onTime } = commissions;
  return (
    <tr>
      <Rank>{rank}</Rank>
      <Name>{unit.name}</Name>
      <Figure>{submitted}</Figure>
      <Figure>{adopted}</Figure>
      <Figure>{`${returned} / ${pieces}`}</Figure>
      <Figure>{duration(row.waiting)}</Figure>
      <Figure>{asked === 0 ? '–' : `${onTime} · ${late} · ${missed}`}</Figure>
      <Figure title={silentMonths.join(' ')}>{silentMonths.length}</Figure>
      <Figure>
        <Amount value={row} />
      </Figure>
    </tr>
  );
};
