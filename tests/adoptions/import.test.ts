import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import JSZip from 'jszip';
import type {
  ImportCheckResponse,
  ImportLine,
  ImportResponse,
  ImportsResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  downloadFrom,
  errorOf,
  exactOf,
  nameOf,
  partsOf,
  reconcileOf,
  startApp,
  today,
  type ApiResponse,
  type Document,
  type TestApp,
} from '../support';

const IMPORT = '/points/adoptions/import';
const HEADINGS = [
  ...['报送标题/编号', '单位', '信息员', '录用渠道', '录用日期'],
  ...['机关/领导', '期号/文号', '内容', '备注'],
];
const PAPER = '《文化常州》简报';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A cell: a text, or a day as a spreadsheet program keeps it. */
type Cell = string | { serial: number };

const cellXml = (cell: Cell): string =>
  typeof cell === 'string'
    ? `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    : `<c s="1"><v>${cell.serial}</v></c>`;

const rowXml = (cells: readonly Cell[], index: number): string =>
  `<row r="${index + 1}">${cells.map(cellXml).join('')}</row>`;

const sheetXml = (rows: ReadonlyArray<readonly Cell[]>): string =>
  dataXml(rows.map(rowXml).join(''));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKED_TIES = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const dataXml = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

const tie = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${TIES}/${type}" Target="${target}"/>`;

