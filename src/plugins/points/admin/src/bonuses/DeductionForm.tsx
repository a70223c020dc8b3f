import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeductionKind, UnitsResponse } from '../../../shared/contracts';
import { useChannelName } from '../shared/choices';
import { DialogForm } from '../shared/DialogForm';
import { LoadedUnits } from '../shared/LoadedUnits';
import { trId } from '../shared/translations';
import { DayField, GroundFields, PeopleFields, PointsField, Required } from './ByHandFields';
import { chosenKind, type DeductionDraft, type RequiredField } from './deduction-draft';
import { NoDeductions } from './NoDeductions';
import { useDeductionForm } from './useDeductionForm';

interface DeductionFormProps {
  onClose: () => void;
}

/** Asks for what a deduction needs, and records it. */
export const DeductionForm = ({ onClose }: DeductionFormProps) => {
  const form = useDeductionForm(onClose);
  const { data, error } = form.units;
  return (
    <LoadedUnits data={data} error={error}>
      {(units) => <Form units={units} form={form} onClose={onClose} />}
    </LoadedUnits>
  );
};

interface FormProps extends DeductionFormProps {
  units: UnitsResponse['data'];
  form: ReturnType<typeof useDeductionForm>;
}

const Form = ({ form, onClose, units }: FormProps) => {
  const { formatMessage } = useIntl();
  const { draft, kinds, missing, setDraft, wrong } = form;
  const change = (values: Partial<DeductionDraft>) => setDraft((kept) => ({ ...kept, ...values }));
  const required = formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' });
  const errorOf = (field: RequiredField | 'officer' | 'evidence'): string | undefined =>
    field !== 'officer' && field !== 'evidence' && missing.has(field) ? required : wrong[field];
  return (
    <DialogForm
      error={form.error}
      failed={formatMessage({
        id: trId('deduction.failed'),
        defaultMessage: 'The deduction could not be recorded.',
      })}
      confirm={formatMessage({ id: trId('bonus.confirm'), defaultMessage: 'Record' })}
      isSending={form.isSending}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <NoDeductions rules={form.rules.data} />
      <DayField
        label={formatMessage({ id: trId('deduction.day'), defaultMessage: 'Day' })}
        hint={formatMessage({
          id: trId('deduction.day-hint'),
          defaultMessage: 'Of a month whose bulletin is not out. Its rules say what is deducted.',
        })}
        value={draft.day}
        error={errorOf('day')}
        onChange={(day) => change({ day })}
      />
      <PeopleFields units={units} draft={draft} errorOf={errorOf} onChange={change} />
      <KindFields
        kinds={kinds}
        draft={draft}
        codeError={errorOf('code')}
        pointsError={errorOf('points')}
        onChange={change}
      />
      <GroundFields draft={draft} errorOf={errorOf} onChange={change} />
    </DialogForm>
  );
};

interface KindFieldsProps {
  kinds: readonly DeductionKind[];
  draft: DeductionDraft;
  codeError: string | undefined;
  pointsError: string | undefined;
  onChange: (values: Partial<DeductionDraft>) => void;
}

/** Which of the rule set's, in its words, and how many points where it lets choose. */
const KindFields = ({ kinds, draft, codeError, pointsError, onChange }: KindFieldsProps) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  const kind = chosenKind(draft, kinds);
  const range = typeof kind?.points === 'object' ? kind.points : null;
  return (
    <>
      <Required
        name="code"
        label={formatMessage({ id: trId('deduction.kind'), defaultMessage: 'Deducted for' })}
        hint={kind ? `${kind.clause} ${nameOf(kind.code, kind.sentence)}` : undefined}
        error={codeError}
      >
        <SingleSelect
          disabled={kinds.length === 0}
          value={kind ? kind.code : null}
          placeholder={formatMessage({
            id: trId('choice-input.placeholder'),
            defaultMessage: 'Choose',
          })}
          onChange={(code) => onChange({ code: String(code) })}
        >
          {kinds.map(({ code, name }) => (
            <SingleSelectOption key={code} value={code}>
              {nameOf(code, name)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Required>
      {range ? (
        <PointsField
          hint={formatMessage(
            { id: trId('deduction.range'), defaultMessage: 'From {from} to {to}.' },
            { from: range.from, to: range.to }
          )}
          value={draft.points}
          error={pointsError}
          onChange={(points) => onChange({ points })}
        />
      ) : null}
    </>
  );
};
