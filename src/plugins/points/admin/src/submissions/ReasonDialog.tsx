import { useRef, useState, type ChangeEvent, type FormEvent, type KeyboardEvent } from 'react';
import { Button, Field, Flex, Modal, Radio, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { REASONS, type Reason, type SubmissionAction } from '../../../shared/contracts';
import { useMoveSubmissionMutation } from './submissions-api';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { FailedAction } from './FailedAction';

const REASONED = ['return', 'decline', 'send-back'] as const;

/** What is done only with a reason. */
export type ReasonedAction = (typeof REASONED)[number];

export const needsReason = (action: SubmissionAction): action is ReasonedAction =>
  REASONED.some((each) => each === action);

interface ReasonDialogProps {
  action: ReasonedAction;
  documentId: string;
  title: string;
  onClose: () => void;
  onDone: () => void;
}

interface ReasonListProps {
  reason: Reason | null;
  onChoose: (reason: Reason) => void;
}

/** The reasons, all in sight; each has a number, which chooses it by its key. */
const ReasonList = ({ reason, onChoose }: ReasonListProps) => {
  const labelOf = useChoiceLabel();
  return (
    <Radio.Group
      value={reason ?? ''}
      onValueChange={(value) => {
        const chosen = REASONS.find((each) => each === value);
        if (chosen) onChoose(chosen);
      }}
    >
      {REASONS.map((each, index) => (
        <Radio.Item key={each} value={each}>
          {`${index + 1}. ${labelOf(each)}`}
        </Radio.Item>
      ))}
    </Radio.Group>
  );
};

/** Asks why a submission is returned, declined or sent back, and does it. A number and Enter will do. */
export const ReasonDialog = ({ action, documentId, title, onClose, onDone }: ReasonDialogProps) => {
  const { formatMessage } = useIntl();
  const [move, { error, isLoading }] = useMoveSubmissionMutation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [comment, setComment] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lacksComment = reason === 'other' && comment.trim() === '';
  const name = formatMessage({ id: trId(`life.action.${action}`), defaultMessage: action });

  const send = async (): Promise<void> => {
    setWasTried(true);
    if (reason === null || lacksComment || isLoading) return;
    const body = { reason, ...(comment.trim() !== '' && { comment: comment.trim() }) };
    const result = await move({ documentId, action, body });
    if ('error' in result) return;
    onDone();
    onClose();
  };

  const submit = (event: FormEvent) => {
    // The dialog may stand inside the Content Manager's form: its submit must stay its own.
    event.preventDefault();
    event.stopPropagation();
    void send();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'radio') return;
    const numbered = REASONS[Number(event.key) - 1];
    if (numbered) setReason(numbered);
    // A radio button keeps Enter to itself otherwise.
    if (event.key === 'Enter') void send();
  };

  return (
    <Modal.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal.Content
        aria-describedby={undefined}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          form.current?.querySelector<HTMLElement>('[role="radio"]')?.focus();
        }}
      >
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>{name}</Modal.Title>
        </Modal.Header>
        <form ref={form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{title}</Typography>
              <FailedAction error={error} />
              <Field.Root
                name="reason"
                required
                error={
                  wasTried && reason === null
                    ? formatMessage({
                        id: trId('life.reason-required'),
                        defaultMessage: 'Choose a reason.',
                      })
                    : undefined
                }
              >
                <Field.Label>
                  {formatMessage({ id: trId('life.reason'), defaultMessage: 'Reason' })}
                </Field.Label>
                <ReasonList reason={reason} onChoose={setReason} />
                <Typography variant="pi" textColor="neutral600">
                  {formatMessage({
                    id: trId('life.reason-keys'),
                    defaultMessage: 'By keyboard: the number chooses, Enter confirms.',
                  })}
                </Typography>
                <Field.Error />
              </Field.Root>
              <Field.Root
                name="comment"
                required={reason === 'other'}
                error={
                  wasTried && lacksComment
                    ? formatMessage({
                        id: trId('life.comment-required'),
                        defaultMessage: 'Say in words what the reason is.',
                      })
                    : undefined
                }
              >
                <Field.Label>
                  {formatMessage(
                    action === 'send-back'
                      ? { id: trId('life.comment.officer'), defaultMessage: 'Words to the officer' }
                      : { id: trId('life.comment'), defaultMessage: 'Words to the unit' }
                  )}
                </Field.Label>
                <Textarea
                  value={comment}
                  maxLength={500}
                  onChange={(event: ChangeEvent<HTMLTextAreaElement>) =>
                    setComment(event.target.value)
                  }
                />
                <Field.Error />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
            </Button>
            <Button type="submit" loading={isLoading}>
              {name}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
