import { useEffect, useRef } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Invitation } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { PrintedSlips } from './PrintedSlips';
import { useInvitationLink } from './useInvitationLink';

/** The way to the accounts that were made just now: shown this once, to be printed or passed on. */
export const InvitationSlips = ({ invitations }: { invitations: readonly Invitation[] }) => {
  const { formatMessage } = useIntl();
  const section = useRef<HTMLDivElement>(null);
  // They stand above what made them, which may be far down the page.
  useEffect(() => {
    // It gives a promise in newer browsers, which is no way to undo an effect.
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [invitations]);
  const isAnyNew = invitations.some(({ token }) => token !== null);
  return (
    <Box
      ref={section}
      background="neutral0"
      hasRadius
      borderColor="neutral200"
      padding={5}
      tag="section"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2">
          {formatMessage({ id: trId('setup.slips'), defaultMessage: 'Invitations' })}
        </Typography>
        {isAnyNew ? (
          <Notice
            variant="warning"
            action={
              <Button size="S" variant="secondary" onClick={() => window.print()}>
                {formatMessage({ id: trId('setup.print'), defaultMessage: 'Print the slips' })}
              </Button>
            }
          >
            {formatMessage({
              id: trId('setup.slips-hint'),
              defaultMessage:
                'These links are shown this once. Print them or pass them on before you leave the page, each to its person alone.',
            })}
          </Notice>
        ) : null}
        {invitations.map((invitation) => (
          <Slip key={invitation.member} invitation={invitation} />
        ))}
      </Flex>
      <PrintedSlips invitations={invitations} />
    </Box>
  );
};

const Slip = ({ invitation }: { invitation: Invitation }) => {
  const { formatMessage } = useIntl();
  const { isMailed, mail, name, position, token, unit } = invitation;
  const role = formatMessage({ id: trId(`choice.${position}`), defaultMessage: position });
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="semiBold">
        {unit} · {role} · {name} ({mail})
      </Typography>
      {token === null ? (
        <Typography>
          {formatMessage({
            id: trId('setup.tied'),
            defaultMessage: 'Has an account already and logs in with it.',
          })}
        </Typography>
      ) : (
        <LinkText token={token} />
      )}
      {isMailed ? (
        <Typography variant="pi" textColor="neutral600">
          {formatMessage({ id: trId('setup.mailed'), defaultMessage: 'Mailed as well.' })}
        </Typography>
      ) : null}
    </Flex>
  );
};

const LinkText = ({ token }: { token: string }) => (
  <Typography style={{ overflowWrap: 'anywhere' }}>{useInvitationLink(token)}</Typography>
);
