import { useState, type ReactNode } from 'react';
import { Plus } from '@strapi/icons';
import { ACTIONS } from '../constants';
import { ButtonDialog } from '../shared/ButtonDialog';
import { useAllowed } from '../shared/permissions';

interface RecordByHandProps {
  /** What whoever records it must be allowed. */
  action: Parameters<typeof useAllowed>[0];
  title: string;
  children: (onClose: () => void) => ReactNode;
}

/** The button that records a bonus or a deduction, with its form, for who may and sees units to choose. */
export const RecordByHand = ({ action, title, children }: RecordByHandProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const canRecord = useAllowed(action);
  const canReadUnits = useAllowed(ACTIONS.readUnits);
  if (!canRecord || !canReadUnits) return null;
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, startIcon: <Plus /> }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      {children(() => setIsOpen(false))}
    </ButtonDialog>
  );
};