/** A workbook of one sheet, whatever its XML is. */
const workbookOf = async (sheet: string): Promise<Buffer> => {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${PACKED_TIES}">${tie('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKED_TIES}">${tie('rId1', 'worksheet', 'worksheets/sheet1.xml')}${tie('rId2', 'styles', 'styles.xml')}</Relationships>`
  );
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${TIES}"><sheets><sheet name="录用" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
  zip.file(
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
  );
  zip.file('xl/worksheets/sheet1.xml', sheet);
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
};

const CENTRAL = 0x02014b50;

/** The same file with a directory that says its sheet were ten bytes. */
const lying = (file: Buffer): Buffer => {
  const forged = Buffer.from(file);
  for (let at = 0; at + 46 < forged.length; at += 1) {
    if (forged.readUInt32LE(at) !== CENTRAL) continue;
    const name = forged.subarray(at + 46, at + 46 + forged.readUInt16LE(at + 28)).toString();
    if (name.endsWith('sheet1.xml')) forged.writeUInt32LE(10, at + 24);
  }
  return forged;
};

const MEGABYTE = 1024 * 1024;

/** So many letters that cannot be packed by more than half. */
const noise = (letters: number): string => randomBytes(letters / 2).toString('hex');

const LARGE = 10_000;
const OF_LARGE = 1_000;

describe('an import of adoptions', () => {
  let app: TestApp;
  let raw: Knex;
  let token: string;
  let unit: Document;
  let other: Document;
  let piece: Document;
  let count = 0;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    token = await app.api.tokenOf('office');
    await app.make.ruleSet({ effectiveTo: '2089-12-31' });
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    [unit, other] = await app.make.units(2);
    const officer = await app.make.officer(unit, { name: '周岚' });
    piece = await app.make.submission({
      title: `关于夜场的调研 ${(count += 1)}`,
      units: [unit, other],
      officers: [officer],
      receivedAt: '2026-03-01T02:00:00.000Z',
    });
  });

  const send = async <T>(
    file: Buffer | string,
    path = IMPORT,
    headers: Record<string, string> = {}
  ): Promise<ApiResponse<T> & { text: string }> => {
    const form = new FormData();
    form.append(
      'file',
      new Blob([typeof file === 'string' ? file : new Uint8Array(file)]),
      '录用.xlsx'
    );
    const response = await fetch(new URL(path, app.url), {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN', ...headers },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('application/json');
    const body = (isJson ? JSON.parse(text) : null) as T;
    return { status: response.status, headers: response.headers, body, text };
  };
  const workbook = (...rows: Cell[][]) => workbookOf(sheetXml([HEADINGS, ...rows]));
  const check = async (...rows: Cell[][]) =>
    bodyOf(await send<ImportCheckResponse>(await workbook(...rows), `${IMPORT}/check`)).data;
  const row = (title: string, channel: string, day: Cell, ...more: string[]): Cell[] => [
    title,
    '',
    '',
    channel,
    day,
    ...more,
  ];
  const titleOf = (of: Document): string => String(of.title);
  const rows = async () => ({
    adoptions: await raw('points_adoptions').count(),
    postings: await raw('points_postings').count(),
    totals: await raw('points_totals').orderBy('id'),
    imports: await raw('points_adoption_imports').count(),
  });
  const refusalOf = async (file: Buffer | string): Promise<string> => {
    const before = await rows();
    const refused = await send(file);
    expect(refused.status).toBe(400);
    expect(await rows()).toEqual(before);
    return errorOf(refused).message;
  };

  it('has a template whose headings it reads back', async () => {
    const file = await downloadFrom(app.url, '/points/adoptions/template', token);
    expect(nameOf(file)).toBe('录用登记导入表.xlsx');
    const texts = [...(await partsOf(file.bytes)).values()].join('');
    for (const heading of [...HEADINGS, '填写说明']) expect(texts).toContain(heading);
    expect(texts).not.toContain('稿件类别');
    expect(await refusalOf(file.bytes)).toContain('只有表头');
  });

  it('shows before what it will do, and records it once, with a report', async () => {
    const before = await rows();
    const given = [
      [
        titleOf(piece),
        String(unit.name),
        '周岚',
        PAPER,
        { serial: 46_086 },
        '',
        '第3期',
        '夜场',
        '据通报',
      ],
      row(piece.documentId, 'city.forwarded', '2026年3月6日', '市委办'),
      row(titleOf(piece), PAPER, '2026-03-05', '', '第3期'),
    ];
    const found = await check(...given);
    expect(await rows()).toEqual(before);
    expect(found.counts).toEqual({ new: 2, known: 1, refused: 0 });
    expect(found.rows).toMatchObject([
      {
        row: 2,
        outcome: 'new',
        adoptedOn: '2026-03-05',
        earned: { exact: '20' },
        month: '2026-03',
      },
      {
        row: 3,
        outcome: 'new',
        channel: 'city.forwarded',
        submission: { documentId: piece.documentId },
      },
      {
        row: 4,
        outcome: 'known',
        notes: [{ message: expect.stringContaining('第 2 行') as string }],
      },
    ]);
    expect(found.awards).toMatchObject([
      { month: '2026-03', unit: { documentId: unit.documentId }, exact: '12' },
      { month: '2026-03', unit: { documentId: other.documentId }, exact: '12' },
    ]);

    const file = await workbook(...given);
    const { data } = bodyOf(await send<ImportResponse>(file));
    expect(data).toMatchObject({ recorded: 2, known: 1, import: { recorded: 2, known: 1 } });
    expect(await exactOf(app, unit)).toBe('12');
    expect(await raw('points_adoptions').where('words', '夜场').select('reference')).toEqual([
      { reference: '第3期' },
    ]);
    const office = await app.api.as('office');
    const state = await office.get<{ data: { state: string } }>(
      `/points/submissions/${piece.documentId}`
    );
    expect(bodyOf(state).data.state).toBe('accepted');

    const after = await rows();
    const again = bodyOf(await send<ImportResponse>(file)).data;
    expect(again).toEqual({ recorded: 0, known: 3, awards: [], import: null });
    expect(await rows()).toEqual(after);

    const imports = bodyOf(await office.get<ImportsResponse>('/points/adoptions/imports'));
    const id = imports.data[0]?.documentId ?? '';
    expect(imports.data[0]).toMatchObject({ fileName: '录用.xlsx', recorded: 2 });
    const report = await downloadFrom(app.url, `/points/adoptions/imports/${id}/report`, token);
    expect(nameOf(report)).toMatch(/^录用导入报告 .*\.xlsx$/);
    const texts = [...(await partsOf(report.bytes)).values()].join('');
    for (const word of ['据通报', '已登记', piece.documentId]) expect(texts).toContain(word);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('names row, column and what it takes of whatever is wrong, and writes nothing', async () => {
    const young = await app.make.unit({ activeFrom: '2026-03-10' });
    const late = await app.make.submission({
      title: `新馆开馆 ${count}`,
      units: [young],
      receivedAt: '2026-03-12T02:00:00.000Z',
    });
    const twin = { title: `同名 ${count}`, units: [unit] };
    const twins = [await app.make.submission(twin), await app.make.submission(twin)];
    const message = await refusalOf(
      await workbook(
        row(titleOf(piece), PAPER, '2026-03-05'),
        row('没有这条', PAPER, '2026-03-05'),
        row(titleOf(piece), '月球录用', '昨天'),
        row(titleOf(late), PAPER, '2026-03-09'),
        row(titleOf(twins[0]!), PAPER, '2026-03-05'),
        [titleOf(piece), '没有的单位', '', PAPER, '2026-03-05'],
        [titleOf(piece), '', '无名氏', PAPER, '2026-03-05', '', 'x'],
        row(titleOf(piece), PAPER, today(1)),
        row(titleOf(piece), 'instruction', '2026-03-05'),
        row('', '', '').slice(0, 5).concat(['', '', '只有内容'])
      )
    );
    for (const part of [
      '10 行中有 9 行有误',
      '第 3 行“报送标题/编号”：没有标题或编号为“没有这条”的报送信息',
      '第 4 行“录用渠道”：“月球录用”不是可登记的录用渠道。可填：',
      '第 4 行“录用日期”：“昨天”不是日期。请按 2026-03-05 的格式填写',
      `第 5 行“录用日期”：“${String(young.name)}”自 2026-03-10 起设立`,
      twins.map(({ documentId }) => documentId).join('、'),
      '第 7 行“单位”：没有名称或代码为“没有的单位”的单位',
      '第 8 行“信息员”：“无名氏”不是这条信息的信息员（周岚）',
      '第 9 行“录用日期”',
      '第 10 行“机关/领导”：批示必须',
      '第 11 行“报送标题/编号”：没有填写',
    ]) {
      expect(message).toContain(part);
    }
  });

  it('adopts what answers a commission for it too, and as no other kind', async () => {
    const commission = await app.make.documents('plugin::points.commission').create({
      data: { title: '夜场约稿', kind: 'research', units: [unit.documentId], dueOn: '2099-01-01' },
    });
    const answer = await app.make.documents('plugin::points.submission').create({
      data: {
        title: `应约的信息 ${(count += 1)}`,
        category: 'commissioned',
        receivedAt: '2026-03-01T02:00:00.000Z',
        units: [unit.documentId],
        commission: commission.documentId,
      },
    });
    const wrong = await workbook(row(answer.documentId, 'commission.info', '2026-03-06'));
    expect(await refusalOf(wrong)).toContain('夜场约稿');
    bodyOf(await send<ImportResponse>(await workbook(row(answer.documentId, PAPER, '2026-03-05'))));
    expect(await exactOf(app, unit)).toBe('40');
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('takes the channels of the rules of each row’s day, by the names that these give them', async () => {
    const sentence = { zh: '见办法', en: 'See the rules' };
    const journal = { channel: 'own.county-journal', points: 2.5, level: 'own.county' };
    const site = { channel: 'own.county-site', points: 1, level: 'own.county' };
    await app.make.ruleSet({
      ...{ name: '外单位办法', effectiveFrom: '2024-06-01', effectiveTo: '2024-12-31' },
      extensions: { ownChannels: true },
      channels: [
        { ...journal, clause: '三', sentence, name: { zh: '县级内刊', en: 'County’s journal' } },
        {
          ...{ channel: 'own.ministry', points: 6, level: 'own.ministry', clause: '三', sentence },
          ...{ name: { zh: '部委刊物', en: 'Ministry’s paper' }, evidence: 'required' },
        },
        {
          ...{ ...site, clause: '三', sentence, name: { zh: '县政府网', en: 'County’s site' } },
          ...{ recorded: 'publishing', placement: 'dynamics' },
        },
      ],
    });
    const found = await check(
      row(piece.documentId, '县级内刊', '2024-06-05'),
      row(piece.documentId, 'county’s JOURNAL', '2024-06-06'),
      row(piece.documentId, '县级内刊', '2026-03-05'),
      row(piece.documentId, PAPER, '2024-06-05'),
      row(piece.documentId, '县政府网', '2024-06-05'),
      row(piece.documentId, '部委刊物', '2024-06-05'),
      row(piece.documentId, '部委刊物', '2024-06-05', '', '第3期')
    );
    expect(found.rows).toMatchObject([
      {
        ...{ outcome: 'new', channel: 'own.county-journal', earned: { exact: '5/2' } },
        channelName: { zh: '县级内刊' },
      },
      { outcome: 'new', channel: 'own.county-journal' },
      { outcome: 'refused', problems: [{ column: 'channel' }] },
      { outcome: 'refused', problems: [{ column: 'channel' }] },
      { outcome: 'refused', problems: [{ column: 'channel' }] },
      { outcome: 'refused', problems: [{ column: 'organ' }] },
      { outcome: 'new', channel: 'own.ministry', earned: { exact: '6' } },
    ]);
    const [, , regulated, own] = found.rows;
    expect(regulated?.problems[0]?.message).toContain(PAPER);
    expect(own?.problems[0]?.message).toMatch(/可填：县级内刊 \/ 部委刊物。/);
    const good = await workbook(row(piece.documentId, '县级内刊', '2024-06-05'));
    const { data } = bodyOf(await send<ImportResponse>(good));
    const report = `/points/adoptions/imports/${data.import?.documentId}/report`;
    const { bytes } = await downloadFrom(app.url, report, token);
    expect([...(await partsOf(bytes)).values()].join('')).toContain('县级内刊');
    expect(await exactOf(app, unit, '2024')).toBe('5/4');
  });

  describe('under rules that ask more', () => {
    const DETAILS = ['稿件类别', 'Form', '字数', '核定分值', '上级计分', '改写单位'];
    const named = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });
    const ground = { clause: '三', sentence: { zh: '见办法', en: 'See the rules' } };
    const channel = (code: string, more: object) => ({
      ...{ channel: `own.${code}`, points: 2, level: 'own.county', ...ground },
      ...{ name: { zh: `渠道${code}`, en: `Channel ${code}` }, ...more },
    });

    beforeAll(async () => {
      await app.make.ruleSet({
        ...{ name: '分类计分', effectiveFrom: '2024-01-01', effectiveTo: '2024-05-31' },
        extensions: {
          ...{ ownChannels: true, officeShare: 0.5 },
          kinds: [named('research', '调研', 'Research')],
          forms: [named('brief', '简讯', 'Brief')],
        },
        channels: [
          channel('paper', {
            cases: [
              { when: { kind: 'research' }, points: 6 },
              { when: { form: 'brief' }, points: 1 },
              { when: { length: { from: 1000 } }, points: 4 },
            ],
          }),
          channel('chosen', { choice: { kind: 'set', of: [2, 5] } }),
          channel('copied', { upperScoreTimes: 2 }),
        ],
      });
    });

    const detailed = (...lines: Cell[][]) =>
      workbookOf(sheetXml([[...HEADINGS, ...DETAILS], ...lines]));
    const line = (of: string, reference: string, ...details: string[]): Cell[] => [
      ...[piece.documentId, '', '', `渠道${of}`, '2024-02-03', '', reference, '', ''],
      ...details,
    ];

    it('takes the details as columns', async () => {
      const file = await detailed(
        line('paper', '1', ' 调研 '),
        line('paper', '2', '', 'BRIEF'),
        line('paper', '3', '', '', '1200'),
        line('chosen', '4', '', '', '', '5'),
        line('copied', '5', '', '', '', '', '2.5'),
        line('paper', '6', 'research', '', '', '', '', String(unit.name)),
        line('paper', '7', '', '', '', '', '', String(other.code))
      );
      const found = bodyOf(await send<ImportCheckResponse>(file, `${IMPORT}/check`)).data;
      expect(found.rows.map(({ outcome, earned }) => [outcome, earned?.exact])).toEqual(
        ['6', '1', '4', '5', '5', '6', '2'].map((points) => ['new', points])
      );
      const { data } = bodyOf(await send<ImportResponse>(file));
      expect(data.recorded).toBe(7);
      const kept: unknown[] = await raw('points_adoptions')
        .where('adopted_on', '2024-02-03')
        .orderBy('id')
        .pluck<unknown[]>('details');
      expect(
        kept.map((each) => (typeof each === 'string' ? (JSON.parse(each) as unknown) : each))
      ).toEqual([
        { kind: 'research' },
        { form: 'brief' },
        { length: 1200 },
        { points: '5', chosenBy: expect.any(String) as string },
        { upperScore: '2.5' },
        { kind: 'research', rewrittenBy: unit.id },
        { rewrittenBy: other.id },
      ]);
      expect(await exactOf(app, unit, '2024')).toBe('29/2');
      const again = bodyOf(await send<ImportResponse>(file)).data;
      expect(again).toMatchObject({ recorded: 0, known: 7 });
      const report = `/points/adoptions/imports/${data.import?.documentId}/report`;
      const { bytes } = await downloadFrom(app.url, report, token);
      const texts = [...(await partsOf(bytes)).values()].join('');
      expect(texts).toContain('核定分值');
      expect(texts).not.toContain('刊发位置');
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
    });

    it('says row by row what is wrong with them, and writes nothing', async () => {
      const message = await refusalOf(
        await detailed(
          line('paper', '1', '诗歌'),
          line('paper', '2', '', '', '很长'),
          line('chosen', '3', '', '', '', '3'),
          line('chosen', '4', '调研'),
          line('copied', '5', '', '', '', '', '-1'),
          line('paper', '6', '', '', '', '', '', '没有的单位')
        )
      );
      for (const part of [
        '6 行中有 6 行有误',
        '第 2 行“稿件类别”：“诗歌”不在可填范围之内。可填：调研。',
        '第 3 行“字数”：“很长”',
        '第 4 行“核定分值”：“3”',
        '第 5 行“稿件类别”：“渠道chosen”在该日的计分标准中不填此项',
        '第 6 行“上级计分”：“-1”',
        '第 7 行“改写单位”：没有名称或代码为“没有的单位”的单位',
      ]) {
        expect(message).toContain(part);
      }
      const regulated = await workbookOf(
        sheetXml([
          [...HEADINGS, ...DETAILS],
          [...row(titleOf(piece), PAPER, '2026-03-05', '', '', '', ''), '调研'],
        ])
      );
      expect(await refusalOf(regulated)).toContain('不填此项');
    });
  });

  it('happens once where two send it at the same time', async () => {
    const file = await workbook(row(titleOf(piece), 'central.adopted', '2026-03-05', '中办'));
    const both = await Promise.all([send<ImportResponse>(file), send<ImportResponse>(file)]);
    const done = both.map((each) => bodyOf(each).data.recorded).sort();
    expect(done).toEqual([0, 1]);
    expect(await exactOf(app, unit)).toBe('50');
  });

  describe('that is hostile', () => {
    const cells = (length: number): string[] => Array.from({ length }, () => 'x');
    const laughs = Array.from(
      { length: 20 },
      (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};&e${index};&e${index};">`
    ).join('');

    it.each<[string, () => Promise<Buffer | string>, string]>([
      ['no workbook', () => Promise.resolve('PK no zip'), '内容与扩展名“.xlsx”不符'],
      ['an empty file', () => Promise.resolve(''), '内容与扩展名“.xlsx”不符'],
      ['a bomb', () => workbookOf(dataXml(' '.repeat(40 * MEGABYTE))), '解压后过大'],
      [
        'a bomb that shrinks no more than tables do',
        () => workbookOf(dataXml(noise(MEGABYTE) + ' '.repeat(64 * MEGABYTE))),
        '解开后远超',
      ],
      [
        'a bomb that its directory hides',
        async () => lying(await workbookOf(dataXml(' '.repeat(15 * MEGABYTE)))),
        '不是可读取的工作簿',
      ],
      [
        'a cell beyond all columns',
        () => workbookOf(dataXml('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>')),
        '',
      ],
      ['more columns than are read', () => workbookOf(sheetXml([cells(51)])), '第 1 行超过 50 列'],
      [
        'a cell without end',
        () => workbookOf(sheetXml([['x'.repeat(5_001)]])),
        '第 1 行有单元格超过 5000 字',
      ],
      [
        'rows without end',
        () => workbookOf(sheetXml(Array.from({ length: 20_100 }, () => ['x']))),
        '超过 20000 行',
      ],
      [
        'headings that poison',
        () =>
          workbookOf(
            sheetXml([
              ['__proto__', 'constructor', 'toString'],
              ['x', 'y', 'z'],
            ])
          ),
        '缺少表头：报送标题/编号、录用渠道、录用日期',
      ],
      [
        'a heading twice',
        () => workbookOf(sheetXml([[...HEADINGS, '录用渠道']])),
        '表头重复：录用渠道',
      ],
      [
        'entities in entities',
        () =>
          workbookOf(
            `<!DOCTYPE x [<!ENTITY e0 "ha">${laughs}]>${dataXml('<row><c t="str"><v>&e20;</v></c></row>')}`
          ),
        '',
      ],
    ])('as %s is refused in words', async (_name, make, words) => {
      expect(await refusalOf(await make())).toContain(words);
    });

    it('is refused where it is too large or missing, and the process answers on', async () => {
      expect(await refusalOf(await workbookOf(dataXml(noise(12 * MEGABYTE))))).toContain('5 MB');
      const office = await app.api.as('office');
      expect(errorOf(await office.post(IMPORT, {})).message).toContain('file');
      const extra = { title: titleOf(piece), day: '2026-03-07' };
      const file = await workbookOf(
        sheetXml([
          [...HEADINGS, '__proto__'],
          [...row(extra.title, PAPER, extra.day, '', '', '', ''), 'polluted'],
        ])
      );
      const found = bodyOf(await send<ImportCheckResponse>(file, `${IMPORT}/check`)).data;
      expect(found).toMatchObject({ counts: { new: 1 }, unknownHeadings: ['__proto__'] });
    });
  });

  describe(`of ${LARGE} rows`, () => {
    const linesOf = (wrong?: Cell[]): Cell[][] => {
      const lines = Array.from({ length: LARGE }, (_, index) =>
        row(`大批 ${index % OF_LARGE}`, PAPER, '2026-03-05', '', `第${index}期`)
      );
      return wrong ? [...lines.slice(0, -1), wrong] : lines;
    };

    beforeAll(async () => {
      const owner = await app.make.unit();
      const moment = new Date('2026-03-01T02:00:00.000Z');
      const now = app.database.kind === 'sqlite' ? moment.getTime() : moment;
      const made = Array.from({ length: OF_LARGE }, (_, index) => ({
        document_id: `large${String(index).padStart(19, '0')}`,
        title: `大批 ${index}`,
        ...{ category: 'research', state: 'submitted', folded_title: `大批 ${index}` },
        ...{ received_at: now, created_at: now, updated_at: now, published_at: now },
      }));
      await raw.batchInsert('points_submissions', made, 100);
      const ids: Array<{ id: number }> = await raw('points_submissions')
        .where('title', 'like', '大批 %')
        .select('id');
      await raw.batchInsert(
        'points_submissions_units_lnk',
        ids.map(({ id }) => ({ submission_id: id, unit_id: owner.id })),
        100
      );
    });

    it('and one wrong writes nothing and names the row', async () => {
      const file = await workbook(...linesOf(row('大批 1', PAPER, '2026-02-30')));
      const message = await refusalOf(file);
      expect(message).toContain(`${LARGE} 行中有 1 行有误`);
      expect(message).toContain(`第 ${LARGE + 1} 行“录用日期”：“2026-02-30”不是日期`);
    }, 120_000);

    it('is recorded while it tells how far it is', async () => {
      const file = await workbook(...linesOf());
      const started = performance.now();
      const { status, text } = await send(file, IMPORT, { accept: 'application/x-ndjson' });
      const seconds = (performance.now() - started) / 1000;
      expect(status).toBe(200);
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as ImportLine);
      const stages = lines.flatMap((line) => ('progress' in line ? line.progress.stage : []));
      expect([...new Set(stages)]).toEqual(['checking', 'recording']);
      expect(lines.at(-1)).toMatchObject({ data: { recorded: LARGE, known: 0 } });
      // Twenty seconds on a machine of its own.
      expect(seconds).toBeLessThan(80);
      process.stdout.write(`Import of ${LARGE} rows: ${seconds.toFixed(1)} s\n`);
    }, 120_000);
  });
});
