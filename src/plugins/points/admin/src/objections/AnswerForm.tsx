import { useState } from 'react';
import {
  Checkbox,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { OUTCOMES, type ObjectionView } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { Notice } from '../shared/Notice';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import {
  bodyOf,
  bringsCorrection,
  emptyAnswer,
  missingIn,
  type AnswerDraft,
  type RequiredField,
} from './answer-draft';
import { useAnswerObjectionMutation } from './objections-api';

interface AnswerFormProps {
  objection: ObjectionView;
  onClose: () => void;
}

const NOTHING_MISSING: ReturnType<typeof missingIn> = new Set();

/** What is filled in of an answer, what is missing or wrong once it was tried, and sending it. */
const useAnswerForm = ({ objection: { documentId }, onClose }: AnswerFormProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [answer, { error, isLoading }] = useAnswerObjectionMutation();
  const [draft, setDraft] = useState<AnswerDraft>(emptyAnswer);
  const [wasTried, setWasTried] = useState(false);
  const missing = wasTried ? missingIn(draft) : NOTHING_MISSING;
  const wrong = fieldSentencesOf(error);
  const required = formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' });

  const submit = async () => {
    setWasTried(true);
    const body = bodyOf(draft);
    if (missingIn(draft).size > 0 || body === null) return;
    const result = await answer({ documentId, body });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('objection.answered'),
        defaultMessage: 'The objection was answered.',
      }),
      result.data.meta.notice
    );
  };

  return {
    draft,
    change: (values: Partial<AnswerDraft>) => setDraft({ ...draft, ...values }),
    errorOf: (field: RequiredField | 'officer'): string | undefined =>
      field !== 'officer' && missing.has(field) ? required : wrong[field],
    submit,
    error,
    isSending: isLoading,
  };
};

type Form = ReturnType<typeof useAnswerForm>;

/** Asks for what the office answers, and for a correction where nothing can be mended. */
export const AnswerForm = (props: AnswerFormProps) => {
  const { formatMessage } = useIntl();
  const form = useAnswerForm(props);
  const { change, draft, errorOf } = form;
  return (
    <DialogForm
      error={form.error}
      failed={formatMessage({
        id: trId('objection.answer-failed'),
        defaultMessage: 'The objection could not be answered.',
      })}
      confirm={formatMessage({ id: trId('objection.answer'), defaultMessage: 'Answer' })}
      isSending={form.isSending}
      onSubmit={form.submit}
      onClose={props.onClose}
    >
      <Notice variant="info">
        {formatMessage({
          id: trId('objection.answer-hint'),
          defaultMessage:
            'Where the points follow from a wrong fact, mend the fact: record or withdraw the adoption, or correct units and officers. The ledger follows by itself and no correction is needed; say in the answer what was mended.',
        })}
      </Notice>
      <LabelledField
        name="outcome"
        required
        label={formatMessage({ id: trId('objection.outcome'), defaultMessage: 'Outcome' })}
        error={errorOf('outcome')}
      >
        <SingleSelect
          value={draft.outcome === '' ? null : draft.outcome}
          placeholder={formatMessage({
            id: trId('choice-input.placeholder'),
            defaultMessage: 'Choose',
          })}
          onChange={(chosen) =>
            change({ outcome: OUTCOMES.find((outcome) => outcome === chosen) ?? '' })
          }
        >
          {OUTCOMES.map((outcome) => (
            <SingleSelectOption key={outcome} value={outcome}>
              {formatMessage({ id: trId(`objection.state.${outcome}`), defaultMessage: outcome })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </LabelledField>
      <LabelledField
        name="text"
        required
        label={formatMessage({ id: trId('objection.answer-text'), defaultMessage: 'Answer' })}
        error={errorOf('text')}
      >
        <Textarea
          maxLength={2000}
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
        />
      </LabelledField>
      {draft.outcome === 'dismissed' ? null : (
        <Checkbox
          checked={draft.corrects}
          onCheckedChange={(checked) => change({ corrects: checked === true })}
        >
          {formatMessage({
            id: trId('objection.corrects-points'),
            defaultMessage: 'Correct the points',
          })}
        </Checkbox>
      )}
      {bringsCorrection(draft) ? <CorrectionFields form={form} {...props} /> : null}
    </DialogForm>
  );
};

const CorrectionFields = ({ form, objection }: AnswerFormProps & { form: Form }) => {
  const { formatMessage } = useIntl();
  const { change, draft, errorOf } = form;
  return (
    <>
      <LabelledField
        name="points"
        required
        label={formatMessage({
          id: trId('objection.points'),
          defaultMessage: 'Points to add or take off',
        })}
        hint={formatMessage({
          id: trId('objection.points-hint'),
          defaultMessage: 'With two decimals at most or as a fraction, such as 3, -2.5 or 20/3.',
        })}
        error={errorOf('points')}
      >
        <TextInput
          maxLength={20}
          value={draft.points}
          onChange={({ target }) => change({ points: target.value })}
        />
      </LabelledField>
      <OfficerField form={form} unit={objection.unit.documentId} />
      <LabelledField
        name="reason"
        required
        label={formatMessage({ id: trId('bonus.reason'), defaultMessage: 'Reason' })}
        error={errorOf('reason')}
      >
        <Textarea
          maxLength={200}
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </LabelledField>
      <LabelledField
        name="decidedBy"
        required
        label={formatMessage({ id: trId('bonus.decider'), defaultMessage: 'Decided by' })}
        error={errorOf('decidedBy')}
      >
        <TextInput
          maxLength={120}
          value={draft.decidedBy}
          onChange={({ target }) => change({ decidedBy: target.value })}
        />
      </LabelledField>
    </>
  );
};

/** One of the unit's officers, or nobody: then the unit as a whole is corrected. */
const OfficerField = ({ form, unit }: { form: Form; unit: string }) => {
  const { formatMessage } = useIntl();
  const { change, draft, errorOf } = form;
  const { data: units = [] } = useGetUnitsQuery(null);
  const officers = units.find(({ documentId }) => documentId === unit)?.officers ?? [];
  return (
    <LabelledField
      name="officer"
      label={formatMessage({ id: trId('report.officer'), defaultMessage: 'Officer' })}
      error={errorOf('officer')}
    >
      <SingleSelect
        disabled={officers.length === 0}
        value={draft.officer === '' ? null : draft.officer}
        placeholder={formatMessage({
          id: trId('bonus.whole-unit'),
          defaultMessage: 'The unit as a whole',
        })}
        onChange={(chosen) => change({ officer: String(chosen) })}
        onClear={() => change({ officer: '' })}
      >
        {officers.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </LabelledField>
  );
};
