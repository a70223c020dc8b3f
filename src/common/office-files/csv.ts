import type { Cell, Table } from './model';
import { writable } from './text';

/** By which a program tells that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const LINE_END = '\r\n';

/** With which a spreadsheet program takes a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const NEEDS_QUOTES = /[",\r\n]/;

const quoted = (field: string): string =>
  NEEDS_QUOTES.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** A text as a field: one that a program would run as a formula begins with an apostrophe. */
const textField = (text: string): string => {
  const plain = writable(text);
  return quoted(FORMULA.test(plain) ? `'${plain}` : plain);
};

const fieldOf = (cell: Cell): string => {
  if (cell.kind === 'number') return cell.value.toFixed(cell.decimals);
  return cell.kind === 'text' ? textField(cell.text) : '';
};

/** A line of cells, by RFC 4180. */
export const csvLine = (cells: readonly Cell[]): string => cells.map(fieldOf).join(',') + LINE_END;

/** The line of headings: each column by the name that it has alone. */
export const csvHead = ({ columns }: Pick<Table, 'columns'>): string =>
  BYTE_ORDER_MARK + columns.map(({ name }) => textField(name)).join(',') + LINE_END;

/** A table as comma-separated values (RFC 4180), in UTF-8 with the mark by which programs tell. */
export const writeCsv = (table: Table): Uint8Array =>
  new TextEncoder().encode(csvHead(table) + table.rows.map(({ cells }) => csvLine(cells)).join(''));
