import { useState } from 'react';
import { useRBAC } from '@strapi/strapi/admin';
import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import type { EventItem, MessageDetail } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { useCancelMessageMutation, useGetMessageQuery } from './outbox-api';
import { SendAgainForm } from './SendAgainForm';
import { StateBadge } from './StateBadge';
import { useLabels } from './useLabels';

const PERMISSIONS = {
  sendAgain: [{ action: ACTIONS.sendAgain, subject: null }],
  cancel: [{ action: ACTIONS.cancel, subject: null }],
};

interface MessageDialogProps {
  documentId: string;
  /** Shows another message, such as the one that was sent again for this one. */
  onOpen: (documentId: string) => void;
  onClose: () => void;
}

/** One message: what it says, what became of it, and what can be done about it. */
export const MessageDialog = ({ documentId, onOpen, onClose }: MessageDialogProps) => {
  const { say } = useLabels();
  const { data: message, error } = useGetMessageQuery(documentId);
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{message?.subject ?? say('outbox.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error ? (
            <Typography role="alert">{error.message ?? say('outbox.error')}</Typography>
          ) : null}
          {message ? (
            <MessageContent key={documentId} message={message} onOpen={onOpen} />
          ) : error ? null : (
            <Loader>{say('outbox.loading')}</Loader>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

interface MessageContentProps extends Pick<MessageDialogProps, 'onOpen'> {
  message: MessageDetail;
}

const MessageContent = ({ message, onOpen }: MessageContentProps) => {
  const { say } = useLabels();
  const { recipient, resendOf, sentAgainAs, lastError, acceptedBy, attachments } = message;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap">
        <StateBadge state={message.state} />
        <Typography>{`${recipient.name} <${recipient.address}>`}</Typography>
      </Flex>
      {lastError ? <Typography textColor="danger700">{lastError}</Typography> : null}
      {acceptedBy ? <Typography variant="pi">{acceptedBy}</Typography> : null}
      <OtherMessage label={say('detail.resend-of')} documentId={resendOf} onOpen={onOpen} />
      <OtherMessage label={say('detail.sent-again-as')} documentId={sentAgainAs} onOpen={onOpen} />
      <Typography style={{ whiteSpace: 'pre-wrap' }}>{message.text}</Typography>
      {attachments.length > 0 ? (
        <Typography variant="pi">
          {say('detail.attachments', {
            names: attachments
              .map(({ name, size }) => `${name} (${Math.ceil(size / 1024)} KB)`)
              .join(', '),
          })}
        </Typography>
      ) : null}
      <Trail events={message.events} />
      <Actions message={message} onOpen={onOpen} />
    </Flex>
  );
};

interface OtherMessageProps extends Pick<MessageDialogProps, 'onOpen'> {
  label: string;
  documentId: string | null;
}

const OtherMessage = ({ label, documentId, onOpen }: OtherMessageProps) =>
  documentId === null ? null : (
    <Flex>
      <Button variant="tertiary" size="S" onClick={() => onOpen(documentId)}>
        {label}
      </Button>
    </Flex>
  );

/** What became of a message, line by line. */
const Trail = ({ events }: { events: readonly EventItem[] }) => {
  const { say, moment } = useLabels();
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={1} aria-label={say('detail.trail')}>
      {events.map(({ event, attempt, at, said, person, reason }, index) => (
        <Typography key={index} tag="li" variant="pi">
          {[
            moment(at),
            say(`event.${event}`, { attempt }),
            ...[person, reason, said].filter((part) => part !== null && part !== ''),
          ].join(' · ')}
        </Typography>
      ))}
    </Flex>
  );
};

const Actions = ({ message, onOpen }: MessageContentProps) => {
  const { say } = useLabels();
  const [isAsking, setIsAsking] = useState(false);
  const { allowedActions } = useRBAC(PERMISSIONS);
  const [cancel, { error, isLoading }] = useCancelMessageMutation();
  if (message.may.sendAgain && allowedActions.canSendAgain) {
    if (isAsking) return <SendAgainForm message={message} onSent={onOpen} />;
    return (
      <Flex>
        <Button variant="secondary" onClick={() => setIsAsking(true)}>
          {say('again.title')}
        </Button>
      </Flex>
    );
  }
  if (!message.may.cancel || !allowedActions.canCancel) return null;
  return (
    <Flex gap={2}>
      <Button variant="danger-light" loading={isLoading} onClick={() => cancel(message.documentId)}>
        {say('cancel.confirm')}
      </Button>
      {error ? <Typography role="alert">{error.message ?? say('cancel.failed')}</Typography> : null}
    </Flex>
  );
};
