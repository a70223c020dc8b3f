import { useState } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Alert, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { MessagesResponse } from '../../../shared/contracts';
import { MessageDialog } from './MessageDialog';
import { MessageTable } from './MessageTable';
import { useGetMessagesQuery } from './outbox-api';
import { type OutboxFilter, OutboxFilters } from './OutboxFilters';
import { useLabels } from './useLabels';

/** How often the list is read anew, in milliseconds: messages go out by themselves. */
const LOOK = 15_000;

/** What the application has told people by mail, or is about to. */
export const OutboxPage = () => {
  const { say } = useLabels();
  const [filter, setFilter] = useState<OutboxFilter>({ text: '' });
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<string>();
  const { data, error, refetch } = useGetMessagesQuery(
    {
      page,
      ...(filter.state && { state: filter.state }),
      ...(filter.text && { text: filter.text }),
    },
    { pollingInterval: LOOK, refetchOnMountOrArgChange: true }
  );
  const title = say('outbox.title');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={say('outbox.subtitle')} />
      <Layouts.Action
        startActions={
          <OutboxFilters
            filter={filter}
            counts={data?.meta.states}
            onChange={(changed) => {
              setFilter(changed);
              setPage(1);
            }}
          />
        }
      />
      <Layouts.Content>
        {error ? (
          <Alert variant="danger" closeLabel={say('outbox.retry')} onClose={() => refetch()}>
            {error.message ?? say('outbox.error')}
          </Alert>
        ) : null}
        {data ? (
          <Messages outbox={data} onPage={setPage} onOpen={setOpened} />
        ) : error ? null : (
          <Flex justifyContent="center" padding={8}>
            <Loader>{say('outbox.loading')}</Loader>
          </Flex>
        )}
      </Layouts.Content>
      {opened === undefined ? null : (
        <MessageDialog
          documentId={opened}
          onOpen={setOpened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page.Main>
  );
};

interface MessagesProps {
  outbox: MessagesResponse;
  onPage: (page: number) => void;
  onOpen: (documentId: string) => void;
}

const Messages = ({ outbox: { data, meta }, onPage, onOpen }: MessagesProps) => {
  const { say } = useLabels();
  const { page, pageCount, total } = meta.pagination;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {meta.sending.on ? null : (
        <Flex background="warning100" borderColor="warning200" hasRadius padding={4} role="status">
          <Typography>{say('outbox.off', { waiting: meta.states.waiting })}</Typography>
        </Flex>
      )}
      {data.length === 0 ? (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={say('outbox.empty')} />
      ) : (
        <MessageTable messages={data} onOpen={onOpen} />
      )}
      <Flex gap={2} alignItems="center">
        <Button variant="tertiary" size="S" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {say('pages.previous')}
        </Button>
        <Button
          variant="tertiary"
          size="S"
          disabled={page >= pageCount}
          onClick={() => onPage(page + 1)}
        >
          {say('pages.next')}
        </Button>
        <Typography variant="pi" textColor="neutral600" aria-live="polite">
          {say('pages.summary', { total, page, pageCount: Math.max(pageCount, 1) })}
        </Typography>
      </Flex>
    </Flex>
  );
};
