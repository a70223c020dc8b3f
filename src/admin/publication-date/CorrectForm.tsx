import { useState, type ChangeEvent, type FormEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import {
  Button,
  Checkbox,
  DateTimePicker,
  Field,
  Flex,
  Modal,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Notice } from '../../plugins/points/admin/src/shared/Notice';
import { sentenceOf } from '../../plugins/points/admin/src/shared/errors';
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

  const submit = async (event: FormEvent) => {
    // The dialog stands inside the Content Manager's form: its submit must stay its own.
    event.preventDefault();
    event.stopPropagation();
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
    <form onSubmit={submit} noValidate>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? (
            <Notice variant="danger">
              {sentenceOf(error) ?? formatMessage({ id: 'site.correction.failed' })}
            </Notice>
          ) : null}
          <Typography>{formatMessage({ id: 'site.correction.explanation' })}</Typography>
          <Field.Root
            name="publicationDate"
            required
            error={missing(isPast(moment), 'site.correction.date-required')}
          >
            <Field.Label>{formatMessage({ id: 'site.correction.date' })}</Field.Label>
            <DateTimePicker value={moment} onChange={setMoment} maxDate={new Date()} step={1} />
            <Field.Error />
          </Field.Root>
          <Field.Root
            name="reason"
            required
            error={missing(reason.trim() !== '', 'site.correction.reason-required')}
          >
            <Field.Label>{formatMessage({ id: 'site.correction.reason' })}</Field.Label>
            <Textarea
              value={reason}
              maxLength={500}
              onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root
            name="adoptions"
            hint={formatMessage({ id: 'site.correction.adoptions-hint' })}
          >
            <Checkbox
              checked={adoptions}
              onCheckedChange={(checked: boolean | 'indeterminate') =>
                setAdoptions(checked === true)
              }
            >
              {formatMessage({ id: 'site.correction.adoptions' })}
            </Checkbox>
            <Field.Hint />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" type="button" onClick={onClose}>
          {formatMessage({ id: 'site.correction.cancel' })}
        </Button>
        <Button type="submit" loading={isLoading}>
          {formatMessage({ id: 'site.correction.confirm' })}
        </Button>
      </Modal.Footer>
    </form>
  );
};
