import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerResponse } from '../../../shared/contracts';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';

type LoadedLedgerProps = Pick<
  ComponentProps<typeof Loaded<LedgerResponse>>,
  'place' | 'data' | 'error' | 'onRetry' | 'children'
>;

/** Postings once they are read; until then, where they cannot be, and where there are none, a sentence. */
export const LoadedLedger = (props: LoadedLedgerProps) => {
  const { formatMessage } = useIntl();
  return (
    <Loaded
      {...props}
      failed={formatMessage({
        id: trId('ledger.error'),
        defaultMessage: 'The postings could not be read.',
      })}
      loading={formatMessage({
        id: trId('ledger.loading'),
        defaultMessage: 'Reading the postings',
      })}
      empty={{
        when: ({ data, meta }) => data.length === 0 && meta.unreadable.length === 0,
        text: formatMessage({
          id: trId('ledger.empty'),
          defaultMessage: 'There are no postings behind this number.',
        }),
      }}
    />
  );
};
