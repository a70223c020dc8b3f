import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { CommissionsResponse } from '../../../shared/contracts';
import { yearsOf } from '../bonuses/bonuses-state';
import { ACTIONS, UID } from '../constants';
import { useChoiceLabel } from '../shared/choices';
import { FilterChoice } from '../shared/FilterChoice';
import { Pages } from '../shared/Pages';
import { useAllowed } from '../shared/permissions';
import { useGetUnitsQuery } from '../shared/points-api';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { useGetCommissionsQuery } from './commissions-api';
import {
  COMMISSION_KINDS,
  queryOf,
  stateOf,
  type CommissionsState,
  type RawState,
} from './commissions-state';
import { CommissionTable } from './CommissionTable';
import { LoadedCommissions } from './LoadedCommissions';
import { Outcomes } from './Outcomes';

/** Commissions (约稿, §三（四）): what the office asked of units, and what came of it. */
export const CommissionsPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query, new Date());
  const change = (values: Partial<CommissionsState>) => setQuery({ ...state, page: 1, ...values });
  const canDecide = useAllowed(ACTIONS.decideCommissions);
  const title = formatMessage({ id: trId('commission.title'), defaultMessage: 'Commissions' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('commission.subtitle'),
          defaultMessage: 'What the office asked units for (regulation §三.4), and what came of it',
        })}
        primaryAction={
          canDecide ? (
            <LinkButton
              tag={Link}
              startIcon={<Plus />}
              to={`/content-manager/collection-types/${UID.commission}/create`}
            >
              {formatMessage({ id: trId('commission.ask'), defaultMessage: 'Ask for a piece' })}
            </LinkButton>
          ) : null
        }
      />
      <Layouts.Action
        startActions={
          <Flex gap={2} wrap="wrap">
            <Views view={state.view} onChange={(view) => change({ view })} />
            {state.view === 'list' ? <Filters state={state} onChange={change} /> : null}
          </Flex>
        }
      />
      <Layouts.Content>
        {state.view === 'list' ? (
          <List state={state} onPage={(page) => change({ page })} />
        ) : (
          <Outcomes period={state.period} onPeriod={(period) => change({ period })} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

interface ViewsProps {
  view: CommissionsState['view'];
  onChange: (view: CommissionsState['view']) => void;
}

const Views = ({ view, onChange }: ViewsProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      {(['list', 'outcomes'] as const).map((each) => (
        <Button
          key={each}
          size="S"
          variant={each === view ? 'secondary' : 'tertiary'}
          aria-pressed={each === view}
          onClick={() => onChange(each)}
        >
          {formatMessage({ id: trId(`commission.view.${each}`), defaultMessage: each })}
        </Button>
      ))}
    </>
  );
};

interface ListProps {
  state: CommissionsState;
  onPage: (page: number) => void;
}

const List = ({ state, onPage }: ListProps) => {
  const empty = useEmptyText('commission.empty', ACTIONS.decideCommissions, 'No commissions here.');
  const { data, error, refetch } = useGetCommissionsQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  return (
    <LoadedCommissions
      place="page"
      data={data}
      error={error}
      empty={{
        when: (read) => read.data.length === 0,
        text: empty,
      }}
      onRetry={refetch}
    >
      {(read) => <Commissions commissions={read} onPage={onPage} />}
    </LoadedCommissions>
  );
};

interface CommissionsProps {
  commissions: CommissionsResponse;
  onPage: (page: number) => void;
}

const Commissions = ({ commissions: { data, meta }, onPage }: CommissionsProps) => {
  return (
    <Pages
      pagination={meta.pagination}
      summary={{
        id: trId('commission.pages'),
        defaultMessage: '{total} commissions, page {page} of {pageCount}',
      }}
      onChange={onPage}
    >
      <CommissionTable commissions={data} />
    </Pages>
  );
};

interface FiltersProps {
  state: CommissionsState;
  onChange: (change: Partial<CommissionsState>) => void;
}

/** Narrows the list to a year, a kind, what is open or closed, and to a unit for who sees several. */
const Filters = ({ state, onChange }: FiltersProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const canDecide = useAllowed(ACTIONS.decideCommissions);
  const { data: units = [] } = useGetUnitsQuery(null, { skip: !canDecide });
  return (
    <>
      <FilterChoice
        label={formatMessage({ id: trId('report.year'), defaultMessage: 'Year' })}
        all={formatMessage({ id: trId('bonus.all-years'), defaultMessage: 'All years' })}
        value={state.year}
        options={yearsOf(new Date()).map((year) => ({ value: year, label: year }))}
        onChange={(year) => onChange({ year })}
      />
      <FilterChoice
        label={formatMessage({ id: trId('commission.kind'), defaultMessage: 'Kind' })}
        all={formatMessage({ id: trId('commission.all-kinds'), defaultMessage: 'All kinds' })}
        value={state.kind}
        options={COMMISSION_KINDS.map((kind) => ({ value: kind, label: labelOf(kind) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterChoice
        label={formatMessage({ id: trId('commission.state'), defaultMessage: 'State' })}
        all={formatMessage({ id: trId('commission.all'), defaultMessage: 'Open and closed' })}
        value={state.closed}
        options={(['false', 'true'] as const).map((value) => ({
          value,
          label: formatMessage({
            id: trId(value === 'true' ? 'commission.closed' : 'commission.open'),
            defaultMessage: value === 'true' ? 'Closed' : 'Open',
          }),
        }))}
        onChange={(closed) => onChange({ closed })}
      />
      {canDecide ? (
        <FilterChoice
          label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
          all={formatMessage({ id: trId('inbox.all-units'), defaultMessage: 'All units' })}
          value={state.unit}
          options={units.map(({ documentId, name }) => ({ value: documentId, label: name }))}
          onChange={(unit) => onChange({ unit })}
        />
      ) : null}
    </>
  );
};
