import { useId, useState } from 'react';
import { useForm } from '@strapi/strapi/admin';
import { Button, Modal, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { valueOf } from '../shared/forms';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { SubmissionForm } from './SubmissionForm';

interface CreateSubmissionProps {
  uid: string;
  documentId: string;
  mainField: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One click from an entry without provenance to its submission. */
export const CreateSubmission = ({ uid, documentId, mainField }: CreateSubmissionProps) => {
  const { formatMessage } = useIntl();
  const hintId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isModified = useForm('CreateSubmission', (state) => state.modified);
  const title = useForm('CreateSubmission', (state) => textOf(valueOf(state.values, mainField)));
  const canReadUnits = useAllowed(ACTIONS.readUnits);
  const canCreate = useAllowed(ACTIONS.createSubmissionFromEntry);

  if (!canCreate || !canReadUnits) return null;

  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button
          variant="secondary"
          fullWidth
          startIcon={<Plus />}
          disabled={isModified}
          aria-describedby={isModified ? hintId : undefined}
        >
          {formatMessage({
            id: trId('create-submission.button'),
            defaultMessage: 'Create the submission',
          })}
        </Button>
      </Modal.Trigger>
      {isModified ? (
        <Typography id={hintId} variant="pi" textColor="neutral600">
          {formatMessage({
            id: trId('create-submission.save-first'),
            defaultMessage: 'Save your changes first; then the submission can be created.',
          })}
        </Typography>
      ) : null}
      <Modal.Content>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>
            {formatMessage({
              id: trId('create-submission.title'),
              defaultMessage: 'Create the submission',
            })}
          </Modal.Title>
        </Modal.Header>
        <SubmissionForm
          uid={uid}
          documentId={documentId}
          title={title}
          onClose={() => setIsOpen(false)}
        />
      </Modal.Content>
    </Modal.Root>
  );
};
