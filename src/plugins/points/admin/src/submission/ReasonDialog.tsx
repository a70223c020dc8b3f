import { useState, type ChangeEvent, type FormEvent } from 'react';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { REASONS, type Reason } from '../../../shared/contracts';
import { useMoveSubmissionMutation } from '../services/submissions';
import { useChoiceLabel } from '../utils/choices';
import { trId } from '../utils/translations';
import { FailedAction } from './FailedAction';

interface ReasonDialogProps {
  action: 'return' | 'decline';
  documentId: string;
  title: string;
  onClose: () => void;
  onDone: () => void;
}

/** Asks why a submission is returned or declined, and does it. */
export const ReasonDialog = ({ action, documentId, title, onClose, onDone }: ReasonDialogProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const [move, { error, isLoading }] = useMoveSubmissionMutation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [comment, setComment] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const lacksComment = reason === 'other' && comment.trim() === '';
  const name = formatMessage({ id: trId(`life.action.${action}`), defaultMessage: action });

  const submit = async (event: FormEvent) => {
    // The dialog may stand inside the Content Manager's form: its submit must stay its own.
    event.preventDefault();
    event.stopPropagation();
    setWasTried(true);
    if (reason === null || lacksComment) return;
    const body = { reason, ...(comment.trim() !== '' && { comment: comment.trim() }) };
    const result = await move({ documentId, action, body });
    if ('error' in result) return;
    onDone();
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>{name}</Modal.Title>
        </Modal.Header>
        <form onSubmit={submit} noValidate>
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
                <SingleSelect
                  value={reason}
                  placeholder={formatMessage({
                    id: trId('choice-input.placeholder'),
                    defaultMessage: 'Choose',
                  })}
                  onChange={(value) => setReason(value as Reason)}
                >
                  {REASONS.map((each) => (
                    <SingleSelectOption key={each} value={each}>
                      {labelOf(each)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
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
                  {formatMessage({ id: trId('life.comment'), defaultMessage: 'Words to the unit' })}
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
