import { useState, type ChangeEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Checkbox, DateTimePicker, Field, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { DialogForm } from '../../plugins/points/admin/src/shared/DialogForm';
import { LabelledField } from '../../plugins/points/admin/src/shared/LabelledField';
import { useCorrectPublicationDateMutation } from './service';

interface CorrectFormProps {
  uid: string;
  documentId: string;
  publicationDate: string;
  onClose: () => void;
}

const isPast = (moment: Date | undefined): moment is Date =>
  moment !== undefined && moment <= new Date();

/** Asks for the right date and for the reason, and puts both on record. */
export const CorrectForm = ({ uid, documentId, publicationDate, onClose }: CorrectFormProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [correct, { error, isLoading, reset }] = useCorrectPublicationDateMutation();
  const [moment, setMoment] = useState<Date | undefined>(new Date(publicationDate));
  const [reason, setReason] = useState('');
  const [adoptions, setAdoptions] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const missing = (isThere: boolean, message: string): string | undefined =>
    wasTried && !isThere ? formatMessage({ id: message }) : undefined;

  const submit = async () => {
    setWasTried(true);
    reset();
    if (reason.trim() === '' || !isPast(moment)) return;
    const body = { publicationDate: moment.toISOString(), reason: reason.trim(), adoptions };
    const result = await correct({ uid, documentId, body });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: 'site.correction.done' }),
    });
    onClose();
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({ id: 'site.correction.failed' })}
      confirm={formatMessage({ id: 'site.correction.confirm' })}
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography>{formatMessage({ id: 'site.correction.explanation' })}</Typography>
      <LabelledField
        name="publicationDate"
        required
        label={formatMessage({ id: 'site.correction.date' })}
        error={missing(isPast(moment), 'site.correction.date-required')}
      >
        <DateTimePicker value={moment} onChange={setMoment} maxDate={new Date()} step={1} />
      </LabelledField>
      <LabelledField
        name="reason"
        required
        label={formatMessage({ id: 'site.correction.reason' })}
        error={missing(reason.trim() !== '', 'site.correction.reason-required')}
      >
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
        />
      </LabelledField>
      <Field.Root name="adoptions" hint={formatMessage({ id: 'site.correction.adoptions-hint' })}>
        <Checkbox
          checked={adoptions}
          onCheckedChange={(checked: boolean | 'indeterminate') => setAdoptions(checked === true)}
        >
          {formatMessage({ id: 'site.correction.adoptions' })}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
    </DialogForm>
  );
};
