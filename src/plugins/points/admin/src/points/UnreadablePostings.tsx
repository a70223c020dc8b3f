import { useIntl } from 'react-intl';
import type { UnreadablePosting } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';

/** A posting by its place in the ledger and its key, as findings name it. */
const nameOf = ({ key, sequence }: UnreadablePosting): string =>
  [sequence === null ? null : `#${sequence}`, key].filter(Boolean).join(' ') || '–';

/** Names the postings of a list that somebody wrote over past the application. */
export const UnreadablePostings = ({ postings }: { postings: readonly UnreadablePosting[] }) => {
  const { formatMessage } = useIntl();
  if (postings.length === 0) return null;
  return (
    <Notice variant="danger">
      {formatMessage(
        {
          id: trId('ledger.unreadable'),
          defaultMessage:
            '{count, plural, one {A posting} other {# postings}} of this list cannot be read, because somebody changed {count, plural, one {it} other {them}} in the database: {names}. Verifying the ledger says what is wrong.',
        },
        { count: postings.length, names: postings.map(nameOf).join('; ') }
      )}
    </Notice>
  );
};
