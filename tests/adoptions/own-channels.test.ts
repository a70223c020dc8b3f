import type { Knex } from 'knex';
import type {
  AdoptionChainResponse,
  AdoptionPreviewResponse,
  AdoptionResponse,
  RecordableResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  exactOf,
  reconcileOf,
  regulation,
  startApp,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const ADOPTIONS = '/points/adoptions';
const FORM = '/content-manager/collection-types/plugin::points.adoption';

const ground = { clause: '三', sentence: { zh: '见办法', en: 'See the rules' } };

/** The rules of another bureau: a county's journal by hand, its site by publishing, and one of the thirteen. */
const OWN = {
  name: '外单位办法',
  extensions: { ownChannels: true },
  channels: [
    {
      ...{ channel: 'own.county-journal', points: 2.5, level: 'own.county', ...ground },
      ...{ name: { zh: '县级内刊', en: 'County’s journal' }, kind: 'periodical' },
    },
    {
      ...{ channel: 'own.county-site', points: 1, level: 'own.county', ...ground },
      ...{ name: { zh: '县政府网', en: 'County’s site' } },
      ...{ recorded: 'publishing', placement: 'dynamics' },
    },
    {
      ...{ channel: 'own.ministry', points: 6, level: 'own.ministry', ...ground },
      ...{ name: { zh: '部委刊物', en: 'Ministry’s paper' }, evidence: 'required' },
    },
    {
      ...{ channel: 'own.note', points: 8, level: 'extra', ...ground },
      ...{ name: { zh: '县领导批示', en: 'Note of a county leader' }, kind: 'instruction' },
    },
    {
      ...{ channel: 'province.adopted', points: 30, level: 'province', ...ground },
      name: { zh: '省级信息', en: 'Province’s bulletin' },
    },
  ],
};

/** The day before which the regulation is in force, and from which the rules of the other bureau are. */
const LAST = '2026-05-31';
const FIRST = '2026-06-01';

describe('channels that a rule set brings along', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let piece: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    const { policies } = await regulation();
    await app.make.ruleSet({ effectiveTo: LAST });
    await app.make.ruleSet({ ...OWN, policies, effectiveFrom: FIRST });
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    [unit] = await app.make.units(1);
    piece = await app.make.submission({ units: [unit], receivedAt: '2026-03-01T02:00:00.000Z' });
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const step = (channel: string, adoptedOn: string, values: object = {}) => ({
    ...{ channel, adoptedOn },
    ...values,
  });
  const send = <T>(path: string, steps: object[], options = {}) =>
    office.post<T>(`${ADOPTIONS}/${path}`, { submission: piece.documentId, steps }, options);
  const rows = async () => ({
    adoptions: await raw('points_adoptions').orderBy('id'),
    postings: await raw('points_postings').orderBy('id'),
  });

  it('are told with their names, by the days on which they can be recorded', async () => {
    const { data } = bodyOf(await office.get<RecordableResponse>(`${ADOPTIONS}/channels`));
    expect(data.map(({ from, to }) => [from, to])).toEqual([
      ['2025-01-01', LAST],
      [FIRST, null],
    ]);
    const [regulated, own] = data;
    expect(regulated?.channels.map(({ channel }) => channel)).toEqual([
      ...['newsletter', 'city.forwarded', 'city.adopted', 'province.adopted'],
      ...['central.adopted', 'instruction'],
      ...['commission.info', 'commission.research', 'commission.feature'],
    ]);
    expect(own?.channels).toEqual([
      { channel: 'own.county-journal', name: { zh: '县级内刊', en: 'County’s journal' } },
      {
        ...{ channel: 'own.ministry', needsEvidence: true },
        name: { zh: '部委刊物', en: 'Ministry’s paper' },
      },
      {
        ...{ channel: 'own.note', isInstruction: true },
        name: { zh: '县领导批示', en: 'Note of a county leader' },
      },
      { channel: 'province.adopted', name: { zh: '省级信息', en: 'Province’s bulletin' } },
    ]);
  });

  it('are recorded by hand on the days of their rule set', async () => {
    const steps = [step('own.county-journal', FIRST, { reference: '第6期' })];
    const { awards, refusals } = bodyOf(await send<AdoptionPreviewResponse>('preview', steps)).data;
    expect(refusals).toEqual([]);
    expect(awards).toMatchObject([{ points: '2.50', channelName: { zh: '县级内刊' } }]);
    const { data } = bodyOf(await send<AdoptionChainResponse>('steps', steps));
    expect(data.steps).toMatchObject([
      {
        ...{ channel: 'own.county-journal', byHand: true, earned: { exact: '5/2' } },
        channelName: { zh: '县级内刊', en: 'County’s journal' },
      },
    ]);
    const body = { submission: piece.documentId, ...step('own.county-journal', '2026-06-03') };
    bodyOf(await office.post<AdoptionResponse>(ADOPTIONS, body));
    expect(await exactOf(app, unit)).toBe('5');
  });

  it('are recorded, changed and withdrawn by the form of the Content Manager', async () => {
    const created = await office.post<{ data: Document }>(FORM, {
      ...step('own.county-journal', '2026-06-05'),
      submission: { connect: [{ documentId: piece.documentId }] },
    });
    expect(created.status).toBe(201);
    const { documentId } = created.body.data;
    const change = (values: object) => office.put(`${FORM}/${documentId}`, values);
    expect((await change({ channel: 'province.adopted' })).status).toBe(200);
    expect(await exactOf(app, unit)).toBe('30');
    const refused = errorOf(await change({ channel: 'newsletter' }));
    expect(refused.message).toMatch(/newsletter.*own\.county-journal \(County’s journal\)/);
    expect(errorOf(await change({ channel: 'own.county-site' })).message).toContain('publishing');
    expect(await exactOf(app, unit)).toBe('30');
    bodyOf(await office.post(`${ADOPTIONS}/${documentId}/withdraw`, { reason: '登记有误' }));
    expect(await exactOf(app, unit)).toBe('0');
  });

  it.each([
    ['one of no rule set', 'own.nothing', FIRST, 'own.nothing'],
    ['what is no channel at all', 'radio', FIRST, 'radio'],
    ['one of the thirteen that its rules do not have', 'newsletter', FIRST, 'County’s journal'],
    ['one of other days', 'own.county-journal', LAST, 'newsletter'],
    ['one that publishing fills', 'own.county-site', FIRST, 'publishing'],
  ])('are refused where they are %s, by every way', async (_what, channel, day, word) => {
    const before = await rows();
    const one = step(channel, day);
    const { awards, refusals } = bodyOf(await send<AdoptionPreviewResponse>('preview', [one])).data;
    expect([awards, refusals.map(({ field }) => field)]).toEqual([[], ['channel']]);
    const refused = [
      errorOf(await send('steps', [one])),
      errorOf(await office.post(ADOPTIONS, { submission: piece.documentId, ...one })),
      errorOf(
        await office.post(FORM, {
          ...one,
          submission: { connect: [{ documentId: piece.documentId }] },
        })
      ),
    ];
    for (const { status, message } of refused) {
      expect([status, message]).toEqual([400, expect.stringContaining(word)]);
    }
    expect(refusals[0]?.message).toContain(word);
    const chinese = errorOf(await send('steps', [one], { language: 'zh-CN' })).message;
    expect(chinese).toMatch(/[一-龥]/);
    expect(chinese).not.toMatch(/\{\w+\}|undefined/);
    expect(await rows()).toEqual(before);
  });

  it('are refused without what shows them where the rules want it, by every way', async () => {
    const before = await rows();
    const bare = step('own.ministry', FIRST, { organ: ' ' });
    const { refusals } = bodyOf(await send<AdoptionPreviewResponse>('preview', [bare])).data;
    expect(refusals).toMatchObject([{ code: 'evidence-required', field: 'evidence' }]);
    const connect = [{ documentId: piece.documentId }];
    const refused = [
      errorOf(await send('steps', [bare], { language: 'zh-CN' })),
      errorOf(await office.post(ADOPTIONS, { submission: piece.documentId, ...bare })),
      errorOf(await office.post(FORM, { ...bare, organ: null, submission: { connect } })),
    ];
    expect(refused.map(({ status, message }) => [status, message.includes('reference')])).toEqual(
      refused.map(() => [400, true])
    );
    expect(await rows()).toEqual(before);
    bodyOf(await send('steps', [{ ...bare, reference: '第3期' }]));
    expect(await exactOf(app, unit)).toBe('6');
  });

  it('want the leader where they are instructions, of whom one counts', async () => {
    expect(errorOf(await send('steps', [step('own.note', FIRST)])).message).toContain('leader');
    bodyOf(await send('steps', [step('own.note', FIRST, { organ: '李县长' })]));
    const again = [step('own.note', '2026-06-09', { organ: '李 县长' })];
    expect(errorOf(await send('steps', again)).message).toContain(FIRST);
    expect(await exactOf(app, unit)).toBe('8');
  });
});
