import type { ComponentProps } from 'react';
import { Button, Dialog, Flex, Typography, type ButtonProps } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ErrorNotice } from './ErrorNotice';
import { trId } from './translations';

interface ConfirmDialogProps {
  /** What the button that opens it says, its heading, and the button that does it. */
  label: string;
  /** What follows from it. */
  explanation: string;
  /** The button that opens it; the one that does it is like it, red where that is. */
  button?: Partial<Pick<ButtonProps, 'variant' | 'disabled'>>;
  error: ComponentProps<typeof ErrorNotice>['error'] | undefined;
  /** What is said when it failed and the server gave no sentence of its own. */
  failed: string;
  isSending: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => unknown;
}

/** Asks once more before something is done for good. */
export const ConfirmDialog = ({
  label,
  explanation,
  button,
  error,
  failed,
  isSending,
  isOpen,
  onOpenChange,
  onConfirm,
}: ConfirmDialogProps) => {
  const { formatMessage } = useIntl();
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Trigger>
        <Button {...button}>{label}</Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{label}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={2}>
            {error ? <ErrorNotice error={error} fallback={failed} /> : null}
            <Typography>{explanation}</Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant={button?.variant === 'danger-light' ? 'danger' : 'default'}
            loading={isSending}
            onClick={onConfirm}
          >
            {label}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
