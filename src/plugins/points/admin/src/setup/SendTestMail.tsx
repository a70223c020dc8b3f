import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ErrorNotice } from '../shared/ErrorNotice';
import { trId } from '../shared/translations';
import { useSendTestMailMutation } from './setup-api';

/** Mails whoever is at the screen, so that they see whether mail gets through. */
export const SendTestMail = () => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [send, { error, isLoading }] = useSendTestMailMutation();
  const test = async () => {
    const result = await send(null);
    if ('error' in result) return;
    toggleNotification({
      type: 'info',
      message: formatMessage(
        {
          id: trId('setup.test-mail-sent'),
          defaultMessage: 'A mail to {address} is on its way.',
        },
        { address: result.data.data.address }
      ),
    });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('setup.test-mail-failed'),
            defaultMessage: 'The test mail could not be sent.',
          })}
        />
      ) : null}
      <Box>
        <Button variant="secondary" loading={isLoading} onClick={test}>
          {formatMessage({
            id: trId('setup.test-mail'),
            defaultMessage: 'Send a test mail to me',
          })}
        </Button>
      </Box>
    </Flex>
  );
};
