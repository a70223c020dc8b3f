import type { Knex } from 'knex';
import type {
  BonusesResponse,
  BonusResponse,
  LedgerResponse,
  UnitsResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  postingsOf,
  reconcileOf,
  refusalOf,
  rowOf,
  sealThrough,
  startApp,
  today,
  uploadText,
  type ApiResponse,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';

const BONUSES = '/points/bonuses';

describe('bonuses', () => {
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
    await app.make.ruleSet();
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

  const bodyFor = (values: object = {}): object => ({
    unit: unit.documentId,
    points: '2.50',
    reason: '周岚到局办公室挂职锻炼三个月',
    decidedBy: '局长办公会',
    day: '2026-03-05',
    ...values,
  });
  const record = (
    values: object = {},
    client = office,
    language = 'en'
  ): Promise<ApiResponse<BonusResponse>> => client.post(BONUSES, bodyFor(values), { language });
  const recorded = async (values: object = {}): Promise<BonusResponse> =>
    bodyOf(await record(values));
  const withdraw = (
    documentId: string,
    reason: string,
    client = office
  ): Promise<ApiResponse<BonusResponse>> =>
    client.post(`${BONUSES}/${documentId}/withdraw`, { reason });
  const rowsOf = async (): Promise<Record<string, unknown>> => ({
    bonuses: await raw('points_bonuses').orderBy('id'),
    postings: await raw('points_postings').orderBy('id'),
    totals: await raw('points_totals').orderBy('id'),
  });

  describe('for whom', () => {
    it('is offered who was there on the day', async () => {
      const left = await app.make.unit({ activeFrom: '2026-01-01', activeTo: '2026-03-31' });
      const former = await app.make.officer(left, { activeTo: '2026-02-28' });
      const offered = async (query: string): Promise<UnitsResponse['data'][number] | undefined> =>
        bodyOf(await office.get<UnitsResponse>(`/points/units${query}`)).data.find(
          ({ documentId }) => documentId === left.documentId
        );
      expect(await offered('')).toBeUndefined();
      expect(await offered('?day=2025-12-31')).toBeUndefined();
      expect(await offered('?day=2026-03-05')).toMatchObject({ officers: [] });
      const officers = [{ documentId: former.documentId }];
      expect(await offered('?day=2026-02-10')).toMatchObject({ officers });
      const wrong = await office.get('/points/units?day=2026-02-30', { language: 'zh-Hans' });
      expect([wrong.status, errorOf(wrong).message]).toEqual([
        400,
        expect.stringMatching(/day.*2026-02-30/) as unknown,
      ]);
    });
  });

  describe('recorded', () => {
    it('count as points of the unit and of the officer, in every period of the day', async () => {
      const { data, meta } = await recorded({ officer: officer.documentId });
      expect(data).toMatchObject({
        unit: { documentId: unit.documentId },
        officer: { documentId: officer.documentId, name: '周岚' },
        points: '2.50',
        exact: '5/2',
        reason: '周岚到局办公室挂职锻炼三个月',
        decidedBy: '局长办公会',
        day: '2026-03-05',
        month: '2026-03',
        belongsTo: '2026-03',
        recordedBy: 'Suite',
        withdrawnAt: null,
      });
      expect(meta.notice).toBeNull();
      for (const period of ['2026-03', '2026-Q1', '2026-H1', '2026']) {
        expect(await rowOf(app, unit, period)).toMatchObject({
          exact: '5/2',
          bonus: { points: '2.50', exact: '5/2' },
          byChannel: {},
          submitted: 0,
          adopted: 0,
        });
      }
      expect(await rowOf(app, unit, '2026-02')).toMatchObject({ exact: '0' });
      const { data: byOfficer } = bodyOf(
        await office.get<{ data: Array<{ officer?: { name: string }; exact: string }> }>(
          '/points/report?period=2026&by=officer'
        )
      );
      expect(byOfficer.find((row) => row.officer?.name === '周岚')).toMatchObject({ exact: '5/2' });
    });

    it('stand apart from what adoptions earned, and both in the points', async () => {
      const submission = await app.make.submission({ units: [unit, other] });
      await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-03-06' });
      await recorded({ points: 1.25 });
      expect(await rowOf(app, unit)).toMatchObject({
        exact: '45/4',
        bonus: { exact: '5/4' },
        byChannel: { newsletter: { exact: '10', count: 1 } },
        submitted: 1,
        adopted: 1,
      });
      expect(await rowOf(app, other)).toMatchObject({ exact: '10', bonus: { exact: '0' } });
    });

    it('are postings with their reason, who decided and the clause', async () => {
      const { data } = await recorded();
      const { data: postings } = bodyOf(
        await office.get<LedgerResponse>(
          `/points/ledger?unit=${unit.documentId}&channel=bonus&period=2026-03`,
          { language: 'zh-Hans' }
        )
      );
      expect(postings).toMatchObject([
        {
          key: `bonus.${data.documentId}.1`,
          kind: 'award',
          channel: 'bonus',
          exact: '5/2',
          adoptedOn: '2026-03-05',
          month: '2026-03',
          cause: 'record',
          unit: { documentId: unit.documentId },
          officer: null,
          why: {
            clause: { number: '六.2', sentence: expect.stringContaining('挂职锻炼') as unknown },
            bonus: {
              documentId: data.documentId,
              reason: '周岚到局办公室挂职锻炼三个月',
              decidedBy: '局长办公会',
            },
          },
        },
      ]);
    });

    it('keep the name of unit and reason as they were', async () => {
      await recorded();
      const name = String(unit.name);
      await app.make
        .documents('plugin::points.unit')
        .update({ documentId: unit.documentId, data: { name: `${name}（新）` } });
      const [posting] = await postingsOf(app, { unit: unit.documentId });
      expect(posting).toMatchObject({ unitName: name, unit: { name: `${name}（新）` } });
    });

    it.each([
      ['no unit', { unit: undefined }, /unit/],
      ['an unknown unit', { unit: 'nosuchunit' }, /nosuchunit/],
      ['an unknown officer', { officer: 'nosuchofficer' }, /nosuchofficer/],
      ['no points', { points: undefined }, /points/],
      ['points of nothing', { points: '' }, /points/],
      ['zero', { points: 0 }, /more than 0/],
      ['less than nothing', { points: -1 }, /more than 0/],
      ['three decimals', { points: '2.505' }, /two decimals/],
      ['words for points', { points: 'two' }, /"two"/],
      ['points in a list', { points: [2] }, /points/],
      ['too many points', { points: 1000.01 }, /at most 1,?000/],
      ['no reason', { reason: '  ' }, /reason/],
      ['a reason too long', { reason: '长'.repeat(201) }, /reason/],
      ['nobody who decided', { decidedBy: '' }, /decidedBy/],
      ['no day', { day: '' }, /day/],
      ['a day that is none', { day: '2026-02-30' }, /2026-02-30/],
      ['a day to come', { day: today(1) }, /has not come/],
      ['a file that is not there', { evidence: [2147483647] }, /2147483647/],
    ])('not with %s: refused in words, and nothing is written', async (_what, values, words) => {
      const before = await rowsOf();
      const refused = errorOf(await record(values));
      expect(refused.status).toBe(400);
      expect(refused.message).toMatch(words);
      expect(await rowsOf()).toEqual(before);
    });

    it('not for a unit or an officer of another time or place', async () => {
      const young = await app.make.unit({ name: '新馆', activeFrom: '2026-04-01' });
      const gone = await app.make.officer(unit, { name: '离任', activeTo: '2026-03-04' });
      const foreign = await app.make.officer(other, { name: '别处' });
      const before = await rowsOf();
      for (const [values, words] of [
        [{ unit: young.documentId }, /“新馆”在 2026-03-05 不是在用单位/],
        [{ officer: gone.documentId }, /“离任”在 2026-03-05 不在任/],
        [{ officer: foreign.documentId }, /“别处”不是“.+”的人员/],
      ] as const) {
        const refused = errorOf(await record(values, office, 'zh-Hans'));
        expect(refused.status).toBe(400);
        expect(refused.message).toMatch(words);
      }
      expect(await rowsOf()).toEqual(before);
      await recorded({ officer: gone.documentId, day: '2026-03-04' });
    });

    it('not twice, also when both come at once', async () => {
      const answers = await Promise.all([record(), record()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      expect(await rowOf(app, unit)).toMatchObject({ exact: '5/2' });
      await recorded({ reason: '另一件事' });
      expect(await rowOf(app, unit)).toMatchObject({ exact: '5' });
    });
  });

  describe('withdrawn', () => {
    it('give back what they gave, with the reason, and stay on record', async () => {
      const before = await rowOf(app, unit);
      const { data } = await recorded();
      const { data: withdrawn } = bodyOf(await withdraw(data.documentId, '登记有误'));
      expect(withdrawn).toMatchObject({
        documentId: data.documentId,
        withdrawnReason: '登记有误',
        withdrawnBy: 'Suite',
        withdrawnAt: expect.any(String) as unknown,
      });
      expect(await rowOf(app, unit)).toEqual(before);
      expect(await postingsOf(app, { unit: unit.documentId })).toMatchObject([
        { kind: 'award', exact: '5/2' },
        {
          key: `bonus.${data.documentId}.1.reversed`,
          kind: 'reversal',
          exact: '-5/2',
          cause: 'withdraw',
        },
      ]);
    });

    it('not twice, not without a reason, and not one that is not there', async () => {
      const { data } = await recorded();
      expect(errorOf(await withdraw(data.documentId, ' ')).message).toMatch(/reason/);
      bodyOf(await withdraw(data.documentId, '登记有误'));
      const before = await rowsOf();
      expect(errorOf(await withdraw(data.documentId, '再撤')).message).toMatch(/withdrawn already/);
      expect((await withdraw('nosuchbonus', '无')).status).toBe(404);
      expect(await rowsOf()).toEqual(before);
    });

    it('can be recorded anew', async () => {
      const { data } = await recorded();
      bodyOf(await withdraw(data.documentId, '登记有误'));
      await recorded();
      expect(await rowOf(app, unit)).toMatchObject({ exact: '5/2', bonus: { exact: '5/2' } });
    });

    it('in no other way: nothing of one is changed or deleted', async () => {
      const { data } = await recorded();
      const bonuses = app.make.documents('plugin::points.bonus');
      const { documentId } = data;
      for (const write of [
        bonuses.create({ data: { amount: 100, reason: '直接写', decidedBy: '无', day: today() } }),
        bonuses.update({ documentId, data: { amount: 1 } }),
        bonuses.delete({ documentId }),
      ]) {
        expect(await refusalOf(write)).toContain('加分');
      }
      for (const [type, named] of [
        ['unit', unit],
        ['officer', officer],
      ] as const) {
        if (type === 'officer') await recorded({ officer: officer.documentId, points: 1 });
        const gone = await office.delete(
          `/content-manager/collection-types/plugin::points.${type}/${named.documentId}`
        );
        expect(gone.status).toBe(400);
      }
    });
  });

  it('are listed, the latest day first, by period and unit', async () => {
    const first = await recorded({ day: '2026-01-31' });
    const second = await recorded({ day: '2026-03-31', reason: '另一件事' });
    bodyOf(await withdraw(second.data.documentId, '登记有误'));
    await recorded({ unit: other.documentId });
    const listOf = async (query: string) =>
      bodyOf(await office.get<BonusesResponse>(`${BONUSES}?${query}`));
    const mine = `unit=${unit.documentId}`;
    expect((await listOf(mine)).data.map(({ documentId }) => documentId)).toEqual([
      second.data.documentId,
      first.data.documentId,
    ]);
    expect((await listOf(`${mine}&period=2026-01`)).data).toEqual([first.data]);
    expect(await listOf(`${mine}&pageSize=1&page=2`)).toEqual({
      data: [first.data],
      meta: { pagination: { page: 2, pageSize: 1, pageCount: 2, total: 2 } },
    });
    for (const query of ['period=2026-13', 'unit=nosuchunit', 'page=0']) {
      expect((await office.get(`${BONUSES}?${query}`)).status).toBe(400);
    }
  });

  describe('and who sees them', () => {
    let person: Person;
    let leader: Person;

    beforeEach(async () => {
      person = await app.make.person('officer', unit);
      leader = await app.make.person('leader', unit);
    });

    it('are the unit’s own to read, and the office’s to give', async () => {
      const own = await recorded();
      const foreign = await recorded({ unit: other.documentId });
      for (const { client } of [person, leader]) {
        const { data } = bodyOf(await client.get<BonusesResponse>(BONUSES));
        expect(data).toEqual([own.data]);
        const asked = await client.get(`${BONUSES}?unit=${other.documentId}`);
        expect(asked.status).toBe(403);
        expect((await record({ reason: '自己给' }, client)).status).toBe(403);
        for (const { data: bonus } of [own, foreign]) {
          expect((await withdraw(bonus.documentId, '自己撤', client)).status).toBe(403);
        }
      }
      const editor = await app.api.as('editor');
      for (const client of [editor, app.api.public]) {
        expect([401, 403]).toContain((await client.get(BONUSES)).status);
      }
    });

    it('are on the unit’s desk', async () => {
      await recorded({ day: today() });
      const { body } = await person.client.get<{
        data: { standings: Array<{ months: Array<{ exact: string; bonus: { exact: string } }> }> };
      }>('/points/desk');
      expect(body.data.standings[0]?.months.at(-1)).toMatchObject({
        exact: '5/2',
        bonus: { exact: '5/2' },
      });
    });
  });

  describe('evidence', () => {
    it('is shown, kept by hash and locked, and more can be put beside it', async () => {
      const [first, second] = [
        await uploadText(office, 'notice.txt'),
        await uploadText(office, 'minutes.txt'),
      ];
      const { data } = await recorded({ evidence: [first] });
      expect(data.evidence).toMatchObject([{ id: first, name: 'notice.txt' }]);
      const path = `${BONUSES}/${data.documentId}/evidence`;
      const more = bodyOf(await office.post<BonusResponse>(path, { evidence: [second] }));
      expect(more.data.evidence.map(({ id }) => id)).toEqual([first, second]);
      expect((await postingsOf(app, { unit: unit.documentId })).length).toBe(1);
      const kept = await raw('points_kept_files')
        .where('bonus_document_id', data.documentId)
        .orderBy('id')
        .pluck<string[]>('name');
      expect(kept).toEqual(['notice.txt', 'minutes.txt']);
      for (const id of [first, second]) {
        const refused = errorOf(await office.delete(`/upload/files/${id}`));
        expect(refused.message).toContain('周岚到局办公室挂职锻炼三个月');
      }
      expect((await office.get(data.evidence[0]!.url)).status).toBe(200);
      const person = await app.make.person('officer', unit);
      const foreigner = await app.make.person('officer', other);
      expect((await person.client.get(data.evidence[0]!.url)).status).toBe(200);
      expect((await foreigner.client.get(data.evidence[0]!.url)).status).toBe(404);
      bodyOf(await withdraw(data.documentId, '登记有误'));
      expect((await office.post(path, { evidence: [second] })).status).toBe(400);
    });
  });

  // Last: what is sealed stays so.
  describe('of sealed months', () => {
    it('count in the first open month, and the answer says so', async () => {
      const early = await recorded({ day: '2026-02-27', reason: '二月已给' });
      await sealThrough(app, '2026-03');
      const sealed = await rowOf(app, unit, '2026-Q1');
      const { data, meta } = await recorded();
      expect(data).toMatchObject({ day: '2026-03-05', belongsTo: '2026-03', month: '2026-04' });
      expect(meta.notice).toMatch(/2026-03.*2026-04/);
      const withdrawn = bodyOf(await withdraw(early.data.documentId, '登记有误'));
      expect(withdrawn.meta.notice).toMatch(/2026-02.*2026-04/);
      expect(await postingsOf(app, { unit: unit.documentId })).toMatchObject([
        { kind: 'award', month: '2026-02', belongsTo: '2026-02' },
        { kind: 'award', month: '2026-04', belongsTo: '2026-03' },
        { kind: 'reversal', month: '2026-04', belongsTo: '2026-02' },
      ]);
      expect(await rowOf(app, unit, '2026-Q1')).toMatchObject({ exact: sealed.exact });
      expect(await rowOf(app, unit, '2026-04')).toMatchObject({ exact: '0' });
    });
  });
});
