import type {
  Alignment,
  Cell,
  Column,
  Heading,
  Row,
  Table,
} from '../../../../../common/office-files/model';
import { fractionOf, readable } from '../../../shared/points-text';
import {
  headingsOf,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
} from '../../../shared/report-table';
import { effectsText, type ReportEffect } from '../../../shared/report-effects';
import type { ReportWords } from './report-words';

/** A column of a file: what it takes of a column of the report. */
interface FileColumn extends Column {
  from: ReportColumn;
  /** What stands above it. */
  heading: string;
  cellOf: (cell: ReportCell) => Cell;
}

const ALIGNMENTS = {
  rank: 'center',
  text: 'left',
  count: 'right',
  points: 'right',
} as const satisfies Record<ReportColumn['kind'], Alignment>;

const DASH = '–';
const BLANK: Cell = { kind: 'empty', shown: '' };

const whole = (value: number): Cell => ({
  kind: 'number',
  value,
  decimals: 0,
  shown: String(value),
});

/** What a cell says on paper, and to reckon with. */
const sayingOf = (cell: ReportCell): Cell => {
  switch (cell.kind) {
    case 'rank':
      return whole(cell.rank);
    case 'count':
      return whole(cell.count);
    case 'text':
      return {
        kind: 'text',
        text: cell.text,
        ...(cell.detail !== null && { detail: cell.detail }),
      };
    case 'points':
      return {
        kind: 'number',
        value: Number(cell.points),
        decimals: 2,
        shown: readable(cell),
        ...(cell.items && { detail: cell.items.text }),
      };
    case 'none':
      return { kind: 'empty', shown: DASH };
    case 'blank':
      return BLANK;
  }
};

/** The unit of an officer. */
const unitOf = (cell: ReportCell): Cell =>
  cell.kind === 'text' ? { kind: 'text', text: cell.detail ?? '' } : BLANK;

const itemsOf = (cell: ReportCell): Cell =>
  cell.kind === 'points' && cell.items ? whole(cell.items.count) : BLANK;

/** Points as a fraction, where two decimals do not say them in full. */
const fractionIn =
  (slash: string) =>
  (cell: ReportCell): Cell => {
    const fraction = cell.kind === 'points' ? fractionOf(cell) : undefined;
    return fraction === undefined ? BLANK : { kind: 'text', text: fraction.replace('/', slash) };
  };

/** Of a fraction alone, and with the plain slash a spreadsheet program makes a day: 5/3, 5 March. */
const FRACTION_SLASH = '\u2044';

const columnOf = (
  from: ReportColumn,
  cellOf: FileColumn['cellOf'] = sayingOf,
  rest: Partial<Pick<FileColumn, 'name' | 'heading' | 'width' | 'align'>> = {}
): FileColumn => {
  const { heading, kind, name, width } = from;
  return { from, name, heading, width, align: ALIGNMENTS[kind], cellOf, ...rest };
};

const isOfOfficers = ({ rows }: ReportTable): boolean =>
  rows.some(({ subject }) => subject?.officer !== undefined);

/** Whose a row is: an officer's unit in a column of its own. */
const whose = (
  from: ReportColumn,
  report: ReportTable,
  { translate }: ReportWords
): FileColumn[] => {
  if (!isOfOfficers(report)) return [columnOf(from)];
  const unit = translate('report.unit');
  return [
    columnOf(from, sayingOf, { width: 6 }),
    columnOf(from, unitOf, { name: unit, heading: unit }),
  ];
};

const withFraction = (
  from: ReportColumn,
  slash: string,
  { translate }: ReportWords
): FileColumn[] => {
  const exact = translate('report.exact');
  return [columnOf(from), columnOf(from, fractionIn(slash), { name: exact, heading: exact })];
};

const rowOf = (row: ReportRow, columns: readonly FileColumn[], report: ReportTable): Row => ({
  cells: columns.map(({ cellOf, from }) =>
    cellOf(row.cells[report.columns.indexOf(from)] ?? { kind: 'blank' })
  ),
  isTotal: row.subject === null,
});

/** The headings of the report above those of its columns that a file has; a group's of one file column each. */
const headingsAbove = (columns: readonly FileColumn[]): Heading[][] =>
  headingsOf([...new Set(columns.map(({ from }) => from))]).map((line) =>
    line.flatMap(({ column, columns: width, lines, text }) =>
      column === null
        ? [{ text, columns: width, lines }]
        : columns
            .filter(({ from }) => from === column)
            .map(({ heading }) => ({ text: heading, columns: 1, lines }))
    )
  );

