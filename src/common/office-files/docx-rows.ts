import { TableRow, type IXmlableObject } from 'docx';
import { fontOf } from './docx-fonts';
import { halfPoints, twips } from './docx-units';
import type { Alignment, Cell, Row, Table } from './model';
import { DETAIL_RATIO, type TableLayout } from './paper';
import { xmlText } from './text';

const PLACE = 'rows';

/**
 * Stands in a table where its rows are: as objects of the library, those of a long table take a
 * hundred times what they take as text.
 */
export class RowsPlace extends TableRow {
  constructor() {
    super({ children: [] });
  }

  override prepForXml(): IXmlableObject {
    return { [PLACE]: {} };
  }
}

/** A document's text with the rows of its tables in their places, a part at a time. */
export function* withRows(
  document: string,
  tables: ReadonlyArray<Iterable<string>>
): Generator<string> {
  const [beginning = '', ...rest] = document.split(`<${PLACE}/>`);
  yield beginning;
  for (const [index, part] of rest.entries()) {
    yield* tables[index] ?? [];
    yield part;
  }
}

/** How one line of a cell is written, but for its words. */
interface Line {
  before: string;
  after: string;
}

const lineOf = (align: Alignment, isTotal: boolean, size: number): Line => {
  const { ascii, cs, eastAsia, hAnsi } = fontOf(isTotal ? 'black' : 'body');
  const fonts = `w:ascii="${ascii}" w:cs="${cs}" w:eastAsia="${eastAsia}" w:hAnsi="${hAnsi}"`;
  const letters = halfPoints(size);
  return {
    before:
      `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${twips(size * 1.25)}" w:lineRule="exact"/><w:jc w:val="${align}"/></w:pPr>` +
      `<w:r><w:rPr><w:rFonts ${fonts}/><w:sz w:val="${letters}"/><w:szCs w:val="${letters}"/></w:rPr>` +
      '<w:t xml:space="preserve">',
    after: '</w:t></w:r></w:p>',
  };
};

/** How a cell of a column is written, but for its words. */
interface CellPattern {
  before: string;
  main: Line;
  detail: Line;
}

const patternOf = (
  align: Alignment,
  width: number,
  isTotal: boolean,
  { fontSize }: TableLayout
): CellPattern => {
  const margin = `w:type="dxa" w:w="${twips(fontSize / 5)}"`;
  const margins = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} ${margin}/>`);
  return {
    before:
      `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${twips(width)}"/>` +
      `<w:tcMar>${margins.join('')}</w:tcMar><w:vAlign w:val="center"/></w:tcPr>`,
    main: lineOf(align, isTotal, fontSize),
    detail: lineOf(align, isTotal, fontSize * DETAIL_RATIO),
  };
};

const written = ({ after, before }: Line, text: string): string => before + xmlText(text) + after;

const cellText = (cell: Cell, { before, detail, main }: CellPattern): string => {
  const below = cell.kind === 'empty' ? undefined : cell.detail;
  return (
    before +
    written(main, cell.kind === 'text' ? cell.text : cell.shown) +
    (below === undefined ? '' : written(detail, below)) +
    '</w:tc>'
  );
};

const cellTexts = ({ cells }: Row, patterns: readonly CellPattern[]): string =>
  patterns
    .map((pattern, column) => {
      const cell = cells[column];
      return cell ? cellText(cell, pattern) : '';
    })
    .join('');

/**
 * The rows of a table, each as WordprocessingML (ECMA-376-1, 17.4), whose elements have an order. All
 * of a column are written alike, so what goes before their words is made once.
 */
export function* rowTexts({ columns, rows }: Table, layout: TableLayout): Generator<string> {
  const patterns = (isTotal: boolean): CellPattern[] =>
    columns.map(({ align }, index) => patternOf(align, layout.widths[index] ?? 0, isTotal, layout));
  const [plain, total] = [patterns(false), patterns(true)];
  const begin =
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader w:val="off"/>' +
    `<w:trHeight w:val="${twips(layout.fontSize * 1.5)}" w:hRule="atLeast"/></w:trPr>`;
  for (const row of rows) yield `${begin}${cellTexts(row, row.isTotal ? total : plain)}</w:tr>`;
}
