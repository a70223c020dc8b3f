import { useIntl } from 'react-intl';
import { ErrorNotice } from '../shared/ErrorNotice';
import type { sentenceOf } from '../shared/errors';
import { trId } from '../shared/translations';

/** Why something that was to be done with submissions did not happen; nothing while all is well. */
export const FailedAction = ({ error }: { error: Parameters<typeof sentenceOf>[0] }) => {
  const { formatMessage } = useIntl();
  return error ? (
    <ErrorNotice
      error={error}
      fallback={formatMessage({
        id: trId('life.failed'),
        defaultMessage: 'That could not be done.',
      })}
    />
  ) : null;
};
