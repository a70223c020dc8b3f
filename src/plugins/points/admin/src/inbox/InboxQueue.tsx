import { useRef } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { styled } from 'styled-components';
import type { InboxResponse } from '../../../shared/contracts';
import type { sentenceOf } from '../shared/errors';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { MAKE_ENTRY } from '../submissions/MakeEntry';
import { BulkBar } from './BulkBar';
import { InboxList } from './InboxList';
import type { InboxState } from './inbox-state';
import { Preview } from './Preview';
import { useInboxPosition, type InboxPosition } from './useInboxPosition';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;

  @media (min-width: 1200px) {
    grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
  }
`;

type Queue = InboxState['queue'];

interface InboxQueueProps {
  queue: Queue;
  /** Absent while it is being read. */
  inbox: InboxResponse | undefined;
  error: Parameters<typeof sentenceOf>[0];
  onRetry: () => void;
  onPage: (page: number) => void;
}

/** Pieces that stand alike, and beside them the one that is current. */
export const InboxQueue = ({ queue, inbox, error, onRetry, onPage }: InboxQueueProps) => {
  const { formatMessage } = useIntl();
  const kind = queue === 'submitted' ? 'inbox.empty' : 'inbox.empty-queue';
  const empty = useEmptyText(kind, ACTIONS.review, 'Nothing here.');
  // Above what is loaded: the place in the list and the selection outlive the turn of a page.
  const position = useInboxPosition(inbox?.data ?? []);
  return (
    <Loaded
      place="page"
      data={inbox}
      error={error}
      failed={formatMessage({
        id: trId('inbox.error'),
        defaultMessage: 'The inbox could not be read.',
      })}
      loading={formatMessage({ id: trId('inbox.loading'), defaultMessage: 'Reading the inbox' })}
      empty={{
        when: ({ data }) => data.length === 0,
        text: empty,
      }}
      onRetry={onRetry}
    >
      {(read) => <Pieces queue={queue} inbox={read} position={position} onPage={onPage} />}
    </Loaded>
  );
};

interface PiecesProps extends Pick<InboxQueueProps, 'queue' | 'onPage'> {
  inbox: InboxResponse;
  position: InboxPosition;
}

const Pieces = ({ queue, inbox: { data: items, meta }, position, onPage }: PiecesProps) => {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const isDecidable = queue === 'submitted';
  const piece = items[position.current];
  const { page, pageCount, total } = meta.pagination;
  return (
    <Columns>
      <Flex ref={list} direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        {isDecidable ? (
          <>
            <BulkBar
              items={items}
              selected={position.selected}
              onSelectAll={position.selectAll}
              onClear={position.clear}
            />
            <Keys />
          </>
        ) : null}
        <InboxList
          items={items}
          caption={formatMessage({ id: trId(`inbox.queue.${queue}`), defaultMessage: queue })}
          isDecidable={isDecidable}
          position={position}
          onShow={() => shown.current?.scrollIntoView({ block: 'nearest' })}
          onEntry={() => {
            shown.current?.querySelector<HTMLElement>(`[${MAKE_ENTRY}]`)?.focus();
          }}
        />
        <Pager
          pagination={meta.pagination}
          summary={formatMessage(
            {
              id: trId('inbox.pages'),
              defaultMessage: '{total} pieces, page {page} of {pageCount}',
            },
            { total, page, pageCount: Math.max(pageCount, 1) }
          )}
          showsSinglePage
          onChange={onPage}
        />
      </Flex>
      <Flex ref={shown} direction="column" alignItems="stretch" paddingTop={4}>
        {piece ? (
          <Preview
            key={piece.documentId}
            documentId={piece.documentId}
            onMade={() => list.current?.querySelector<HTMLElement>('[aria-current] a')?.focus()}
          />
        ) : null}
      </Flex>
    </Columns>
  );
};

/** Which keys do what in the list. */
const Keys = () => {
  const { formatMessage } = useIntl();
  return (
    <Typography variant="pi" textColor="neutral600">
      {formatMessage({
        id: trId('inbox.keys'),
        defaultMessage:
          'Keys in the list: j or ↓ next, k or ↑ previous, Enter opens, a accepts, r returns, d declines, e makes an entry, x selects',
      })}
    </Typography>
  );
};
