import { useIntl } from 'react-intl';
import {
  headingsOf,
  type ReportCell,
  type ReportColumn,
  type ReportHeading,
  type ReportRow,
  type ReportTable,
} from '../../../shared/report-table';
import { Count, DenseTable, Figure, Name, Rank, Scroller } from '../shared/dense-table';
import { ProfileLink } from '../shared/ProfileLink';
import { trId } from '../shared/translations';
import { CountButton, PointsButton } from './PointsButton';
import type { Selection } from './selection';

type Open = (selection: Selection) => void;

interface StandingsTableProps {
  table: ReportTable;
  /** Whether a unit's numbers, and the pages of it and its people, may be opened. */
  isOpen: (unit: string) => boolean;
  /** The month that those pages show, where the report is of one. */
  month?: string;
  /** Whether the totals row stands for all units, so that its postings can be listed. */
  isWhole: boolean;
  onOpen: Open;
  /** Shows the effects of the rules of the period on a row. */
  onEffects: (row: ReportRow) => void;
}

/** The ranking (积分排名, §八.1): a row a unit or officer, a column a channel. */
export const StandingsTable = ({
  table,
  isOpen,
  isWhole,
  month,
  onEffects,
  onOpen,
}: StandingsTableProps) => {
  const { columns, rows, title, totals } = table;
  return (
    <Scroller role="region" aria-label={title} tabIndex={0}>
      <DenseTable>
        <caption>{title}</caption>
        <Head columns={columns} />
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.subject?.officer?.documentId ?? row.subject?.unit.documentId}
              row={row}
              columns={columns}
              onOpen={row.subject && isOpen(row.subject.unit.documentId) ? onOpen : undefined}
              month={month}
              onEffects={row.effects && (() => onEffects(row))}
            />
          ))}
        </tbody>
        <tfoot>
          <Row row={totals} columns={columns} onOpen={isWhole ? onOpen : undefined} />
        </tfoot>
      </DenseTable>
    </Scroller>
  );
};

/** What the cells of a column are built of. */
const CELLS = { rank: Rank, text: Name, count: Figure, points: Figure } as const;

const Head = ({ columns }: { columns: readonly ReportColumn[] }) => (
  <thead>
    {headingsOf(columns).map((line, index) => (
      <tr key={index}>
        {line.map((heading) => (
          <Heading key={heading.column?.id ?? heading.text} heading={heading} />
        ))}
      </tr>
    ))}
  </thead>
);

const Heading = ({ heading: { column, columns, lines, text } }: { heading: ReportHeading }) => {
  if (!column) {
    return (
      <th scope={columns > 1 ? 'colgroup' : 'col'} colSpan={columns} className="group">
        {text}
      </th>
    );
  }
  const Cell = CELLS[column.kind];
  return (
    <Cell as="th" scope="col" rowSpan={lines}>
      {text}
    </Cell>
  );
};

interface RowProps {
  row: ReportRow;
  columns: readonly ReportColumn[];
  /** Absent where the row may not be opened. */
  onOpen?: Open;
  month?: string;
  onEffects?: () => void;
}

const Row = ({ row, columns, month, onEffects, onOpen }: RowProps) => (
  <tr>
    {columns.map((column, index) => {
      const { id, kind } = column;
      const Cell = CELLS[kind];
      const content = (
        <Content cell={row.cells[index]} {...{ row, column, month, onEffects, onOpen }} />
      );
      return kind === 'text' ? (
        <Cell key={id} as="th" scope="row">
          {content}
        </Cell>
      ) : (
        <Cell key={id} className={id === 'total' ? 'total' : undefined}>
          {content}
        </Cell>
      );
    })}
  </tr>
);

interface ContentProps extends Omit<RowProps, 'columns'> {
  cell: ReportCell | undefined;
  column: ReportColumn;
}

/** What a cell says; its number opens the postings that it rests on. */
const Content = ({ cell, column, month, row, onEffects, onOpen }: ContentProps) => {
  const subject = useSubject(row, column);
  const { channel } = column;
  switch (cell?.kind) {
    case undefined:
    case 'blank':
      return null;
    case 'none':
      return <span aria-hidden>–</span>;
    case 'rank':
      return cell.rank;
    case 'text':
      return (
        <>
          <Subject row={row} month={month} isOpen={onOpen !== undefined}>
            {cell.text}
          </Subject>
          {cell.detail === null ? null : <small>{cell.detail}</small>}
        </>
      );
    case 'count': {
      if (column.id !== 'adopted') return cell.count;
      const open = onOpen && (() => onOpen({ subject: row.subject, channel, value: row.total }));
      return <CountButton count={cell.count} subject={subject} onOpen={open} />;
    }
    case 'points': {
      const rests =
        onOpen &&
        (() =>
          onOpen({
            subject: row.subject,
            channel,
            value: cell,
            ...(channel && { channelName: column.name }),
          }));
      const isEffect = column.id === 'period';
      const open = isEffect ? onEffects : rests;
      return (
        <>
          <PointsButton value={cell} subject={subject} onOpen={open} isEffect={isEffect} />
          {cell.items === null ? null : <Count>{cell.items.text}</Count>}
        </>
      );
    }
  }
};

interface SubjectProps {
  row: ReportRow;
  month?: string;
  isOpen: boolean;
  children: string;
}

/** Whose row it is; leads to their page for who may open it. */
const Subject = ({ row: { subject }, month, isOpen, children }: SubjectProps) => {
  if (!subject) return <>{children}</>;
  const { officer, unit } = subject;
  return (
    <ProfileLink
      of={officer ? 'person' : 'unit'}
      documentId={(officer ?? unit).documentId}
      month={month}
      isOpen={isOpen}
    >
      {children}
    </ProfileLink>
  );
};

/** Whose number it is and of what, for those who cannot see the row and column. */
const useSubject = (
  { name, subject }: ReportRow,
  { channel, id, name: of }: ReportColumn
): string => {
  const { formatMessage } = useIntl();
  const all = formatMessage({ id: trId('report.all-channels'), defaultMessage: 'all channels' });
  if (channel || id === 'period') return `${name} · ${of}`;
  return subject ? `${name} · ${all}` : name;
};
