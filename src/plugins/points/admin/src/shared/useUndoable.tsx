import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { sentenceOf } from './errors';
import { trId } from './translations';

/** How long what was done can be undone from its notice. */
const SHOWN_MS = 12_000;

type Outcome = { data: unknown } | { error: Parameters<typeof sentenceOf>[0] };

/** Does the reverse of what was done. */
type Undo = () => PromiseLike<Outcome>;

/** Says what was done, beside a button that undoes it. */
export const useUndoable = () => {
  const { toggleNotification } = useNotification();
  return (message: string, undo: Undo): void => {
    toggleNotification({
      type: 'success',
      timeout: SHOWN_MS,
      // Strapi draws the message as it is given, and says that it is a text.
      message: (<Undoable undo={undo}>{message}</Undoable>) as unknown as string,
    });
  };
};

type Progress = 'done' | 'undoing' | 'undone';

const Undoable = ({ children, undo }: { children: string; undo: Undo }) => {
  const { formatMessage } = useIntl();
  const [progress, setProgress] = useState<Progress>('done');
  const [failure, setFailure] = useState<string | null>(null);
  const take = async () => {
    setProgress('undoing');
    const outcome = await undo();
    const error = 'error' in outcome ? outcome.error : undefined;
    setProgress(error ? 'done' : 'undone');
    if (!error) return;
    const unsaid = { id: trId('undo.failed'), defaultMessage: 'This could not be undone.' };
    setFailure(sentenceOf(error) ?? formatMessage(unsaid));
  };
  if (progress === 'undone') {
    return <>{formatMessage({ id: trId('undo.done'), defaultMessage: 'Undone.' })}</>;
  }
  return (
    <Flex tag="span" gap={3} wrap="wrap">
      <span>{failure ?? children}</span>
      <Button
        size="S"
        variant="tertiary"
        loading={progress === 'undoing'}
        onClick={() => void take()}
      >
        {formatMessage({ id: trId('undo.action'), defaultMessage: 'Undo' })}
      </Button>
    </Flex>
  );
};
