import { useIntl } from 'react-intl';
import type { Channel, ChannelCell, ReportResponse, StandingsRow } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { columnGroupsOf, type ColumnGroup } from './columns';
import { CountButton, PointsButton } from './PointsButton';
import type { ReportBy } from './report-state';
import type { Selection } from './selection';
import { Count, Figure, Name, Rank, Scroller, Sheet } from './sheet';

interface StandingsTableProps {
  report: ReportResponse;
  caption: string;
  /** Whether the numbers may be opened. */
  canOpen: boolean;
  /** Whether the totals row stands for all units, so that its postings can be listed. */
  isWhole: boolean;
  onOpen: (selection: Selection) => void;
}

/** The ranking (积分排名, §八.1): a row a unit or officer, a column a channel. */
export const StandingsTable = ({
  report,
  caption,
  canOpen,
  isWhole,
  onOpen,
}: StandingsTableProps) => {
  const { by, totals } = report.meta;
  const groups = columnGroupsOf(totals.byChannel);
  return (
    <Scroller role="region" aria-label={caption} tabIndex={0}>
      <Sheet>
        <caption>{caption}</caption>
        <Head groups={groups} by={by} />
        <tbody>
          {report.data.map((row) => (
            <Row
              key={row.officer?.documentId ?? row.unit.documentId}
              row={row}
              groups={groups}
              by={by}
              onOpen={canOpen ? onOpen : undefined}
            />
          ))}
        </tbody>
        <Totals totals={totals} groups={groups} onOpen={canOpen && isWhole ? onOpen : undefined} />
      </Sheet>
    </Scroller>
  );
};

const channelsOf = (groups: ColumnGroup[]): Channel[] => groups.flatMap(({ channels }) => channels);

const Head = ({ groups, by }: { groups: ColumnGroup[]; by: ReportBy }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  return (
    <thead>
      <tr>
        <Rank as="th" scope="col" rowSpan={2}>
          {formatMessage({ id: trId('report.rank'), defaultMessage: 'Rank' })}
        </Rank>
        <Name as="th" scope="col" rowSpan={2}>
          {by === 'officer'
            ? formatMessage({ id: trId('report.officer'), defaultMessage: 'Officer' })
            : formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
        </Name>
        <Figure as="th" scope="col" rowSpan={2}>
          {formatMessage({ id: trId('report.total'), defaultMessage: 'Total points' })}
        </Figure>
        <Figure as="th" scope="col" rowSpan={2}>
          {formatMessage({ id: trId('report.submitted'), defaultMessage: 'Sent in' })}
        </Figure>
        <Figure as="th" scope="col" rowSpan={2}>
          {formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' })}
        </Figure>
        {groups.map(({ id, channels }) => (
          <th
            key={id}
            scope={channels.length > 1 ? 'colgroup' : 'col'}
            colSpan={channels.length}
            className="group"
          >
            {formatMessage({ id: trId(`report.group.${id}`), defaultMessage: id })}
          </th>
        ))}
      </tr>
      <tr>
        {channelsOf(groups).map((channel) => (
          <Figure as="th" scope="col" key={channel}>
            {formatMessage({
              id: trId(`report.channel.${channel}`),
              defaultMessage: labelOf(channel),
            })}
          </Figure>
        ))}
      </tr>
    </thead>
  );
};

interface RowProps {
  row: StandingsRow;
  groups: ColumnGroup[];
  by: ReportBy;
  onOpen?: (selection: Selection) => void;
}

const Row = ({ row, groups, by, onOpen }: RowProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const name = by === 'officer' ? (row.officer?.name ?? '') : row.unit.name;
  const all = formatMessage({ id: trId('report.all-channels'), defaultMessage: 'all channels' });
  return (
    <tr>
      <Rank>{row.rank}</Rank>
      <Name as="th" scope="row">
        {name}
        {by === 'officer' ? <small>{row.unit.name}</small> : null}
      </Name>
      <Figure className="total">
        <PointsButton
          value={row}
          subject={`${name} · ${all}`}
          onOpen={onOpen && (() => onOpen({ row }))}
        />
      </Figure>
      <Figure>{row.submitted}</Figure>
      <Figure>
        <CountButton
          count={row.adopted}
          subject={`${name} · ${all}`}
          onOpen={onOpen && (() => onOpen({ row }))}
        />
      </Figure>
      {channelsOf(groups).map((channel) => (
        <Figure key={channel}>
          <Cell
            cell={row.byChannel[channel]}
            subject={`${name} · ${labelOf(channel)}`}
            onOpen={onOpen && (() => onOpen({ row, channel }))}
          />
        </Figure>
      ))}
    </tr>
  );
};

interface CellProps {
  cell?: ChannelCell;
  subject: string;
  onOpen?: () => void;
}

const Cell = ({ cell, subject, onOpen }: CellProps) => {
  const { formatMessage } = useIntl();
  if (!cell) return <span aria-hidden>–</span>;
  return (
    <>
      <PointsButton value={cell} subject={subject} onOpen={onOpen} />
      <Count>
        {formatMessage(
          {
            id: trId('report.items'),
            defaultMessage: '{count, plural, one {# item} other {# items}}',
          },
          { count: cell.count }
        )}
      </Count>
    </>
  );
};

interface TotalsProps {
  totals: ReportResponse['meta']['totals'];
  groups: ColumnGroup[];
  onOpen?: (selection: Selection) => void;
}

const Totals = ({ totals, groups, onOpen }: TotalsProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const title = formatMessage({ id: trId('report.sum'), defaultMessage: 'Total' });
  return (
    <tfoot>
      <tr>
        <Rank />
        <Name as="th" scope="row">
          {title}
        </Name>
        <Figure className="total">
          <PointsButton value={totals} subject={title} onOpen={onOpen && (() => onOpen({}))} />
        </Figure>
        <Figure />
        <Figure />
        {channelsOf(groups).map((channel) => (
          <Figure key={channel}>
            <Cell
              cell={totals.byChannel[channel]}
              subject={`${title} · ${labelOf(channel)}`}
              onOpen={onOpen && (() => onOpen({ channel }))}
            />
          </Figure>
        ))}
      </tr>
    </tfoot>
  );
};
