import { useState } from 'react';
import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Invitation } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { ImportUnits } from './ImportUnits';
import { JoinUnit } from './JoinUnit';
import type { KnownPerson } from './joining-draft';
import { keepInvitations } from './invitations';
import { InvitationSlips } from './InvitationSlips';
import { NewUnit } from './NewUnit';
import { OpenInvitations } from './OpenInvitations';
import { useGetSetupQuery } from './setup-api';
import { StepList } from './StepList';

/** What the address says of somebody who is to be made. */
const KNOWN = { new: '', member: '', name: '', position: '' };

/** Setting up the bureau (建立本局): what is done, what is to be done, and who has not logged in yet. */
export const SetupPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<{ new?: unknown } & KnownPerson>();
  const [invitations, setInvitations] = useState<Invitation[]>([]);
  const show = (made: readonly Invitation[]) =>
    setInvitations((shown) => keepInvitations(shown, made));
  const canCreate = useAllowed(ACTIONS.createUnits);
  const { data, error, refetch } = useGetSetupQuery(null, { refetchOnMountOrArgChange: true });
  const title = formatMessage({ id: trId('setup.title'), defaultMessage: 'Setting up' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('setup.subtitle'),
          defaultMessage: 'From an empty database to the first points, step by step',
        })}
        primaryAction={
          canCreate && data ? (
            <Flex gap={2} wrap="wrap">
              <JoinUnit
                canMail={data.canMail}
                known={query}
                isOpen={query.new === 'person'}
                onOpenChange={(isOpen) =>
                  isOpen ? setQuery({ new: 'person' }) : setQuery(KNOWN, 'remove')
                }
                onDone={show}
              />
              <NewUnit
                canMail={data.canMail}
                isOpen={query.new === 'unit'}
                onOpenChange={(isOpen) => setQuery({ new: 'unit' }, isOpen ? 'push' : 'remove')}
                onDone={show}
              />
            </Flex>
          ) : null
        }
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('setup.error'),
            defaultMessage: 'The checklist could not be read.',
          })}
          loading={formatMessage({
            id: trId('setup.loading'),
            defaultMessage: 'Reading the checklist',
          })}
          onRetry={refetch}
        >
          {({ canMail, invitations: open, isComplete, ruleSet, steps }) => (
            <Flex direction="column" alignItems="stretch" gap={6}>
              {isComplete ? (
                <Notice variant="info">
                  {formatMessage({
                    id: trId('setup.complete'),
                    defaultMessage: 'All that is required is done.',
                  })}
                </Notice>
              ) : null}
              {invitations.length > 0 ? <InvitationSlips invitations={invitations} /> : null}
              <StepList steps={steps} ruleSet={ruleSet} />
              {canCreate ? <ImportUnits canMail={canMail} onDone={show} /> : null}
              {open.length > 0 ? (
                <OpenInvitations
                  invitations={open}
                  canMail={canMail}
                  onRenewed={(invitation) => show([invitation])}
                />
              ) : null}
            </Flex>
          )}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};
