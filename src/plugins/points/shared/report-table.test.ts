import type { ReportResponse, StandingsRow } from './contracts';
import { headingsOf, reportTableOf, type ReportLanguage, type ReportTable } from './report-table';

const language: ReportLanguage = {
  translate: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
  periodName: (code) => `<${code}>`,
};

const unit = (code: string) => ({
  documentId: code,
  code,
  name: code.toUpperCase(),
  kind: 'institution' as const,
});

const NO_BONUS = { points: '0.00', exact: '0' };

const museum: StandingsRow = {
  rank: 1,
  unit: unit('museum'),
  points: '81.67',
  exact: '245/3',
  byChannel: {
    'city.adopted': { count: 4, points: '80.00', exact: '80' },
    'site.video': { count: 1, points: '1.67', exact: '5/3' },
  },
  bonus: NO_BONUS,
  submitted: 9,
  adopted: 5,
};
const library: StandingsRow = {
  rank: 2,
  unit: unit('library'),
  points: '0.00',
  exact: '0',
  byChannel: {},
  bonus: NO_BONUS,
  submitted: 0,
  adopted: 0,
};

const report = (
  data: StandingsRow[],
  by: 'unit' | 'officer' = 'unit',
  sealed = false
): ReportResponse => ({
  data,
  meta: {
    period: { code: '2026-03', from: '2026-03-01', to: '2026-03-31', sealed },
    by,
    kind: 'institution',
    totals: { points: '81.67', exact: '245/3', byChannel: museum.byChannel, bonus: NO_BONUS },
  },
});

const tableOf = (...args: Parameters<typeof report>): ReportTable =>
  reportTableOf(report(...args), language);

