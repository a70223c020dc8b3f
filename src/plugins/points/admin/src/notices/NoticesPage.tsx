import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { NOTICE_KINDS, NOTICE_STATES } from '../../../shared/contracts';
import { NOTICES_PATH } from '../constants';
import { FilterChoice } from '../shared/FilterChoice';
import { Loaded } from '../shared/Loaded';
import { Pages } from '../shared/Pages';
import { trId } from '../shared/translations';
import { NoticeList } from './NoticeList';
import { useGetNoticesQuery } from './notices-api';
import { queryOf, stateOf, type NoticesState, type RawState } from './notices-state';
import { SETTINGS } from './settings-address';
import { useKindName } from './useKindName';
import { useMarking } from './useMarking';

/** What the account was told of (消息). */
export const NoticesPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change = (values: Partial<NoticesState>) => setQuery({ ...state, page: 1, ...values });
  const { data, error, refetch } = useGetNoticesQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  const { read, isLoading } = useMarking();
  const unread = data?.meta.unread ?? 0;
  const title = formatMessage({ id: trId('notice.title'), defaultMessage: 'Notices' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage(
          {
            id: trId('notice.subtitle'),
            defaultMessage:
              '{count, plural, =0 {Nothing unread} one {# unread} other {# unread}}: what became of your pieces, and what waits for you',
          },
          { count: unread }
        )}
        primaryAction={
          <Button disabled={unread === 0} loading={isLoading} onClick={() => void read({})}>
            {formatMessage({ id: trId('notice.mark-all'), defaultMessage: 'Mark all as read' })}
          </Button>
        }
        secondaryAction={
          <LinkButton
            tag={NavLink}
            to={`/${NOTICES_PATH}/${SETTINGS}`}
            variant="tertiary"
            startIcon={<Mail />}
          >
            {formatMessage({ id: trId('notice.settings'), defaultMessage: 'Mail settings' })}
          </LinkButton>
        }
      />
      <Layouts.Action startActions={<Filters state={state} onChange={change} />} />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('notice.error'),
            defaultMessage: 'The notices could not be read.',
          })}
          loading={formatMessage({
            id: trId('notice.loading'),
            defaultMessage: 'Reading the notices',
          })}
          empty={{
            when: (found) => found.data.length === 0,
            text: formatMessage({
              id: trId('notice.empty'),
              defaultMessage:
                'Nothing here. What is returned, adopted or commissioned will be told here.',
            }),
          }}
          onRetry={refetch}
        >
          {(found) => (
            <Pages
              pagination={found.meta.pagination}
              summary={{
                id: trId('notice.pages'),
                defaultMessage: '{total} notices, page {page} of {pageCount}',
              }}
              onChange={(page) => change({ page })}
            >
              <NoticeList notices={found.data} />
            </Pages>
          )}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

interface FiltersProps {
  state: NoticesState;
  onChange: (change: Partial<NoticesState>) => void;
}

const Filters = ({ state, onChange }: FiltersProps) => {
  const { formatMessage } = useIntl();
  const kindName = useKindName();
  return (
    <Flex gap={2} wrap="wrap">
      <FilterChoice
        label={formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' })}
        all={formatMessage({ id: trId('notice.all-states'), defaultMessage: 'Read and unread' })}
        value={state.state}
        options={NOTICE_STATES.map((value) => ({
          value,
          label: formatMessage({ id: trId(`notice.state.${value}`), defaultMessage: value }),
        }))}
        onChange={(chosen) => onChange({ state: chosen })}
      />
      <FilterChoice
        label={formatMessage({ id: trId('notice.kind'), defaultMessage: 'Kind' })}
        all={formatMessage({ id: trId('notice.all-kinds'), defaultMessage: 'All kinds' })}
        value={state.kind}
        options={NOTICE_KINDS.map((value) => ({ value, label: kindName(value) }))}
        onChange={(chosen) => onChange({ kind: chosen })}
      />
    </Flex>
  );
};
