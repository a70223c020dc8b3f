import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Invitation } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { trId } from '../shared/translations';
import { NewUnitForm } from './NewUnitForm';

interface NewUnitProps {
  canMail: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Gets the invitations of whoever was given an account. */
  onDone: (invitations: Invitation[]) => void;
}

/** Makes a unit with its officers, leader and head, and their accounts. */
export const NewUnit = ({ canMail, isOpen, onDone, onOpenChange }: NewUnitProps) => {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: trId('setup.new-unit'), defaultMessage: 'New unit' });
  const close = () => onOpenChange(false);
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, startIcon: <Plus /> }}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <NewUnitForm
        canMail={canMail}
        onClose={close}
        onDone={(invitations) => {
          onDone(invitations);
          close();
        }}
      />
    </ButtonDialog>
  );
};
