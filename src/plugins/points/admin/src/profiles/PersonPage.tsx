import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import type { PersonProfileResponse } from '../../../shared/contracts';
import { MonthsCharts } from '../shared/charts/MonthsCharts';
import { PartsChart } from '../shared/charts/PartsChart';
import { useChoiceLabel } from '../shared/choices';
import { useGetPersonProfileQuery } from '../shared/points-api';
import { PageColumns } from '../shared/PageColumns';
import { ProfileLink } from '../shared/ProfileLink';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useShownMonth } from '../shared/useShownMonth';
import { Pieces } from './Pieces';
import { ProfilePage } from './ProfilePage';
import { StandingTiles } from './StandingTiles';
import { useSpan } from './useSpan';

type Profile = PersonProfileResponse['data'];

/** A person: where they stand, how they came there, and what they had a hand in. */
export const PersonPage = () => {
  const { formatMessage } = useIntl();
  const { documentId = '' } = useParams();
  const labelOf = useChoiceLabel();
  const periodOf = usePeriodLabel();
  const [month, showMonth] = useShownMonth();
  const query = useGetPersonProfileQuery(
    { documentId, month },
    { refetchOnMountOrArgChange: true }
  );
  const person = query.currentData?.person;
  return (
    <ProfilePage
      title={
        person?.name ?? formatMessage({ id: trId('report.officer'), defaultMessage: 'Officer' })
      }
      subtitle={person && `${labelOf(person.position)} · ${periodOf(month)}`}
      month={month}
      onMonth={showMonth}
      query={query}
    >
      {(profile) => <Person profile={profile} month={month} />}
    </ProfilePage>
  );
};

interface PersonProps {
  profile: Profile;
  month: string;
}

const Person = ({ profile: { months, of, parts, person, unit }, month }: PersonProps) => {
  const spanOf = useSpan();
  const now = months.at(-1);
  const span = spanOf(person);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {now ? (
        <StandingTiles
          rank={person.standing?.rank ?? null}
          of={of}
          points={now}
          submitted={now.submitted}
          adopted={now.adopted}
        />
      ) : null}
      <Flex gap={4} wrap="wrap">
        {unit ? (
          <ProfileLink of="unit" documentId={unit.documentId} month={month} isOpen>
            {unit.name}
          </ProfileLink>
        ) : null}
        {span ? <Typography textColor="neutral600">{span}</Typography> : null}
      </Flex>
      <Pieces of="person" documentId={person.documentId} />
      <PageColumns>
        <MonthsCharts months={months} />
        <PartsChart parts={parts} />
      </PageColumns>
    </Flex>
  );
};
