import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BonusesResponse } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { useAllowed } from '../shared/permissions';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useGetBonusesQuery } from './bonuses-api';
import { queryOf, stateOf, yearsOf, type BonusesState, type RawState } from './bonuses-state';
import { BonusTable } from './BonusTable';
import { RecordBonus } from './RecordBonus';

/** Bonuses (额外加分, §六.2): what was given by hand, and giving more. */
export const BonusesPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change = (values: Partial<BonusesState>) => setQuery({ ...state, page: 1, ...values });
  const { data, error, refetch } = useGetBonusesQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  const title = formatMessage({ id: trId('bonus.title'), defaultMessage: 'Bonuses' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('bonus.subtitle'),
          defaultMessage: 'Points given by hand (regulation §六.2), apart from what adoptions earn',
        })}
        primaryAction={<RecordBonus />}
      />
      <Layouts.Action startActions={<Filters state={state} onChange={change} />} />
      <Layouts.Content>
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
            text: formatMessage({ id: trId('bonus.empty'), defaultMessage: 'No bonuses here.' }),
          }}
          onRetry={refetch}
        >
          {(read) => <Bonuses bonuses={read} onPage={(page) => change({ page })} />}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

interface BonusesProps {
  bonuses: BonusesResponse;
  onPage: (page: number) => void;
}

const Bonuses = ({ bonuses: { data, meta }, onPage }: BonusesProps) => {
  const { formatMessage } = useIntl();
  const { page, pageCount, total } = meta.pagination;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <BonusTable bonuses={data} />
      <Pager
        pagination={meta.pagination}
        summary={formatMessage(
          {
            id: trId('bonus.pages'),
            defaultMessage: '{total} bonuses, page {page} of {pageCount}',
          },
          { total, page, pageCount: Math.max(pageCount, 1) }
        )}
        onChange={onPage}
      />
    </Flex>
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
      <SingleSelect
        size="S"
        aria-label={formatMessage({ id: trId('report.year'), defaultMessage: 'Year' })}
        placeholder={formatMessage({ id: trId('bonus.all-years'), defaultMessage: 'All years' })}
        value={state.year === '' ? null : state.year}
        onChange={(year) => onChange({ year: String(year) })}
        onClear={() => onChange({ year: '' })}
      >
        {yearsOf(new Date()).map((year) => (
          <SingleSelectOption key={year} value={year}>
            {year}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {canRecord ? (
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
      ) : null}
    </Flex>
  );
};
