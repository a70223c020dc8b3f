/**
 * Files for an office, said in plain data: what a document, a workbook and a table hold, and nothing
 * of how a format writes it. A file has no clock of its own: the moment that it bears is given, and
 * the same content of the same moment gives the same bytes.
 */

export type Alignment = 'left' | 'center' | 'right';

/** What a cell says. `detail` stands smaller below it, on paper only. */
export type Cell =
  | { kind: 'text'; text: string; detail?: string }
  /** A number to reckon with, and how it reads on paper. */
  | { kind: 'number'; value: number; decimals: number; shown: string; detail?: string }
  /** Nothing to reckon with, and what paper shows in its place. */
  | { kind: 'empty'; shown: string };

export interface Column {
  /** What it is called where it stands alone, without a heading above. */
  name: string;
  align: Alignment;
  /** How many full-width characters its content takes. */
  width: number;
}

/** A heading above the columns, and over how many columns and lines it reaches. */
export interface Heading {
  text: string;
  columns: number;
  lines: number;
}

export interface Row {
  /** As many as there are columns, in their order. */
  cells: Cell[];
  /** Whether it adds the others up. */
  isTotal: boolean;
}

export interface Table {
  /** From the top; a line leaves out what a heading above it reaches over. */
  headings: Heading[][];
  columns: Column[];
  /** How many columns from the left tell whose a row is, and stay in sight. */
  leading: number;
  rows: Row[];
}

/** In millimetres. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** How a line is set: as the text, as a heading, or smaller. */
export type LineFace = 'body' | 'black' | 'small';

export type Block =
  /** Broken where its text has a line end. */
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  /** A line that begins at the edge: whom a paper is to, its number, what a table means. */
  | { kind: 'line'; text: string; align: Alignment; face: LineFace }
  /** A smaller line below a title: what must be known to read a table. */
  | { kind: 'note'; text: string }
  | { kind: 'table'; table: Table }
  /** Who signs and when: at the right, below one another. */
  | { kind: 'signature'; lines: string[] }
  | { kind: 'page-break' };

/** Pages of A4 of one orientation. */
export interface Section {
  orientation: 'portrait' | 'landscape';
  /** Those of GB/T 9704 where none are given. */
  margins?: Margins;
  blocks: Block[];
}

interface Properties {
  title: string;
  /** `zh-CN`, `en`: for whoever reads the file aloud or checks its spelling. */
  language: string;
  /** When it was made, as the file says. */
  moment: Date;
}

/** A document of pages, for a text processor or for print. */
export interface OfficeDocument extends Properties {
  sections: Section[];
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  title: string;
  notes: string[];
  table: Table;
}

/** A workbook of a spreadsheet program: a sheet a table. */
export interface Workbook extends Properties {
  sheets: Sheet[];
}
