import { useState } from 'react';
import { TextInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CommissionAnswer, CommissionView } from '../../../shared/contracts';
import { usePreviewStepsQuery } from '../adoptions/adoptions-api';
import { AwardsByMonth } from '../adoptions/AwardsByMonth';
import { today } from '../bonuses/bonus-draft';
import { ACTIONS } from '../constants';
import { ButtonDialog } from '../shared/ButtonDialog';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { useAdoptAnswerMutation } from './commissions-api';

interface AdoptAnswerProps {
  commission: Pick<CommissionView, 'documentId' | 'kind'>;
  answer: CommissionAnswer;
}

/** Adopts an answer (录用约稿, §七.6), for who may and where it is with the office. */
export const AdoptAnswer = ({ commission, answer }: AdoptAnswerProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const canDecide = useAllowed(ACTIONS.decideCommissions);
  if (!canDecide || (answer.state !== 'submitted' && answer.state !== 'accepted')) return null;
  const title = formatMessage({ id: trId('commission.adopt'), defaultMessage: 'Adopt the answer' });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, size: 'S', variant: 'secondary' }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <AdoptForm commission={commission} answer={answer} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

interface AdoptFormProps extends AdoptAnswerProps {
  onClose: () => void;
}

const AdoptForm = ({ commission, answer, onClose }: AdoptFormProps) => {
  const { formatMessage } = useIntl();
  const [adopt, { error, isLoading }] = useAdoptAnswerMutation();
  const canRecord = useAllowed(ACTIONS.recordAdoptions);
  const [day, setDay] = useState('');

  const send = async () => {
    const body = day === '' ? {} : { adoptedOn: day };
    const { documentId } = commission;
    const result = await adopt({ documentId, submission: answer.documentId, body });
    if (!('error' in result)) onClose();
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('commission.adopt-failed'),
        defaultMessage: 'The answer could not be adopted.',
      })}
      confirm={formatMessage({
        id: trId('commission.adopt'),
        defaultMessage: 'Adopt the answer',
      })}
      isSending={isLoading}
      onSubmit={send}
      onClose={onClose}
    >
      <Typography>
        {formatMessage(
          {
            id: trId('commission.adopt-explained'),
            defaultMessage:
              '“{title}” gets the points of §七.6 on top of what it earns elsewhere, once.',
          },
          { title: answer.title }
        )}
      </Typography>
      <LabelledField
        name="adoptedOn"
        label={formatMessage({ id: trId('commission.adopt-day'), defaultMessage: 'Day' })}
        hint={formatMessage({
          id: trId('commission.adopt-day-hint'),
          defaultMessage: 'Today, where it is left empty.',
        })}
        error={fieldSentencesOf(error).adoptedOn}
      >
        <TextInput type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </LabelledField>
      {canRecord ? (
        <Foreseen
          submission={answer.documentId}
          kind={commission.kind}
          day={day === '' ? today() : day}
        />
      ) : null}
    </DialogForm>
  );
};

interface ForeseenProps extends Pick<CommissionView, 'kind'> {
  submission: string;
  day: string;
}

/** What adopting it will give to whom; nothing until that is known. */
const Foreseen = ({ submission, kind, day }: ForeseenProps) => {
  const steps = [{ channel: `commission.${kind}`, adoptedOn: day }];
  const { currentData } = usePreviewStepsQuery(
    { submission, steps },
    { refetchOnMountOrArgChange: true }
  );
  return currentData ? <AwardsByMonth awards={currentData.awards} /> : null;
};
