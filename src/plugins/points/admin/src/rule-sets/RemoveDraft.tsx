import { useState } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RuleSetDraftResponse } from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
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
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button variant="danger-light">{label}</Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{label}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={2}>
            {error ? (
              <ErrorNotice
                error={error}
                fallback={formatMessage({
                  id: trId('rule-set.remove-failed'),
                  defaultMessage: 'The draft could not be deleted.',
                })}
              />
            ) : null}
            <Typography>
              {formatMessage(
                {
                  id: trId('rule-set.remove-confirm'),
                  defaultMessage: '"{name}" is deleted for good. No points depend on it.',
                },
                { name: draft.name }
              )}
            </Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger" loading={isLoading} onClick={() => void send()}>
            {label}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
