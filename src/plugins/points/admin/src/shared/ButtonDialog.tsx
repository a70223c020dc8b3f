import type { ReactNode } from 'react';
import { Button, Modal, type ButtonProps } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { trId } from './translations';

interface ButtonDialogProps {
  title: string;
  /** What opens it. */
  button: Partial<Pick<ButtonProps, 'children' | 'size' | 'startIcon' | 'variant'>>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A dialog, and the button that opens it. */
export const ButtonDialog = ({
  title,
  button,
  isOpen,
  onOpenChange,
  children,
}: ButtonDialogProps) => {
  const { formatMessage } = useIntl();
  return (
    <Modal.Root open={isOpen} onOpenChange={onOpenChange}>
      <Modal.Trigger>
        <Button {...button} />
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
};
