import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  BulletinDocumentResponse,
  BulletinResponse,
  ReportFormat,
  StandingsRow,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  docxRowsOf,
  downloadFrom,
  errorOf,
  nameOf,
  partsOf,
  pdfPagesOf,
  recordsOf,
  sealThrough,
  sheetsOf,
  startApp,
  verificationOf,
  type ApiResponse,
  type Client,
  type Document,
  type Downloaded,
  type TestApp,
} from '../support';

type Paper = BulletinDocumentResponse['data'];

interface Drafts {
  freeze(
    trx: unknown,
    id: string,
    issue: { by: string; at: Date; version?: number }
  ): Promise<void>;
  issued(trx: unknown, id: string): Promise<{ at: Date; by: string } | null>;
  version(trx: unknown, id: string): Promise<number>;
}

interface Files {
  file(
    id: string,
    format: ReportFormat,
    issue?: { at: Date }
  ): Promise<{ name: string; type: string; bytes: Buffer }>;
}

const FORMATS: readonly ReportFormat[] = ['docx', 'pdf', 'xlsx', 'csv'];

/** What a spreadsheet program would run. */
const FORMULA_TITLE = '=HYPERLINK("http://x")';

const TEMPLATES = '/content-manager/collection-types/plugin::points.bulletin-template';

const TEMPLATE = {
  kind: 'month',
  title: '{year}年{month}月通报',
  addressees: '各单位',
  opening: '收到{received}条，采用{adopted}条：{channels}。',
  praise: '表扬{praisedUnits}。',
  problems: '个别单位报送偏少。\n信息时效不强。',
  requirements: '及时报送。',
  signature: '局办公室',
  praisedCount: 1,
  namesZeroReports: false,
};

const hash = (algorithm: string, text: string): string =>
  createHash(algorithm).update(text, 'utf8').digest('hex');

const digests = (text: string) => ({ sha256: hash('sha256', text), sm3: hash('sm3', text) });

const points = (whole: number) => ({ points: `${whole}.00`, exact: String(whole) });

const standing = (
  name: string,
  kind: 'institution' | 'department',
  rank: number,
  earned: { count: number; submitted: number }
): StandingsRow => ({
  ...{ rank, unit: { documentId: `unit-${name}`, code: name, name, kind } },
  ...points(earned.count * 20),
  byChannel:
    earned.count === 0 ? {} : { newsletter: { count: earned.count, ...points(earned.count * 20) } },
  ...{ bonus: points(0), submitted: earned.submitted, adopted: earned.count },
});

const STANDINGS = {
  month: {
    units: [
      standing('图书馆', 'institution', 1, { count: 2, submitted: 3 }),
      standing('博物馆', 'institution', 1, { count: 2, submitted: 2 }),
      standing('文物处', 'department', 3, { count: 1, submitted: 1 }),
      standing('美术馆', 'institution', 4, { count: 0, submitted: 0 }),
    ],
    officers: [],
  },
  year: {
    units: [
      standing('图书馆', 'institution', 1, { count: 5, submitted: 9 }),
      standing('博物馆', 'institution', 2, { count: 4, submitted: 6 }),
      standing('文物处', 'department', 3, { count: 3, submitted: 4 }),
      standing('旧剧院', 'institution', 4, { count: 1, submitted: 1 }),
      standing('美术馆', 'institution', 5, { count: 0, submitted: 0 }),
    ],
    officers: [],
  },
  received: [],
};

const ANNEXES = {
  received: 6,
  adopted: 4,
  titles: [
    {
      ...{ channel: 'newsletter', title: FORMULA_TITLE, units: ['图书馆', '博物馆'] },
      ...{ day: '2025-12-03', belongsTo: '2025-12', effect: 'adopted' },
    },
    {
      ...{ channel: 'newsletter', title: '旧事', units: ['图书馆'] },
      ...{ day: '2025-11-03', belongsTo: '2025-11', effect: 'reduced' },
    },
  ],
  commissions: [
    {
      ...{ title: '非遗保护情况', kind: 'info', unit: '美术馆' },
      ...{ dueOn: '2025-12-10', doneOn: null, outcome: 'missed' },
    },
  ],
};

