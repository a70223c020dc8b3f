import { useIntl } from 'react-intl';
import { DialogForm } from '../shared/DialogForm';
import { Loaded } from '../shared/Loaded';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { CategoryField, OfficersField, TitleField, UnitsField } from './SubmissionFields';
import { withUnits, type Units } from './submission-draft';
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
  const { formatMessage } = useIntl();
  const { data, error } = useGetUnitsQuery(null);
  return (
    <Loaded
      place="form"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('create-submission.no-units'),
        defaultMessage: 'The units could not be read.',
      })}
      loading={formatMessage({
        id: trId('create-submission.loading'),
        defaultMessage: 'Reading the units',
      })}
    >
      {(units) => <Form {...props} units={units} />}
    </Loaded>
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
      <TitleField
        value={draft.title}
        isMissing={missing.title}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <UnitsField
        units={units}
        value={draft.units}
        isMissing={missing.units}
        onChange={(chosen) => setDraft(withUnits(draft, units, chosen))}
      />
      <OfficersField
        units={units}
        chosen={draft.units}
        value={draft.officers}
        onChange={(officers) => setDraft({ ...draft, officers })}
      />
      <CategoryField
        value={draft.category}
        isMissing={missing.category}
        onChange={(category) => setDraft({ ...draft, category })}
      />
    </DialogForm>
  );
};
