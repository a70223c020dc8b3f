import {
  BONUS,
  CORRECTION,
  isOwnChannel,
  type Channel,
  type ChannelCell,
  type Names,
  type OfficerReference,
  type Points,
  type PointsSource,
  type RegulationChannel,
  type ReportResponse,
  type StandingsRow,
  type UnitKind,
  type UnitReference,
} from './contracts';
import {
  columnGroupsOf,
  hasBonus,
  hasCorrection,
  hasPeriodPoints,
  type ColumnGroupId,
} from './report-columns';

import {
  gatesText,
  reportEffectsOf,
  type EffectKey,
  type EffectLanguage,
  type ReportEffect,
} from './report-effects';

/**
 * The points report (积分排名, §八.1) as a table: everything that a screen, a file or a printed page
 * says of it, in the reader's words and in the order in which it stands. Whatever shows the report
 * reads it from here, so that no two of them can differ.
 */

/** A sentence or heading that the report needs, by its key among the translations. */
type ReportKey =
  | EffectKey
  | 'report.caption'
  | 'report.subtitle.open'
  | 'report.subtitle.sealed'
  | 'report.subtitle.recomputed'
  | `report.heading.${'unit' | 'officer'}`
  | `report.kind.${UnitKind | 'all'}`
  | 'report.rank'
  | 'report.unit'
  | 'report.officer'
  | 'report.total'
  | 'report.submitted'
  | 'report.adopted'
  | 'report.items'
  | 'report.items.one'
  | 'report.sum'
  | 'report.bonus'
  | 'report.correction'
  | 'report.period-points'
  | `report.group.${ColumnGroupId}`
  | `report.channel.${RegulationChannel}`
  | `choice.${RegulationChannel}`;

/** The reader's language. */
export interface ReportLanguage {
  /** The translation of a key, with its places filled in. */
  translate: (key: ReportKey, values?: Readonly<Record<string, string | number>>) => string;
  /** How a period reads: 2026年3月 of `2026-03`. */
  periodName: (code: string) => string;
  /** Which of a channel's own names is in it; absent: the Chinese one. */
  nameOf?: (names: Names) => string;
}

/** What a cell says. Those of a column are all of its kind, or say nothing. */
export type ReportCell =
  | { kind: 'rank'; rank: number }
  /** `detail` stands smaller beside it: the unit of an officer, or what gates say of a unit. */
  | { kind: 'text'; text: string; detail: string | null }
  | { kind: 'count'; count: number }
  /** Beside it stand smaller, where there is one channel, how many items earned them. */
  | ({ kind: 'points'; items: ReportItems | null } & Points)
  /** Nothing came through the channel: a dash. */
  | { kind: 'none' }
  /** The column has nothing to say in this row. */
  | { kind: 'blank' };

/** A number of items, and how it reads. */
interface ReportItems {
  count: number;
  text: string;
}

export interface ReportColumn {
  id: 'rank' | 'name' | 'total' | 'submitted' | 'adopted' | 'period' | PointsSource;
  kind: Exclude<ReportCell['kind'], 'none' | 'blank'>;
  /** Its own heading, which may need its group's to be understood. */
  heading: string;
  /** The heading that it shares with its neighbours. */
  group: { id: ColumnGroupId; heading: string } | null;
  /** What it is called where it stands alone, without its group. */
  name: string;
  /** The channel whose points stand in it, or that they are bonus or corrections. */
  channel: PointsSource | null;
  /** How many full-width characters its content takes, for a page that must be laid out beforehand. */
  width: number;
}

/** Whose a row is. */
export interface ReportSubject {
  unit: UnitReference;
  /** Present where officers are ranked. */
  officer?: OfficerReference;
}

export interface ReportRow {
  /** `null` in the row of totals. */
  subject: ReportSubject | null;
  name: string;
  /** What it comes to over all channels. */
  total: Points;
  /** As many as there are columns, in their order. */
  cells: ReportCell[];
  /** What the rules of the period make of it and say of it; absent where that is nothing. */
  effects?: ReportEffect[];
}

