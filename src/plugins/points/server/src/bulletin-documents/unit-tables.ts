import type { UnitKind } from '../../../domain/vocabulary';
import type { Points, StandingsRow } from '../../../shared/contracts';
import { fractionOf, readable } from '../../../shared/points-text';
import { columnGroupsOf, hasBonus } from '../../../shared/report-columns';
import type {
  Alignment,
  Cell,
  Heading,
  Row,
  Table,
} from '../../../../../common/office-files/model';
import { reportWordsOf } from '../downloads/report-words';
import { addUp } from '../standings/report-rows';
import { rankedOfKind, type SealedMonth } from './sealed-months';

/** The month's and the year's line of a unit: one of them is missing where it was not in use. */
interface UnitLine {
  name: string;
  month: StandingsRow | null;
  year: StandingsRow | null;
}

/** What both rankings of a kind come to. */
interface Totals {
  month: Points & { bonus: Points };
  year: Points;
}

interface UnitColumn {
  /** The heading that it shares with those beside it. */
  group: string | null;
  heading: string;
  /** What it is called where it stands alone. */
  name: string;
  align: Alignment;
  width: number;
  cellOf: (line: UnitLine) => Cell;
  totalOf: (totals: Totals) => Cell;
}

const { translate } = reportWordsOf('zh-Hans');

const BLANK: Cell = { kind: 'empty', shown: '' };
const DASH: Cell = { kind: 'empty', shown: '–' };

export const textCell = (text: string): Cell => ({ kind: 'text', text });

export const wholeCell = (value: number): Cell => ({
  kind: 'number',
  value,
  decimals: 0,
  shown: String(value),
});

const pointsCell = (points: Points): Cell => {
  const fraction = fractionOf(points);
  return {
    kind: 'number',
    value: Number(points.points),
    decimals: 2,
    shown: readable(points),
    ...(fraction !== undefined && { detail: fraction }),
  };
};

const orDash = <T>(value: T | null | undefined, cellOf: (value: T) => Cell): Cell =>
  value === null || value === undefined ? DASH : cellOf(value);

/** Counts add up to nothing: a joint item is one of each of its units. */
const uncounted = (): Cell => BLANK;

const countColumns = (group: string, measure: 'submitted' | 'adopted'): UnitColumn[] =>
  (
    [
      ['month', '本月'],
      ['year', '累计'],
    ] as const
  ).map(([span, heading]) => ({
    ...{ group, heading, name: `${heading}${group}`, align: 'right', width: 3.5 },
    cellOf: (line) => orDash(line[span], (row) => wholeCell(row[measure])),
    totalOf: uncounted,
  }));

const channelColumns = (rows: readonly StandingsRow[]): UnitColumn[] =>
  columnGroupsOf(addUp(rows).byChannel).map(({ channels, id }) => {
    const heading = translate(`report.group.${id}`);
    return {
      ...{ group: '本月各渠道采用条数', heading, name: `本月${heading}采用条数` },
      ...{ align: 'right', width: 4 },
      cellOf: ({ month }) =>
        orDash(month, ({ byChannel }) =>
          wholeCell(channels.reduce((sum, channel) => sum + (byChannel[channel]?.count ?? 0), 0))
        ),
      totalOf: uncounted,
    };
  });

const pointsColumn = (
  heading: string,
  name: string,
  pointsOf: (line: UnitLine) => Points | undefined,
  totalOf: (totals: Totals) => Points
): UnitColumn => ({
  ...{ group: '积分', heading, name, align: 'right', width: 4.5 },
  cellOf: (line) => orDash(pointsOf(line), pointsCell),
  totalOf: (totals) => pointsCell(totalOf(totals)),
});

const single = (
  heading: string,
  width: number,
  align: Alignment,
  cellOf: UnitColumn['cellOf'],
  total: Cell = BLANK
): UnitColumn => ({
  ...{ group: null, heading, name: heading, align, width, cellOf },
  totalOf: () => total,
});

const columnsOf = (month: readonly StandingsRow[]): UnitColumn[] => [
  single('名次', 2.5, 'center', (line) => orDash(line.month, ({ rank }) => wholeCell(rank))),
  single('单位', 10, 'left', ({ name }) => textCell(name), textCell('合计')),
  ...countColumns('报送条数', 'submitted'),
  ...countColumns('采用条数', 'adopted'),
  ...channelColumns(month),
  pointsColumn(
    '本月',
    '本月积分',
    (line) => line.month ?? undefined,
    (totals) => totals.month
  ),
  ...(hasBonus(month)
    ? [
        pointsColumn(
          '其中加分',
          '本月积分中的加分',
          (line) => line.month?.bonus,
          (totals) => totals.month.bonus
        ),
      ]
    : []),
  pointsColumn(
    '累计',
    '累计积分',
    (line) => line.year ?? undefined,
    (totals) => totals.year
  ),
  single('累计名次', 3, 'center', (line) => orDash(line.year, ({ rank }) => wholeCell(rank))),
];

const headingsOf = (columns: readonly UnitColumn[]): Heading[][] => {
  const above: Heading[] = [];
  const below: Heading[] = [];
  let open: string | null = null;
  for (const { group, heading } of columns) {
    const last = above.at(-1);
    if (group === null) above.push({ text: heading, columns: 1, lines: 2 });
    else if (last && group === open) last.columns += 1;
    else above.push({ text: group, columns: 1, lines: 1 });
    if (group !== null) below.push({ text: heading, columns: 1, lines: 1 });
    open = group;
  }
  return [above, below];
};

/** In the month's order; behind them who was in use earlier in the year alone. */
const linesOf = (month: readonly StandingsRow[], year: readonly StandingsRow[]): UnitLine[] => {
  const byUnit = new Map(year.map((row) => [row.unit.documentId, row]));
  const current = new Set(month.map(({ unit }) => unit.documentId));
  return [
    ...month.map((row) => ({
      name: row.unit.name,
      month: row,
      year: byUnit.get(row.unit.documentId) ?? null,
    })),
    ...year
      .filter(({ unit }) => !current.has(unit.documentId))
      .map((row) => ({ name: row.unit.name, month: null, year: row })),
  ];
};

/** What the units of a kind sent, what of it was adopted and what it earned: in the month and in its year until then. */
export const unitTableOf = ({ standings }: SealedMonth, kind: UnitKind): Table => {
  const month = rankedOfKind(standings.month.units, kind);
  const year = rankedOfKind(standings.year.units, kind);
  const columns = columnsOf(month);
  const totals = { month: addUp(month), year: addUp(year) };
  const rows = linesOf(month, year).map((line): Row => ({
    cells: columns.map(({ cellOf }) => cellOf(line)),
    isTotal: false,
  }));
  return {
    headings: headingsOf(columns),
    columns: columns.map(({ align, name, width }) => ({ align, name, width })),
    leading: 2,
    rows: [...rows, { cells: columns.map(({ totalOf }) => totalOf(totals)), isTotal: true }],
  };
};
