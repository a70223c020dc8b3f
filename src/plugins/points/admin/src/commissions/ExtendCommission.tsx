import { useState } from 'react';
import { MultiSelect, MultiSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CommissionView } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { useDecideCommissionMutation } from './commissions-api';

/** Extends a commission for all units, or for some. */
export const ExtendCommission = ({ commission }: { commission: CommissionView }) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const title = formatMessage({ id: trId('commission.do.extend'), defaultMessage: 'Extend' });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, size: 'S', variant: 'tertiary' }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <ExtendForm commission={commission} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

interface ExtendFormProps {
  commission: CommissionView;
  onClose: () => void;
}

const ExtendForm = ({ commission, onClose }: ExtendFormProps) => {
  const { formatMessage } = useIntl();
  const [decide, { error, isLoading }] = useDecideCommissionMutation();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [units, setUnits] = useState<string[]>([]);
  const [wasTried, setWasTried] = useState(false);
  const required = formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' });
  const wrong = fieldSentencesOf(error);
  const errorOf = (value: string, field: 'dueOn' | 'reason') =>
    wasTried && value.trim() === '' ? required : wrong[field];

  const send = async () => {
    setWasTried(true);
    if (day === '' || reason.trim() === '') return;
    const body = { dueOn: day, reason: reason.trim(), ...(units.length > 0 && { units }) };
    const { documentId } = commission;
    const result = await decide({ documentId, action: 'extend', body });
    if (!('error' in result)) onClose();
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('commission.failed'),
        defaultMessage: 'The decision could not be written.',
      })}
      confirm={formatMessage({ id: trId('commission.do.extend'), defaultMessage: 'Extend' })}
      isSending={isLoading}
      onSubmit={send}
      onClose={onClose}
    >
      <LabelledField
        name="dueOn"
        required
        label={formatMessage({ id: trId('commission.due'), defaultMessage: 'Due' })}
        hint={formatMessage(
          { id: trId('commission.due-hint'), defaultMessage: 'Later than {day}.' },
          { day: commission.dueOn }
        )}
        error={errorOf(day, 'dueOn')}
      >
        <TextInput type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </LabelledField>
      <LabelledField
        name="units"
        label={formatMessage({ id: trId('commission.for-units'), defaultMessage: 'For' })}
        error={wrong.units}
      >
        <MultiSelect
          placeholder={formatMessage({
            id: trId('inbox.all-units'),
            defaultMessage: 'All units',
          })}
          withTags
          value={units}
          onChange={(chosen) => setUnits([...chosen])}
          onClear={() => setUnits([])}
        >
          {commission.units
            .filter(({ state }) => state !== 'not-needed')
            .map(({ unit }) => (
              <MultiSelectOption key={unit.documentId} value={unit.documentId}>
                {unit.name}
              </MultiSelectOption>
            ))}
        </MultiSelect>
      </LabelledField>
      <LabelledField
        name="reason"
        required
        label={formatMessage({ id: trId('commission.reason'), defaultMessage: 'Reason' })}
        error={errorOf(reason, 'reason')}
      >
        <Textarea
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </LabelledField>
    </DialogForm>
  );
};
