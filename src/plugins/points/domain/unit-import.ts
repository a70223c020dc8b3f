/**
 * Units in a sheet: a row is a unit with its first officer, its leader and its head; a row without a
 * unit of its own is a further officer of the unit above.
 */

export const UNIT_COLUMNS = [
  'name',
  'code',
  'kind',
  'signOff',
  'activeFrom',
  'officer',
  'officerMail',
  'leader',
  'leaderMail',
  'head',
  'headMail',
] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];

/** Columns that a sheet must have. */
export const REQUIRED_UNIT_COLUMNS: readonly UnitColumn[] = ['name', 'code', 'kind'];

/** A row of a sheet: its number, from 1, and its cells as texts. */
interface SheetRow {
  row: number;
  cells: readonly string[];
}

interface SheetPerson {
  name: string;
  mail: string;
}

/** A unit as the sheet has it: texts, empty where a cell is. */
export interface SheetUnit {
  /** The row that it begins in. */
  row: number;
  name: string;
  code: string;
  kind: string;
  signOff: string;
  activeFrom: string;
  officers: SheetPerson[];
  leader: SheetPerson;
  head: SheetPerson;
}

type Cells = Readonly<Record<UnitColumn, string>>;

const isSomebody = ({ mail, name }: SheetPerson): boolean => name !== '' || mail !== '';

const unitOf = (row: number, cells: Cells): SheetUnit => ({
  ...{ row, name: cells.name, code: cells.code, kind: cells.kind },
  ...{ signOff: cells.signOff, activeFrom: cells.activeFrom },
  officers: [{ name: cells.officer, mail: cells.officerMail }].filter(isSomebody),
  leader: { name: cells.leader, mail: cells.leaderMail },
  head: { name: cells.head, mail: cells.headMail },
});

const isOfUnitAbove = ({ code, kind, name, officer, officerMail }: Cells): boolean =>
  name === '' && code === '' && kind === '' && (officer !== '' || officerMail !== '');

/**
 * The units of a sheet; `null` where no row has all the headings that it takes. What stands above
 * the headings is passed over.
 *
 * @param columnOf which column a heading names, if any
 */
export const unitsOfSheet = (
  rows: readonly SheetRow[],
  columnOf: (heading: string) => UnitColumn | undefined
): SheetUnit[] | null => {
  const placesOf = ({ cells }: SheetRow): Map<UnitColumn, number> =>
    new Map(
      cells.flatMap((cell, place) => {
        const column = columnOf(cell);
        return column ? [[column, place] as const] : [];
      })
    );
  const at = rows.findIndex((row) => {
    const places = placesOf(row);
    return REQUIRED_UNIT_COLUMNS.every((column) => places.has(column));
  });
  const heading = rows[at];
  if (!heading) return null;
  const places = placesOf(heading);
  const cellsOf = ({ cells }: SheetRow): Cells => {
    const found = UNIT_COLUMNS.map(
      (column) => [column, (cells[places.get(column) ?? -1] ?? '').trim()] as const
    );
    return Object.fromEntries(found) as Record<UnitColumn, string>;
  };
  const units: SheetUnit[] = [];
  for (const row of rows.slice(at + 1)) {
    const cells = cellsOf(row);
    const above = units.at(-1);
    if (above && isOfUnitAbove(cells)) {
      above.officers.push({ name: cells.officer, mail: cells.officerMail });
    } else if (Object.values(cells).some((cell) => cell !== '')) units.push(unitOf(row.row, cells));
  }
  return units;
};
