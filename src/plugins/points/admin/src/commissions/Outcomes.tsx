import { Flex, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import {
  COMMISSION_FORMATS,
  type CommissionOutcomesResponse,
  type OutcomeCounts,
} from '../../../shared/contracts';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useSaveFile } from '../shared/useSaveFile';
import { PeriodPicker } from '../standings/PeriodPicker';
import { useGetCommissionOutcomesQuery } from './commissions-api';

interface OutcomesProps {
  period: string;
  onPeriod: (period: string) => void;
}

/** What units made of the commissions of a period: done, late and missed. */
export const Outcomes = ({ period, onPeriod }: OutcomesProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetCommissionOutcomesQuery(period, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <PeriodPicker value={period} onChange={onPeriod} />
        <SaveOutcomes period={period} />
      </Flex>
      <Loaded
        place="page"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('commission.error'),
          defaultMessage: 'The commissions could not be read.',
        })}
        loading={formatMessage({
          id: trId('commission.loading'),
          defaultMessage: 'Reading the commissions',
        })}
        empty={{
          when: (read) => read.data.length === 0,
          text: formatMessage({
            id: trId('commission.none-due'),
            defaultMessage: 'Nothing was due in this period.',
          }),
        }}
        onRetry={refetch}
      >
        {(read) => <OutcomeTable outcomes={read} />}
      </Loaded>
    </Flex>
  );
};

const SaveOutcomes = ({ period }: { period: string }) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <SimpleMenu
      variant="secondary"
      popoverPlacement="bottom-end"
      size="S"
      startIcon={<Download />}
      disabled={isSaving}
      label={formatMessage({ id: trId('export.menu'), defaultMessage: 'Export' })}
    >
      {COMMISSION_FORMATS.map((format) => (
        <MenuItem
          key={format}
          onSelect={() => void save('/points/commissions/outcomes/export', { period, format })}
        >
          {formatMessage({ id: trId(`export.${format}`), defaultMessage: format })}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};

const COUNTS = [
  'asked',
  'onTime',
  'late',
  'missed',
  'waiting',
  'dropped',
] as const satisfies ReadonlyArray<keyof OutcomeCounts>;

const OutcomeTable = ({ outcomes: { data, meta } }: { outcomes: CommissionOutcomesResponse }) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  return (
    <ListTable
      caption={formatMessage(
        { id: trId('commission.outcomes'), defaultMessage: 'Commissions of {period}' },
        { period: periodLabel(meta.period.code) }
      )}
      headings={[
        formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
        ...COUNTS.map((count) => ({
          figure: formatMessage({ id: trId(`commission.count.${count}`), defaultMessage: count }),
        })),
      ]}
    >
      {data.map(({ unit, ...counts }) => (
        <CountLine key={unit.documentId} name={unit.name} counts={counts} />
      ))}
      <CountLine
        name={formatMessage({ id: trId('commission.sum'), defaultMessage: 'Total' })}
        counts={meta.totals}
      />
    </ListTable>
  );
};

const CountLine = ({ name, counts }: { name: string; counts: OutcomeCounts }) => {
  const { formatNumber } = useIntl();
  return (
    <tr>
      <td>{name}</td>
      {COUNTS.map((count) => (
        <Figure key={count}>{formatNumber(counts[count])}</Figure>
      ))}
    </tr>
  );
};
