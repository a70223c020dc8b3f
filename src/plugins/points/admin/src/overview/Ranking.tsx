import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { OverviewPlace, UnitKind, UnitReference } from '../../../shared/contracts';
import { ledgerAddress } from '../shared/addresses';
import { Amount } from '../shared/Amount';
import { Card } from '../shared/Card';
import { Figure, Name, Rank } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { ProfileLink } from '../shared/ProfileLink';
import { trId } from '../shared/translations';
import { useOpenUnits } from '../shared/useOpenUnits';

const Bar = styled.div<{ $share: number }>`
  height: 1rem;
  min-width: 1px;
  width: ${({ $share }) => $share * 100}%;
  background: ${({ theme }) => theme.colors.primary600};
  border-radius: 2px;
`;

interface RankingProps {
  kind: UnitKind;
  places: readonly OverviewPlace[];
  /** `YYYY-MM`. */
  month: string;
  own: readonly UnitReference[] | null;
}

/** The units of a kind by their points, each with a bar, and who moved since the month before. */
export const Ranking = ({ kind, places, month, own }: RankingProps) => {
  const { formatMessage } = useIntl();
  const isOpen = useOpenUnits(own);
  const title = formatMessage({ id: trId(`report.kind.${kind}`), defaultMessage: kind });
  const most = Math.max(...places.map(({ points }) => Number(points)), 1);
  return (
    <Card title={title}>
      <ListTable
        caption={title}
        headings={[
          formatMessage({ id: trId('report.rank'), defaultMessage: 'Rank' }),
          formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
          { figure: formatMessage({ id: trId('report.total'), defaultMessage: 'Points' }) },
          formatMessage({ id: trId('overview.moved'), defaultMessage: 'Moved' }),
          { figure: formatMessage({ id: trId('report.submitted'), defaultMessage: 'Sent in' }) },
          { figure: formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' }) },
        ]}
      >
        {places.map((place) => (
          <tr key={place.unit.documentId}>
            <Rank>{place.rank}</Rank>
            <Name as="th" scope="row">
              <ProfileLink
                of="unit"
                documentId={place.unit.documentId}
                month={month}
                isOpen={isOpen(place.unit.documentId)}
              >
                {place.unit.name}
              </ProfileLink>
              <Bar aria-hidden $share={Math.max(Number(place.points), 0) / most} />
            </Name>
            <Figure>
              <PlacePoints place={place} month={month} isOpen={isOpen(place.unit.documentId)} />
            </Figure>
            <td>
              <Moved places={place.moved} />
            </td>
            <Figure>{place.submitted}</Figure>
            <Figure>{place.adopted}</Figure>
          </tr>
        ))}
      </ListTable>
    </Card>
  );
};

interface PlacePointsProps {
  place: OverviewPlace;
  month: string;
  isOpen: boolean;
}

const Quiet = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  text-decoration: none;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

/** A unit's points, which lead to the postings that they are made of. */
const PlacePoints = ({ place, month, isOpen }: PlacePointsProps) => {
  const { formatMessage } = useIntl();
  const { exact, points, unit } = place;
  if (!isOpen || exact === '0') return <Amount value={place} />;
  return (
    <Quiet
      to={ledgerAddress({ period: month, unit: unit.documentId })}
      aria-label={formatMessage(
        {
          id: trId('report.open'),
          defaultMessage: '{subject}: {points} points. Show the postings',
        },
        { subject: unit.name, points }
      )}
    >
      <Amount value={place} textColor="primary700" />
    </Quiet>
  );
};

/** By how many places a unit moved: an arrow and a number, and in words. */
const Moved = ({ places }: { places: number | null }) => {
  const { formatMessage } = useIntl();
  if (places === null) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({ id: trId('overview.moved.new'), defaultMessage: 'new' })}
      </Typography>
    );
  }
  if (places === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({ id: trId('overview.moved.none'), defaultMessage: 'same' })}
      </Typography>
    );
  }
  const isUp = places > 0;
  return (
    <Flex gap={1} tag="span">
      <Typography variant="pi" textColor={isUp ? 'success700' : 'danger700'}>
        {formatMessage(
          isUp
            ? { id: trId('overview.moved.up'), defaultMessage: '↑ {count}' }
            : { id: trId('overview.moved.down'), defaultMessage: '↓ {count}' },
          { count: Math.abs(places) }
        )}
      </Typography>
    </Flex>
  );
};
