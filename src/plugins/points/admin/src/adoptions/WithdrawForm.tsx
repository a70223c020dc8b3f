import { useIntl } from 'react-intl';
import { ReasonForm } from '../shared/ReasonForm';
import { useWithdrawAdoptionMutation } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';

interface WithdrawFormProps {
  documentId: string;
  onClose: () => void;
}

/** Asks why, and takes the adoption's points back. */
export const WithdrawForm = ({ documentId, onClose }: WithdrawFormProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [withdraw, { error, isLoading }] = useWithdrawAdoptionMutation();

  const send = async (reason: string) => {
    const result = await withdraw({ documentId, body: { reason } });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('withdraw.done'),
        defaultMessage: 'The adoption was withdrawn and its points were taken back.',
      })
    );
  };

  return (
    <ReasonForm
      error={error}
      isSending={isLoading}
      failed={formatMessage({
        id: trId('withdraw.failed'),
        defaultMessage: 'The adoption could not be withdrawn.',
      })}
      explanation={formatMessage({
        id: trId('withdraw.explanation'),
        defaultMessage:
          'The adoption stays on record with your reason. Its points are taken back by a reversal in the ledger.',
      })}
      required={formatMessage({
        id: trId('withdraw.reason-required'),
        defaultMessage: 'Say why the adoption is withdrawn.',
      })}
      onWithdraw={send}
      onClose={onClose}
    />
  );
};
