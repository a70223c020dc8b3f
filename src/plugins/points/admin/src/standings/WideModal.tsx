import type { ReactNode, RefObject } from 'react';
import { Modal } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { trId } from '../shared/translations';

const Wide = styled(Modal.Content)`
  max-width: 116rem;
`;

interface WideModalProps {
  title: ReactNode;
  /** What was clicked, and takes the focus back. */
  opener: RefObject<Element | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog wide enough for a table, which stands open until it is closed. */
export const WideModal = ({ title, opener, onClose, children }: WideModalProps) => {
  const { formatMessage } = useIntl();
  return (
    <Modal.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Wide
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (opener.current instanceof HTMLElement) opener.current.focus();
        }}
      >
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {children}
      </Wide>
    </Modal.Root>
  );
};
