import { useRef, useState, type FormEvent } from 'react';
import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import {
  Button,
  EmptyStateLayout,
  Flex,
  Loader,
  Searchbar,
  SingleSelect,
  SingleSelectOption,
  Tabs,
  Typography,
} from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import {
  CATEGORIES,
  QUEUES,
  type InboxItem,
  type InboxResponse,
  type Queue,
} from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { useGetUnitsQuery } from '../shared/points-api';
import { useGetInboxQuery } from '../submissions/submissions-api';
import { MAKE_ENTRY } from '../submissions/MakeEntry';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { BulkBar } from './BulkBar';
import { InboxList } from './InboxList';
import { queryOf, stateOf, type InboxState, type RawState } from './inbox-state';
import { Preview } from './Preview';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;

  @media (min-width: 1200px) {
    grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
  }
`;

type Change = (change: Partial<InboxState>) => void;

/** The office's inbox (§五): what waits, read and decided in one place. */
export const InboxPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change: Change = (values) => setQuery({ ...state, page: 1, ...values });
  const { currentData, data, error, refetch } = useGetInboxQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  const title = formatMessage({ id: trId('inbox.title'), defaultMessage: 'Inbox' });
  const waiting = (currentData ?? data)?.meta.waiting;

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={
          waiting
            ? formatMessage(
                {
                  id: trId('inbox.subtitle'),
                  defaultMessage: '{submitted} wait for you, {unsigned} for a signature',
                },
                { submitted: waiting.submitted, unsigned: waiting['awaits-signature'] }
              )
            : undefined
        }
      />
      <Layouts.Action startActions={<Filters key={state.text} state={state} onChange={change} />} />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={state.queue}
          onValueChange={(queue) => change({ queue: queue as Queue })}
        >
          <Tabs.List aria-label={title}>
            {QUEUES.map((queue) => (
              <Tabs.Trigger key={queue} value={queue}>
                {formatMessage({ id: trId(`inbox.queue.${queue}`), defaultMessage: queue })}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={state.queue}>
            {error ? (
              <ErrorNotice
                error={error}
                fallback={formatMessage({
                  id: trId('inbox.error'),
                  defaultMessage: 'The inbox could not be read.',
                })}
                onRetry={refetch}
              />
            ) : (
              <Pieces key={state.queue} inbox={currentData} state={state} onChange={change} />
            )}
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};

const Filters = ({ state, onChange }: { state: InboxState; onChange: Change }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { data: units = [] } = useGetUnitsQuery(null);
  const [text, setText] = useState(state.text);
  const label = formatMessage({
    id: trId('inbox.search'),
    defaultMessage: 'Words of the title or text',
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ text });
  };
  return (
    <Flex gap={2} wrap="wrap" tag="form" role="search" onSubmit={search}>
      <Searchbar
        name="text"
        size="S"
        value={text}
        placeholder={label}
        clearLabel={formatMessage({ id: trId('choice-input.clear'), defaultMessage: 'Clear' })}
        onChange={(event) => setText(event.target.value)}
        onClear={() => onChange({ text: '' })}
      >
        {label}
      </Searchbar>
      <SingleSelect
        size="S"
        aria-label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
        placeholder={formatMessage({ id: trId('inbox.all-units'), defaultMessage: 'All units' })}
        value={state.unit === '' ? null : state.unit}
        onChange={(unit) => onChange({ unit: String(unit) })}
        onClear={() => onChange({ unit: '' })}
      >
        {units.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <SingleSelect
        size="S"
        aria-label={formatMessage({
          id: trId('create-submission.field.category'),
          defaultMessage: 'Category',
        })}
        placeholder={formatMessage({
          id: trId('inbox.all-categories'),
          defaultMessage: 'All categories',
        })}
        value={state.category === '' ? null : state.category}
        onChange={(value) =>
          onChange({ category: CATEGORIES.find((category) => category === value) ?? '' })
        }
        onClear={() => onChange({ category: '' })}
      >
        {CATEGORIES.map((category) => (
          <SingleSelectOption key={category} value={category}>
            {labelOf(category)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
};

interface PiecesProps {
  inbox?: InboxResponse;
  state: InboxState;
  onChange: Change;
}

/** Where the person stood in the list when leaving it; at the top otherwise. */
const placeOf = (items: readonly InboxItem[], visit: unknown): number => {
  if (typeof visit !== 'object' || visit === null || !('piece' in visit)) return 0;
  return Math.max(
    items.findIndex(({ documentId }) => documentId === visit.piece),
    0
  );
};

const Pieces = ({ inbox, state, onChange }: PiecesProps) => {
  const { formatMessage } = useIntl();
  const location = useLocation();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  if (!inbox) {
    return (
      <Flex justifyContent="center" padding={8}>
        <Loader>
          {formatMessage({ id: trId('inbox.loading'), defaultMessage: 'Reading the inbox' })}
        </Loader>
      </Flex>
    );
  }
  const items = inbox.data;
  const isDecidable = state.queue === 'submitted';
  const there = new Set(items.map(({ documentId }) => documentId));
  const marked = new Set([...selected].filter((documentId) => there.has(documentId)));
  const index = Math.min(chosen ?? placeOf(items, location.state), items.length - 1);
  const piece = items[index];
  if (!piece) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={formatMessage({
          id: trId(state.queue === 'submitted' ? 'inbox.empty' : 'inbox.empty-queue'),
          defaultMessage: 'Nothing here.',
        })}
      />
    );
  }
  const toggle = (documentId: string) => {
    const next = new Set(marked);
    if (!next.delete(documentId)) next.add(documentId);
    setSelected(next);
  };
  return (
    <Columns>
      <Flex ref={list} direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        {isDecidable ? (
          <>
            <BulkBar
              items={items}
              selected={marked}
              onSelectAll={() => setSelected(there)}
              onClear={() => setSelected(new Set())}
            />
            <Typography variant="pi" textColor="neutral600">
              {formatMessage({
                id: trId('inbox.keys'),
                defaultMessage:
                  'Keys in the list: j or ↓ next, k or ↑ previous, Enter opens, a accepts, r returns, d declines, e makes an entry, x selects',
              })}
            </Typography>
          </>
        ) : null}
        <InboxList
          items={items}
          caption={formatMessage({
            id: trId(`inbox.queue.${state.queue}`),
            defaultMessage: state.queue,
          })}
          isDecidable={isDecidable}
          selected={marked}
          current={index}
          onSelect={toggle}
          onCurrent={(at) => {
            if (at === chosen) return;
            setChosen(at);
            // Whoever opens the piece and comes back stands where they were.
            navigate(`${location.pathname}${location.search}`, {
              replace: true,
              state: { piece: items[at]?.documentId },
            });
          }}
          onShow={() => shown.current?.scrollIntoView({ block: 'nearest' })}
          onEntry={() => {
            shown.current?.querySelector<HTMLElement>(`[${MAKE_ENTRY}]`)?.focus();
          }}
        />
        <Pages pagination={inbox.meta.pagination} onChange={(page) => onChange({ page })} />
      </Flex>
      <Flex ref={shown} direction="column" alignItems="stretch" paddingTop={4}>
        <Preview
          key={piece.documentId}
          documentId={piece.documentId}
          onMade={() => list.current?.querySelector<HTMLElement>('[aria-current] a')?.focus()}
        />
      </Flex>
    </Columns>
  );
};

interface PagesProps {
  pagination: InboxResponse['meta']['pagination'];
  onChange: (page: number) => void;
}

const Pages = ({ pagination: { page, pageCount, total }, onChange }: PagesProps) => {
  const { formatMessage } = useIntl();
  return (
    <Flex gap={2} alignItems="center">
      <Button size="S" variant="tertiary" disabled={page <= 1} onClick={() => onChange(page - 1)}>
        {formatMessage({ id: trId('ledger.previous-page'), defaultMessage: 'Previous page' })}
      </Button>
      <Button
        size="S"
        variant="tertiary"
        disabled={page >= pageCount}
        onClick={() => onChange(page + 1)}
      >
        {formatMessage({ id: trId('ledger.next-page'), defaultMessage: 'Next page' })}
      </Button>
      <Typography variant="pi" textColor="neutral600" aria-live="polite">
        {formatMessage(
          { id: trId('inbox.pages'), defaultMessage: '{total} pieces, page {page} of {pageCount}' },
          { total, page, pageCount: Math.max(pageCount, 1) }
        )}
      </Typography>
    </Flex>
  );
};
