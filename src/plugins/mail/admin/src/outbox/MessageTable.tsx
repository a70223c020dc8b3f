import { Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { MessageItem } from '../../../shared/contracts';
import { StateBadge } from './StateBadge';
import { useLabels } from './useLabels';

interface MessageTableProps {
  messages: readonly MessageItem[];
  onOpen: (documentId: string) => void;
}

const COLUMNS = ['state', 'recipient', 'subject', 'written', 'sent'] as const;

/** Messages, the newest first, each with what keeps it from arriving. */
export const MessageTable = ({ messages, onOpen }: MessageTableProps) => {
  const { say } = useLabels();
  return (
    <Table
      colCount={COLUMNS.length}
      rowCount={messages.length + 1}
      aria-label={say('outbox.title')}
    >
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{say(`column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {messages.map((message) => (
          <MessageRow key={message.documentId} message={message} onOpen={onOpen} />
        ))}
      </Tbody>
    </Table>
  );
};

interface MessageRowProps extends Pick<MessageTableProps, 'onOpen'> {
  message: MessageItem;
}

const MessageRow = ({ message, onOpen }: MessageRowProps) => {
  const { say, moment } = useLabels();
  const { documentId, state, recipient, subject, lastError, createdAt, sentAt } = message;
  const next = message.nextAttemptAt;
  return (
    <Tr>
      <Td>
        <StateBadge state={state} />
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start">
          <Typography>{recipient.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {recipient.address}
          </Typography>
        </Flex>
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Button variant="ghost" size="S" onClick={() => onOpen(documentId)}>
            {subject}
          </Button>
          {lastError ? (
            <Typography variant="pi" textColor="danger700">
              {lastError}
            </Typography>
          ) : null}
        </Flex>
      </Td>
      <Td>
        <Typography>{moment(createdAt)}</Typography>
      </Td>
      <Td>
        <Typography>
          {sentAt === null && next !== null && message.attempts > 0
            ? say('column.next', { moment: moment(next) })
            : moment(sentAt)}
        </Typography>
      </Td>
    </Tr>
  );
};
