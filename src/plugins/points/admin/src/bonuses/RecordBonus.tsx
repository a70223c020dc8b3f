import { useState } from 'react';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { ButtonDialog } from '../shared/ButtonDialog';
import { BonusForm } from './BonusForm';

/** Gives a bonus, for who may. */
export const RecordBonus = () => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const canRecord = useAllowed(ACTIONS.recordBonus);
  const canReadUnits = useAllowed(ACTIONS.readUnits);
  if (!canRecord || !canReadUnits) return null;
  const title = formatMessage({ id: trId('bonus.record'), defaultMessage: 'Record a bonus' });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, startIcon: <Plus /> }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <BonusForm onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};