/** The SHA-256 of the files of the bulletins below, by whatever database they come of. */
const STORED: Readonly<Record<string, Record<ReportFormat, string>>> = {
  'bulletin-2025-11': {
    csv: 'c5f08225e457fb282f93c9b9e25ee04a72aa79ae52763e9a2eb777e8184fdea1',
    docx: '57fdf75a911cafb71726dcb610caccfecff300c6477249fe3b585abe02dfa0a6',
    pdf: 'd93f22b2dee40936a861c571acdc91178a2948fe3003dd6ff196ba1bf4740f10',
    xlsx: '5e4e2a13b0e7b57469d18dff596a9240f9561b482021ca48164a73d728d88b6d',
  },
  'bulletin-2025-12': {
    csv: 'c5f08225e457fb282f93c9b9e25ee04a72aa79ae52763e9a2eb777e8184fdea1',
    docx: 'ffa689bf2dc78dc4503ae715724a623a4cd9e64363dafcdc9abd0dd655ce4d0b',
    pdf: 'cda37aa5c3b579ec45dacc5f45774430e84fe12931075830a31c30f59a46bf10',
    xlsx: '018ac88acf6ee95917ecde318c873ccceb33d8b2378474718d9929056bcd7e1a',
  },
};

describe('the paper of a sealed month', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let token: string;
  let library: Document;
  let january: string;
  let standings: BulletinResponse['data'];

  /** Seals a month past the application: what it froze is then the same on every machine. */
  const insertSealed = async (
    month: string,
    previous: string | null,
    annexes: string | null,
    standingsText = JSON.stringify(STANDINGS)
  ): Promise<string> => {
    const ledger = { hash: '0'.repeat(64), sequence: 0 };
    const sealedAt = `${month}-28T08:00:00.000Z`;
    const text = JSON.stringify({
      ...(annexes !== null && { annexes: digests(annexes) }),
      ledger,
      month,
      postings: digests('[]'),
      previous,
      sealedAt,
      sealedBy: '张三',
      standings: digests(standingsText),
    });
    const { sha256, sm3 } = digests(text);
    const at = new Date(sealedAt);
    await raw('points_bulletins').insert({
      ...{ document_id: `bulletin-${month}`, month, sealed_at: at, sealed_by: '张三', previous },
      ...{ sequence: 0, ledger_hash: ledger.hash, standings: standingsText, postings: '[]' },
      ...{ annexes, sha_256: sha256, sm_3: sm3 },
      ...{ created_at: at, updated_at: at, published_at: at },
    });
    return sha256;
  };

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    token = await app.api.tokenOf('office');
    const first = await insertSealed('2025-11', null, null);
    await insertSealed('2025-12', first, JSON.stringify(ANNEXES));
    await app.make.ruleSet();
    library = await app.make.unit({ name: '图书馆', code: 'library' });
    const museum = await app.make.unit({ name: '博物馆', code: 'museum' });
    await app.make.unit({ name: '美术馆', code: 'gallery' });
    const bureau = await app.make.unit({ name: '文物处', code: 'bureau', kind: 'department' });
    const joint = await app.make.submission({
      units: [library, museum, bureau],
      title: FORMULA_TITLE,
    });
    await app.make.adoption({ submission: joint, channel: 'newsletter', adoptedOn: '2026-01-15' });
    await app.make.adoption({
      ...{ submission: joint, channel: 'city.forwarded', adoptedOn: '2026-01-20' },
    });
    const commission = await app.points.clock.at(new Date('2026-01-02T00:00:00Z'), () =>
      app.make.documents('plugin::points.commission').create({
        data: {
          ...{ title: '非遗保护情况', kind: 'info', dueOn: '2026-01-10' },
          units: [library.documentId, museum.documentId],
        },
      })
    );
    await app.make.documents('plugin::points.submission').create({
      data: {
        ...{ title: '应约', category: 'commissioned', receivedAt: '2026-01-12T01:00:00Z' },
        ...{ units: [library.documentId], commission: commission.documentId },
      },
    });
    january = (await sealThrough(app, '2026-01')).documentId;
    standings = bodyOf(await office.get<BulletinResponse>(`/points/bulletins/${january}`)).data;
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  const addressOf = (id: string): string => `/points/bulletins/${id}`;

  const paperOf = async (id: string): Promise<Paper> =>
    bodyOf(await office.get<BulletinDocumentResponse>(`${addressOf(id)}/document`)).data;

  const save = (
    id: string,
    paper: Paper,
    change: Record<string, unknown>,
    client = office,
    language = 'zh'
  ): Promise<ApiResponse<BulletinDocumentResponse>> =>
    client.post(
      `${addressOf(id)}/document`,
      { ...paper.wording, version: paper.version, ...change },
      { language }
    );

  const download = (id: string, format: ReportFormat): Promise<Downloaded> =>
    downloadFrom(app.url, `${addressOf(id)}/export?format=${format}`, token);

  const refused = (response: ApiResponse<unknown>): unknown[] => [
    response.status,
    errorOf(response).message,
  ];

  const service = <T>(name: string): T => app.strapi.plugin('points').service(name) as unknown as T;

  const transaction = <T>(work: (trx: unknown) => Promise<T>): Promise<T> =>
    app.strapi.db.transaction(({ trx }) => work(trx)) as Promise<T>;

  it('verifies with annexes, and in the form that it had before there were any', async () => {
    expect(await verificationOf(app)).toMatchObject({
      ok: true,
      checked: { bulletins: 3 },
      bulletins: [],
    });
  });

  it('begins with the words of the template, filled with what was frozen', async () => {
    const { figures, issued, stock, text, version } = await paperOf(january);
    expect({ issued, version }).toEqual({ issued: null, version: 1 });
    expect(figures).toMatchObject({ month: '2026-01', received: 2, adopted: 1 });
    expect(figures.channels).toEqual([
      { name: '《文化常州》简报', count: 1 },
      { name: '转报市委办、市政府办', count: 1 },
    ]);
    expect(text.title).toBe('关于2026年1月份信息报送及采用情况的通报');
    const lines = text.blocks.map((block) => block.text);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining('收到各单位、各处室报送信息2条，采用1条'),
        expect.stringContaining('局属单位有：图书馆、博物馆；机关处室有：文物处'),
        '本月未报送信息的单位和处室共1个：美术馆。',
        '请将此件送本单位（处室）主要负责人阅。',
      ])
    );
    expect(lines.join()).not.toContain('批评');
    expect(stock.problems.length).toBeGreaterThan(0);
  });

  it('says of a month without annexes what its standings and postings say', async () => {
    const { figures } = await paperOf('bulletin-2025-11');
    expect(figures).toMatchObject({ received: 6, adopted: 0, channels: [] });
  });

  describe('as a Word document', () => {
    let parts: Map<string, string>;
    let xml: string;

    beforeAll(async () => {
      const file = await download(january, 'docx');
      expect(nameOf(file)).toBe('关于2026年1月份信息报送及采用情况的通报（送审稿）.docx');
      parts = await partsOf(file.bytes);
      xml = parts.get('word/document.xml') ?? '';
    });

    it('names a Chinese font on every run', () => {
      const pages = [...parts].filter(([name]) => /^word\/(document|footer\d+)\.xml$/.test(name));
      const runs = pages.flatMap(([, part]) => part.match(/<w:r>.*?<\/w:r>/gs) ?? []);
      expect(runs.length).toBeGreaterThan(50);
      expect(runs.filter((run) => !/<w:rFonts [^>]*w:eastAsia="[^"]+"/.test(run))).toEqual([]);
    });

    it('is set by GB/T 9704, its wide annexes turned', () => {
      const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
      expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([
        ...[false, true, true, false, false],
      ]);
      expect(sections[0]).toMatch(/w:pgSz w:w="11906" w:h="16838"/);
      const margins = ['top="2098"', 'right="1474"', 'bottom="1984"', 'left="1587"'];
      for (const margin of margins) expect(sections[0]).toContain(`w:${margin}`);
      expect(sections[0]).toContain('w:linePitch="579"');
    });

    it('repeats both lines of headings on every page, and tears no row apart', () => {
      const rows = docxRowsOf(xml);
      const headings = rows.filter(({ isHeading }) => isHeading);
      expect(headings).toHaveLength(6);
      expect(headings[0]?.cells.flat()).toEqual([
        ...['名次', '单位', '报送条数', '采用条数', '本月各渠道采用条数', '积分', '累计名次'],
      ]);
      expect(headings[1]?.cells.flat().filter((text) => text !== '')).toEqual([
        ...['本月', '累计', '本月', '累计', '简报', '市委办、市政府办', '本月', '累计'],
      ]);
      expect(rows.some(({ mayBreak }) => mayBreak)).toBe(false);
    });

    it('lists ties, units that sent nothing, titles by channel and commissions', () => {
      const rows = docxRowsOf(xml)
        .filter(({ isHeading }) => !isHeading)
        .map(({ cells }) => cells.map((cell) => cell[0]).join(' '));
      expect(rows).toEqual([
        '1 文物处 1 1 1 1 1 1 8.00 8.00 1',
        ' 合计       8.00 8.00 ',
        '1 图书馆 2 2 1 1 1 1 8.00 8.00 1',
        '1 博物馆 1 1 1 1 1 1 8.00 8.00 1',
        '3 美术馆 0 0 0 0 0 0 0.00 0.00 3',
        ' 合计       16.00 16.00 ',
        `1 《文化常州》简报 ${FORMULA_TITLE} 图书馆、博物馆、文物处 2026年1月15日 `,
        `2 转报市委办、市政府办 ${FORMULA_TITLE} 图书馆、博物馆、文物处 2026年1月20日 `,
        '1 非遗保护情况 工作信息 图书馆 2026年1月10日 逾期完成 2026年1月12日',
        '2 非遗保护情况 工作信息 博物馆 2026年1月10日 未完成 ',
      ]);
    });

    it('says that it is a draft, and by what it can be held against the ledger', () => {
      expect(xml).toContain('送审稿');
      expect(xml).toContain(standings.fingerprint);
      expect(xml).toContain('报送条数为该月由局办公室收到的信息条数');
    });
  });

  it('is a PDF of two pages of text and one for each annex', async () => {
    const pages = await pdfPagesOf((await download('bulletin-2025-12', 'pdf')).bytes);
    expect(pages.map(({ height, width }) => width > height)).toEqual([
      ...[false, false, true, true, false, false],
    ]);
    expect(pages.map(({ texts }) => texts.some(({ text }) => /^— \d —$/.test(text)))).toEqual(
      pages.map(() => true)
    );
  });

  it('is a workbook of the numbers that the API gives, without a formula', async () => {
    const sheets = await sheetsOf((await download(january, 'xlsx')).bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['机关处室', '局属单位', '采用信息', '约稿']);
    expect(sheets.map(({ formulas }) => formulas)).toEqual([0, 0, 0, 0]);
    const cells = sheets[1]?.cells ?? new Map<string, string | number>();
    const [at] = [...cells].find(([, value]) => value === '图书馆') ?? [''];
    const row = Number(at.slice(1));
    const ofLibrary = (rows: StandingsRow[]) => rows.find(({ unit }) => unit.name === '图书馆');
    const month = ofLibrary(standings.standings.month.units);
    const year = ofLibrary(standings.standings.year.units);
    expect(['C', 'D', 'E', 'F', 'I', 'J'].map((column) => cells.get(`${column}${row}`))).toEqual([
      ...[month?.submitted, year?.submitted, month?.adopted, year?.adopted],
      ...[Number(month?.points), Number(year?.points)],
    ]);
    expect([...(sheets[2]?.cells.values() ?? [])]).toContain(FORMULA_TITLE);
  });

  it('is a table of both kinds as CSV', async () => {
    const [head, ...records] = recordsOf((await download('bulletin-2025-12', 'csv')).bytes);
    expect(head?.slice(0, 5)).toEqual(['类别', '名次', '单位', '本月报送条数', '累计报送条数']);
    expect(records.map((record) => record.slice(0, 5).join())).toEqual([
      '机关处室,1,文物处,1,4',
      '局属单位,1,图书馆,3,9',
      '局属单位,1,博物馆,2,6',
      '局属单位,3,美术馆,0,0',
      '局属单位,,旧剧院,,1',
    ]);
  });

  it.each(['bulletin-2025-11', 'bulletin-2025-12'])(
    'gives the same bytes of %s on every database',
    async (id) => {
      const found: Record<string, string> = {};
      for (const format of FORMATS) {
        const { bytes } = await download(id, format);
        found[format] = createHash('sha256').update(bytes).digest('hex');
      }
      expect(found).toEqual(STORED[id]);
    }
  );

  it('is given in no other format, and to nobody else', async () => {
    const bad = await office.get(`${addressOf(january)}/export?format=exe`);
    expect(refused(bad)).toEqual([400, expect.stringContaining('docx')]);
    expect((await office.get('/points/bulletins/none/export?format=csv')).status).toBe(404);
    for (const role of ['officer', 'leader', 'editor'] as const) {
      const client = await app.api.as(role);
      expect((await client.get(`${addressOf(january)}/export?format=csv`)).status).toBe(403);
      expect((await save(january, await paperOf(january), {}, client)).status).toBe(403);
    }
  });

  describe('its words', () => {
    it.each([
      [
        'an unknown variable',
        { opening: '收到{recieved}条' },
        '{recieved} 无法识别。可用的变量有：{year}',
      ],
      ['an unclosed one', { praise: '表扬{praisedUnits' }, '花括号不成对'],
      ['too long a text', { closing: '字'.repeat(4000) }, '超过了 4000 字的上限'],
      [
        'a text too long once it is filled in',
        { requirements: '{channels}'.repeat(300) },
        '超过了 4000 字的上限',
      ],
      ['six places', { praisedCount: 6 }, 'praisedCount'],
      ['no day', { date: '2026-02-30' }, 'date'],
      ['no version', { version: 'x' }, 'version'],
    ])('are refused with %s', async (_, change, words) => {
      const before = await paperOf(january);
      expect(refused(await save(january, before, change))).toEqual([
        400,
        expect.stringContaining(words),
      ]);
      expect(await paperOf(january)).toEqual(before);
    });

    it('are saved from the latest version alone, by one of two at once', async () => {
      const before = await paperOf(january);
      const criticised = before.figures.units
        .filter(({ name }) => name === '美术馆')
        .map(({ documentId }) => documentId);
      const change = { number: '常文广旅〔2026〕1号', criticised, date: '2026-02-03' };
      const both = await Promise.all([
        save(january, before, change),
        save(january, before, change),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const after = await paperOf(january);
      expect(after).toMatchObject({ version: before.version + 1, wording: change });
      expect(after.text).toMatchObject({ number: change.number, date: '2026年2月3日' });
      expect(after.text.blocks.map(({ text }) => text)).toContain(
        '对以下单位和处室予以通报批评：美术馆。'
      );
      expect(refused(await save(january, before, {}))).toEqual([
        409,
        expect.stringContaining('已有他人保存过'),
      ]);
    });
  });

  describe('a template of the office', () => {
    it.each([
      [
        'an unknown variable',
        { opening: '收到{recieved}条' },
        'variable {recieved} that nothing is known of',
      ],
      ['an unclosed one', { opening: '收到{received条' }, 'written as {month}'],
      ['too long a text', { problems: '字'.repeat(4000) }, 'at most 4000'],
      ['nine places', { praisedCount: 9 }, '0 to 5'],
      ['another kind', { kind: 'week' }, 'month'],
    ])('is refused with %s', async (_, change, words) => {
      const response = await office.post(TEMPLATES, { ...TEMPLATE, ...change }, { language: 'en' });
      expect(refused(response)).toEqual([400, expect.stringContaining(words)]);
      expect(await raw('points_bulletin_templates').pluck('id')).toEqual([]);
    });

    it('gives the words of months opened from then on, and changes no earlier ones', async () => {
      const before = await paperOf(january);
      bodyOf(await office.post(TEMPLATES, TEMPLATE));
      const second = await office.post(TEMPLATES, TEMPLATE, { language: 'en' });
      expect(refused(second)).toEqual([400, expect.stringContaining('template of this kind')]);
      const { stock, ...rest } = await paperOf(january);
      expect({ ...rest, stock: before.stock }).toEqual(before);
      expect(stock.problems).toEqual(['个别单位报送偏少。', '信息时效不强。']);
      const { documentId } = await sealThrough(app, '2026-02');
      const { text } = await paperOf(documentId);
      expect(text.title).toBe('2026年2月通报');
      expect(text.blocks.map((block) => block.text)).toEqual([
        '收到0条，采用0条：无。',
        '一、工作要求',
        '及时报送。',
      ]);
    });

    it('cannot be broken by a change of one text alone', async () => {
      const [row] = (await raw('points_bulletin_templates')) as [{ document_id: string }];
      const path = `${TEMPLATES}/${row.document_id}`;
      const change = await office.put(path, { closing: '{nobody}' }, { language: 'en' });
      expect(refused(change)).toEqual([400, expect.stringContaining('{nobody}')]);
    });
  });

  describe('once it is issued', () => {
    const at = new Date('2026-02-05T02:00:00Z');
    let foretold: Buffer[];

    beforeAll(async () => {
      const paper = await paperOf(january);
      bodyOf(await save(january, paper, { date: null }));
      const files = service<Files>('bulletinFiles');
      foretold = [];
      for (const format of FORMATS)
        foretold.push((await files.file(january, format, { at })).bytes);
      const drafts = service<Drafts>('bulletinDrafts');
      await expect(
        transaction((trx) => drafts.freeze(trx, january, { by: '张三', at, version: 1 }))
      ).rejects.toMatchObject({ message: expect.stringContaining('已有他人保存过') as unknown });
      await transaction(async (trx) => {
        const version = await drafts.version(trx, january);
        expect(await drafts.issued(trx, january)).toBeNull();
        await drafts.freeze(trx, january, { by: '张三', at, version });
        expect(await drafts.issued(trx, january)).toEqual({ at, by: '张三' });
      });
    });

    it('is the file that was foretold, and no draft', async () => {
      for (const [index, format] of FORMATS.entries()) {
        const file = await download(january, format);
        expect(nameOf(file)).toBe(`关于2026年1月份信息报送及采用情况的通报.${format}`);
        expect(file.bytes.equals(foretold[index] ?? Buffer.alloc(0))).toBe(true);
      }
      const xml = (await partsOf(foretold[0] ?? Buffer.alloc(0))).get('word/document.xml') ?? '';
      expect(xml).toContain('2026年2月5日');
      expect(xml).not.toContain('送审稿');
    });

    it('keeps its words with their hashes', async () => {
      const { issued, text } = await paperOf(january);
      expect(issued).toMatchObject({ at: at.toISOString(), by: '张三' });
      const [row] = (await raw('points_bulletin_drafts').where({ bulletin: january })) as [
        { text: string },
      ];
      expect(JSON.parse(row.text)).toEqual(text);
      expect(issued).toMatchObject(digests(row.text));
    });

    it('changes no more', async () => {
      const paper = await paperOf(january);
      expect(refused(await save(january, paper, { signature: '别处' }))).toEqual([
        400,
        '本通报已于 2026-02-05 由张三印发，文字不能再改动。',
      ]);
      const drafts = service<Drafts>('bulletinDrafts');
      await expect(
        transaction((trx) => drafts.freeze(trx, january, { by: '李四', at }))
      ).rejects.toMatchObject({ message: expect.stringContaining('已于 2026-02-05') as unknown });
      await expect(
        app.make
          .documents('plugin::points.bulletin-draft')
          .create({ data: { bulletin: january, version: 1, wording: '{}' } })
      ).rejects.toMatchObject({ message: expect.stringContaining('通报页面') as unknown });
      expect(await paperOf(january)).toEqual(paper);
    });
  });

  it('is not made of what somebody wrote over the frozen texts', async () => {
    await insertSealed('2025-10', null, null, '{}');
    await insertSealed('2025-09', null, '[]');
    for (const month of ['2025-10', '2025-09']) {
      const response = await office.get(`${addressOf(`bulletin-${month}`)}/document`, {
        language: 'zh',
      });
      expect(refused(response)).toEqual([400, expect.stringContaining('与封存时不一致')]);
    }
  });
});
