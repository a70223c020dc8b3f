import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { TextInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RuleSetDraftResponse } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { DialogForm } from '../shared/DialogForm';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { usePutRuleSetInForceMutation } from './rule-sets-api';

interface PutInForceProps {
  draft: RuleSetDraftResponse['data'];
  hindrance: string | null;
  onDone: (ruleSet: string) => void;
}

/** Puts a draft in force from a day on. */
export const PutInForce = ({ draft, hindrance, onDone }: PutInForceProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [isOpen, setIsOpen] = useState(false);
  const [from, setFrom] = useState(draft.firstDay ?? '');
  const [put, { error, isLoading, reset }] = usePutRuleSetInForceMutation();
  const label = formatMessage({ id: trId('rule-set.put'), defaultMessage: 'Put in force' });

  const send = async () => {
    const { documentId, revision } = draft;
    const result = await put({ documentId, body: { revision, from } });
    if ('error' in result) return;
    const { data, meta } = result.data;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        {
          id: trId('rule-set.put-done'),
          defaultMessage:
            '"{name}" is in force from {from}. {settled} pieces adopted since were scored anew.',
        },
        { name: data.name, from: data.effectiveFrom, settled: meta.settled }
      ),
    });
    onDone(data.documentId);
  };

  return (
    <ButtonDialog
      title={label}
      button={{ children: label, ...(hindrance !== null && { disabled: true }) }}
      isOpen={isOpen}
      onOpenChange={(next) => {
        reset();
        setIsOpen(next);
      }}
    >
      <DialogForm
        error={error}
        failed={formatMessage({
          id: trId('rule-set.put-failed'),
          defaultMessage: 'The rule set could not be put in force.',
        })}
        confirm={label}
        isSending={isLoading}
        onSubmit={() => void send()}
        onClose={() => setIsOpen(false)}
      >
        <Typography>
          {formatMessage({
            id: trId('rule-set.put-explanation'),
            defaultMessage:
              'From this day on it scores, and it can no longer be changed. The one in force until then ends the day before. What was adopted on this day or later is scored anew.',
          })}
        </Typography>
        <LabelledField
          name="from"
          required
          label={formatMessage({ id: trId('rule-set.first-day'), defaultMessage: 'First day' })}
          hint={
            draft.firstDay === null
              ? undefined
              : formatMessage(
                  {
                    id: trId('rule-set.first-day-hint'),
                    defaultMessage: '{day} at the earliest: the months before are sealed.',
                  },
                  { day: draft.firstDay }
                )
          }
        >
          <TextInput
            type="date"
            min={draft.firstDay ?? undefined}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </LabelledField>
      </DialogForm>
    </ButtonDialog>
  );
};
