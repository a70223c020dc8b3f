import { useState, type ChangeEvent } from 'react';
import { Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { DialogForm } from './DialogForm';
import type { sentenceOf } from './errors';
import { LabelledField } from './LabelledField';
import { trId } from './translations';

interface ReasonFormProps {
  error: Parameters<typeof sentenceOf>[0];
  isSending: boolean;
  /** What the button says; that it withdraws, where nothing else is given. */
  confirm?: string;
  /** What the reason is called; that it is one for withdrawing, where nothing else is given. */
  label?: string;
  /** What is said when withdrawing failed and the server gave no sentence of its own. */
  failed: string;
  /** What withdrawing does. */
  explanation: string;
  /** What is said when no reason was given. */
  required: string;
  onWithdraw: (reason: string) => unknown;
  onClose: () => void;
}

/** Asks for the reason why something recorded by hand is withdrawn. */
export const ReasonForm = ({
  error,
  isSending,
  confirm,
  label,
  failed,
  explanation,
  required,
  onWithdraw,
  onClose,
}: ReasonFormProps) => {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isMissing = reason.trim() === '';

  const submit = () => {
    setWasTried(true);
    if (!isMissing) onWithdraw(reason.trim());
  };

  return (
    <DialogForm
      error={error}
      failed={failed}
      confirm={
        confirm ?? formatMessage({ id: trId('withdraw.confirm'), defaultMessage: 'Withdraw' })
      }
      variant="danger"
      isSending={isSending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography>{explanation}</Typography>
      <LabelledField
        name="reason"
        required
        label={label ?? formatMessage({ id: trId('withdraw.reason'), defaultMessage: 'Reason' })}
        error={wasTried && isMissing ? required : undefined}
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
