import { useState, type ReactNode } from 'react';
import { Badge, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { LedgerResponse, ObjectionLimit, PostingView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { ObjectionForm } from './ObjectionForm';

interface ObjectToLineProps {
  posting: PostingView;
  objections: LedgerResponse['meta']['objections'];
}

/** Lets a unit object to a line of its own while there is time, or says why not. */
export const ObjectToLine = ({ posting, objections }: ObjectToLineProps) => {
  const { formatMessage } = useIntl();
  const limit = objections.limits.find(({ month }) => month === posting.month);
  if (objections.waiting.includes(posting.key)) {
    return (
      <Badge variant="warning" size="S">
        {formatMessage({ id: trId('objection.state.filed'), defaultMessage: 'Waits' })}
      </Badge>
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {limit?.isOver ? null : (
        <ObjectButton>
          {(onClose) => <ObjectionForm about={{ line: posting.key }} onClose={onClose} />}
        </ObjectButton>
      )}
      {limit ? <LastDay limit={limit} /> : null}
    </Flex>
  );
};

/** Lets a unit object to a submission of its own that should have earned. */
export const ObjectToSubmission = ({ documentId }: { documentId: string }) => {
  const canFile = useAllowed(ACTIONS.fileObjections);
  if (!canFile) return null;
  return (
    <Flex>
      <ObjectButton>
        {(onClose) => <ObjectionForm about={{ submission: documentId }} onClose={onClose} />}
      </ObjectButton>
    </Flex>
  );
};

const LastDay = ({ limit: { isExact, isOver, lastDay } }: { limit: ObjectionLimit }) => {
  const { formatDate, formatMessage } = useIntl();
  if (lastDay === null) return null;
  const day = formatDate(`${lastDay}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Typography variant="pi" textColor="neutral600">
      {formatMessage(
        isOver
          ? { id: trId('objection.over'), defaultMessage: 'Could be objected to until {day}' }
          : { id: trId('objection.until'), defaultMessage: 'Until {day}' },
        { day }
      )}
      {isExact
        ? null
        : formatMessage({
            id: trId('objection.until-estimated'),
            defaultMessage: ' (estimated: the public holidays of that year are not announced)',
          })}
    </Typography>
  );
};

/** A button that opens the form of an objection. */
const ObjectButton = ({ children }: { children: (onClose: () => void) => ReactNode }) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const title = formatMessage({ id: trId('objection.file'), defaultMessage: 'Object' });
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
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {children(() => setIsOpen(false))}
      </Modal.Content>
    </Modal.Root>
  );
};
