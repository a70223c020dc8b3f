import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { RuleSetDraftResponse } from '../../../shared/contracts';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { trId } from '../shared/translations';
import { useRemoveRuleSetDraftMutation } from './rule-sets-api';

interface RemoveDraftProps {
  draft: RuleSetDraftResponse['data'];
  onRemoved: () => void;
}

/** Throws a draft away, after asking. */
export const RemoveDraft = ({ draft, onRemoved }: RemoveDraftProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const [remove, { error, isLoading }] = useRemoveRuleSetDraftMutation();
  const label = formatMessage({ id: trId('rule-set.remove'), defaultMessage: 'Delete the draft' });
  const send = async () => {
    const { documentId, revision } = draft;
    const result = await remove({ documentId, body: { revision } });
    if (!('error' in result)) onRemoved();
  };
  return (
    <ConfirmDialog
      label={label}
      explanation={formatMessage(
        {
          id: trId('rule-set.remove-confirm'),
          defaultMessage: '"{name}" is deleted for good. No points depend on it.',
        },
        { name: draft.name }
      )}
      button={{ variant: 'danger-light' }}
      error={error}
      failed={formatMessage({
        id: trId('rule-set.remove-failed'),
        defaultMessage: 'The draft could not be deleted.',
      })}
      isSending={isLoading}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onConfirm={() => void send()}
    />
  );
};
