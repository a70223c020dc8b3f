import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { UnitsResponse } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { LoadedUnits } from '../shared/LoadedUnits';
import { trId } from '../shared/translations';
import type { BonusDraft, RequiredField } from './bonus-draft';
import { DayField, GroundFields, PeopleFields, PointsField } from './ByHandFields';
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
  const errorOf = (field: RequiredField | 'officer' | 'evidence'): string | undefined =>
    field !== 'officer' && field !== 'evidence' && form.missing.has(field)
      ? required
      : form.wrong[field];
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
      <PeopleFields units={units} draft={draft} errorOf={errorOf} onChange={change} />
      <Flex gap={4} alignItems="flex-start">
        <PointsField
          hint={formatMessage({
            id: trId('bonus.points-hint'),
            defaultMessage: 'Above 0, at most 1000, with at most two decimals.',
          })}
          value={draft.points}
          error={errorOf('points')}
          onChange={(points) => change({ points })}
        />
        <DayField
          label={formatMessage({ id: trId('bonus.day'), defaultMessage: 'Day' })}
          hint={formatMessage({
            id: trId('bonus.day-hint'),
            defaultMessage:
              'It counts in the month of this day; where its bulletin is out, in the first open month.',
          })}
          value={draft.day}
          error={errorOf('day')}
          onChange={(day) => change({ day })}
        />
      </Flex>
      <GroundFields draft={draft} errorOf={errorOf} onChange={change} />
    </DialogForm>
  );
};