export interface ReportTable {
  title: string;
  /** What stands above it on paper: also whose ranking it is. */
  heading: string;
  /** What must be known to read the numbers: which days they cover, and whether they can still change. */
  notes: string[];
  columns: ReportColumn[];
  rows: ReportRow[];
  totals: ReportRow;
}

/** A heading in one of the lines above the table, and over how many columns and lines it reaches. */
export interface ReportHeading {
  text: string;
  columns: number;
  lines: number;
  /** The column that it heads; `null` where it heads a group. */
  column: ReportColumn | null;
}

type Translate = ReportLanguage['translate'];

const standaloneColumn = (
  id: Exclude<ReportColumn['id'], Channel>,
  kind: ReportColumn['kind'],
  heading: string,
  width: number
): ReportColumn => ({ id, kind, heading, group: null, name: heading, channel: null, width });

const leadingColumns = (by: 'unit' | 'officer', translate: Translate): ReportColumn[] => [
  standaloneColumn('rank', 'rank', translate('report.rank'), 3),
  standaloneColumn('name', 'text', translate(`report.${by}`), 14),
  standaloneColumn('total', 'points', translate('report.total'), 5),
  standaloneColumn('submitted', 'count', translate('report.submitted'), 4),
  standaloneColumn('adopted', 'count', translate('report.adopted'), 4),
];

const chineseName = ({ zh }: Names): string => zh;

/** A channel's heading and its name where it stands alone: the rule set's, or else the translations. */
const wordsOfChannel = (
  channel: Channel,
  names: ReportResponse['meta']['channelNames'],
  { nameOf = chineseName, translate }: ReportLanguage
): Pick<ReportColumn, 'heading' | 'name'> => {
  const own = names?.[channel];
  if (own) return { heading: nameOf(own), name: nameOf(own) };
  if (isOwnChannel(channel)) return { heading: channel, name: channel };
  return {
    heading: translate(`report.channel.${channel}`),
    name: translate(`choice.${channel}`),
  };
};

const channelColumns = (
  { channelNames, totals }: ReportResponse['meta'],
  language: ReportLanguage
): ReportColumn[] =>
  columnGroupsOf(totals.byChannel, channelNames).flatMap(({ id, channels }) => {
    const group = { id, heading: language.translate(`report.group.${id}`) };
    return channels.map((channel) => ({
      id: channel,
      kind: 'points',
      ...wordsOfChannel(channel, channelNames, language),
      group,
      channel,
      width: 5,
    }));
  });

const byHandColumn = (
  channel: typeof BONUS | typeof CORRECTION,
  translate: Translate
): ReportColumn => ({
  ...standaloneColumn(channel, 'points', translate(`report.${channel}`), 5),
  channel,
});

const byHandColumns = (rows: readonly StandingsRow[], translate: Translate): ReportColumn[] => [
  ...(hasBonus(rows) ? [byHandColumn(BONUS, translate)] : []),
  ...(hasCorrection(rows) ? [byHandColumn(CORRECTION, translate)] : []),
  ...(hasPeriodPoints(rows)
    ? [standaloneColumn('period', 'points', translate('report.period-points'), 5)]
    : []),
];

const BLANK: ReportCell = { kind: 'blank' };

const pointsCell = ({ points, exact }: Points, items: ReportItems | null = null): ReportCell => ({
  kind: 'points',
  points,
  exact,
  items,
});

const itemsOf = (count: number, translate: Translate): ReportItems => ({
  count,
  text: translate(count === 1 ? 'report.items.one' : 'report.items', { count }),
});

const channelCell = (cell: ChannelCell | undefined, translate: Translate): ReportCell =>
  cell ? pointsCell(cell, itemsOf(cell.count, translate)) : { kind: 'none' };

const byHandCell = (points: Points | undefined): ReportCell =>
  points === undefined || points.exact === '0' ? { kind: 'none' } : pointsCell(points);

