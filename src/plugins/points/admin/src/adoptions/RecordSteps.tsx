import { useEffect, useState, type FormEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Question, RecordableView } from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { trId } from '../shared/translations';
import { useRecordStepsMutation } from './adoptions-api';
import { recordableOn } from './recordable';
import { bodyOf, firstSteps, judgedBy, missingIn, withStep, type StepDraft } from './step-draft';
import { StepFields } from './StepFields';
import { StepPreview } from './StepPreview';

interface RecordStepsProps {
  /** documentId of the piece. */
  submission: string;
  recordable: readonly RecordableView[];
}

const MOST_STEPS = 10;

/** What is filled in of the steps, what is missing once it was tried, and recording them. */
const useRecordSteps = (submission: string) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [record, { error, isLoading, reset }] = useRecordStepsMutation();
  const [drafts, setDrafts] = useState<StepDraft[]>(firstSteps);
  const [confirmed, setConfirmed] = useState<readonly Question[]>([]);
  const [wasTried, setWasTried] = useState(false);

  // Why the steps were refused is said until they are changed.
  useEffect(() => reset(), [drafts, reset]);

  const submit = async () => {
    setWasTried(true);
    const body = bodyOf(submission, drafts);
    if (body === null || drafts.some((draft) => missingIn(draft).size > 0)) return;
    const result = await record({ body, confirmed });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        {
          id: trId('recording.recorded'),
          defaultMessage:
            '{count, plural, one {The step was recorded.} other {# steps were recorded.}}',
        },
        { count: body.steps.length }
      ),
    });
    setDrafts(firstSteps());
    setConfirmed([]);
    setWasTried(false);
  };

  return { drafts, setDrafts, confirmed, setConfirmed, wasTried, submit, error, isLoading };
};

/** Adds steps to a piece's way: as many as there are, with what they will give beside them. */
export const RecordSteps = ({ submission, recordable }: RecordStepsProps) => {
  const { formatMessage } = useIntl();
  const form = useRecordSteps(submission);
  const { drafts, setDrafts } = form;
  const change = (changed: StepDraft) => {
    const channels = recordableOn(recordable, changed.adoptedOn)?.channels ?? [];
    const judged = judgedBy(channels, changed);
    setDrafts(drafts.map((draft) => (draft.key === changed.key ? judged : draft)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={4} noValidate onSubmit={submit}>
      {drafts.map((draft, index) => (
        <StepFields
          key={draft.key}
          place={index + 1}
          draft={draft}
          recordable={recordableOn(recordable, draft.adoptedOn)}
          showsMissing={form.wasTried}
          onChange={change}
          onRemove={
            drafts.length > 1
              ? () => setDrafts(drafts.filter(({ key }) => key !== draft.key))
              : undefined
          }
        />
      ))}
      <Flex>
        <Button
          type="button"
          variant="tertiary"
          startIcon={<Plus />}
          disabled={drafts.length >= MOST_STEPS}
          onClick={() => setDrafts(withStep(drafts))}
        >
          {formatMessage({ id: trId('recording.add-step'), defaultMessage: 'Add a step' })}
        </Button>
      </Flex>
      <StepPreview
        submission={submission}
        drafts={drafts}
        confirmed={form.confirmed}
        onConfirm={form.setConfirmed}
      />
      {form.error ? (
        <ErrorNotice
          error={form.error}
          fallback={formatMessage({
            id: trId('recording.failed'),
            defaultMessage: 'The steps could not be recorded.',
          })}
        />
      ) : null}
      <Flex>
        <Button type="submit" size="L" loading={form.isLoading}>
          {formatMessage(
            {
              id: trId('recording.confirm'),
              defaultMessage: '{count, plural, one {Record the step} other {Record # steps}}',
            },
            { count: drafts.length }
          )}
        </Button>
      </Flex>
    </Flex>
  );
};