const tableOf = (report: ReportTable, columns: FileColumn[]): Table => ({
  headings: headingsAbove(columns),
  columns: columns.map(({ align, name, width }) => ({ align, name, width })),
  leading: columns.filter(({ from }) => from.id === 'rank' || from.id === 'name').length,
  rows: [...report.rows, report.totals].map((row) => rowOf(row, columns, report)),
});

/** The report as paper shows it: what the screen shows, cell for cell. */
export const paperTableOf = (report: ReportTable): Table =>
  tableOf(
    report,
    report.columns.map((column) => columnOf(column))
  );

/** The report to reckon with: points as numbers, and the exact total beside. */
export const pointsTableOf = (report: ReportTable, words: ReportWords): Table =>
  tableOf(
    report,
    report.columns.flatMap((column) => {
      if (column.id === 'name') return whose(column, report, words);
      return column.id === 'total' ? withFraction(column, '/', words) : [columnOf(column)];
    })
  );

/** How many items earned the points of each channel. */
export const itemsTableOf = (report: ReportTable, words: ReportWords): Table =>
  tableOf(
    report,
    report.columns.flatMap((column) => {
      if (column.id === 'total') return [];
      if (column.id === 'name') return whose(column, report, words);
      return [columnOf(column, column.channel === null ? sayingOf : itemsOf)];
    })
  );

/** All points that two decimals do not say in full, as fractions; `null` where there are none. */
export const fractionsTableOf = (report: ReportTable, words: ReportWords): Table | null => {
  const isInexact = (cell: ReportCell): boolean =>
    cell.kind === 'points' && fractionOf(cell) !== undefined;
  if (![...report.rows, report.totals].some(({ cells }) => cells.some(isInexact))) return null;
  return tableOf(
    report,
    report.columns.flatMap((column) => {
      if (column.id === 'name') return whose(column, report, words);
      return [columnOf(column, column.kind === 'points' ? fractionIn('/') : sayingOf)];
    })
  );
};

const EFFECT_COLUMNS = [
  { word: 'period', width: 7 },
  { word: 'what', width: 6 },
  { word: 'points', width: 5 },
  { word: 'ground', width: 22 },
  { word: 'facts', width: 18 },
] as const;

const textCell = (text: string): Cell => ({ kind: 'text', text });

const effectCells = ({ facts, ground, period, points, what }: ReportEffect): Cell[] => [
  textCell(period),
  textCell(what),
  points === null ? BLANK : sayingOf({ kind: 'points', ...points, items: null }),
  textCell(ground),
  textCell(facts),
];

/** What the rules of the period make of each row and say of it, with its why; `null` where there is nothing. */
export const effectsTableOf = (report: ReportTable, { translate }: ReportWords): Table | null => {
  const rows = report.rows.flatMap(({ effects = [], name }) =>
    effects.map((effect): Row => ({
      cells: [textCell(name), ...effectCells(effect)],
      isTotal: false,
    }))
  );
  if (rows.length === 0) return null;
  const columns: Column[] = [
    { name: translate('report.unit'), align: 'left', width: 10 },
    ...EFFECT_COLUMNS.map(({ width, word }): Column => ({
      name: translate(`report.effect.${word}`),
      align: word === 'points' ? 'right' : 'left',
      width,
    })),
  ];
  const headings = [columns.map(({ name }) => ({ text: name, columns: 1, lines: 1 }))];
  return { headings, columns, leading: 1, rows };
};

/** The table with one column more, which says in words what the rules of the period did. */
const withEffects = (table: Table, report: ReportTable, { translate }: ReportWords): Table => {
  if (!report.rows.some(({ effects }) => effects)) return table;
  const name = translate('report.effects');
  const all = [...report.rows, report.totals];
  return {
    ...table,
    columns: [...table.columns, { name, align: 'left', width: 20 }],
    rows: table.rows.map((row, index) => {
      const text = effectsText(all[index]?.effects ?? [], readable);
      return { ...row, cells: [...row.cells, textCell(text)] };
    }),
  };
};

/** The report for other programs: every number in a column of its own, under one name. */
export const plainTableOf = (report: ReportTable, words: ReportWords): Table => {
  const columns = report.columns.flatMap((column) => {
    if (column.id === 'name') return whose(column, report, words);
    if (column.id === 'total') return withFraction(column, FRACTION_SLASH, words);
    if (column.channel === null) return [columnOf(column)];
    const name = words.translate('report.count-of', { channel: column.name });
    return [columnOf(column), columnOf(column, itemsOf, { name })];
  });
  return { ...withEffects(tableOf(report, columns), report, words), headings: [] };
};
