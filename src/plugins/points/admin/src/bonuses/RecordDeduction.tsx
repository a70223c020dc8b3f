import { useState } from 'react';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { ButtonDialog } from '../shared/ButtonDialog';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { DeductionForm } from './DeductionForm';

/** Records a deduction, for who may. */
export const RecordDeduction = () => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const canRecord = useAllowed(ACTIONS.recordDeduction);
  const canReadUnits = useAllowed(ACTIONS.readUnits);
  if (!canRecord || !canReadUnits) return null;
  const title = formatMessage({
    id: trId('deduction.record'),
    defaultMessage: 'Record a deduction',
  });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, startIcon: <Plus /> }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <DeductionForm onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};
