import type { ReportResponse } from '../../src/plugins/points/shared/contracts';
import { fractionOf, readable } from '../../src/plugins/points/shared/points-text';
import {
  docxRowsOf,
  downloadFrom,
  errorOf,
  nameOf,
  partsOf,
  pdfPagesOf,
  recordsOf,
  reportOf,
  sheetsOf,
  startApp,
  type Document,
  type Downloaded,
  type TestApp,
} from '../support';

/** What a spreadsheet program would run. */
const FORMULA_NAME = '=HYPERLINK("http://x")';
const QUOTED_NAME = '分馆,"东"区';

describe('the report as a file', () => {
  let app: TestApp;
  let token: string;
  let officer: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    token = await app.api.tokenOf('office');
    const museum = await app.make.unit({ name: '市博物馆', code: 'museum' });
    const formula = await app.make.unit({ name: FORMULA_NAME, code: 'formula' });
    const quoted = await app.make.unit({ name: QUOTED_NAME, code: 'quoted' });
    const office = await app.make.unit({ name: '办公室', code: 'office', kind: 'department' });
    officer = await app.make.officer(museum, { name: '+李敏' });
    const joint = await app.make.submission({
      units: [museum, formula, quoted],
      officers: [officer],
      receivedAt: '2026-03-02T10:00:00+08:00',
    });
    const own = await app.make.submission({
      units: [office],
      receivedAt: '2026-03-02T10:00:00+08:00',
    });
    const adoptedOn = '2026-03-06';
    for (const channel of ['newsletter', 'city.forwarded', 'province.adopted'] as const) {
      await app.make.adoption({ submission: joint, channel, adoptedOn });
    }
    await app.make.adoption({ submission: own, channel: 'commission.info', adoptedOn });
    await app.points.clock.at(new Date('2026-03-05T10:00:00+08:00'), () =>
      app.make.article({ placement: 'dynamics', submission: joint, publish: true })
    );
  });
  afterAll(() => app.stop());

  const get = (query: string, language?: string): Promise<Downloaded> =>
    downloadFrom(app.url, `/points/report/export?${query}`, token, language);

  const MARCH = 'period=2026-03&by=unit&kind=institution';

  const march = (): Promise<ReportResponse> =>
    reportOf(app, { period: '2026-03', by: 'unit', kind: 'institution' });

  const decimals = (number: number | string | undefined): string | undefined =>
    typeof number === 'number' ? number.toFixed(2) : number;

  it('is named in the language of who asks, for every program that saves it', async () => {
    const file = await get(`${MARCH}&format=xlsx`);
    expect(file.status).toBe(200);
    expect(nameOf(file)).toBe('2026年3月信息积分排名（局属单位）.xlsx');
    expect(file.headers.get('content-disposition')).toContain(
      'filename="points-report-2026-03.xlsx"'
    );
    expect(file.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    );
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect(nameOf(await get('period=2026-H1&by=officer&format=csv', 'en'))).toBe(
      'Points report by officer, First half of 2026 (All).csv'
    );
  });

  describe('as a workbook', () => {
    it('holds the numbers of the report as numbers, and its fractions beside', async () => {
      const { data, meta } = await march();
      const [sheet] = await sheetsOf((await get(`${MARCH}&format=xlsx`)).bytes);
      expect(sheet?.name).toBe('积分');
      const cell = (reference: string) => sheet?.cells.get(reference);
      expect(cell('A1')).toBe('2026年3月信息积分排名（局属单位）');
      expect(cell('A2')).toContain('2026-03-01');
      expect(['A3', 'B3', 'C3', 'D3', 'E3', 'F3', 'G3', 'H3', 'I3', 'J3'].map(cell)).toEqual(
        ['名次', '单位', '总积分', '总积分（精确值）', '报送数', '录用数'].concat([
          '局网站',
          '简报',
          '市委办、市政府办',
          '省委办、省政府办',
        ])
      );
      expect(['G4', 'H4', 'I4', 'J4'].map(cell)).toEqual(['动态', '发布', '转报', '录用']);
      data.forEach(({ adopted, byChannel, rank, submitted, unit, ...total }, index) => {
        const row = index + 5;
        const read = ['A', 'B', 'C', 'E', 'F'].map((column) => cell(`${column}${row}`));
        expect(read).toEqual([rank, unit.name, Number(total.points), submitted, adopted]);
        expect(cell(`D${row}`)).toBe(fractionOf(total));
        expect(decimals(cell(`G${row}`))).toBe(byChannel['site.dynamics']?.points);
        expect(decimals(cell(`J${row}`))).toBe(byChannel['province.adopted']?.points);
      });
      const last = data.length + 5;
      expect(cell(`B${last}`)).toBe('合计');
      expect(decimals(cell(`C${last}`))).toBe(meta.totals.points);
    });

    it('has sheets of their own for the items of each channel and for exact points', async () => {
      const { data } = await march();
      const [, items, exact] = await sheetsOf((await get(`${MARCH}&format=xlsx`)).bytes);
      expect([items?.name, exact?.name]).toEqual(['条数', '精确值']);
      expect(items?.cells.get('E6')).toBe(data[0]?.byChannel['site.dynamics']?.count);
      expect(exact?.cells.get('C6')).toBe(data[0]?.exact);
      expect(exact?.cells.get('F6')).toBe(data[0]?.byChannel['site.dynamics']?.exact);
    });

    it('runs nothing that somebody wrote', async () => {
      const sheets = await sheetsOf((await get(`${MARCH}&format=xlsx`)).bytes);
      expect(sheets.map(({ formulas }) => formulas)).toEqual([0, 0, 0]);
      expect([...(sheets[0]?.cells.values() ?? [])]).toContain(FORMULA_NAME);
    });

    it('keeps its headings in sight and on every page, which is as wide as it', async () => {
      const { bytes } = await get(`${MARCH}&format=xlsx`);
      const [sheet] = await sheetsOf(bytes);
      expect(sheet?.merges).toEqual(expect.arrayContaining(['A1:J1', 'A3:A4', 'D3:D4']));
      expect(sheet?.xml).toMatch(/<pane xSplit="2" ySplit="4"[^>]*state="frozen"/);
      expect(sheet?.xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
      expect(sheet?.xml).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
      const workbook = (await partsOf(bytes)).get('xl/workbook.xml');
      expect(workbook).toMatch(/Print_Titles" localSheetId="0">积分!\$3:\$4</);
      expect(workbook).toMatch(/Print_Titles" localSheetId="1">条数!\$4:\$5</);
    });
  });

  describe('as comma-separated values', () => {
    it('begins with the mark of its encoding and ends its lines as the standard has it', async () => {
      const { bytes, headers } = await get(`${MARCH}&format=csv`);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const text = bytes.toString('utf8');
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    });

    it('holds every number of the report in a column of its own', async () => {
      const { data, meta } = await march();
      const [head, ...records] = recordsOf((await get(`${MARCH}&format=csv`)).bytes);
      expect(head?.slice(0, 8)).toEqual([
        '名次',
        '单位',
        '总积分',
        '总积分（精确值）',
        '报送数',
        '录用数',
        '网站工作动态',
        '网站工作动态（条数）',
      ]);
      expect(records).toHaveLength(data.length + 1);
      data.forEach(({ adopted, byChannel, points, rank, submitted, ...rest }, index) => {
        const record = records[index] ?? [];
        const fraction = fractionOf({ points, ...rest })?.replace('/', '⁄');
        const dynamics = byChannel['site.dynamics'];
        expect(record[0]).toBe(String(rank));
        expect(record.slice(2, 8)).toEqual([
          points,
          fraction ?? '',
          String(submitted),
          String(adopted),
          dynamics?.points ?? '',
          String(dynamics?.count ?? ''),
        ]);
      });
      expect(records.at(-1)?.[2]).toBe(meta.totals.points);
    });

    it('quotes what needs it and defuses what a program would run', async () => {
      const text = (await get(`${MARCH}&format=csv`)).bytes.toString('utf8');
      expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
      expect(text).toContain('"分馆,""东""区"');
      const officers = (await get('period=2026-03&by=officer&format=csv')).bytes.toString('utf8');
      expect(officers).toContain(",'+李敏,市博物馆,");
    });
  });

  describe('as a document', () => {
    it('shows the table of the screen, cell for cell', async () => {
      const { data, meta } = await march();
      const xml = (await partsOf((await get(`${MARCH}&format=docx`)).bytes)).get(
        'word/document.xml'
      );
      const rows = docxRowsOf(xml ?? '');
      expect(rows.map(({ isHeading }) => isHeading)).toEqual([
        true,
        true,
        ...Array<boolean>(data.length + 1).fill(false),
      ]);
      expect(rows.some(({ mayBreak }) => mayBreak)).toBe(false);
      data.forEach(({ adopted, byChannel, rank, submitted, unit, ...total }, index) => {
        const cells = rows[index + 2]?.cells ?? [];
        expect(cells.slice(0, 5).map(([text]) => text)).toEqual(
          [rank, unit.name, readable(total), submitted, adopted].map(String)
        );
        const newsletter = byChannel.newsletter;
        expect(cells[6]).toEqual(
          newsletter ? [newsletter.points, `${newsletter.count} 条`] : ['–']
        );
      });
      expect(rows.at(-1)?.cells[2]).toEqual([meta.totals.points]);
    });

    it('lies on turned A4 and names a font for every Chinese letter', async () => {
      const parts = await partsOf((await get(`${MARCH}&format=docx`)).bytes);
      const xml = parts.get('word/document.xml') ?? '';
      expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
      expect(xml).toMatch(/<w:pgMar w:top="850" w:right="680" w:bottom="1020" w:left="680"/);
      const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run);
      expect(runs.length).toBeGreaterThan(20);
      expect(runs.filter((run) => !/<w:rFonts [^>]*w:eastAsia="[^"]+"/.test(run))).toEqual([]);
      expect(parts.get('word/fontTable.xml')).toMatch(/方正小标宋简体.*仿宋_GB2312/s);
      expect(parts.get('word/footer1.xml')).toContain('PAGE');
    });
  });

  describe('as a PDF', () => {
    it('shows the table of the screen on turned A4, in letters that can be searched for', async () => {
      const { data, meta } = await march();
      const pages = await pdfPagesOf((await get(`${MARCH}&format=pdf`)).bytes);
      expect(pages.map(({ height, width }) => [Math.round(width), Math.round(height)])).toEqual([
        [842, 595],
      ]);
      const [page] = pages;
      const texts = page?.texts.map(({ text }) => text) ?? [];
      expect(texts).toEqual(
        expect.arrayContaining([
          '2026年3月信息积分排名（局属单位）',
          '市博物馆',
          ...data.map((row) => readable(row)),
          readable(meta.totals),
          '— 1 —',
        ])
      );
      expect(texts.join('')).toContain('省委办、省政府办');
    });
  });

  it.each(['xlsx', 'csv', 'docx', 'pdf'])('has the same bytes each time as %s', async (format) => {
    const [one, other] = [
      await get(`${MARCH}&format=${format}`),
      await get(`${MARCH}&format=${format}`),
    ];
    expect(one.status).toBe(200);
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  it('ranks whoever was asked for: officers with their units, and both kinds together', async () => {
    const [, officers] = recordsOf((await get('period=2026-03&by=officer&format=csv')).bytes);
    expect(officers?.slice(1, 4)).toEqual(["'+李敏", '市博物馆', '41.67']);
    const both = recordsOf((await get('period=2026-03&format=csv')).bytes);
    expect(both.map(([, name]) => name)).toEqual(expect.arrayContaining(['市博物馆', '办公室']));
    const departments = await get('period=2026-03&kind=department&format=csv');
    expect(recordsOf(departments.bytes).map(([, name]) => name)).toEqual([
      '单位',
      '办公室',
      '合计',
    ]);
    expect(nameOf(departments)).toBe('2026年3月信息积分排名（机关处室）.csv');
  });

  it('refuses what it cannot make, in words', async () => {
    const office = await app.api.as('office');
    const ask = async (query: string, language: string) =>
      errorOf(await office.get(`/points/report/export?${query}`, { language }));
    expect(await ask(`${MARCH}&format=doc`, 'zh-CN')).toMatchObject({
      status: 400,
      message: expect.stringMatching(
        /文件格式”（format）.*“doc”.*xlsx（Excel 工作簿）.*csv.*docx.*pdf/
      ) as string,
    });
    expect((await ask(MARCH, 'en')).message).toMatch(/format/);
    expect((await ask('period=2026-13&format=pdf', 'en')).status).toBe(400);
  });

  it('is for those who may see the report', async () => {
    const { client } = await app.make.person('officer', await app.make.unit());
    expect((await client.get(`/points/report/export?${MARCH}&format=csv`)).status).toBe(200);
    const nobody = await app.api.withPermissions([{ action: 'plugin::points.ledger.read' }]);
    expect((await nobody.get(`/points/report/export?${MARCH}&format=csv`)).status).toBe(403);
    expect((await app.api.public.get(`/points/report/export?${MARCH}&format=csv`)).status).toBe(
      401
    );
  });
});
