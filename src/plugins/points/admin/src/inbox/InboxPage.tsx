import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { QUEUES, type Queue } from '../../../shared/contracts';
import { useGetInboxQuery } from '../submissions/submissions-api';
import { trId } from '../shared/translations';
import { InboxFilters } from './InboxFilters';
import { InboxQueue } from './InboxQueue';
import { queryOf, stateOf, type InboxState, type RawState } from './inbox-state';

/** The office's inbox (§五): what waits, read and decided in one place. */
export const InboxPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change = (values: Partial<InboxState>) => setQuery({ ...state, page: 1, ...values });
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
      <Layouts.Action
        startActions={<InboxFilters key={state.text} state={state} onChange={change} />}
      />
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
            <InboxQueue
              key={state.queue}
              queue={state.queue}
              inbox={currentData}
              error={error}
              onRetry={refetch}
              onPage={(page) => change({ page })}
            />
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};
