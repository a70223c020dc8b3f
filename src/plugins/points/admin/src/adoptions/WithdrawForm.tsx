import { useState, type ChangeEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { DialogForm } from '../shared/DialogForm';
import { LabelledField } from '../shared/LabelledField';
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

  const submit = async () => {
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
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('withdraw.failed'),
        defaultMessage: 'The adoption could not be withdrawn.',
      })}
      confirm={formatMessage({ id: trId('withdraw.confirm'), defaultMessage: 'Withdraw' })}
      variant="danger"
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography>
        {formatMessage({
          id: trId('withdraw.explanation'),
          defaultMessage:
            'The adoption stays on record with your reason. Its points are taken back by a reversal in the ledger.',
        })}
      </Typography>
      <LabelledField
        name="reason"
        required
        label={formatMessage({ id: trId('withdraw.reason'), defaultMessage: 'Reason' })}
        error={
          isMissing
            ? formatMessage({
                id: trId('withdraw.reason-required'),
                defaultMessage: 'Say why the adoption is withdrawn.',
              })
            : undefined
        }
      >
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
        />
      </LabelledField>
    </DialogForm>
  );
};
