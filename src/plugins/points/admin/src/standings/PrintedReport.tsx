import { createPortal } from 'react-dom';
import { createGlobalStyle, styled } from 'styled-components';
import {
  headingsOf,
  type ReportCell,
  type ReportRow,
  type ReportTable,
} from '../../../shared/report-table';
import { readable } from '../../../shared/points-text';

/** On paper stands the report alone: no navigation, no buttons. */
const OnPaper = createGlobalStyle`
  @media print {
    @page {
      size: A4 landscape;
      margin: 12mm;
    }

    html,
    body {
      background: #fff !important;
    }

    body > *:not([data-printed-report]) {
      display: none !important;
    }
  }
`;

const Sheet = styled.div`
  display: none;

  @media print {
    display: block;
  }

  background: #fff;
  color: #000;
  font-size: 7.5pt;
  line-height: 1.3;

  h1 {
    font-size: 15pt;
    font-weight: 700;
    text-align: center;
  }

  p {
    margin: 1mm 0 2mm;
    font-size: 9pt;
    text-align: center;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  thead {
    display: table-header-group;
  }

  tr {
    break-inside: avoid;
  }

  th,
  td {
    padding: 0.6mm 1mm;
    border: 0.2mm solid #808080;
    vertical-align: middle;
  }

  thead th {
    text-align: center;
    font-weight: 700;
  }

  tbody th {
    min-width: 28mm;
    text-align: left;
    font-weight: 400;
  }

  tbody tr:last-child > * {
    font-weight: 700;
  }

  .rank {
    text-align: center;
  }

  .count,
  .points {
    text-align: right;
    white-space: nowrap;
  }

  small {
    display: block;
    font-size: 6pt;
  }
`;

/** The report as it is printed: on every page its headings, and no row torn apart. */
export const PrintedReport = ({ table }: { table: ReportTable }) =>
  createPortal(
    <Sheet data-printed-report>
      <OnPaper />
      <h1>{table.heading}</h1>
      {table.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <table>
        <thead>
          {headingsOf(table.columns).map((line, index) => (
            <tr key={index}>
              {line.map(({ column, columns, lines, text }) => (
                <th key={column?.id ?? text} colSpan={columns} rowSpan={lines}>
                  {text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {[...table.rows, table.totals].map((row, index) => (
            <PrintedRow key={index} row={row} columns={table.columns} />
          ))}
        </tbody>
      </table>
    </Sheet>,
    document.body
  );

interface PrintedRowProps {
  row: ReportRow;
  columns: ReportTable['columns'];
}

const PrintedRow = ({ columns, row }: PrintedRowProps) => (
  <tr>
    {columns.map(({ id, kind }, index) => {
      const content = <Content cell={row.cells[index]} />;
      return kind === 'text' ? (
        <th key={id} scope="row">
          {content}
        </th>
      ) : (
        <td key={id} className={kind}>
          {content}
        </td>
      );
    })}
  </tr>
);

const Content = ({ cell }: { cell: ReportCell | undefined }) => {
  switch (cell?.kind) {
    case undefined:
    case 'blank':
      return null;
    case 'none':
      return '–';
    case 'rank':
      return cell.rank;
    case 'count':
      return cell.count;
    case 'text':
      return (
        <>
          {cell.text}
          {cell.detail === null ? null : <small>{cell.detail}</small>}
        </>
      );
    case 'points':
      return (
        <>
          {readable(cell)}
          {cell.items === null ? null : <small>{cell.items.text}</small>}
        </>
      );
  }
};
