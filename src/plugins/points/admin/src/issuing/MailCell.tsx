import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MailingView, ReceiptMailState, ReceiptView } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { SendMail } from './SendMail';

const COLOURS: Readonly<Record<ReceiptMailState, readonly [string, string]>> = {
  none: ['warning100', 'warning700'],
  off: ['warning100', 'warning700'],
  unsent: ['neutral150', 'neutral800'],
  waiting: ['primary100', 'primary700'],
  sending: ['primary100', 'primary700'],
  sent: ['success100', 'success700'],
  failed: ['danger100', 'danger700'],
  unsure: ['warning100', 'warning700'],
  cancelled: ['neutral150', 'neutral800'],
};

interface MailCellProps {
  /** Of the bulletin. */
  documentId: string;
  receipt: ReceiptView;
  /** Whether a mail server is set up. */
  mailOn: boolean;
}

/** Where the last mail to somebody stands, each that was sent, and sending another. */
export const MailCell = ({ documentId, mailOn, receipt }: MailCellProps) => {
  const { formatMessage } = useIntl();
  const { mailState, mailings, role } = receipt;
  // That officers get no mail goes without saying.
  const isSaid = role === 'head' || mailings.length > 0;
  const [background, text] = COLOURS[mailState];
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {isSaid ? (
        <Badge size="S" backgroundColor={background} textColor={text}>
          {formatMessage({ id: trId(`issue.mail.${mailState}`), defaultMessage: mailState })}
        </Badge>
      ) : null}
      {mailings.map((mailing, index) => (
        <MailingLine key={index} mailing={mailing} />
      ))}
      {mailOn && isSaid ? <SendMail documentId={documentId} receipt={receipt} /> : null}
    </Flex>
  );
};

const MailingLine = ({ mailing }: { mailing: MailingView }) => {
  const { formatDate } = useIntl();
  const { address, at, by, lastError, name, reason, sentAt } = mailing;
  const moment = formatDate(sentAt ?? at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Typography variant="pi" textColor="neutral600">
      {[`${name} <${address}>`, moment, by, reason, lastError].filter(Boolean).join(' · ')}
    </Typography>
  );
};
