import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCreateSubmissionFromEntryMutation } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { bodyOf, missingIn, type SubmissionDraft } from './submission-draft';

interface SubmissionFormOptions {
  uid: string;
  documentId: string;
  /** What the submission is called unless the person says otherwise. */
  title: string;
  onDone: () => void;
}

const NOTHING_MISSING = { title: false, units: false, category: false };

/** What is filled in of the submission, what is missing once it was tried, and making it. */
export const useSubmissionForm = ({ uid, documentId, title, onDone }: SubmissionFormOptions) => {
  const { formatMessage } = useIntl();
  const done = useDone(onDone);
  const [create, { error, isLoading }] = useCreateSubmissionFromEntryMutation();
  const [draft, setDraft] = useState<SubmissionDraft>({
    title,
    units: [],
    officers: [],
    category: null,
  });
  const [wasTried, setWasTried] = useState(false);

  const submit = async () => {
    setWasTried(true);
    const body = bodyOf(draft);
    if (!body) return;
    const result = await create({ uid, documentId, body });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('create-submission.done'),
        defaultMessage: 'The submission was created and tied to this entry.',
      })
    );
  };

  return {
    draft,
    setDraft,
    missing: wasTried ? missingIn(draft) : NOTHING_MISSING,
    submit,
    error,
    isSending: isLoading,
  };
};
