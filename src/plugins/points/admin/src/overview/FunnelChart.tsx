import { useIntl } from 'react-intl';
import { percentOf } from '../../../domain/review-figures';
import type { FunnelStep, OverviewStep, UnitReference } from '../../../shared/contracts';
import { ChartCard } from '../shared/charts/ChartCard';
import { Lines } from '../shared/charts/plots';
import { Figure } from '../shared/dense-table';
import { trId } from '../shared/translations';

const NONE = '–';

const useStepName = (): ((step: FunnelStep) => string) => {
  const { formatMessage } = useIntl();
  return (step) => {
    if (step === 'sent') {
      return formatMessage({ id: trId('overview.step.sent'), defaultMessage: 'Sent in' });
    }
    if (step === 'accepted') {
      return formatMessage({ id: trId('overview.step.accepted'), defaultMessage: 'Accepted' });
    }
    return formatMessage({ id: trId(`stage.${step}`), defaultMessage: step });
  };
};

interface FunnelChartProps {
  steps: readonly OverviewStep[];
  own: readonly UnitReference[] | null;
}

/** How far the pieces of the month came until today. */
export const FunnelChart = ({ steps, own }: FunnelChartProps) => {
  const { formatMessage } = useIntl();
  const nameOf = useStepName();
  const pieces = formatMessage({ id: trId('overview.pieces'), defaultMessage: 'Pieces' });
  const rateText = (rate: string | null): string => (rate === null ? NONE : percentOf(rate));
  return (
    <ChartCard
      title={formatMessage({ id: trId('overview.funnel'), defaultMessage: 'How far pieces came' })}
      description={formatMessage(
        own === null
          ? {
              id: trId('overview.funnel.description'),
              defaultMessage:
                'Of the pieces received in the month, how many have reached each step until today. A joint piece counts once.',
            }
          : {
              id: trId('overview.funnel.description-own'),
              defaultMessage:
                'Of the own unit’s pieces received in the month, how many have reached each step until today.',
            }
      )}
      table={{
        headings: [
          formatMessage({ id: trId('overview.step'), defaultMessage: 'Step' }),
          { figure: pieces },
          {
            figure: formatMessage({
              id: trId('overview.of-sent'),
              defaultMessage: 'Of those sent',
            }),
          },
        ],
        rows: steps.map(({ pieces: count, rate, step }) => (
          <tr key={step}>
            <td>{nameOf(step)}</td>
            <Figure>{count}</Figure>
            <Figure>{rateText(rate)}</Figure>
          </tr>
        )),
      }}
    >
      <Lines
        name={pieces}
        lines={steps.map(({ pieces: count, rate, step }) => ({
          label: nameOf(step),
          value: count,
          text: rate === null ? String(count) : `${count} · ${percentOf(rate)}`,
        }))}
      />
    </ChartCard>
  );
};