describe('the report as a table', () => {
  it('is named after its period, and says which days it covers and whether they are sealed', () => {
    expect(tableOf([]).title).toBe('report.caption <2026-03>');
    expect(tableOf([]).notes).toEqual(['report.subtitle.open <2026-03> 2026-03-01 2026-03-31']);
    expect(tableOf([], 'unit', true).notes).toEqual([
      'report.subtitle.sealed <2026-03> 2026-03-01 2026-03-31',
    ]);
  });

  it('says where what was circulated cannot be read any more', () => {
    const touched = report([], 'unit', true);
    touched.meta.period.recomputed = true;
    expect(reportTableOf(touched, language).notes).toEqual([
      'report.subtitle.sealed <2026-03> 2026-03-01 2026-03-31',
      'report.subtitle.recomputed',
    ]);
  });

  it('says on paper also who is ranked', () => {
    expect(tableOf([]).heading).toBe('report.heading.unit <2026-03> report.kind.institution');
    const both = report([], 'officer');
    both.meta.kind = null;
    expect(reportTableOf(both, language).heading).toBe(
      'report.heading.officer <2026-03> report.kind.all'
    );
  });

  it('has a column for each channel that anybody earned through, under its group', () => {
    const { columns } = tableOf([museum]);
    expect(columns.map(({ id, kind }) => [id, kind])).toEqual([
      ['rank', 'rank'],
      ['name', 'text'],
      ['total', 'points'],
      ['submitted', 'count'],
      ['adopted', 'count'],
      ['site.video', 'points'],
      ['city.adopted', 'points'],
    ]);
    expect(columns.at(-1)).toMatchObject({
      heading: 'report.channel.city.adopted',
      group: { id: 'city', heading: 'report.group.city' },
      name: 'choice.city.adopted',
      channel: 'city.adopted',
    });
    expect(columns.every(({ width }) => width > 0)).toBe(true);
  });

  it('keeps points exact beside their two decimals, and says how many items earned them', () => {
    const [row] = tableOf([museum]).rows;
    expect(row?.cells).toEqual([
      { kind: 'rank', rank: 1 },
      { kind: 'text', text: 'MUSEUM', detail: null },
      { kind: 'points', points: '81.67', exact: '245/3', items: null },
      { kind: 'count', count: 9 },
      { kind: 'count', count: 5 },
      {
        kind: 'points',
        points: '1.67',
        exact: '5/3',
        items: { count: 1, text: 'report.items.one 1' },
      },
      { kind: 'points', points: '80.00', exact: '80', items: { count: 4, text: 'report.items 4' } },
    ]);
    expect(row).toMatchObject({
      name: 'MUSEUM',
      total: { points: '81.67', exact: '245/3' },
      subject: { unit: museum.unit },
    });
  });

  it('keeps who has nothing, with a place for each channel', () => {
    const { columns, rows } = tableOf([museum, library]);
    expect(rows[1]?.cells.slice(5)).toEqual([{ kind: 'none' }, { kind: 'none' }]);
    expect(rows.map(({ cells }) => cells.length)).toEqual([columns.length, columns.length]);
  });

  it('has a column for corrections, after the bonuses, where anybody has one', () => {
    const bonus = { points: '2.50', exact: '5/2' };
    const correction = { points: '-6.67', exact: '-20/3' };
    const given = report([{ ...museum, bonus, correction }, library]);
    given.meta.totals.bonus = bonus;
    given.meta.totals.correction = correction;
    const { columns, rows, totals } = reportTableOf(given, language);
    expect(columns.slice(-2)).toMatchObject([
      { id: 'bonus' },
      { id: 'correction', kind: 'points', heading: 'report.correction', channel: 'correction' },
    ]);
    expect([...rows, totals].map(({ cells }) => cells.at(-1))).toEqual([
      { kind: 'points', ...correction, items: null },
      { kind: 'none' },
      { kind: 'points', ...correction, items: null },
    ]);
  });

  it('has a column for bonuses, after the channels, where anybody has one', () => {
    const bonus = { points: '2.50', exact: '5/2' };
    const given = report([{ ...museum, bonus }, library]);
    given.meta.totals.bonus = bonus;
    const { columns, rows, totals } = reportTableOf(given, language);
    expect(columns.at(-1)).toMatchObject({
      ...{ id: 'bonus', kind: 'points', heading: 'report.bonus' },
      ...{ group: null, name: 'report.bonus', channel: 'bonus' },
    });
    const last = [...rows, totals].map(({ cells }) => cells.at(-1));
    expect(last).toEqual([
      { kind: 'points', ...bonus, items: null },
      { kind: 'none' },
      { kind: 'points', ...bonus, items: null },
    ]);
    expect(totals.cells).toHaveLength(columns.length);
  });

  it('adds up points, and not the items that units have in common', () => {
    const { columns, totals } = tableOf([museum, library]);
    expect(totals).toMatchObject({ subject: null, name: 'report.sum' });
    expect(totals.cells).toHaveLength(columns.length);
    expect(totals.cells.slice(0, 5)).toEqual([
      { kind: 'blank' },
      { kind: 'text', text: 'report.sum', detail: null },
      { kind: 'points', points: '81.67', exact: '245/3', items: null },
      { kind: 'blank' },
      { kind: 'blank' },
    ]);
  });

  it('names officers, with their units beside them', () => {
    const officer = { documentId: 'li', name: '李敏' };
    const { columns, rows } = tableOf([{ ...museum, officer }], 'officer');
    expect(columns[1]?.heading).toBe('report.officer');
    expect(rows[0]).toMatchObject({ name: '李敏', subject: { unit: museum.unit, officer } });
    expect(rows[0]?.cells[1]).toEqual({ kind: 'text', text: '李敏', detail: 'MUSEUM' });
  });

  it('is plain data, which can be kept as it is', () => {
    const table = tableOf([museum, library]);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });
});

describe('the headings of the report', () => {
  it('stand in two lines, groups over their columns', () => {
    const both = { count: 1, points: '1.00', exact: '1' };
    const given = report([museum]);
    given.meta.totals.byChannel = { 'site.video': both, 'site.headline': both, newsletter: both };
    const [above, below] = headingsOf(reportTableOf(given, language).columns);
    expect(above.map(({ text, columns, lines }) => [text, columns, lines])).toEqual([
      ['report.rank', 1, 2],
      ['report.unit', 1, 2],
      ['report.total', 1, 2],
      ['report.submitted', 1, 2],
      ['report.adopted', 1, 2],
      ['report.group.site', 2, 1],
      ['report.group.newsletter', 1, 1],
    ]);
    expect(below.map(({ text, column }) => [text, column?.channel])).toEqual([
      ['report.channel.site.headline', 'site.headline'],
      ['report.channel.site.video', 'site.video'],
      ['report.channel.newsletter', 'newsletter'],
    ]);
  });
});
