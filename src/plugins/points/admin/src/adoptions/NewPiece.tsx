import { useState } from 'react';
import { TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { SubmissionFieldSet } from '../points/SubmissionFieldSet';
import { bodyOf, missingIn, type SubmissionDraft, type Units } from '../points/submission-draft';
import { ButtonDialog } from '../shared/ButtonDialog';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { LoadedUnits } from '../shared/LoadedUnits';
import { useAllowed } from '../shared/permissions';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { useCreateAdoptableMutation } from './adoptions-api';

interface NewPieceProps {
  /** What it is called unless the person says otherwise. */
  title: string;
  onMade: (documentId: string) => void;
}

/** Makes the submission of a piece that never came through the system, for who may. */
export const NewPiece = ({ title, onMade }: NewPieceProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const canReadUnits = useAllowed(ACTIONS.readUnits);
  if (!canReadUnits) return null;
  const heading = formatMessage({ id: trId('recording.new'), defaultMessage: 'Make the piece' });
  return (
    <ButtonDialog
      title={heading}
      button={{ children: heading, variant: 'secondary', startIcon: <Plus /> }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <NewPieceForm title={title} onMade={onMade} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

interface FormProps extends NewPieceProps {
  onClose: () => void;
}

const NewPieceForm = (props: FormProps) => {
  const { data, error } = useGetUnitsQuery(null);
  return (
    <LoadedUnits data={data} error={error}>
      {(units) => <Form {...props} units={units} />}
    </LoadedUnits>
  );
};

const NOTHING_MISSING = { title: false, units: false, category: false };

/** What is filled in of the piece, what is missing once it was tried, and making it. */
const useNewPiece = ({ title, onMade, onClose }: FormProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [create, { error, isLoading }] = useCreateAdoptableMutation();
  const [draft, setDraft] = useState<SubmissionDraft>({
    title,
    units: [],
    officers: [],
    category: null,
  });
  const [receivedOn, setReceivedOn] = useState('');
  const [wasTried, setWasTried] = useState(false);

  const submit = async () => {
    setWasTried(true);
    const body = bodyOf(draft);
    if (!body) return;
    const result = await create({
      ...body,
      title: draft.title.trim(),
      ...(receivedOn !== '' && { receivedOn }),
    });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('recording.made'),
        defaultMessage: 'The piece was made. Now record how it was adopted.',
      })
    );
    onMade(result.data.documentId);
  };

  return {
    draft,
    setDraft,
    receivedOn,
    setReceivedOn,
    missing: wasTried ? missingIn(draft) : NOTHING_MISSING,
    /** What the server says is wrong, by field. */
    wrong: fieldSentencesOf(error),
    submit,
    error,
    isSending: isLoading,
  };
};

const Form = ({ units, ...props }: FormProps & { units: Units }) => {
  const { formatMessage } = useIntl();
  const form = useNewPiece(props);
  const { draft, setDraft, missing } = form;
  return (
    <DialogForm
      error={form.error}
      failed={formatMessage({
        id: trId('recording.not-made'),
        defaultMessage: 'The piece could not be made.',
      })}
      confirm={formatMessage({ id: trId('recording.make'), defaultMessage: 'Make it' })}
      isSending={form.isSending}
      onSubmit={form.submit}
      onClose={props.onClose}
    >
      <SubmissionFieldSet draft={draft} units={units} missing={missing} onChange={setDraft} />
      <LabelledField
        name="receivedOn"
        label={formatMessage({ id: trId('recording.received'), defaultMessage: 'Received' })}
        hint={formatMessage({
          id: trId('recording.received-hint'),
          defaultMessage: 'The day on which it reached the office; today unless told.',
        })}
        error={form.wrong.receivedOn ?? form.wrong.receivedAt}
      >
        <TextInput
          type="date"
          value={form.receivedOn}
          onChange={({ target }) => form.setReceivedOn(target.value)}
        />
      </LabelledField>
    </DialogForm>
  );
};
