import { useState } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex, LinkButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { DESK_GROUPS, type DeskGroupName, type DeskResponse } from '../../../shared/contracts';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { ACTIONS, UID } from '../constants';
import { useGetDeskQuery } from '../submissions/submissions-api';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { BulletinsCard } from './BulletinsCard';
import { CommissionsCard } from './CommissionsCard';
import { ContributorChangesCard } from './ContributorChangesCard';
import { ObjectionsCard } from '../objections/ObjectionsCard';
import { GroupCard } from './GroupCard';
import { StandingCard } from './StandingCard';
import { ToSignCard } from './ToSignCard';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;

  @media (min-width: 1100px) {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
`;

/** What somebody has to do something about comes before what there is to read, and all else after. */
const PRESSING: readonly DeskGroupName[] = ['returned'];

/** What an officer or leader finds on coming to work. */
export const DeskPage = () => {
  const { formatMessage } = useIntl();
  const [of, setOf] = useState<'me' | 'unit'>('unit');
  const canCreate = useAllowed(ACTIONS.createDocument, UID.submission);
  const { data, error, refetch } = useGetDeskQuery({ of }, { refetchOnMountOrArgChange: true });
  const title = formatMessage({ id: trId('desk.title'), defaultMessage: 'My desk' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={data?.units.map(({ name }) => name).join('、')}
        primaryAction={
          canCreate && data?.mayWrite ? (
            <LinkButton
              tag={Link}
              to={`/content-manager/collection-types/${UID.submission}/create`}
              startIcon={<Plus />}
            >
              {formatMessage({ id: trId('desk.write'), defaultMessage: 'Write a submission' })}
            </LinkButton>
          ) : undefined
        }
      />
      {data?.mayWrite ? (
        <Layouts.Action
          startActions={
            <SingleSelect
              size="S"
              aria-label={formatMessage({ id: trId('desk.of'), defaultMessage: 'Whose' })}
              value={of}
              onChange={(value) => setOf(value === 'me' ? 'me' : 'unit')}
            >
              <SingleSelectOption value="unit">
                {formatMessage({ id: trId('desk.of.unit'), defaultMessage: 'The whole unit' })}
              </SingleSelectOption>
              <SingleSelectOption value="me">
                {formatMessage({ id: trId('desk.of.me'), defaultMessage: 'Only mine' })}
              </SingleSelectOption>
            </SingleSelect>
          }
        />
      ) : null}
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('desk.error'),
            defaultMessage: 'The desk could not be read.',
          })}
          loading={formatMessage({ id: trId('desk.loading'), defaultMessage: 'Reading the desk' })}
          onRetry={refetch}
        >
          {(desk) => <Desk desk={desk} />}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

const Desk = ({ desk }: { desk: DeskResponse['data'] }) => {
  const { formatMessage } = useIntl();
  if (desk.units.length === 0) {
    return (
      <Notice variant="warning">
        {formatMessage({
          id: trId('desk.no-unit'),
          defaultMessage:
            'Your account is not registered as an officer of any unit. Ask the office to do so.',
        })}
      </Notice>
    );
  }
  const names = DESK_GROUPS.filter((name) => name !== 'toSign');
  const first = names.filter((name) => PRESSING.includes(name));
  const others = names.filter((name) => !PRESSING.includes(name));
  return (
    <Columns>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {desk.maySign ? <ToSignCard group={desk.groups.toSign} /> : null}
        {first.map((name) => (
          <GroupCard key={name} name={name} group={desk.groups[name]} />
        ))}
        <BulletinsCard bulletins={desk.bulletins} />
        <ContributorChangesCard changes={desk.contributorChanges} />
        <ObjectionsCard />
        <CommissionsCard commissions={desk.commissions} mayWrite={desk.mayWrite} />
        {others.map((name) => (
          <GroupCard key={name} name={name} group={desk.groups[name]} />
        ))}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {desk.standings.map((standing) => (
          <StandingCard key={standing.unit.documentId} standing={standing} />
        ))}
      </Flex>
    </Columns>
  );
};
