import { useState, type RefObject } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { LEDGER_FORMATS, type Pagination } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { Pager } from '../shared/Pager';
import { useGetLedgerQuery } from '../shared/points-api';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { useSaveFile } from '../shared/useSaveFile';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { LoadedLedger } from './LoadedLedger';
import { PostingTable } from './PostingTable';
import { ledgerQueryOf, type Selection } from './selection';
import { WideModal } from './WideModal';

const PAGE_SIZE = 20;

interface LedgerDialogProps {
  selection: Selection;
  period: string;
  /** What was clicked, and takes the focus back. */
  opener: RefObject<Element | null>;
  onClose: () => void;
}

/** The postings that a number of the report is made of, each with its reason. */
export const LedgerDialog = ({ selection, period, opener, onClose }: LedgerDialogProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const periodOf = usePeriodLabel();
  const { subject, channel, channelName, value } = selection;
  const heading = [
    subject?.officer?.name,
    subject?.unit.name ?? formatMessage({ id: trId('report.sum'), defaultMessage: 'Total' }),
    channelName ?? (channel ? labelOf(channel) : undefined),
    periodOf(period),
  ];

  return (
    <WideModal
      title={
        <>
          {heading.filter(Boolean).join(' · ')}
          {'　'}
          <Amount value={value} showFraction fontWeight="bold" />
        </>
      }
      opener={opener}
      onClose={onClose}
    >
      <Ledger selection={selection} period={period} onClose={onClose} />
    </WideModal>
  );
};

const Ledger = ({ selection, period, onClose }: Omit<LedgerDialogProps, 'opener'>) => {
  const { formatMessage } = useIntl();
  const [page, setPage] = useState(1);
  const { data, error, isFetching, refetch } = useGetLedgerQuery(
    { ...ledgerQueryOf(selection, period), page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );

  return (
    <>
      <Modal.Body>
        <LoadedLedger place="dialog" data={data} error={error} onRetry={refetch}>
          {(ledger) => <PostingTable ledger={ledger} isFetching={isFetching} />}
        </LoadedLedger>
      </Modal.Body>
      <Modal.Footer>
        <Pages pagination={data?.meta.pagination} onChange={setPage} />
        <LedgerExport selection={selection} period={period} />
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        </Button>
      </Modal.Footer>
    </>
  );
};

const LedgerExport = ({ selection, period }: Pick<LedgerDialogProps, 'selection' | 'period'>) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <Flex gap={2}>
      {LEDGER_FORMATS.map((format) => (
        <Button
          key={format}
          variant="tertiary"
          startIcon={<Download />}
          disabled={isSaving}
          onClick={() =>
            void save('/points/ledger/export', { ...ledgerQueryOf(selection, period), format })
          }
        >
          {formatMessage({ id: trId(`export.ledger.${format}`), defaultMessage: format })}
        </Button>
      ))}
    </Flex>
  );
};

interface PagesProps {
  pagination?: Pagination;
  onChange: (page: number) => void;
}

const Pages = ({ pagination, onChange }: PagesProps) => {
  const { formatMessage } = useIntl();
  if (!pagination) return <span />;
  const { page, pageCount, total } = pagination;
  return (
    <Pager
      pagination={pagination}
      summary={formatMessage(
        {
          id: trId('ledger.pages'),
          defaultMessage:
            '{total, plural, one {# posting} other {# postings}}, page {page} of {pageCount}',
        },
        { total, page, pageCount: Math.max(pageCount, 1) }
      )}
      onChange={onChange}
    />
  );
};
