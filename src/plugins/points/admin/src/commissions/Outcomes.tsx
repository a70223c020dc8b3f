import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import {
  COMMISSION_FORMATS,
  OUTCOME_COUNTS,
  type CommissionOutcomesResponse,
  type OutcomeCounts,
} from '../../../shared/contracts';
import { Figure } from '../shared/dense-table';
import { FormatMenu } from '../shared/FormatMenu';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { PeriodPicker } from '../standings/PeriodPicker';
import { useGetCommissionOutcomesQuery } from './commissions-api';
import { LoadedCommissions } from './LoadedCommissions';

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
        <FormatMenu
          path="/points/commissions/outcomes/export"
          query={{ period }}
          formats={COMMISSION_FORMATS}
          size="S"
        />
      </Flex>
      <LoadedCommissions
        place="page"
        data={data}
        error={error}
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
      </LoadedCommissions>
    </Flex>
  );
};

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
        ...OUTCOME_COUNTS.map((count) => ({
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
      {OUTCOME_COUNTS.map((count) => (
        <Figure key={count}>{formatNumber(counts[count])}</Figure>
      ))}
    </tr>
  );
};
