import type { LineFace, Margins, Section, Table } from './model';

/** A4 in millimetres. */
const SHORT_SIDE = 210;
const LONG_SIDE = 297;

/** GB/T 9704-2012, 5.2: 37 mm above, 28 mm at the binding, a block of text of 156 by 225 mm. */
const OFFICIAL: Margins = { top: 37, right: 26, bottom: 35, left: 28 };

/** The same page turned: what was the binding lies above (GB/T 9704-2012, 11). */
const OFFICIAL_TURNED: Margins = { top: 28, right: 37, bottom: 26, left: 35 };

/** Type sizes in points, by GB/T 9704: 2号, 3号, 4号, 5号 and 小五. */
export const SIZES = { title: 22, body: 16, small: 14, table: 10.5, note: 9 } as const;

/** Type sizes of lines that begin at the edge. */
export const LINE_SIZES = {
  body: SIZES.body,
  black: SIZES.body,
  small: SIZES.table,
} as const satisfies Record<LineFace, number>;

/** 22 lines fill the block of text: 29 pt, as most write it, leaves room for 21. */
export const LINE_HEIGHT = 28.95;

/** Room beside the content of a cell, in its own characters. */
const CELL_PADDING = 0.3;

/** What stands smaller in a cell than its number. */
export const DETAIL_RATIO = 0.8;

export interface Page {
  /** In millimetres. */
  width: number;
  height: number;
  margins: Margins;
  /** Between the margins. */
  textWidth: number;
}

export const pageOf = ({
  margins,
  orientation,
}: Pick<Section, 'margins' | 'orientation'>): Page => {
  const isTurned = orientation === 'landscape';
  const width = isTurned ? LONG_SIDE : SHORT_SIDE;
  const used = margins ?? (isTurned ? OFFICIAL_TURNED : OFFICIAL);
  return {
    width,
    height: isTurned ? SHORT_SIDE : LONG_SIDE,
    margins: used,
    textWidth: width - used.left - used.right,
  };
};

const POINTS_PER_MM = 72 / 25.4;

export const pointsOf = (millimetres: number): number => millimetres * POINTS_PER_MM;

export const millimetresOf = (points: number): number => points / POINTS_PER_MM;

export interface TableLayout {
  /** In points; as large as the page lets it be, and no larger than tables are set. */
  fontSize: number;
  /** Of each column in points, together as wide as the page. */
  widths: number[];
  padding: number;
}

/** Lays a table over the whole width of a page: the wider its columns, the smaller its letters. */
export const layoutOf = ({ columns }: Table, textWidth: number): TableLayout => {
  const available = pointsOf(textWidth);
  const letters = columns.map(({ width }) => width + 2 * CELL_PADDING);
  const total = letters.reduce((sum, width) => sum + width, 0);
  const fontSize = Math.min(SIZES.table, Math.floor((available / total) * 10) / 10);
  return {
    fontSize,
    widths: letters.map((width) => (width / total) * available),
    padding: CELL_PADDING * fontSize,
  };
};
