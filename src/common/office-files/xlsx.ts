import { writeXlsx as write, type CellStyle, type CellValue, type WriteSheet } from 'hucre';
import { placeHeadings } from './headings';
import type { Cell, Column, Row, Sheet, Table, Workbook } from './model';
import { writable } from './text';
import { repack } from './zip';

const THIN = { style: 'thin', color: { rgb: '808080' } } as const;
const RULED = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const SHADED = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb: 'EEEEEE' },
} as const;

const TITLE: CellStyle = {
  font: { name: '黑体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};
const NOTE: CellStyle = {
  font: { name: '宋体', size: 10 },
  alignment: { horizontal: 'center', vertical: 'center' },
};
const HEADING: CellStyle = {
  font: { name: '黑体', size: 10, bold: true },
  fill: SHADED,
  border: RULED,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

/** How many columns of a sheet's measure a full-width character takes, and what a cell needs beside it. */
const FULL_WIDTH = 2;
const PADDING = 2;

/** The height of a line of a cell, in points. */
const LINE = 14;

/** In inches, as the format wants them. */
const MARGINS = { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 };

const numberFormat = (decimals: number): string =>
  decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;

const valueOf = (cell: Cell): CellValue => {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' ? writable(cell.text) : null;
};

const styleOf = (cell: Cell, { align }: Column, { isTotal }: Row): CellStyle => ({
  font: { name: '宋体', size: 10, bold: isTotal },
  border: RULED,
  alignment: { horizontal: align, vertical: 'center', wrapText: cell.kind === 'text' },
  ...(isTotal && { fill: SHADED }),
  ...(cell.kind === 'number' && { numFmt: numberFormat(cell.decimals) }),
});

/** Gives cells that look alike one style: a long table has few. */
const sharedStyles = (): typeof styleOf => {
  const styles = new Map<string, CellStyle>();
  return (cell, column, row) => {
    const decimals = cell.kind === 'number' ? cell.decimals : '';
    const key = `${cell.kind}${decimals} ${column.align} ${row.isTotal}`;
    const style = styles.get(key) ?? styleOf(cell, column, row);
    styles.set(key, style);
    return style;
  };
};

/** The cells of a sheet by their place, and which of them are one. */
class Grid {
  readonly cells = new Map<string, { value: CellValue; style: CellStyle }>();
  readonly merges: NonNullable<WriteSheet['merges']> = [];

  put(row: number, column: number, value: CellValue, style: CellStyle): void {
    this.cells.set(`${row},${column}`, { value, style });
  }

  /** Puts a text over several cells, all of which have its style: borders are drawn by each. */
  spread(
    row: number,
    column: number,
    lines: number,
    columns: number,
    text: string,
    style: CellStyle
  ): void {
    for (let line = 0; line < lines; line += 1) {
      for (let offset = 0; offset < columns; offset += 1) {
        const isFirst = line === 0 && offset === 0;
        this.put(row + line, column + offset, isFirst ? writable(text) : null, style);
      }
    }
    if (lines * columns === 1) return;
    this.merges.push({
      startRow: row,
      startCol: column,
      endRow: row + lines - 1,
      endCol: column + columns - 1,
    });
  }
}

const fill = (grid: Grid, { columns, headings, rows }: Table, top: number): void => {
  const style = sharedStyles();
  for (const { line, column, lines, columns: width, text } of placeHeadings(headings)) {
    grid.spread(top + line, column, lines, width, text, HEADING);
  }
  rows.forEach((row, index) => {
    row.cells.forEach((cell, column) => {
      const of = columns[column];
      if (of) grid.put(top + headings.length + index, column, valueOf(cell), style(cell, of, row));
    });
  });
};

/** How many full-width characters a text is wide. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter < '\u0100' ? 1 / FULL_WIDTH : 1), 0);

/** How many lines a cell takes of its column. */
const linesIn = (cell: Cell, { width }: Column): number =>
  cell.kind === 'text' ? Math.max(1, Math.ceil(widthOf(cell.text) / width)) : 1;

/**
 * How high those rows are whose texts take several lines: not every program finds that out for itself,
 * and one that does not writes them over one another.
 */
const heightsOf = ({ columns, rows }: Table, top: number): Array<[number, { height: number }]> =>
  rows.flatMap(({ cells }, index): Array<[number, { height: number }]> => {
    const lines = Math.max(
      ...columns.map((column, place) => {
        const cell = cells[place];
        return cell ? linesIn(cell, column) : 1;
      })
    );
    return lines > 1 ? [[top + index, { height: lines * LINE }]] : [];
  });

const toSheet = ({ name, notes, table, title }: Sheet): WriteSheet => {
  const above = [title, ...notes];
  const { columns, headings, leading } = table;
  const grid = new Grid();
  above.forEach((text, row) => {
    grid.spread(row, 0, 1, columns.length, text, row === 0 ? TITLE : NOTE);
  });
  fill(grid, table, above.length);
  const frozen = above.length + headings.length;
  return {
    name,
    columns: columns.map(({ width }) => ({ width: width * FULL_WIDTH + PADDING })),
    cells: grid.cells,
    merges: grid.merges,
    freezePane: { rows: frozen, columns: leading },
    rowDefs: new Map([[0, { height: 26 }], ...heightsOf(table, frozen)]),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
      printTitlesRow: `$${above.length + 1}:$${frozen}`,
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
};

/**
 * A workbook as `.xlsx`: numbers are numbers, texts never formulas, the headings stay in sight and
 * are printed on every page, which is as wide as the table.
 */
export const writeXlsx = async ({ moment, sheets, title }: Workbook): Promise<Uint8Array> => {
  const file = await write({
    sheets: sheets.map(toSheet),
    properties: { title: writable(title), created: moment, modified: moment },
  });
  return repack(file, moment);
};
