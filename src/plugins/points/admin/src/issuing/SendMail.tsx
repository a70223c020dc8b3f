import { useState, type ChangeEvent } from 'react';
import { Button, Modal, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReceiptView } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { useMailReceiptMutation } from './issuing-api';

/** The last mail is still on its way: another one would arrive twice. */
const UNDER_WAY: ReadonlySet<string> = new Set(['waiting', 'sending']);

interface SendMailProps {
  /** Of the bulletin. */
  documentId: string;
  receipt: ReceiptView;
}

/** Mails a bulletin to one who was told of it, for the first time or again. */
export const SendMail = ({ documentId, receipt }: SendMailProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  if (UNDER_WAY.has(receipt.mailState)) return null;
  const title =
    receipt.mailings.length === 0
      ? formatMessage({ id: trId('issue.send'), defaultMessage: 'Send mail' })
      : formatMessage({ id: trId('issue.send-again'), defaultMessage: 'Send again' });
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button size="S" variant="tertiary">
          {title}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>
            {title} · {receipt.unitName}
          </Modal.Title>
        </Modal.Header>
        <SendForm
          documentId={documentId}
          receipt={receipt}
          confirm={title}
          onClose={() => setIsOpen(false)}
        />
      </Modal.Content>
    </Modal.Root>
  );
};

interface SendFormProps extends SendMailProps {
  confirm: string;
  onClose: () => void;
}

const SendForm = ({ confirm, documentId, onClose, receipt }: SendFormProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [reason, setReason] = useState('');
  const [mail, { error, isLoading }] = useMailReceiptMutation();

  const send = async () => {
    const body = { reason: reason.trim() };
    const result = await mail({ documentId, receiptId: receipt.documentId, body });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('issue.sent'),
        defaultMessage: 'The mail is in the outbox.',
      })
    );
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('issue.mail-failed'),
        defaultMessage: 'The mail could not be sent.',
      })}
      confirm={confirm}
      isSending={isLoading}
      onSubmit={send}
      onClose={onClose}
    >
      <Typography>
        {formatMessage({
          id: trId('issue.send-explanation'),
          defaultMessage:
            'It goes to whoever heads the unit now, else to the address of the day of issue. Each mail stays on record.',
        })}
      </Typography>
      {receipt.needsReason ? (
        <LabelledField
          name="reason"
          label={formatMessage({ id: trId('issue.reason'), defaultMessage: 'Why again' })}
          hint={formatMessage({
            id: trId('issue.reason-hint'),
            defaultMessage: 'Needed where the recipient has the mail, or may have it.',
          })}
        >
          <Textarea
            value={reason}
            maxLength={500}
            onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
          />
        </LabelledField>
      ) : null}
    </DialogForm>
  );
};
