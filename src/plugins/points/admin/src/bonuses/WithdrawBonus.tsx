import { useIntl } from 'react-intl';
import type { BonusView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { ReasonForm } from '../shared/ReasonForm';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { WithdrawDialog } from '../shared/WithdrawDialog';
import { useWithdrawBonusMutation } from './bonuses-api';

/** Withdraws a bonus with a reason, for who may: it has a posting and is never deleted. */
export const WithdrawBonus = ({ bonus }: { bonus: BonusView }) => {
  const { formatMessage } = useIntl();
  const canWithdraw = useAllowed(ACTIONS.withdrawBonus);
  if (!canWithdraw || bonus.withdrawnAt !== null) return null;
  return (
    <WithdrawDialog
      title={formatMessage({ id: trId('bonus.withdraw'), defaultMessage: 'Withdraw the bonus' })}
    >
      {(onClose) => <WithdrawForm documentId={bonus.documentId} onClose={onClose} />}
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
  const [withdraw, { error, isLoading }] = useWithdrawBonusMutation();

  const send = async (reason: string) => {
    const result = await withdraw({ documentId, body: { reason } });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('bonus.withdrawn'),
        defaultMessage: 'The bonus was withdrawn and its points were taken back.',
      }),
      result.data.meta.notice
    );
  };

  return (
    <ReasonForm
      error={error}
      isSending={isLoading}
      failed={formatMessage({
        id: trId('bonus.withdraw-failed'),
        defaultMessage: 'The bonus could not be withdrawn.',
      })}
      explanation={formatMessage({
        id: trId('bonus.withdraw-explanation'),
        defaultMessage:
          'The bonus stays on record with your reason. Its points are taken back by a reversal in the ledger.',
      })}
      required={formatMessage({
        id: trId('bonus.withdraw-required'),
        defaultMessage: 'Say why the bonus is withdrawn.',
      })}
      onWithdraw={send}
      onClose={onClose}
    />
  );
};
