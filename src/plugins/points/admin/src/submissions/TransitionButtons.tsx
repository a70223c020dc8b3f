import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, type ButtonProps } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SubmissionAction, SubmissionDetail } from '../../../shared/contracts';
import { useMoveSubmissionMutation } from './submissions-api';
import { trId } from '../shared/translations';
import { useUndoable } from '../shared/useUndoable';
import { needsReason, ReasonDialog, type ReasonedAction } from './ReasonDialog';
import { FailedAction } from './FailedAction';

interface MoveButtonsProps {
  piece: Pick<SubmissionDetail, 'documentId' | 'title' | 'actions' | 'version'>;
  /** Whether the form beside it holds changes that are not saved: nothing leaves the unit without them. */
  isModified?: boolean;
  size?: 'S' | 'M';
  onDone?: () => void;
  /** What was asked for did not happen. */
  onRefused?: () => void;
}

/** Merging has a place of its own, beside the likely duplicates. */
const SHOWN: ReadonlyArray<Exclude<SubmissionAction, 'merge' | 'unmerge'>> = [
  'submit',
  'request-signature',
  'sign',
  'send-back',
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
  'send-back': 'danger-light',
  return: 'secondary',
  decline: 'danger-light',
};

/** What takes back what was just done, by whoever did it. */
const REVERSE: Partial<Record<SubmissionAction, SubmissionAction>> = {
  accept: 'reopen',
  decline: 'reopen',
  submit: 'withdraw',
  'request-signature': 'withdraw',
};

/** Whoever may send it back with a reason does not take it back without one. */
const shownOf = (actions: readonly SubmissionAction[]) =>
  SHOWN.filter(
    (action) =>
      actions.includes(action) && !(action === 'withdraw' && actions.includes('send-back'))
  );

/** What the person may do with a submission now, a button each. */
export const MoveButtons = ({
  piece,
  isModified = false,
  size = 'S',
  onDone,
  onRefused,
}: MoveButtonsProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const sayUndoable = useUndoable();
  const [move, { error, isLoading }] = useMoveSubmissionMutation();
  const [asking, setAsking] = useState<ReasonedAction | null>(null);
  const open = shownOf(piece.actions);
  if (open.length === 0) return null;

  const finish = (action: SubmissionAction) => {
    const done = formatMessage({ id: trId(`life.done.${action}`), defaultMessage: action });
    const reverse = REVERSE[action];
    if (reverse) {
      const { documentId } = piece;
      sayUndoable(done, () => move({ documentId, action: reverse, body: {} }));
    } else toggleNotification({ type: 'success', message: done });
    onDone?.();
  };

  const run = async (action: SubmissionAction) => {
    if (needsReason(action)) {
      setAsking(action);
      return;
    }
    const body = action === 'sign' ? { version: piece.version } : {};
    const result = await move({ documentId: piece.documentId, action, body });
    if ('error' in result) onRefused?.();
    else finish(action);
  };

  return (
    <>
      <FailedAction error={error} />
      <Flex gap={2} wrap="wrap">
        {open.map((action) => (
          <Button
            key={action}
            size={size}
            variant={VARIANTS[action] ?? 'tertiary'}
            // What was typed is kept beside the form when it is taken back.
            disabled={isLoading || (isModified && action !== 'withdraw')}
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
