import { BackButton, Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { LedgerQuery, LedgerResponse } from '../../../shared/contracts';
import { Pager } from '../shared/Pager';
import { useGetLedgerQuery } from '../shared/points-api';
import { PrintedPage } from '../shared/PrintedPage';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { ledgerQueryIn, type RawLedger } from './ledger-address';
import { LoadedLedger } from './LoadedLedger';
import { PostingTable } from './PostingTable';

const PAGE_SIZE = 20;

/** Whose postings they are and of what, as far as the postings themselves say it. */
const useSubtitle = (asked: LedgerQuery, ledger: LedgerResponse | undefined): string => {
  const periodOf = usePeriodLabel();
  const first = ledger?.data[0];
  const title = first && 'submission' in first.why ? first.why.submission.title : undefined;
  return [
    asked.submission === undefined ? undefined : title,
    asked.unit === undefined ? undefined : first?.unit.name,
    asked.officer === undefined ? undefined : first?.officerName,
    asked.period === undefined ? undefined : periodOf(asked.period),
  ]
    .filter(Boolean)
    .join(' · ');
};

/** The postings that an address asks for, each with its reason and its place in the chain. */
export const LedgerPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawLedger>();
  const asked = ledgerQueryIn(query);
  const { data, error, isFetching, refetch } = useGetLedgerQuery(
    { ...asked, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  const title = formatMessage({ id: trId('ledger.caption'), defaultMessage: 'Postings' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <PrintedPage />
      <Layouts.Header
        title={title}
        subtitle={useSubtitle(asked, data)}
        navigationAction={<BackButton />}
      />
      <Layouts.Content>
        <LoadedLedger place="page" data={data} error={error} onRetry={refetch}>
          {(ledger) => (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <PostingTable ledger={ledger} isFetching={isFetching} />
              <Pager
                pagination={ledger.meta.pagination}
                summary={formatMessage(
                  {
                    id: trId('ledger.pages'),
                    defaultMessage:
                      '{total, plural, one {# posting} other {# postings}}, page {page} of {pageCount}',
                  },
                  { ...ledger.meta.pagination }
                )}
                onChange={(page) => setQuery({ page })}
              />
            </Flex>
          )}
        </LoadedLedger>
      </Layouts.Content>
    </Page.Main>
  );
};
