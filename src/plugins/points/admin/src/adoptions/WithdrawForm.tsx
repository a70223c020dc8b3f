import { useState, type ChangeEvent, type FormEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ErrorNotice } from '../shared/ErrorNotice';
import { useWithdrawAdoptionMutation } from '../shared/points-api';
import { trId } from '../shared/translations';

interface WithdrawFormProps {
  documentId: string;
  onClose: () => void;
}

/** Asks why, and takes the adoption's points back. */
export const WithdrawForm = ({ documentId, onClose }: WithdrawFormProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [withdraw, { error, isLoading }] = useWithdrawAdoptionMutation();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isMissing = wasTried && reason.trim() === '';

  const submit = async (event: FormEvent) => {
    // The dialog stands inside the Content Manager's form: its submit must stay its own.
    event.preventDefault();
    event.stopPropagation();
    setWasTried(true);
    if (reason.trim() === '') return;
    const result = await withdraw({ documentId, body: { reason: reason.trim() } });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage({
        id: trId('withdraw.done'),
        defaultMessage: 'The adoption was withdrawn and its points were taken back.',
      }),
    });
    onClose();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? (
            <ErrorNotice
              error={error}
              fallback={formatMessage({
                id: trId('withdraw.failed'),
                defaultMessage: 'The adoption could not be withdrawn.',
              })}
            />
          ) : null}
          <Typography>
            {formatMessage({
              id: trId('withdraw.explanation'),
              defaultMessage:
                'The adoption stays on record with your reason. Its points are taken back by a reversal in the ledger.',
            })}
          </Typography>
          <Field.Root
            name="reason"
            required
            error={
              isMissing
                ? formatMessage({
                    id: trId('withdraw.reason-required'),
                    defaultMessage: 'Say why the adoption is withdrawn.',
                  })
                : undefined
            }
          >
            <Field.Label>
              {formatMessage({ id: trId('withdraw.reason'), defaultMessage: 'Reason' })}
            </Field.Label>
            <Textarea
              value={reason}
              maxLength={500}
              onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
            />
            <Field.Error />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" type="button" onClick={onClose}>
          {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
        </Button>
        <Button variant="danger" type="submit" loading={isLoading}>
          {formatMessage({ id: trId('withdraw.confirm'), defaultMessage: 'Withdraw' })}
        </Button>
      </Modal.Footer>
    </form>
  );
};
