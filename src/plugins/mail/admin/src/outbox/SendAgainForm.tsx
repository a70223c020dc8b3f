import { useState, type FormEvent } from 'react';
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import type { MessageDetail } from '../../../shared/contracts';
import { useSendAgainMutation } from './outbox-api';
import { useLabels } from './useLabels';

interface SendAgainFormProps {
  message: MessageDetail;
  /** The message that was written anew. */
  onSent: (documentId: string) => void;
}

/** Asks why, where the recipient may have the message, and has it sent again. */
export const SendAgainForm = ({ message, onSent }: SendAgainFormProps) => {
  const { say } = useLabels();
  const [reason, setReason] = useState('');
  const [send, { error, isLoading }] = useSendAgainMutation();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { documentId } = message;
    const sent = await send({ documentId, body: { reason } });
    if ('data' in sent) onSent(sent.data.data.documentId);
  };
  const isMissing = message.needsReason && reason.trim() === '';
  return (
    <form onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {message.needsReason ? (
          <Typography variant="pi">{say(`again.warning.${message.state}`)}</Typography>
        ) : null}
        <Field.Root
          name="reason"
          required={message.needsReason}
          error={error ? (error.message ?? say('again.failed')) : undefined}
        >
          <Field.Label>{say('again.reason')}</Field.Label>
          <Textarea
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Field.Error />
        </Field.Root>
        <Flex>
          <Button type="submit" loading={isLoading} disabled={isMissing}>
            {say('again.confirm')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};
