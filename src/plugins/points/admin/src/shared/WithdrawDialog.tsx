import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ButtonDialog } from './ButtonDialog';
import { trId } from './translations';

interface WithdrawDialogProps {
  title: string;
  /** Asks for the reason. */
  children: (onClose: () => void) => ReactNode;
}

/** The button that withdraws what a hand recorded, and its dialog. */
export const WithdrawDialog = ({ title, children }: WithdrawDialogProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ButtonDialog
      title={title}
      button={{
        children: formatMessage({ id: trId('withdraw.confirm'), defaultMessage: 'Withdraw' }),
        size: 'S',
        variant: 'danger-light',
      }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      {children(() => setIsOpen(false))}
    </ButtonDialog>
  );
};
