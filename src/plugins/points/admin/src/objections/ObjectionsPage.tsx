import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { OBJECTION_STATES, type ObjectionsResponse } from '../../../shared/contracts';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { trId } from '../shared/translations';
import { useGetObjectionsQuery } from './objections-api';
import { queryOf, stateOf, type ObjectionsState, type RawState } from './objections-state';
import { ObjectionTable } from './ObjectionTable';

/** Objections (异议): what units say against lines of the ledger, and what the office answers. */
export const ObjectionsPage = () => {
  const { formatMessage } = useIntl();
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
            text: formatMessage({
              id: trId('objection.empty'),
              defaultMessage: 'No objections here.',
            }),
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
  const { formatMessage } = useIntl();
  const { page, pageCount, total } = meta.pagination;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ObjectionTable objections={data} />
      <Pager
        pagination={meta.pagination}
        summary={formatMessage(
          {
            id: trId('objection.pages'),
            defaultMessage: '{total} objections, page {page} of {pageCount}',
          },
          { total, page, pageCount: Math.max(pageCount, 1) }
        )}
        onChange={onPage}
      />
    </Flex>
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
    <SingleSelect
      size="S"
      aria-label={formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' })}
      placeholder={formatMessage({
        id: trId('objection.all-states'),
        defaultMessage: 'All states',
      })}
      value={state.state === '' ? null : state.state}
      onChange={(chosen) =>
        onChange({ state: OBJECTION_STATES.find((each) => each === chosen) ?? '' })
      }
      onClear={() => onChange({ state: '' })}
    >
      {OBJECTION_STATES.map((each) => (
        <SingleSelectOption key={each} value={each}>
          {formatMessage({ id: trId(`objection.state.${each}`), defaultMessage: each })}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
