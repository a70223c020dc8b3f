import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AcceptResponse, InboxItem } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { useAcceptSubmissionsMutation } from '../submissions/submissions-api';
import { trId } from '../shared/translations';
import { FailedAction } from '../submissions/FailedAction';

interface BulkBarProps {
  items: readonly InboxItem[];
  selected: ReadonlySet<string>;
  onSelectAll: () => void;
  onClear: () => void;
}

/** Accepts what is selected in one go, and says of each that was not why. */
export const BulkBar = ({ items, selected, onSelectAll, onClear }: BulkBarProps) => {
  const { formatMessage } = useIntl();
  const [accept, { data, error, isLoading }] = useAcceptSubmissionsMutation();
  const run = async () => {
    const result = await accept([...selected]);
    if (!('error' in result)) onClear();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} alignItems="center">
        <Button size="S" variant="tertiary" onClick={onSelectAll} disabled={items.length === 0}>
          {formatMessage({ id: trId('inbox.select-all'), defaultMessage: 'Select the page' })}
        </Button>
        <Button
          size="S"
          variant="success-light"
          onClick={run}
          loading={isLoading}
          disabled={selected.size === 0}
        >
          {formatMessage({ id: trId('inbox.accept-selected'), defaultMessage: 'Accept selected' })}
        </Button>
        <Typography variant="pi" textColor="neutral600" aria-live="polite">
          {formatMessage(
            { id: trId('inbox.selected'), defaultMessage: '{count} selected' },
            { count: selected.size }
          )}
        </Typography>
      </Flex>
      <FailedAction error={error} />
      {data ? <Result results={data} /> : null}
    </Flex>
  );
};

const Result = ({ results }: { results: AcceptResponse['data'] }) => {
  const { formatMessage } = useIntl();
  const failed = results.filter(({ accepted }) => !accepted);
  return (
    <Notice variant={failed.length > 0 ? 'warning' : 'info'}>
      {formatMessage(
        { id: trId('inbox.result'), defaultMessage: '{accepted} accepted, {failed} not.' },
        { accepted: results.length - failed.length, failed: failed.length }
      )}
      {failed.map(({ documentId, message }) => (
        <div key={documentId}>{message}</div>
      ))}
    </Notice>
  );
};
