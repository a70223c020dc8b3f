import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { UnitReference } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { ReasonForm } from '../shared/ReasonForm';
import { trId } from '../shared/translations';
import { useDecideCommissionMutation, type Decision } from './commissions-api';

type DecideWithReasonProps = { documentId: string } & (
  | { action: 'close' | 'reopen'; unit?: undefined }
  | { action: 'not-needed' | 'needed'; unit: UnitReference }
);

/** A decision that takes a reason and nothing else: about a commission, or about one of its units. */
export const DecideWithReason = (props: DecideWithReasonProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const { action } = props;
  const title = formatMessage({ id: trId(`commission.do.${action}`), defaultMessage: action });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, size: 'S', variant: 'tertiary' }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <DecisionForm {...props} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

const decisionOf = (props: DecideWithReasonProps, reason: string): Decision =>
  props.unit === undefined
    ? { action: props.action, body: { reason } }
    : { action: props.action, body: { unit: props.unit.documentId, reason } };

const DecisionForm = ({ onClose, ...props }: DecideWithReasonProps & { onClose: () => void }) => {
  const { formatMessage } = useIntl();
  const [decide, { error, isLoading }] = useDecideCommissionMutation();
  const { action, documentId, unit } = props;

  const send = async (reason: string) => {
    const result = await decide({ documentId, ...decisionOf(props, reason) });
    if (!('error' in result)) onClose();
  };

  return (
    <ReasonForm
      error={error}
      isSending={isLoading}
      confirm={formatMessage({ id: trId(`commission.do.${action}`), defaultMessage: action })}
      label={formatMessage({ id: trId('commission.reason'), defaultMessage: 'Reason' })}
      failed={formatMessage({
        id: trId('commission.failed'),
        defaultMessage: 'The decision could not be written.',
      })}
      explanation={formatMessage(
        { id: trId(`commission.explain.${action}`), defaultMessage: action },
        { unit: unit?.name ?? '' }
      )}
      required={formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' })}
      onWithdraw={send}
      onClose={onClose}
    />
  );
};
