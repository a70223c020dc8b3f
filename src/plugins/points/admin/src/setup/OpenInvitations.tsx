import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Invitation, OpenInvitation } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { ErrorNotice } from '../shared/ErrorNotice';
import { ListTable } from '../shared/ListTable';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { useRenewInvitationMutation } from './setup-api';

interface OpenInvitationsProps {
  invitations: readonly OpenInvitation[];
  /** Whether they can be mailed. */
  canMail: boolean;
  onRenewed: (invitation: Invitation) => void;
}

/** Who was invited and has not logged in yet. A slip that was lost is made anew; the old link is void then. */
export const OpenInvitations = ({ canMail, invitations, onRenewed }: OpenInvitationsProps) => {
  const { formatMessage } = useIntl();
  const mayInvite = useAllowed(ACTIONS.createUnits);
  const [renew, { error, isLoading }] = useRenewInvitationMutation();
  const invite = async (member: string, sendMail: boolean) => {
    const result = await renew({ member, body: { sendMail } });
    if ('data' in result) onRenewed(result.data);
  };
  const title = formatMessage({
    id: trId('setup.invitations'),
    defaultMessage: 'Invitations that nobody has taken yet',
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('setup.renew-failed'),
            defaultMessage: 'The invitation could not be made anew.',
          })}
        />
      ) : null}
      <ListTable
        caption={title}
        headings={[
          formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
          formatMessage({ id: trId('setup.person'), defaultMessage: 'Person' }),
          formatMessage({ id: trId('setup.mail'), defaultMessage: 'Mail address' }),
          {
            unseen: formatMessage({ id: trId('setup.renew'), defaultMessage: 'New slip' }),
          },
        ]}
      >
        {invitations.map(({ mail, member, name, position, unit }) => (
          <tr key={member}>
            <td>{unit}</td>
            <td>
              {name} · {formatMessage({ id: trId(`choice.${position}`), defaultMessage: position })}
            </td>
            <td>{mail}</td>
            <td>
              {mayInvite ? (
                <Flex gap={2}>
                  <Button
                    size="S"
                    variant="tertiary"
                    loading={isLoading}
                    onClick={() => invite(member, false)}
                  >
                    {formatMessage({ id: trId('setup.renew'), defaultMessage: 'New slip' })}
                  </Button>
                  {canMail ? (
                    <Button
                      size="S"
                      variant="tertiary"
                      loading={isLoading}
                      onClick={() => invite(member, true)}
                    >
                      {formatMessage({
                        id: trId('setup.renew-by-mail'),
                        defaultMessage: 'New one by mail',
                      })}
                    </Button>
                  ) : null}
                </Flex>
              ) : null}
            </td>
          </tr>
        ))}
      </ListTable>
    </Flex>
  );
};
