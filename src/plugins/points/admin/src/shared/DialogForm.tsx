import type { FormEvent, ReactNode } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { sentenceOf } from './errors';
import { ErrorNotice } from './ErrorNotice';
import { trId } from './translations';

interface DialogFormProps {
  error: Parameters<typeof sentenceOf>[0];
  /** What is said when sending failed and the server gave no sentence of its own. */
  failed: string;
  /** What the button that sends says. */
  confirm: string;
  variant?: 'default' | 'danger';
  isSending: boolean;
  onSubmit: () => unknown;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog: its fields, why it was not taken, and the buttons that leave or send it. */
export const DialogForm = ({
  error,
  failed,
  confirm,
  variant = 'default',
  isSending,
  onSubmit,
  onClose,
  children,
}: DialogFormProps) => {
  const { formatMessage } = useIntl();
  const submit = (event: FormEvent) => {
    // The dialog stands inside the Content Manager's form: its submit must stay its own.
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? <ErrorNotice error={error} fallback={failed} /> : null}
          {children}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" type="button" onClick={onClose}>
          {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
        </Button>
        <Button variant={variant} type="submit" loading={isSending}>
          {confirm}
        </Button>
      </Modal.Footer>
    </form>
  );
};
