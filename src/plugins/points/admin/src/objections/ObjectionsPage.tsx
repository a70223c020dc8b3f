import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { OBJECTION_STATES, type ObjectionsResponse } from '../../../shared/contracts';
import { FilterChoice } from '../shared/FilterChoice';
import { Loaded } from '../shared/Loaded';
import { Pages } from '../shared/Pages';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { useGetObjectionsQuery } from './objections-api';
import { queryOf, stateOf, type ObjectionsState, type RawState } from './objections-state';
import { ObjectionTable } from './ObjectionTable';

/** Objections (异议): what units say against lines of the ledger, and what the office answers. */
export const ObjectionsPage = () => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('objection.empty', ACTIONS.fileObjections, 'No objections here.');
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change = (values: Partial<ObjectionsState>) => setQuery({ ...state, page: 1, ...values });
  const { data, error, refetch } = useGetObjectionsQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  const title = formatMessage({ id: trId('objection.title'), defaultMessage: 'Objections' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('objection.subtitle'),
          defaultMessage:
            'A unit objects to a line of its own from the report; what was circulated stays, a correction counts in the open month',
        })}
      />
      <Layouts.Action startActions={<StateFilter state={state} onChange={change} />} />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('objection.error'),
            defaultMessage: 'The objections could not be read.',
          })}
          loading={formatMessage({
            id: trId('objection.loading'),
            defaultMessage: 'Reading the objections',
          })}
          empty={{
            when: (read) => read.data.length === 0,
            text: empty,
          }}
          onRetry={refetch}
        >
          {(read) => <Objections objections={read} onPage={(page) => change({ page })} />}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

interface ObjectionsProps {
  objections: ObjectionsResponse;
  onPage: (page: number) => void;
}

const Objections = ({ objections: { data, meta }, onPage }: ObjectionsProps) => {
  return (
    <Pages
      pagination={meta.pagination}
      summary={{
        id: trId('objection.pages'),
        defaultMessage: '{total} objections, page {page} of {pageCount}',
      }}
      onChange={onPage}
    >
      <ObjectionTable objections={data} />
    </Pages>
  );
};

interface StateFilterProps {
  state: ObjectionsState;
  onChange: (change: Partial<ObjectionsState>) => void;
}

/** Narrows the list to those that stand alike. */
const StateFilter = ({ state, onChange }: StateFilterProps) => {
  const { formatMessage } = useIntl();
  return (
    <FilterChoice
      label={formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' })}
      all={formatMessage({ id: trId('objection.all-states'), defaultMessage: 'All states' })}
      value={state.state}
      options={OBJECTION_STATES.map((each) => ({
        value: each,
        label: formatMessage({ id: trId(`objection.state.${each}`), defaultMessage: each }),
      }))}
      onChange={(chosen) => onChange({ state: chosen })}
    />
  );
};
