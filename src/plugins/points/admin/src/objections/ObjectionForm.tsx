import { useState } from 'react';
import { Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { FileObjectionBody } from '../../../shared/contracts';
import type { Evidence } from '../bonuses/bonus-draft';
import { EvidenceField } from '../bonuses/EvidenceField';
import { ACTIONS } from '../constants';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { useFileObjectionMutation } from './objections-api';

interface ObjectionFormProps {
  /** The line, or the submission that should have earned. */
  about: Pick<FileObjectionBody, 'line' | 'submission'>;
  onClose: () => void;
}

/** Asks what is wrong with a line, and files the objection. */
export const ObjectionForm = ({ about, onClose }: ObjectionFormProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [file, { error, isLoading }] = useFileObjectionMutation();
  const canUpload = useAllowed(ACTIONS.uploadFiles);
  const [text, setText] = useState('');
  const [month, setMonth] = useState('');
  const [attachments, setAttachments] = useState<readonly Evidence[]>([]);
  const [wasTried, setWasTried] = useState(false);
  const isMissing = text.trim() === '';
  const wrong = fieldSentencesOf(error);

  const submit = async () => {
    setWasTried(true);
    if (isMissing) return;
    const result = await file({
      ...about,
      ...(month !== '' && { month }),
      text: text.trim(),
      attachments: attachments.map(({ id }) => id),
    });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('objection.done'),
        defaultMessage: 'The objection was filed; the office answers.',
      })
    );
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('objection.failed'),
        defaultMessage: 'The objection could not be filed.',
      })}
      confirm={formatMessage({ id: trId('objection.file'), defaultMessage: 'Object' })}
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      {about.submission === undefined ? null : (
        <LabelledField
          name="month"
          label={formatMessage({
            id: trId('objection.month'),
            defaultMessage: 'Month in which it should have earned',
          })}
          hint={formatMessage({
            id: trId('objection.month-hint'),
            defaultMessage: 'The month in which it was received unless told.',
          })}
          error={wrong.month}
        >
          <TextInput type="month" value={month} onChange={({ target }) => setMonth(target.value)} />
        </LabelledField>
      )}
      <LabelledField
        name="text"
        required
        label={formatMessage({ id: trId('objection.text'), defaultMessage: 'What is wrong' })}
        error={
          wasTried && isMissing
            ? formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' })
            : wrong.text
        }
      >
        <Textarea maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
      </LabelledField>
      {canUpload ? (
        <EvidenceField
          label={formatMessage({
            id: trId('objection.attachments'),
            defaultMessage: 'Attachments',
          })}
          hint={formatMessage({
            id: trId('objection.attachments-hint'),
            defaultMessage: 'What proves it. It is kept and locked with the objection.',
          })}
          value={attachments}
          error={wrong.attachments}
          onChange={setAttachments}
        />
      ) : null}
    </DialogForm>
  );
};
