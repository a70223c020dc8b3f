import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Box, Flex, Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BonusesResponse } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { FilterChoice } from '../shared/FilterChoice';
import { Loaded } from '../shared/Loaded';
import { Pages } from '../shared/Pages';
import { useAllowed } from '../shared/permissions';
import { useGetUnitsQuery } from '../shared/points-api';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { useGetBonusesQuery } from './bonuses-api';
import { queryOf, stateOf, yearsOf, type BonusesState, type RawState } from './bonuses-state';
import { BonusTable } from './BonusTable';
import { DeductionList } from './DeductionList';
import { RecordBonus } from './RecordBonus';
import { RecordDeduction } from './RecordDeduction';

/** What is given and taken by hand: bonuses (额外加分, §六.2), and deductions where the rules know them. */
export const BonusesPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change = (values: Partial<BonusesState>) => setQuery({ ...state, page: 1, ...values });
  const canReadDeductions = useAllowed(ACTIONS.readDeductions);
  const list = canReadDeductions ? state.list : 'bonuses';
  const title = formatMessage({ id: trId('by-hand.title'), defaultMessage: 'Bonuses, deductions' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('by-hand.subtitle'),
          defaultMessage:
            'What is given and taken by hand (bonuses: regulation §六.2), apart from what adoptions earn',
        })}
        primaryAction={list === 'bonuses' ? <RecordBonus /> : <RecordDeduction />}
      />
      <Layouts.Action startActions={<Filters state={state} onChange={change} />} />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={list}
          onValueChange={(tab) => change({ list: tab === 'deductions' ? 'deductions' : 'bonuses' })}
        >
          <Tabs.List aria-label={title}>
            <Tabs.Trigger value="bonuses">
              {formatMessage({ id: trId('bonus.title'), defaultMessage: 'Bonuses' })}
            </Tabs.Trigger>
            {canReadDeductions ? (
              <Tabs.Trigger value="deductions">
                {formatMessage({ id: trId('deduction.title'), defaultMessage: 'Deductions' })}
              </Tabs.Trigger>
            ) : null}
          </Tabs.List>
          <Tabs.Content value={list}>
            <Box paddingTop={4}>
              {list === 'bonuses' ? (
                <BonusList state={state} onPage={(page) => change({ page })} />
              ) : (
                <DeductionList state={state} onPage={(page) => change({ page })} />
              )}
            </Box>
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};

interface BonusListProps {
  state: BonusesState;
  onPage: (page: number) => void;
}

const BonusList = ({ state, onPage }: BonusListProps) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('bonus.empty', ACTIONS.recordBonus, 'No bonuses here.');
  const { data, error, refetch } = useGetBonusesQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Loaded
      place="page"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('bonus.error'),
        defaultMessage: 'The bonuses could not be read.',
      })}
      loading={formatMessage({
        id: trId('bonus.loading'),
        defaultMessage: 'Reading the bonuses',
      })}
      empty={{
        when: (read) => read.data.length === 0,
        text: empty,
      }}
      onRetry={refetch}
    >
      {(read) => <Bonuses bonuses={read} onPage={onPage} />}
    </Loaded>
  );
};

interface BonusesProps {
  bonuses: BonusesResponse;
  onPage: (page: number) => void;
}

const Bonuses = ({ bonuses: { data, meta }, onPage }: BonusesProps) => {
  return (
    <Pages
      pagination={meta.pagination}
      summary={{
        id: trId('bonus.pages'),
        defaultMessage: '{total} bonuses, page {page} of {pageCount}',
      }}
      onChange={onPage}
    >
      <BonusTable bonuses={data} />
    </Pages>
  );
};

interface FiltersProps {
  state: BonusesState;
  onChange: (change: Partial<BonusesState>) => void;
}

/** Narrows the list to a year, and to a unit for who sees several. */
const Filters = ({ state, onChange }: FiltersProps) => {
  const { formatMessage } = useIntl();
  const canRecord = useAllowed(ACTIONS.recordBonus);
  const { data: units = [] } = useGetUnitsQuery(null, { skip: !canRecord });
  return (
    <Flex gap={2} wrap="wrap">
      <FilterChoice
        label={formatMessage({ id: trId('report.year'), defaultMessage: 'Year' })}
        all={formatMessage({ id: trId('bonus.all-years'), defaultMessage: 'All years' })}
        value={state.year}
        options={yearsOf(new Date()).map((year) => ({ value: year, label: year }))}
        onChange={(year) => onChange({ year })}
      />
      {canRecord ? (
        <FilterChoice
          label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
          all={formatMessage({ id: trId('inbox.all-units'), defaultMessage: 'All units' })}
          value={state.unit}
          options={units.map(({ documentId, name }) => ({ value: documentId, label: name }))}
          onChange={(unit) => onChange({ unit })}
        />
      ) : null}
    </Flex>
  );
};
