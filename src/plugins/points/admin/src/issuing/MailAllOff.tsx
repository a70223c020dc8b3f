import { Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReceiptView } from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { trId } from '../shared/translations';
import { useMailReceiptMutation } from './issuing-api';

interface MailAllOffProps {
  /** Of the bulletin. */
  documentId: string;
  receipts: readonly ReceiptView[];
}

/** Sends, one after the other, what was not sent because no mail server was set up then. */
export const MailAllOff = ({ documentId, receipts }: MailAllOffProps) => {
  const { formatMessage } = useIntl();
  const [mail, { error, isLoading }] = useMailReceiptMutation();
  const off = receipts.filter(({ mailState }) => mailState === 'off');
  if (off.length === 0) return null;

  const sendAll = async () => {
    for (const { documentId: receiptId } of off) {
      const result = await mail({ documentId, receiptId, body: {} });
      if ('error' in result) return;
    }
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('issue.mail-failed'),
            defaultMessage: 'The mail could not be sent.',
          })}
        />
      ) : null}
      <Button size="S" loading={isLoading} onClick={sendAll}>
        {formatMessage(
          {
            id: trId('issue.mail-all'),
            defaultMessage: 'Send the {count} mails that were not sent',
          },
          { count: off.length }
        )}
      </Button>
    </Flex>
  );
};
