import type { Knex } from 'knex';
import type {
  DeductionKindsResponse,
  DeductionResponse,
  DeductionsResponse,
  ReportResponse,
  StandingsRow,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  reconcileOf,
  refusalOf,
  regulation,
  sealThrough,
  startApp,
  today,
  uploadText,
  type ApiResponse,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const DEDUCTIONS = '/points/deductions';
const MANAGER = '/content-manager/collection-types';
const RULE_SETS = `${MANAGER}/plugin::points.rule-set`;

const RULES = [
  {
    code: 'late',
    name: { zh: '迟报', en: 'Late' },
    points: 3,
    clause: '八',
    sentence: { zh: '迟报的，每次扣3分', en: 'Sent late: 3 points less each time' },
  },
  {
    code: 'wrong',
    name: { zh: '失实', en: 'Untrue' },
    points: { from: 1, to: 5 },
    clause: '九',
    sentence: { zh: '失实的，每次扣1至5分', en: 'Untrue: 1 to 5 points less' },
  },
  {
    code: 'leak',
    name: { zh: '泄密', en: 'Leak' },
    zeroes: 'year',
    clause: '十',
    sentence: { zh: '发生泄密的，全年得分清零', en: 'A leak: the year is set to zero' },
  },
];

describe('deductions', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let other: Document;
  let officer: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    const admin = await app.api.as('super-admin');
    // The regulation's until 2025, which knows no deductions; another bureau's from 2026 on.
    for (const values of [
      { effectiveFrom: '2024-01-01', effectiveTo: '2025-12-31' },
      { extensions: { deductions: RULES }, effectiveFrom: '2026-01-01' },
    ]) {
      bodyOf(await admin.post(RULE_SETS, { ...(await regulation()), ...values }));
    }
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    [unit, other] = await app.make.units(2);
    officer = await app.make.officer(unit, { name: '周岚' });
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const record = (
    values: object = {},
    client = office,
    language = 'en'
  ): Promise<ApiResponse<DeductionResponse>> =>
    client.post(
      DEDUCTIONS,
      {
        unit: unit.documentId,
        code: 'late',
        reason: '三月信息迟报两天',
        decidedBy: '局长办公会',
        day: '2026-03-05',
        ...values,
      },
      { language }
    );
  const recorded = async (values: object = {}): Promise<DeductionResponse['data']> =>
    bodyOf(await record(values)).data;
  const withdraw = (
    documentId: string,
    reason: string,
    client = office
  ): Promise<ApiResponse<DeductionResponse>> =>
    client.post(`${DEDUCTIONS}/${documentId}/withdraw`, { reason });
  const rowOf = async (period: string, of = unit): Promise<StandingsRow> => {
    const { data } = bodyOf(await office.get<ReportResponse>(`/points/report?period=${period}`));
    return data.find((row) => row.unit.documentId === of.documentId)!;
  };
  const rowsOf = async (): Promise<unknown[]> => raw('points_deductions').orderBy('id');

  describe('of which kinds', () => {
    it('says the rule set in force on the day', async () => {
      const kindsOn = async (day: string): Promise<DeductionKindsResponse> =>
        bodyOf(await office.get(`${DEDUCTIONS}/kinds?day=${day}`));
      expect(await kindsOn('2026-03-05')).toMatchObject({
        data: [
          { code: 'late', points: '3.00', zeroes: null, from: 1, clause: '八' },
          { code: 'wrong', points: { from: '1.00', to: '5.00' } },
          { code: 'leak', points: null, zeroes: 'year' },
        ],
        meta: { day: '2026-03-05' },
      });
      expect(await kindsOn('2025-03-05')).toMatchObject({ data: [] });
      expect(await kindsOn('2023-03-05')).toMatchObject({ data: [], meta: { ruleSet: null } });
      expect((await office.get(`${DEDUCTIONS}/kinds?day=2026-02-30`)).status).toBe(400);
    });
  });

  describe('recorded', () => {
    it('take points of the period, with their why, and are no postings', async () => {
      const data = await recorded({ officer: officer.documentId });
      expect(data).toMatchObject({
        unit: { documentId: unit.documentId },
        officer: { documentId: officer.documentId, name: '周岚' },
        code: 'late',
        kind: { name: { zh: '迟报', en: 'Late' }, clause: '八' },
        points: '3.00',
        reason: '三月信息迟报两天',
        decidedBy: '局长办公会',
        day: '2026-03-05',
        frozen: false,
        recordedBy: 'Suite',
        withdrawnAt: null,
      });
      for (const period of ['2026-03', '2026-Q1', '2026-H1', '2026']) {
        expect(await rowOf(period)).toMatchObject({
          exact: '-3',
          period: { exact: '-3' },
          effects: [
            {
              step: 'deduction',
              exact: '-3',
              clause: '八',
              period: { code: '2026-03' },
              why: {
                code: 'late',
                day: '2026-03-05',
                reason: '三月信息迟报两天',
                by: '局长办公会',
                officer: '周岚',
              },
            },
          ],
        });
      }
      expect(await rowOf('2026-02')).toMatchObject({ exact: '0' });
      expect(await rowOf('2026-03', other)).toMatchObject({ exact: '0' });
    });

    it('take what was chosen where the rule lets choose, and a year where it says so', async () => {
      const submission = await app.make.submission({ units: [unit] });
      await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-03-06' });
      expect(await recorded({ code: 'wrong', points: '2.5' })).toMatchObject({ points: '2.50' });
      expect(await rowOf('2026-03')).toMatchObject({ exact: '35/2' });
      expect(await recorded({ code: 'leak' })).toMatchObject({ points: null });
      expect(await rowOf('2026-03')).toMatchObject({ exact: '35/2' });
      expect(await rowOf('2026-Q1')).toMatchObject({ exact: '35/2' });
      // The year is set to zero first, and then the points are taken.
      expect(await rowOf('2026')).toMatchObject({ exact: '-5/2' });
    });

    it.each([
      ['no unit', { unit: undefined }, /unit/],
      ['an unknown unit', { unit: 'nosuchunit' }, /nosuchunit/],
      ['an unknown officer', { officer: 'nosuchofficer' }, /nosuchofficer/],
      ['no kind', { code: '' }, /code/],
      ['an unknown kind', { code: 'lazy' }, /"lazy".*late \(Late\)/],
      ['a kind of no text', { code: ['late'] }, /code/],
      ['no points where there is a range', { code: 'wrong' }, /points/],
      ['points beyond the range', { code: 'wrong', points: 5.01 }, /from 1\.00 to 5\.00/],
      ['points below the range', { code: 'wrong', points: '0.5' }, /from 1\.00 to 5\.00/],
      ['less than nothing', { code: 'wrong', points: -1 }, /from 1\.00 to 5\.00/],
      ['three decimals', { code: 'wrong', points: '2.505' }, /two decimals/],
      ['other points than the fixed ones', { points: 4 }, /3\.00/],
      ['points for what takes none', { code: 'leak', points: 1 }, /zero/],
      ['points in a list', { points: [2] }, /points/],
      ['no reason', { reason: '  ' }, /reason/],
      ['a reason too long', { reason: '长'.repeat(201) }, /reason/],
      ['nobody who decided', { decidedBy: '' }, /decidedBy/],
      ['a day that is none', { day: '2026-02-30' }, /2026-02-30/],
      ['a day to come', { day: today(1) }, /has not come/],
      ['a day of rules without deductions', { day: '2025-03-05' }, /knows no deductions/],
      ['a day without rules', { day: '2023-03-05' }, /No rule set/],
      ['a file that is not there', { evidence: [2147483647] }, /2147483647/],
    ])('not with %s: refused in words, and nothing is written', async (_what, values, words) => {
      const before = await rowsOf();
      const refused = errorOf(await record(values));
      expect(refused.status).toBe(400);
      expect(refused.message).toMatch(words);
      const chinese = errorOf(await record(values, office, 'zh-Hans'));
      expect(chinese.message).not.toMatch(/\{\w+\}|undefined/);
      expect(await rowsOf()).toEqual(before);
    });

    it('not for a unit or an officer of another time or place', async () => {
      const young = await app.make.unit({ name: '新馆', activeFrom: '2026-04-01' });
      const gone = await app.make.officer(unit, { name: '离任', activeTo: '2026-03-04' });
      const foreign = await app.make.officer(other, { name: '别处' });
      for (const [values, words] of [
        [{ unit: young.documentId }, /“新馆”在 2026-03-05 不是在用单位/],
        [{ officer: gone.documentId }, /“离任”在 2026-03-05 不在任/],
        [{ officer: foreign.documentId }, /“别处”不是“.+”的人员/],
      ] as const) {
        const refused = errorOf(await record(values, office, 'zh-Hans'));
        expect([refused.status, refused.message]).toEqual([
          400,
          expect.stringMatching(words) as unknown,
        ]);
      }
    });

    it('not twice, also when both come at once', async () => {
      const answers = await Promise.all([record(), record()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      expect(await rowOf('2026-03')).toMatchObject({ exact: '-3' });
      await recorded({ reason: '另一件事' });
      expect(await rowOf('2026-03')).toMatchObject({ exact: '-6' });
    });
  });

  describe('withdrawn', () => {
    it('count no more, and stay on record with the reason', async () => {
      const data = await recorded();
      const withdrawn = bodyOf(await withdraw(data.documentId, '登记有误'));
      expect(withdrawn.data).toMatchObject({
        documentId: data.documentId,
        reason: '三月信息迟报两天',
        withdrawnReason: '登记有误',
        withdrawnBy: 'Suite',
        withdrawnAt: expect.any(String) as unknown,
      });
      const row = await rowOf('2026-03');
      expect([row.exact, row.effects]).toEqual(['0', undefined]);
      await recorded();
      expect(await rowOf('2026-03')).toMatchObject({ exact: '-3' });
    });

    it('not twice, not without a reason, and not one that is not there', async () => {
      const data = await recorded();
      expect(errorOf(await withdraw(data.documentId, ' ')).message).toMatch(/reason/);
      const both = await Promise.all([
        withdraw(data.documentId, '登记有误'),
        withdraw(data.documentId, '登记有误'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
      const before = await rowsOf();
      expect(errorOf(await withdraw(data.documentId, '再撤')).message).toMatch(/withdrawn already/);
      expect((await withdraw('nosuchdeduction', '无')).status).toBe(404);
      expect(await rowsOf()).toEqual(before);
    });

    it('in no other way: neither the application nor the database changes one', async () => {
      const { documentId } = await recorded({ officer: officer.documentId });
      const documents = app.make.documents('plugin::points.deduction');
      for (const write of [
        documents.create({
          data: { code: 'late', reason: '直接写', decidedBy: '无', day: today() },
        }),
        documents.update({ documentId, data: { amount: 1 } }),
        documents.delete({ documentId }),
      ]) {
        expect(await refusalOf(write)).toContain('扣分');
      }
      const rows = () => raw('points_deductions').where('document_id', documentId);
      const message = expect.stringContaining('never changed') as unknown;
      await expect(rows().update({ amount: 1 })).rejects.toMatchObject({ message });
      await expect(rows().delete()).rejects.toMatchObject({ message });
      for (const [type, named] of [
        ['officer', officer],
        ['unit', unit],
      ] as const) {
        const gone = await office.delete(`${MANAGER}/plugin::points.${type}/${named.documentId}`);
        expect(gone.status).toBe(400);
      }
    });
  });

  it('are listed, the latest day first, by period and unit', async () => {
    const first = await recorded({ day: '2026-01-31' });
    const second = await recorded({ day: '2026-03-31' });
    bodyOf(await withdraw(second.documentId, '登记有误'));
    await recorded({ unit: other.documentId });
    const listOf = async (query: string) =>
      bodyOf(await office.get<DeductionsResponse>(`${DEDUCTIONS}?${query}`));
    const mine = `unit=${unit.documentId}`;
    expect((await listOf(mine)).data.map(({ documentId }) => documentId)).toEqual([
      second.documentId,
      first.documentId,
    ]);
    expect((await listOf(`${mine}&period=2026-01`)).data).toEqual([first]);
    expect(await listOf(`${mine}&pageSize=1&page=2`)).toEqual({
      data: [first],
      meta: { pagination: { page: 2, pageSize: 1, pageCount: 2, total: 2 } },
    });
    for (const query of ['period=2026-13', 'unit=nosuchunit', 'page=0']) {
      expect((await office.get(`${DEDUCTIONS}?${query}`)).status).toBe(400);
    }
  });

  it('are the unit’s own to read, and the office’s to record', async () => {
    const person = await app.make.person('officer', unit);
    const leader = await app.make.person('leader', unit);
    const own = await recorded();
    const foreign = await recorded({ unit: other.documentId });
    for (const { client } of [person, leader]) {
      const { data } = bodyOf(await client.get<DeductionsResponse>(DEDUCTIONS));
      expect(data).toEqual([own]);
      expect((await client.get(`${DEDUCTIONS}?unit=${other.documentId}`)).status).toBe(403);
      expect((await record({ reason: '自己扣' }, client)).status).toBe(403);
      for (const { documentId } of [own, foreign]) {
        expect((await withdraw(documentId, '自己撤', client)).status).toBe(403);
      }
    }
    const editor = await app.api.as('editor');
    for (const client of [editor, app.api.public]) {
      expect([401, 403]).toContain((await client.get(DEDUCTIONS)).status);
    }
  });

  it('keep their evidence by hash, locked, for their unit to read', async () => {
    const file = await uploadText(office, 'notice.txt');
    const data = await recorded({ evidence: [file] });
    expect(data.evidence).toMatchObject([{ id: file, name: 'notice.txt' }]);
    const kept = await raw('points_kept_files')
      .where('deduction_document_id', data.documentId)
      .pluck<string[]>('name');
    expect(kept).toEqual(['notice.txt']);
    expect(errorOf(await office.delete(`/upload/files/${file}`)).message).toContain(
      '三月信息迟报两天'
    );
    const person = await app.make.person('officer', unit);
    const foreigner = await app.make.person('officer', other);
    const { url } = data.evidence[0]!;
    for (const [client, status] of [
      [office, 200],
      [person.client, 200],
      [foreigner.client, 404],
    ] as const) {
      expect((await client.get(url)).status).toBe(status);
    }
  });

  it('are shown more evidence for while they are in force, without a change of their row', async () => {
    const [first, second] = [
      await uploadText(office, 'first.txt'),
      await uploadText(office, 'second.txt'),
    ];
    const { documentId } = await recorded({ evidence: [first] });
    const row = (): PromiseLike<unknown> =>
      raw('points_deductions').where({ document_id: documentId }).first();
    const before = await row();
    const path = `${DEDUCTIONS}/${documentId}/evidence`;
    const shown = bodyOf(await office.post<DeductionResponse>(path, { evidence: [second, first] }));
    expect(shown.data.evidence.map(({ id }) => id)).toEqual([first, second]);
    expect(await row()).toEqual(before);
    const kept = await raw('points_kept_files')
      .where('deduction_document_id', documentId)
      .orderBy('id')
      .pluck<string[]>('name');
    expect(kept).toEqual(['first.txt', 'second.txt']);
    expect((await office.post(path, { evidence: [] })).status).toBe(400);
    expect((await office.post(path, { evidence: [2147483647] })).status).toBe(400);
    expect((await office.post(`${DEDUCTIONS}/none/evidence`, { evidence: [first] })).status).toBe(
      404
    );
    bodyOf(await office.post(`${DEDUCTIONS}/${documentId}/withdraw`, { reason: '误记' }));
    const refused = errorOf(await office.post(path, { evidence: [second] }));
    expect([refused.status, refused.message]).toEqual([
      400,
      expect.stringContaining('withdrawn') as unknown,
    ]);
  });

  // Last: what is sealed stays so.
  it('enter no sealed month, and leave none', async () => {
    const early = await recorded({ day: '2026-02-27' });
    const leak = await recorded({ code: 'leak', day: '2026-02-27' });
    await sealThrough(app, '2026-03');
    const before = await rowOf('2026-03');
    for (const language of ['en', 'zh-Hans'] as const) {
      const refused = errorOf(await record({}, office, language));
      expect([refused.status, refused.message]).toEqual([
        400,
        expect.stringMatching(/2026-03.*2026-04/) as unknown,
      ]);
    }
    expect(errorOf(await withdraw(early.documentId, '登记有误')).message).toMatch(/2026-02/);
    expect(await rowOf('2026-03')).toEqual(before);
    expect(await rowOf('2026-02')).toMatchObject({ exact: '-3' });
    const { data } = bodyOf(
      await office.get<DeductionsResponse>(`${DEDUCTIONS}?unit=${unit.documentId}`)
    );
    expect(data.map(({ code, frozen }) => [code, frozen])).toEqual([
      ['leak', false],
      ['late', true],
    ]);
    // What sets the year to zero is in no sealed month yet.
    bodyOf(await withdraw(leak.documentId, '查明没有泄密'));
    await recorded({ day: '2026-04-02' });
    expect(await rowOf('2026-04')).toMatchObject({ exact: '-3' });
  });
});
