import { useIntl } from 'react-intl';
import { DialogForm } from '../shared/DialogForm';
import { LoadedUnits } from '../shared/LoadedUnits';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { SubmissionFieldSet } from './SubmissionFieldSet';
import type { Units } from './submission-draft';
import { useSubmissionForm } from './useSubmissionForm';

interface SubmissionFormProps {
  uid: string;
  documentId: string;
  /** What the submission is called unless the person says otherwise. */
  title: string;
  onClose: () => void;
}

/** Asks for what a submission made from an entry needs, and makes it. */
export const SubmissionForm = (props: SubmissionFormProps) => {
  const { data, error } = useGetUnitsQuery(null);
  return (
    <LoadedUnits data={data} error={error}>
      {(units) => <Form {...props} units={units} />}
    </LoadedUnits>
  );
};

const Form = ({ units, onClose, ...entry }: SubmissionFormProps & { units: Units }) => {
  const { formatMessage } = useIntl();
  const { draft, setDraft, missing, submit, error, isSending } = useSubmissionForm({
    ...entry,
    onDone: onClose,
  });
  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('create-submission.failed'),
        defaultMessage: 'The submission could not be created.',
      })}
      confirm={formatMessage({ id: trId('create-submission.confirm'), defaultMessage: 'Create' })}
      isSending={isSending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SubmissionFieldSet draft={draft} units={units} missing={missing} onChange={setDraft} />
    </DialogForm>
  );
};
