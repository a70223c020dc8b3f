import {
  chineseDay,
  composeBulletin,
  DEFAULT_TEMPLATES,
  fillText,
  lengthOf,
  praisedUnits,
  textLength,
  variableValues,
  wordingOf,
  wordingProblem,
  type BulletinFigures,
  type BulletinWording,
  type UnitFigure,
} from './bulletin-wording';

const unit = (name: string, rank: number, rest: Partial<UnitFigure> = {}): UnitFigure => ({
  ...{ documentId: name, name, kind: 'institution', rank, hasPoints: true, submitted: 2 },
  ...rest,
});

const FIGURES: BulletinFigures = {
  month: '2026-03',
  received: 73,
  adopted: 69,
  channels: [
    { name: '网站头条资讯', count: 12 },
    { name: '《文化常州》简报', count: 3 },
  ],
  units: [
    unit('图书馆', 1),
    unit('博物馆', 2),
    unit('文化馆', 2),
    unit('美术馆', 4, { hasPoints: false, submitted: 0 }),
    unit('文物处', 1, { kind: 'department' }),
  ],
};

const WORDING = wordingOf(DEFAULT_TEMPLATES.month);

const paragraphs = (wording: Partial<BulletinWording>, figures: Partial<BulletinFigures> = {}) =>
  composeBulletin({ ...WORDING, ...wording }, { ...FIGURES, ...figures }).blocks.map(
    ({ text }) => text
  );

describe('the built-in template', () => {
  it('gives the text of a month', () => {
    const text = composeBulletin({ ...WORDING, date: '2026-04-03' }, FIGURES);
    expect(text).toMatchObject({
      title: '关于2026年3月份信息报送及采用情况的通报',
      titleLines: ['关于2026年3月份', '信息报送及采用情况的通报'],
      addressees: '局属各单位、机关各处室',
      signature: '局办公室',
      date: '2026年4月3日',
    });
    expect(text.blocks.map(({ text: line }) => line)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('收到各单位、各处室报送信息73条，采用69条。'),
        expect.stringContaining('网站头条资讯12条、《文化常州》简报3条'),
        '本月信息工作成绩较好的局属单位有：图书馆、博物馆、文化馆；机关处室有：文物处。特此通报表扬。',
        '本月未报送信息的单位和处室共1个：美术馆。',
        '请将此件送本单位（处室）主要负责人阅。',
      ])
    );
    expect(textLength(text)).toBeLessThan(1000);
  });

  it('is in order', () => {
    expect(wordingProblem(DEFAULT_TEMPLATES.month)).toBeNull();
  });

  it('claims no problem and criticises nobody by itself', () => {
    expect(WORDING).toMatchObject({ problems: '', criticised: [] });
    expect(paragraphs({}).join()).not.toMatch(/批评|存在的问题/);
  });
});

describe('who is praised', () => {
  const names = (places: number, units: readonly UnitFigure[] = FIGURES.units) =>
    praisedUnits(units, 'institution', places).map(({ name }) => name);

  it('is everybody of a tie on the last place that counts', () => {
    expect(names(1)).toEqual(['图书馆']);
    expect(names(2)).toEqual(['图书馆', '博物馆', '文化馆']);
    expect(names(3)).toEqual(['图书馆', '博物馆', '文化馆']);
  });

  it('is nobody without a point, on whatever place', () => {
    expect(names(5)).not.toContain('美术馆');
    expect(names(3, [unit('图书馆', 1, { hasPoints: false })])).toEqual([]);
  });

  it('is nobody where none is to be', () => {
    expect(names(0)).toEqual([]);
    expect(paragraphs({ praisedCount: 0 }).join()).not.toContain('表扬');
  });
});

describe('what a bulletin leaves out', () => {
  it('is zero reports where they are not to be named, or where there are none', () => {
    expect(paragraphs({}).join()).toContain('未报送');
    expect(paragraphs({ namesZeroReports: false }).join()).not.toContain('未报送');
    const units = FIGURES.units.filter(({ submitted }) => submitted > 0);
    expect(paragraphs({}, { units }).join()).not.toContain('未报送');
  });

  it('is criticism unless a unit is ticked that the month knows', () => {
    expect(paragraphs({ criticised: ['美术馆'] })).toContain(
      '对以下单位和处室予以通报批评：美术馆。'
    );
    expect(paragraphs({ criticised: ['别处'] }).join()).not.toContain('批评');
  });

  it('numbers what chapters there are', () => {
    const headings = (wording: Partial<BulletinWording>) =>
      composeBulletin({ ...WORDING, ...wording }, FIGURES)
        .blocks.filter(({ kind }) => kind === 'heading')
        .map(({ text }) => text);
    expect(headings({})).toEqual(['一、工作要求']);
    expect(headings({ problems: '其一。\n\n 其二。' })).toEqual(['一、存在的问题', '二、工作要求']);
    expect(headings({ requirements: '' })).toEqual([]);
    expect(paragraphs({ problems: '其一。\n\n 其二。' })).toEqual(
      expect.arrayContaining(['1. 其一。', '2. 其二。'])
    );
    expect(paragraphs({ requirements: '只此一条。' })).toContain('只此一条。');
  });
});

describe('the places of a text', () => {
  const values = variableValues(WORDING, FIGURES);

  it('are filled in', () => {
    expect(fillText('{year}-{month}: {unitCount} {zeroCount} {praisedUnits}', values)).toBe(
      '2026-3: 5 1 图书馆、博物馆、文化馆、文物处'
    );
    expect(fillText('{channels}', { ...values, channels: '{year}' })).toBe('{year}');
  });

  it('say that there is nothing', () => {
    expect(variableValues(WORDING, { ...FIGURES, channels: [], units: [] })).toMatchObject({
      ...{ channels: '无', praisedUnits: '无', zeroUnits: '无', criticisedUnits: '无' },
      unitCount: '0',
    });
  });

  it.each([
    ['{yaer}年', { kind: 'unknown', field: 'opening', name: 'yaer' }],
    ['{}', { kind: 'unknown', field: 'opening', name: '' }],
    ['{ year }', { kind: 'unknown', field: 'opening', name: ' year ' }],
    ['{year年', { kind: 'unclosed', field: 'opening' }],
    ['year}年', { kind: 'unclosed', field: 'opening' }],
    ['{{year}}', { kind: 'unclosed', field: 'opening' }],
    ['字'.repeat(4001), { kind: 'too-long', length: 4001 }],
    ['字'.repeat(4000), null],
    ['{constructor}', { kind: 'unknown', field: 'opening', name: 'constructor' }],
  ])('%.12s', (opening, problem) => {
    expect(wordingProblem({ opening })).toEqual(problem);
  });
});

describe('numbers and days', () => {
  it('have no noughts in front', () => {
    expect(chineseDay('2026-04-03')).toBe('2026年4月3日');
    expect(chineseDay('2026-12-31')).toBe('2026年12月31日');
    expect(composeBulletin(WORDING, FIGURES).date).toBe('    年  月  日');
  });

  it('are counted in characters as they are read', () => {
    expect(lengthOf(['通 报\n', '𠮷'])).toBe(3);
  });
});
