import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, type ButtonProps } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SubmissionAction, SubmissionDetail } from '../../../shared/contracts';
import { useMoveSubmissionMutation } from './submissions-api';
import { trId } from '../shared/translations';
import { ReasonDialog } from './ReasonDialog';
import { FailedAction } from './FailedAction';

interface MoveButtonsProps {
  piece: Pick<SubmissionDetail, 'documentId' | 'title' | 'actions'>;
  disabled?: boolean;
  onDone?: () => void;
}

/** Merging has a place of its own, beside the likely duplicates. */
const SHOWN: ReadonlyArray<Exclude<SubmissionAction, 'merge' | 'unmerge'>> = [
  'submit',
  'request-signature',
  'sign',
  'accept',
  'return',
  'decline',
  'withdraw',
  'reopen',
];

const VARIANTS: Partial<Record<SubmissionAction, ButtonProps['variant']>> = {
  submit: 'default',
  'request-signature': 'default',
  sign: 'default',
  accept: 'success-light',
  return: 'secondary',
  decline: 'danger-light',
};

/** What the person may do with a submission now, a button each. */
export const MoveButtons = ({ piece, disabled = false, onDone }: MoveButtonsProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [move, { error, isLoading }] = useMoveSubmissionMutation();
  const [asking, setAsking] = useState<'return' | 'decline' | null>(null);
  const open = SHOWN.filter((action) => piece.actions.includes(action));
  if (open.length === 0) return null;

  const finish = (action: SubmissionAction) => {
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: trId(`life.done.${action}`), defaultMessage: action }),
    });
    onDone?.();
  };

  const run = async (action: SubmissionAction) => {
    if (action === 'return' || action === 'decline') {
      setAsking(action);
      return;
    }
    const result = await move({ documentId: piece.documentId, action, body: {} });
    if (!('error' in result)) finish(action);
  };

  return (
    <>
      <FailedAction error={error} />
      <Flex gap={2} wrap="wrap">
        {open.map((action) => (
          <Button
            key={action}
            size="S"
            variant={VARIANTS[action] ?? 'tertiary'}
            disabled={disabled || isLoading}
            onClick={() => run(action)}
          >
            {formatMessage({ id: trId(`life.action.${action}`), defaultMessage: action })}
          </Button>
        ))}
      </Flex>
      {asking ? (
        <ReasonDialog
          action={asking}
          documentId={piece.documentId}
          title={piece.title}
          onClose={() => setAsking(null)}
          onDone={() => finish(asking)}
        />
      ) : null}
    </>
  );
};
