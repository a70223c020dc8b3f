import type { Knex } from 'knex';
import type {
  AdoptableResponse,
  AdoptablesResponse,
  AdoptionChainResponse,
  AdoptionPreviewResponse,
  AdoptionStep,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  exactOf,
  reconcileOf,
  sealThrough,
  startApp,
  today,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const ADOPTIONS = '/points/adoptions';

describe('recording the way of a piece', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let other: Document;
  let officer: Document;
  let piece: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    await app.make.ruleSet({ effectiveTo: '2089-12-31' });
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    [unit, other] = await app.make.units(2);
    officer = await app.make.officer(unit, { name: '周岚' });
    piece = await app.make.submission({
      units: [unit, other],
      officers: [officer],
      receivedAt: '2026-03-01T02:00:00.000Z',
    });
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const step = (channel: AdoptionStep['channel'], day: string, values: object = {}) => ({
    channel,
    adoptedOn: day,
    ...values,
  });
  const send = <T>(path: string, steps: object[], options = {}, submission = piece) =>
    office.post<T>(`${ADOPTIONS}/${path}`, { submission: submission.documentId, steps }, options);
  const preview = async (...steps: object[]) =>
    bodyOf(await send<AdoptionPreviewResponse>('preview', steps)).data;
  const record = async (...steps: object[]) =>
    bodyOf(await send<AdoptionChainResponse>('steps', steps)).data;
  const chain = async (submission = piece) =>
    bodyOf(
      await office.get<AdoptionChainResponse>(
        `/points/submissions/${submission.documentId}/adoptions`
      )
    );
  const rows = async () => ({
    adoptions: await raw('points_adoptions').orderBy('id'),
    postings: await raw('points_postings').orderBy('id'),
    totals: await raw('points_totals').orderBy('id'),
  });

  const WAY = [
    step('newsletter', '2026-03-02', { reference: '2026年第3期', words: '图书馆夜场开放' }),
    step('city.forwarded', '2026-03-03', { organ: '市委办' }),
    step('city.adopted', '2026-03-05', { organ: '市委办', reference: '〔2026〕3号' }),
    step('instruction', '2026-03-09', { organ: '王市长', words: '做法很好，请推广。' }),
  ];

  it('shows before what each step gives to whom in which month, and writes nothing', async () => {
    const before = await rows();
    const { awards, refusals } = await preview(...WAY);
    expect(refusals).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(
      awards.map((award) => [award.step, award.unit.documentId, award.officer?.name, award.points])
    ).toEqual(
      [10, 2, 10, 50].flatMap((points, place) => [
        [place, unit.documentId, '周岚', `${points}.00`],
        [place, other.documentId, undefined, `${points}.00`],
      ])
    );
    expect(awards[0]).toMatchObject({
      ...{ month: '2026-03', belongsTo: '2026-03', channel: 'newsletter' },
      ...{ clause: { number: '七.5' }, full: { exact: '20' }, split: { units: 2, officers: 1 } },
    });
  });

  it('records all steps or none, and shows the way with what each has earned', async () => {
    await record(...WAY);
    expect(await exactOf(app, unit)).toBe('72');
    const { data } = await chain();
    expect(data).toMatchObject({
      submission: { adoptable: true, state: 'accepted', mergedInto: null },
      total: { exact: '144' },
      steps: [
        { channel: 'newsletter', words: '图书馆夜场开放', earned: { exact: '20' } },
        { channel: 'city.forwarded', earned: { exact: '4' }, month: '2026-03', byHand: true },
        { channel: 'city.adopted', reference: '〔2026〕3号', evidence: [] },
        { channel: 'instruction', organ: '王市长', withdrawnAt: null },
      ],
    });

    const before = await rows();
    const good = step('province.adopted', '2026-03-20', { organ: '省委办公厅' });
    const refused = errorOf(await send('steps', [good, step('central.adopted', '2099-01-01')]));
    expect(refused.message).toContain('2099-01-01');
    expect(refused.details).toMatchObject({ errors: [{ path: ['steps', '1', 'adoptedOn'] }] });
    expect(await rows()).toEqual(before);

    const [, , city] = data.steps;
    const withdraw = (reason?: string) =>
      office.post(`${ADOPTIONS}/${city?.documentId}/withdraw`, { reason });
    expect(errorOf(await withdraw()).message).toContain('reason');
    bodyOf(await withdraw('市里撤下了'));
    expect((await chain()).data.steps[2]).toMatchObject({
      ...{ withdrawnReason: '市里撤下了', earned: { exact: '0' }, month: null },
    });
    await record(step('city.adopted', '2026-03-05', { organ: '市委办', reference: '〔2026〕3号' }));
  });

  it('is told of what is odd', async () => {
    const odd = await preview(
      step('city.adopted', '2026-02-20', { organ: '市委办' }),
      step('province.adopted', '2026-03-05'),
      step('central.adopted', '2026-03-06', { organ: '中办' })
    );
    expect(odd.refusals).toEqual([]);
    expect(odd.warnings.map(({ step: place, code }) => [place, code])).toEqual([
      [0, 'no-forwarding'],
      [0, 'before-received'],
      [1, 'no-evidence'],
      [2, 'no-scan'],
    ]);
    const bare = [step('province.adopted', '2026-03-05')];
    const asked = errorOf(await send('steps', bare, { headers: { 'points-confirm': '' } }));
    expect(asked.details).toMatchObject({
      'points-confirm': ['no-evidence'],
      errors: [{ path: ['steps', '0', 'evidence'] }],
    });
    await record(...bare);
  });

  it('is refused what is double, in words of the language asked for', async () => {
    await record(...WAY);
    const before = await rows();
    const again = [WAY[0]!, step('instruction', '2026-03-20', { organ: '王 市长' })];
    const refused = errorOf(await send('steps', again, { language: 'zh-CN' }));
    expect(refused.message).toMatch(/2026-03-02 已登记过.*王 市长.*2026-03-09 登记/);
    const { awards, refusals } = await preview(...again);
    expect(refusals.map(({ step: place, code }) => [place, code])).toEqual([
      [0, 'twin'],
      [1, 'same-leader'],
    ]);
    expect(awards).toEqual([]);
    const twice = [step('newsletter', '2026-03-04'), step('newsletter', '2026-03-04')];
    expect(errorOf(await send('steps', twice)).message).toContain('not recorded twice');
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['an unknown channel', { steps: [{ channel: 'moon', adoptedOn: '2026-03-01' }] }, 'moon'],
    ['one of the site', { steps: [{ channel: 'site.video' }] }, 'publishing'],
    ['no day', { steps: [{ channel: 'newsletter', adoptedOn: '2026-02-30' }] }, '2026-02-30'],
    ['no step', { steps: [] }, 'steps'],
    ['steps that are none', { steps: 'x' }, 'steps'],
    [
      'an instruction of nobody',
      { steps: [{ channel: 'instruction', adoptedOn: '2026-03-01' }] },
      'leader',
    ],
    [
      'words without end',
      { steps: [{ channel: 'newsletter', adoptedOn: '2026-03-01', words: '字'.repeat(2001) }] },
      '2000',
    ],
    ['no rule set', { steps: [{ channel: 'newsletter', adoptedOn: '2019-03-01' }] }, 'rule set'],
  ])('refuses %s with a sentence', async (_name, body, word) => {
    const before = await rows();
    const refused = await office.post(`${ADOPTIONS}/steps`, {
      submission: piece.documentId,
      ...body,
    });
    expect(refused.status).toBe(400);
    expect(errorOf(refused).message).toContain(word);
    expect(await rows()).toEqual(before);
  });

  it('refuses a day before a unit was there, and a piece that is none', async () => {
    const young = await app.make.unit({ name: '新馆', activeFrom: '2026-03-10' });
    const late = await app.make.submission({
      units: [young],
      receivedAt: '2026-03-12T02:00:00.000Z',
    });
    const early = [step('newsletter', '2026-03-09')];
    expect(errorOf(await send('steps', early, {}, late)).message).toMatch(/新馆.*2026-03-10/);
    const nowhere = { ...late, documentId: 'nosuchdocument0000000000' };
    expect(errorOf(await send('steps', early, {}, nowhere)).status).toBe(404);
  });

  it('finds pieces by their title, and makes one that never came through the system', async () => {
    const made = bodyOf(
      await office.post<AdoptableResponse>(`${ADOPTIONS}/submissions`, {
        title: '关于夜间文化消费的调研 100%',
        category: 'research',
        units: [unit.documentId],
        officers: [officer.documentId],
        receivedOn: '2026-03-04',
      })
    ).data;
    expect(made).toMatchObject({
      ...{ state: 'submitted', adoptable: true, receivedAt: '2026-03-03T16:00:00.000Z' },
      contributors: [{ unit: { documentId: unit.documentId }, officers: [{ name: '周岚' }] }],
    });
    const find = async (text: string) =>
      bodyOf(
        await office.get<AdoptablesResponse>(
          `${ADOPTIONS}/submissions?text=${encodeURIComponent(text)}`
        )
      ).data.map(({ documentId }) => documentId);
    expect(await find('消费的调研 １００%')).toEqual([made.documentId]);
    expect(await find('消费%调研')).toEqual([]);
    expect(await find(made.documentId)).toEqual([made.documentId]);

    const bad = { title: '空', category: 'research', units: ['nosuchunit'] };
    expect(errorOf(await office.post(`${ADOPTIONS}/submissions`, bad)).message).toContain(
      'nosuchunit'
    );
    const future = { ...bad, units: [unit.documentId], receivedOn: today(2) };
    expect((await office.post(`${ADOPTIONS}/submissions`, future)).status).toBe(400);
  });

  it('says which open month a sealed one gives way to', async () => {
    await record(step('newsletter', '2025-01-15'));
    await sealThrough(app, '2025-01');
    const late = step('newsletter', '2025-01-20');
    const { awards, warnings } = await preview(late);
    expect(awards[0]).toMatchObject({ month: '2025-02', belongsTo: '2025-01' });
    const sealed = warnings.find(({ code }) => code === 'sealed-month');
    expect(sealed?.message).toContain('2025-02');
    const { steps } = await record(late);
    expect(steps.map(({ month }) => month)).toEqual(['2025-01', '2025-02']);
  });
});
