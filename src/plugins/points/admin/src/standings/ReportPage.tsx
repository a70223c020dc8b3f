import { useRef, useState } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, SingleSelect, SingleSelectOption, Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { StandingsRow, UnitReference } from '../../../shared/contracts';
import type { ReportRow, ReportTable } from '../../../shared/report-table';
import { Loaded } from '../shared/Loaded';
import { ACTIONS } from '../constants';
import { useGetReportQuery } from '../shared/points-api';
import { useAllowed } from '../shared/permissions';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { useOpenUnits } from '../shared/useOpenUnits';
import { isMonth } from '../../../domain/period';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { EffectsDialog } from './EffectsDialog';
import { ExportMenu } from './ExportMenu';
import { LedgerDialog } from './LedgerDialog';
import { PeriodPicker } from './PeriodPicker';
import { PrintedReport } from './PrintedReport';
import { KIND_TABS, queryOf, type KindTab, type ReportBy } from './report-state';
import type { Selection } from './selection';
import { StandingsTable } from './StandingsTable';
import { useReportState } from './useReportState';
import { useReportTable } from './useReportTable';

/** The points report: the standings of a period, and behind each number its postings. */
export const ReportPage = () => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText(
    'report.empty',
    ACTIONS.recordAdoptions,
    'Nobody has sent in or earned anything in this period.'
  );
  const [state, change] = useReportState();
  const { currentData, error, refetch } = useGetReportQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  const table = useReportTable(currentData);
  const periodOf = usePeriodLabel();

  return (
    <Page.Main>
      <Page.Title>
        {formatMessage({ id: trId('report.title'), defaultMessage: 'Points report' })}
      </Page.Title>
      <Layouts.Header
        title={formatMessage({ id: trId('report.title'), defaultMessage: 'Points report' })}
        subtitle={table?.notes.join(' · ') ?? periodOf(state.period)}
      />
      <Layouts.Action
        startActions={
          <PeriodPicker value={state.period} onChange={(period) => change({ period })} />
        }
        endActions={
          <>
            <BySelect value={state.by} onChange={(by) => change({ by })} />
            <ExportMenu query={queryOf(state)} />
          </>
        }
      />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={state.kind}
          onValueChange={(kind) => change({ kind: kind as KindTab })}
        >
          <Tabs.List
            aria-label={formatMessage({ id: trId('report.kind'), defaultMessage: 'Kind of unit' })}
          >
            {KIND_TABS.map((kind) => (
              <Tabs.Trigger key={kind} value={kind}>
                {formatMessage({ id: trId(`report.kind.${kind}`), defaultMessage: kind })}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={state.kind}>
            <Box paddingTop={4}>
              <Loaded
                place="page"
                data={currentData}
                error={error}
                failed={formatMessage({
                  id: trId('report.error'),
                  defaultMessage: 'The report could not be read.',
                })}
                loading={formatMessage({
                  id: trId('report.loading'),
                  defaultMessage: 'Reading the report',
                })}
                empty={{
                  when: ({ data }) => data.every(isIdle),
                  text: empty,
                }}
                onRetry={refetch}
              >
                {({ meta }) =>
                  table && (
                    <Standings
                      table={table}
                      period={meta.period.code}
                      own={meta.own ?? null}
                      isWhole={state.kind === 'all' && state.by === 'unit'}
                    />
                  )
                }
              </Loaded>
            </Box>
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
      {table ? <PrintedReport table={table} /> : null}
    </Page.Main>
  );
};

const BySelect = ({ value, onChange }: { value: ReportBy; onChange: (by: ReportBy) => void }) => {
  const { formatMessage } = useIntl();
  return (
    <SingleSelect
      size="S"
      aria-label={formatMessage({ id: trId('report.by'), defaultMessage: 'Ranked' })}
      value={value}
      onChange={(by) => onChange(by as ReportBy)}
    >
      <SingleSelectOption value="unit">
        {formatMessage({ id: trId('report.by.unit'), defaultMessage: 'By unit' })}
      </SingleSelectOption>
      <SingleSelectOption value="officer">
        {formatMessage({ id: trId('report.by.officer'), defaultMessage: 'By officer' })}
      </SingleSelectOption>
    </SingleSelect>
  );
};

/** A unit that neither sent in nor earned anything. */
const isIdle = ({
  adopted,
  bonus,
  byChannel,
  correction,
  failedGates,
  period,
  submitted,
}: StandingsRow): boolean =>
  submitted === 0 &&
  adopted === 0 &&
  bonus.exact === '0' &&
  correction === undefined &&
  period === undefined &&
  failedGates === undefined &&
  Object.keys(byChannel).length === 0;

interface StandingsProps {
  table: ReportTable;
  /** Its code. */
  period: string;
  /** The units whose numbers alone may be opened; `null` for all. */
  own: readonly UnitReference[] | null;
  isWhole: boolean;
}

const Standings = ({ table, own, period, isWhole }: StandingsProps) => {
  const canReadLedger = useAllowed(ACTIONS.readLedger);
  const isOpen = useOpenUnits(own);
  const [selection, setSelection] = useState<Selection | null>(null);
  const opener = useRef<Element | null>(null);
  const open = (chosen: Selection) => {
    opener.current = document.activeElement;
    setSelection(chosen);
  };
  const [explained, setExplained] = useState<ReportRow | null>(null);
  const explain = (row: ReportRow) => {
    opener.current = document.activeElement;
    setExplained(row);
  };

  return (
    <>
      <StandingsTable
        table={table}
        isOpen={isOpen}
        month={isMonth(period) ? period : undefined}
        isWhole={isWhole && canReadLedger && own === null}
        onOpen={open}
        onEffects={explain}
      />
      {explained ? (
        <EffectsDialog row={explained} opener={opener} onClose={() => setExplained(null)} />
      ) : null}
      {selection ? (
        <LedgerDialog
          selection={selection}
          period={period}
          opener={opener}
          onClose={() => setSelection(null)}
        />
      ) : null}
    </>
  );
};
