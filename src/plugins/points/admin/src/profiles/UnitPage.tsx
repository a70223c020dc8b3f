import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import type { PersonOfUnit, UnitProfileResponse } from '../../../shared/contracts';
import { UID } from '../constants';
import { Amount } from '../shared/Amount';
import { Card } from '../shared/Card';
import { MonthsCharts } from '../shared/charts/MonthsCharts';
import { PartsChart } from '../shared/charts/PartsChart';
import { useChoiceLabel } from '../shared/choices';
import { Figure } from '../shared/dense-table';
import { EntityLink } from '../shared/EntityLink';
import { ListTable } from '../shared/ListTable';
import { useMayEdit } from '../shared/permissions';
import { useGetUnitProfileQuery } from '../shared/points-api';
import { PageColumns } from '../shared/PageColumns';
import { ProfileLink } from '../shared/ProfileLink';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useShownMonth } from '../shared/useShownMonth';
import { Pieces } from './Pieces';
import { ProfilePage } from './ProfilePage';
import { StandingTiles } from './StandingTiles';
import { useSpan } from './useSpan';

type Profile = UnitProfileResponse['data'];

/** A unit: where it stands, how it came there, who writes for it, and what it sent in. */
export const UnitPage = () => {
  const { formatMessage } = useIntl();
  const { documentId = '' } = useParams();
  const labelOf = useChoiceLabel();
  const periodOf = usePeriodLabel();
  const [month, showMonth] = useShownMonth();
  const query = useGetUnitProfileQuery({ documentId, month }, { refetchOnMountOrArgChange: true });
  const unit = query.currentData?.unit;
  return (
    <ProfilePage
      title={unit?.name ?? formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
      subtitle={unit && `${labelOf(unit.kind)} · ${unit.code} · ${periodOf(month)}`}
      month={month}
      onMonth={showMonth}
      query={query}
    >
      {(profile) => <Unit profile={profile} month={month} />}
    </ProfilePage>
  );
};

interface UnitProps {
  profile: Profile;
  month: string;
}

const Unit = ({ profile: { months, parts, people, unit }, month }: UnitProps) => {
  const { formatMessage } = useIntl();
  const canEdit = useMayEdit(UID.unit);
  const spanOf = useSpan();
  const now = months.at(-1);
  const span = spanOf(unit);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {now ? (
        <StandingTiles
          rank={now.rank}
          of={now.of}
          points={now}
          submitted={now.submitted}
          adopted={now.adopted}
        />
      ) : null}
      <Flex gap={4} wrap="wrap">
        {span ? <Typography textColor="neutral600">{span}</Typography> : null}
        {canEdit ? (
          <EntityLink uid={UID.unit} documentId={unit.documentId}>
            {formatMessage({ id: trId('profile.edit-unit'), defaultMessage: 'Edit the unit' })}
          </EntityLink>
        ) : null}
      </Flex>
      <Pieces of="unit" documentId={unit.documentId} />
      <PageColumns>
        <MonthsCharts months={months} />
        <PartsChart parts={parts} />
        <People people={people} month={month} />
      </PageColumns>
    </Flex>
  );
};

const People = ({ people, month }: { people: readonly PersonOfUnit[]; month: string }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const title = formatMessage({ id: trId('profile.people'), defaultMessage: 'People' });
  const spanOf = useSpan();
  return (
    <Card title={title}>
      <ListTable
        caption={title}
        headings={[
          formatMessage({ id: trId('profile.name'), defaultMessage: 'Name' }),
          formatMessage({ id: trId('profile.position'), defaultMessage: 'Position' }),
          { figure: formatMessage({ id: trId('report.rank'), defaultMessage: 'Rank' }) },
          { figure: formatMessage({ id: trId('report.total'), defaultMessage: 'Points' }) },
          { figure: formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' }) },
        ]}
      >
        {people.map((person) => (
          <tr key={person.documentId}>
            <th scope="row" style={{ whiteSpace: 'nowrap' }}>
              <ProfileLink of="person" documentId={person.documentId} month={month} isOpen>
                {person.name}
              </ProfileLink>
            </th>
            <td style={{ minWidth: '9rem' }}>
              {[labelOf(person.position), spanOf(person)].filter(Boolean).join(' · ')}
            </td>
            <Figure>{person.standing?.rank ?? '–'}</Figure>
            <Figure>{person.standing ? <Amount value={person.standing} /> : '–'}</Figure>
            <Figure>{person.standing?.adopted ?? '–'}</Figure>
          </tr>
        ))}
      </ListTable>
    </Card>
  );
};
