import { Flex, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { UnitsResponse } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { LoadedUnits } from '../shared/LoadedUnits';
import { trId } from '../shared/translations';
import { withUnit, type BonusDraft, type RequiredField } from './bonus-draft';
import { GroundFields, OfficerField, Required, UnitField } from './ByHandFields';
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
  const groundErrorOf = (field: 'reason' | 'decidedBy' | 'evidence'): string | undefined =>
    field === 'evidence' ? form.wrong.evidence : errorOf(field);
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
      <GroundFields draft={draft} errorOf={groundErrorOf} onChange={change} />
    </DialogForm>
  );
};
