import type { ReactNode } from 'react';
import { Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { UnitsResponse } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { LabelledField } from '../shared/LabelledField';
import { LoadedUnits } from '../shared/LoadedUnits';
import { trId } from '../shared/translations';
import { withUnit, type BonusDraft, type RequiredField } from './bonus-draft';
import { EvidenceField } from './EvidenceField';
import { useBonusForm } from './useBonusForm';

type Units = UnitsResponse['data'];

interface BonusFormProps {
  onClose: () => void;
}

/** Asks for what a bonus needs, and records it. */
export const BonusForm = ({ onClose }: BonusFormProps) => {
  const form = useBonusForm(onClose);
  const { data, error } = form.units;
  return (
    <LoadedUnits data={data} error={error}>
      {(units) => <Form units={units} form={form} onClose={onClose} />}
    </LoadedUnits>
  );
};

interface FormProps extends BonusFormProps {
  units: Units;
  form: ReturnType<typeof useBonusForm>;
}

const Form = ({ form, onClose, units }: FormProps) => {
  const { formatMessage } = useIntl();
  const { draft, setDraft } = form;
  const change = (values: Partial<BonusDraft>) => setDraft((kept) => ({ ...kept, ...values }));
  const required = formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' });
  const errorOf = (field: RequiredField): string | undefined =>
    form.missing.has(field) ? required : form.wrong[field];
  return (
    <DialogForm
      error={form.error}
      failed={formatMessage({
        id: trId('bonus.failed'),
        defaultMessage: 'The bonus could not be recorded.',
      })}
      confirm={formatMessage({ id: trId('bonus.confirm'), defaultMessage: 'Record' })}
      isSending={form.isSending}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <UnitField
        units={units}
        value={draft.unit}
        error={errorOf('unit')}
        onChange={(unit) => setDraft((kept) => withUnit(kept, unit))}
      />
      <OfficerField
        units={units}
        unit={draft.unit}
        value={draft.officer}
        error={form.wrong.officer}
        onChange={(officer) => change({ officer })}
      />
      <Flex gap={4} alignItems="flex-start">
        <Required
          name="points"
          label={formatMessage({ id: trId('bonus.points'), defaultMessage: 'Points' })}
          hint={formatMessage({
            id: trId('bonus.points-hint'),
            defaultMessage: 'Above 0, at most 1000, with at most two decimals.',
          })}
          error={errorOf('points')}
        >
          <TextInput
            inputMode="decimal"
            maxLength={10}
            value={draft.points}
            onChange={({ target }) => change({ points: target.value })}
          />
        </Required>
        <Required
          name="day"
          label={formatMessage({ id: trId('bonus.day'), defaultMessage: 'Day' })}
          hint={formatMessage({
            id: trId('bonus.day-hint'),
            defaultMessage:
              'It counts in the month of this day; where its bulletin is out, in the first open month.',
          })}
          error={errorOf('day')}
        >
          <TextInput
            type="date"
            value={draft.day}
            onChange={({ target }) => change({ day: target.value })}
          />
        </Required>
      </Flex>
      <Required
        name="reason"
        label={formatMessage({ id: trId('bonus.reason'), defaultMessage: 'Reason' })}
        error={errorOf('reason')}
      >
        <Textarea
          maxLength={200}
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </Required>
      <Required
        name="decidedBy"
        label={formatMessage({ id: trId('bonus.decider'), defaultMessage: 'Decided by' })}
        error={errorOf('decidedBy')}
      >
        <TextInput
          maxLength={120}
          value={draft.decidedBy}
          onChange={({ target }) => change({ decidedBy: target.value })}
        />
      </Required>
      <EvidenceField
        value={draft.evidence}
        error={form.wrong.evidence}
        onChange={(evidence) => change({ evidence })}
      />
    </DialogForm>
  );
};

interface RequiredProps {
  name: RequiredField;
  label: string;
  hint?: string;
  error: string | undefined;
  children: ReactNode;
}

const Required = (props: RequiredProps) => <LabelledField required {...props} />;

interface ChoiceProps {
  units: Units;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

const UnitField = ({ units, value, error, onChange }: ChoiceProps) => {
  const { formatMessage } = useIntl();
  return (
    <Required
      name="unit"
      label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
      error={error}
    >
      <SingleSelect
        value={value === '' ? null : value}
        placeholder={formatMessage({
          id: trId('choice-input.placeholder'),
          defaultMessage: 'Choose',
        })}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {units.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Required>
  );
};

/** One of the unit's officers, or nobody: then the unit as a whole gets it. */
const OfficerField = ({ units, unit, value, error, onChange }: ChoiceProps & { unit: string }) => {
  const { formatMessage } = useIntl();
  const officers = units.find(({ documentId }) => documentId === unit)?.officers ?? [];
  return (
    <LabelledField
      name="officer"
      label={formatMessage({ id: trId('report.officer'), defaultMessage: 'Officer' })}
      error={error}
    >
      <SingleSelect
        disabled={officers.length === 0}
        value={value === '' ? null : value}
        placeholder={formatMessage({
          id: trId('bonus.whole-unit'),
          defaultMessage: 'The unit as a whole',
        })}
        onChange={(chosen) => onChange(String(chosen))}
        onClear={() => onChange('')}
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
