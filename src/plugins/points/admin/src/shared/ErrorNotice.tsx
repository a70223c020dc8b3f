import { Button } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { sentenceOf } from './errors';
import { trId } from './translations';
import { Notice } from './Notice';

interface ErrorNoticeProps {
  error: Parameters<typeof sentenceOf>[0];
  /** What is said when the server gave no sentence of its own. */
  fallback: string;
  /** Offers to try again. */
  onRetry?: () => void;
}

/** Says what went wrong: in the server's own sentence where there is one. */
export const ErrorNotice = ({ error, fallback, onRetry }: ErrorNoticeProps) => {
  const { formatMessage } = useIntl();
  return (
    <Notice
      variant="danger"
      action={
        onRetry ? (
          <Button variant="tertiary" size="S" onClick={onRetry}>
            {formatMessage({ id: trId('action.try-again'), defaultMessage: 'Try again' })}
          </Button>
        ) : null
      }
    >
      {sentenceOf(error) ?? fallback}
    </Notice>
  );
};
