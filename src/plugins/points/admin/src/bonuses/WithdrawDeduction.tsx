import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeductionView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { ReasonForm } from '../shared/ReasonForm';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { WithdrawDialog } from '../shared/WithdrawDialog';
import { useWithdrawDeductionMutation } from './bonuses-api';

/** Withdraws a deduction with a reason, for who may, as long as no sealed month has it. */
export const WithdrawDeduction = ({ deduction }: { deduction: DeductionView }) => {
  const { formatMessage } = useIntl();
  const canWithdraw = useAllowed(ACTIONS.withdrawDeduction);
  if (deduction.withdrawnAt !== null) return null;
  if (deduction.frozen) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({ id: trId('deduction.frozen'), defaultMessage: 'In a bulletin' })}
      </Typography>
    );
  }
  if (!canWithdraw) return null;
  return (
    <WithdrawDialog
      title={formatMessage({
        id: trId('deduction.withdraw'),
        defaultMessage: 'Withdraw the deduction',
      })}
    >
      {(onClose) => <WithdrawForm documentId={deduction.documentId} onClose={onClose} />}
    </WithdrawDialog>
  );
};

interface WithdrawFormProps {
  documentId: string;
  onClose: () => void;
}

const WithdrawForm = ({ documentId, onClose }: WithdrawFormProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [withdraw, { error, isLoading }] = useWithdrawDeductionMutation();

  const send = async (reason: string) => {
    const result = await withdraw({ documentId, body: { reason } });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('deduction.withdrawn'),
        defaultMessage: 'The deduction was withdrawn and takes nothing any more.',
      })
    );
  };

  return (
    <ReasonForm
      error={error}
      isSending={isLoading}
      failed={formatMessage({
        id: trId('deduction.withdraw-failed'),
        defaultMessage: 'The deduction could not be withdrawn.',
      })}
      explanation={formatMessage({
        id: trId('deduction.withdraw-explanation'),
        defaultMessage: 'The deduction stays on record with your reason, and takes nothing.',
      })}
      required={formatMessage({
        id: trId('deduction.withdraw-required'),
        defaultMessage: 'Say why the deduction is withdrawn.',
      })}
      onWithdraw={send}
      onClose={onClose}
    />
  );
};
