import type { DetailsAsked } from './adoption-details';
import type { Day } from './period';

/** Adoptions recorded many at once, from the rows of a workbook: what stands in its columns. */

/** The columns that every template has, in their order. */
export const PLAIN_COLUMNS = [
  'title',
  'unit',
  'officer',
  'channel',
  'adoptedOn',
  'organ',
  'reference',
  'words',
  'remark',
] as const;

/** The columns of details, which a template has where the rules ask for them. */
export const DETAIL_COLUMNS = [
  'kind',
  'form',
  'place',
  'length',
  'points',
  'upperScore',
  'rewrittenBy',
] as const satisfies ReadonlyArray<keyof DetailsAsked>;
export type DetailColumn = (typeof DETAIL_COLUMNS)[number];

/** All columns that are read. */
export const IMPORT_COLUMNS = [...PLAIN_COLUMNS, ...DETAIL_COLUMNS] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** What the cells of a row say; of details, those that are filled in. */
export type ImportGiven = Readonly<
  Record<(typeof PLAIN_COLUMNS)[number], string> & Partial<Record<DetailColumn, string>>
>;

/** What no row does without. */
export const REQUIRED_COLUMNS: readonly ImportColumn[] = ['title', 'channel', 'adoptedOn'];

/** How many letters of a column are taken. */
export const IMPORT_LETTERS: Readonly<Record<ImportColumn, number>> = {
  title: 200,
  unit: 400,
  officer: 200,
  channel: 60,
  adoptedOn: 40,
  organ: 120,
  reference: 200,
  words: 2000,
  remark: 1000,
  kind: 120,
  form: 120,
  place: 120,
  length: 20,
  points: 20,
  upperScore: 20,
  rewrittenBy: 120,
};

/** A row of a sheet: its number, from 1, and what its cells say. */
interface SheetRow {
  row: number;
  cells: readonly string[];
}

/** A row with its cells by column. */
export interface ImportRow {
  row: number;
  given: ImportGiven;
}

/** Why the rows of a sheet cannot be read: no headings, some missing, or one that stands twice. */
type HeadingFault =
  | { fault: 'missing'; columns: readonly ImportColumn[] }
  | { fault: 'twice'; columns: readonly ImportColumn[] };

/** The rows below the headings, and headings that mean nothing. */
export interface ImportRows {
  rows: ImportRow[];
  unknown: string[];
}

/** Headings stand below a title and notes. */
const MOST_ABOVE = 20;

const placesIn = (
  { cells }: SheetRow,
  columnOf: (heading: string) => ImportColumn | undefined
): Array<readonly [ImportColumn, number]> =>
  cells.flatMap((cell, place) => {
    const column = columnOf(cell);
    return column === undefined ? [] : [[column, place] as const];
  });

const givenIn = ({ cells }: SheetRow, places: ReadonlyMap<ImportColumn, number>): ImportGiven => {
  const at = (column: ImportColumn): string => {
    const place = places.get(column);
    return place === undefined ? '' : (cells[place]?.trim() ?? '');
  };
  const details = DETAIL_COLUMNS.map((column) => [column, at(column)] as const);
  return {
    title: at('title'),
    unit: at('unit'),
    officer: at('officer'),
    channel: at('channel'),
    adoptedOn: at('adoptedOn'),
    organ: at('organ'),
    reference: at('reference'),
    words: at('words'),
    remark: at('remark'),
    ...(Object.fromEntries(details.filter(([, told]) => told !== '')) as Partial<
      Record<DetailColumn, string>
    >),
  };
};

const isEmpty = ({ given }: ImportRow): boolean =>
  IMPORT_COLUMNS.every((column) => (given[column] ?? '') === '');

/**
 * The rows of a sheet by its headings, wherever among the first lines these stand and in whatever
 * order. Empty rows are left out.
 *
 * @param columnOf the column that a heading means
 */
export const importRowsOf = (
  sheet: readonly SheetRow[],
  columnOf: (heading: string) => ImportColumn | undefined
): ImportRows | HeadingFault => {
  const candidates = sheet.slice(0, MOST_ABOVE).map((row) => placesIn(row, columnOf));
  const best = candidates.reduce<number>(
    (leader, found, index) => (found.length > (candidates[leader]?.length ?? 0) ? index : leader),
    0
  );
  const found = candidates[best] ?? [];
  const places = new Map(found);
  const missing = REQUIRED_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) return { fault: 'missing', columns: missing };
  const twice = [...places.keys()].filter(
    (column) => found.filter(([each]) => each === column).length > 1
  );
  if (twice.length > 0) return { fault: 'twice', columns: twice };
  const headings = sheet[best]?.cells ?? [];
  return {
    rows: sheet
      .slice(best + 1)
      .map((row) => ({ row: row.row, given: givenIn(row, places) }))
      .filter((row) => !isEmpty(row)),
    unknown: headings
      .map((heading) => heading.trim())
      .filter((heading) => heading !== '' && columnOf(heading) === undefined),
  };
};

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const PLAIN_DAY = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A day as people write it (`2026-3-5`, `2026/03/05`, `2026.3.5`, `2026年3月5日`, `20260305`) in its
 * plain form, whether or not the calendar has it; `null` where it is written otherwise.
 */
export const writtenDay = (text: string): Day | null => {
  const match = DAY.exec(text.normalize('NFKC').trim()) ?? PLAIN_DAY.exec(text.trim());
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const SEPARATORS = /[、,，;；\n]/;

/** The names in a cell that may hold several. */
export const namesIn = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((name) => name.trim())
    .filter((name) => name !== '');
