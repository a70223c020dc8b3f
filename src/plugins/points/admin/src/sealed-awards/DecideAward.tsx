import { useState, type ChangeEvent } from 'react';
import { Flex, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SealedAward } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { DialogForm } from '../shared/DialogForm';
import { LabelledField } from '../shared/LabelledField';
import { ReasonForm } from '../shared/ReasonForm';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useDone } from '../shared/useDone';
import { useConfirmAwardMutation, useWithdrawAwardMutation } from './sealed-awards-api';

interface DecideAwardProps {
  award: SealedAward;
}

/** Lets an award stand as it was circulated, or lets what has changed count in the open month. */
export const DecideAward = ({ award }: DecideAwardProps) => (
  <Flex gap={2} wrap="wrap">
    <ConfirmAward award={award} />
    <WithdrawAward award={award} />
  </Flex>
);

const ConfirmAward = ({ award }: DecideAwardProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const label = formatMessage({ id: trId('sealed.confirm'), defaultMessage: 'Let it stand' });
  return (
    <ButtonDialog
      title={label}
      button={{ children: label, size: 'S', variant: 'secondary' }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <ConfirmForm documentId={award.documentId} label={label} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

interface FormProps {
  documentId: string;
  onClose: () => void;
}

const ConfirmForm = ({ documentId, label, onClose }: FormProps & { label: string }) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [comment, setComment] = useState('');
  const [confirm, { error, isLoading }] = useConfirmAwardMutation();

  const send = async () => {
    const result = await confirm({ documentId, body: { comment } });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('sealed.confirmed'),
        defaultMessage: 'The award stands as it was circulated.',
      })
    );
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('sealed.failed'),
        defaultMessage: 'The decision could not be recorded.',
      })}
      confirm={label}
      isSending={isLoading}
      onSubmit={send}
      onClose={onClose}
    >
      <Typography>
        {formatMessage({
          id: trId('sealed.confirm-explanation'),
          defaultMessage:
            'Nothing is posted: what was circulated stays, whatever has changed since. The decision stands in the history of the submission.',
        })}
      </Typography>
      <LabelledField
        name="comment"
        label={formatMessage({ id: trId('sealed.comment'), defaultMessage: 'Remark' })}
      >
        <Textarea
          value={comment}
          maxLength={500}
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setComment(event.target.value)}
        />
      </LabelledField>
    </DialogForm>
  );
};

const WithdrawAward = ({ award }: DecideAwardProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const label =
    award.takenDown === null
      ? formatMessage({ id: trId('sealed.apply'), defaultMessage: 'Divide anew' })
      : formatMessage({ id: trId('sealed.withdraw'), defaultMessage: 'Take the points back' });
  return (
    <ButtonDialog
      title={label}
      button={{ children: label, size: 'S', variant: 'danger-light' }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <WithdrawForm
        documentId={award.documentId}
        confirm={label}
        onClose={() => setIsOpen(false)}
      />
    </ButtonDialog>
  );
};

const WithdrawForm = ({ documentId, confirm, onClose }: FormProps & { confirm: string }) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const periodLabel = usePeriodLabel();
  const [withdraw, { error, isLoading }] = useWithdrawAwardMutation();

  const send = async (reason: string) => {
    const result = await withdraw({ documentId, body: { reason } });
    if ('error' in result) return;
    const { month } = result.data.data;
    done(
      formatMessage(
        {
          id: trId('sealed.withdrawn'),
          defaultMessage: 'The change counts in {month}. The sealed month stays as it is.',
        },
        { month: month === null ? '' : periodLabel(month) }
      )
    );
  };

  return (
    <ReasonForm
      error={error}
      isSending={isLoading}
      confirm={confirm}
      failed={formatMessage({
        id: trId('sealed.failed'),
        defaultMessage: 'The decision could not be recorded.',
      })}
      explanation={formatMessage({
        id: trId('sealed.withdraw-explanation'),
        defaultMessage:
          'The sealed month stays as it was circulated. The change is posted in the first open month, and names the month that it belongs to.',
      })}
      required={formatMessage({
        id: trId('sealed.reason-required'),
        defaultMessage: 'Say why the change is to count.',
      })}
      onWithdraw={send}
      onClose={onClose}
    />
  );
};
