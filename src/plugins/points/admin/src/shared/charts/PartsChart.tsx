import { useIntl } from 'react-intl';
import type { PointsPart } from '../../../../shared/contracts';
import { readable } from '../../../../shared/points-text';
import { percentOf } from '../../../../domain/review-figures';
import { Amount } from '../Amount';
import { useChannelName } from '../choices';
import { Figure } from '../dense-table';
import { trId } from '../translations';
import { ChartCard } from './ChartCard';
import { Lines } from './plots';

const NONE = '–';

const shareText = (share: string | null): string => (share === null ? NONE : percentOf(share));

/** What a part is called: a channel by its rule set or the translations, what is none by its own word. */
const usePartName = (): ((part: PointsPart) => string) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  return ({ name, source }) =>
    source === 'period'
      ? formatMessage({ id: trId('report.period-points'), defaultMessage: 'Rules of the period' })
      : nameOf(source, name);
};

/** What gave the points: each channel with its part of them. */
export const PartsChart = ({ parts }: { parts: readonly PointsPart[] }) => {
  const { formatMessage } = useIntl();
  const nameOf = usePartName();
  const points = formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' });
  if (parts.length === 0) return null;
  return (
    <ChartCard
      title={formatMessage({
        id: trId('overview.parts'),
        defaultMessage: 'Where points come from',
      })}
      description={formatMessage({
        id: trId('overview.parts.description'),
        defaultMessage: 'Points by channel, and the part that each has of all that was given.',
      })}
      table={{
        headings: [
          formatMessage({ id: trId('overview.channel'), defaultMessage: 'Channel' }),
          { figure: formatMessage({ id: trId('overview.items'), defaultMessage: 'Items' }) },
          { figure: points },
          { figure: formatMessage({ id: trId('overview.share'), defaultMessage: 'Share' }) },
        ],
        rows: parts.map((part) => (
          <tr key={part.source}>
            <td>{nameOf(part)}</td>
            <Figure>{part.count ?? NONE}</Figure>
            <Figure>
              <Amount value={part} />
            </Figure>
            <Figure>{shareText(part.share)}</Figure>
          </tr>
        )),
      }}
    >
      <Lines
        name={points}
        lines={parts.map((part) => ({
          label: nameOf(part),
          value: Math.max(Number(part.points), 0),
          text:
            part.share === null ? readable(part) : `${readable(part)} · ${shareText(part.share)}`,
        }))}
      />
    </ChartCard>
  );
};