const channelCells = (
  columns: readonly ReportColumn[],
  {
    bonus,
    byChannel,
    correction,
    period,
  }: Pick<StandingsRow, 'bonus' | 'byChannel' | 'correction' | 'period'>,
  translate: Translate
): ReportCell[] =>
  columns.flatMap(({ channel, id }) => {
    if (id === 'period') return [byHandCell(period)];
    if (channel === null) return [];
    if (channel === BONUS) return [byHandCell(bonus)];
    if (channel === CORRECTION) return [byHandCell(correction)];
    return [channelCell(byChannel[channel], translate)];
  });

const rowOf = (
  standing: StandingsRow,
  columns: readonly ReportColumn[],
  language: EffectLanguage & { translate: Translate }
): ReportRow => {
  const { translate } = language;
  const effects = reportEffectsOf(standing, language);
  const { adopted, exact, officer, points, rank, submitted, unit } = standing;
  const name = officer?.name ?? unit.name;
  return {
    subject: { unit, ...(officer && { officer }) },
    name,
    total: { points, exact },
    cells: [
      { kind: 'rank', rank },
      { kind: 'text', text: name, detail: officer ? unit.name : gatesText(standing, language) },
      pointsCell(standing),
      { kind: 'count', count: submitted },
      { kind: 'count', count: adopted },
      ...channelCells(columns, standing, translate),
    ],
    ...(effects.length > 0 && { effects }),
  };
};

const totalsOf = (
  totals: ReportResponse['meta']['totals'],
  columns: readonly ReportColumn[],
  translate: Translate
): ReportRow => {
  const { exact, points } = totals;
  const name = translate('report.sum');
  return {
    subject: null,
    name,
    total: { points, exact },
    cells: [
      BLANK,
      { kind: 'text', text: name, detail: null },
      pointsCell({ points, exact }),
      // A joint item is one of each of its units: their numbers do not add up.
      BLANK,
      BLANK,
      ...channelCells(columns, totals, translate),
    ],
  };
};

/**
 * The report as a table: a row a unit or officer, in the order of the ranking, and a column a
 * channel that anybody earned through, with one each for bonuses and corrections where anybody has one. Points keep their exact fraction beside the two decimals.
 */
export const reportTableOf = (
  { data, meta }: ReportResponse,
  language: ReportLanguage
): ReportTable => {
  const { nameOf = chineseName, periodName, translate } = language;
  const { by, kind, totals } = meta;
  const { code, from, recomputed, sealed, to } = meta.period;
  const period = periodName(code);
  const columns = [
    ...leadingColumns(by, translate),
    ...channelColumns(meta, language),
    ...byHandColumns(data, translate),
  ];
  return {
    title: translate('report.caption', { period }),
    heading: translate(`report.heading.${by}`, {
      period,
      kind: translate(`report.kind.${kind ?? 'all'}`),
    }),
    notes: [
      translate(`report.subtitle.${sealed ? 'sealed' : 'open'}`, { period, from, to }),
      ...(recomputed ? [translate('report.subtitle.recomputed')] : []),
    ],
    columns,
    rows: data.map((standing) => rowOf(standing, columns, { nameOf, periodName, translate })),
    totals: totalsOf(totals, columns, translate),
  };
};

/**
 * The headings above a table, in two lines: groups over their columns, and columns without a group
 * over both.
 */
export const headingsOf = (
  columns: readonly ReportColumn[]
): [ReportHeading[], ReportHeading[]] => {
  const above: ReportHeading[] = [];
  const below: ReportHeading[] = [];
  let openGroup: string | null = null;
  for (const column of columns) {
    const { group, heading } = column;
    const last = above.at(-1);
    if (group === null) above.push({ text: heading, columns: 1, lines: 2, column });
    else if (last && group.id === openGroup) last.columns += 1;
    else above.push({ text: group.heading, columns: 1, lines: 1, column: null });
    if (group !== null) below.push({ text: heading, columns: 1, lines: 1, column });
    openGroup = group?.id ?? null;
  }
  return [above, below];
};
