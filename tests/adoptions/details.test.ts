import { readFile } from 'node:fs/promises';
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
  downloadFrom,
  errorOf,
  exactOf,
  partsOf,
  postingsOf,
  reconcileOf,
  startApp,
  verificationOf,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const ADOPTIONS = '/points/adoptions';
const FORM = '/content-manager/collection-types/plugin::points.adoption';

/** The days of the rules of other bureaus, one after the other; before them the regulation is in force. */
const DAYS = {
  lianyungang: '2026-03-02',
  hangzhou: '2026-04-02',
  'county-education': '2026-05-04',
  quzhou: '2026-06-02',
};
const REGULATED = '2026-02-03';
type Rules = keyof typeof DAYS;

const seedOf = async (name: Rules): Promise<object> =>
  JSON.parse(await readFile(`database/seeds/rule-sets/${name}.json`, 'utf8')) as object;

const isolatedMonths = {
  lianyungang: ['2026-03-01', '2026-03-31'],
  hangzhou: ['2026-04-01', '2026-04-30'],
  'county-education': ['2026-05-01', '2026-05-31'],
  quzhou: ['2026-06-01', '2026-06-30'],
} satisfies Record<Rules, [string, string]>;

/** The regulation, but of a piece that the office rewrote its unit has two fifths. */
const SHARED_WITH_OFFICE = { ...{ from: '2026-07-01', to: '2026-07-31' }, day: '2026-07-02' };

describe('details of an adoption', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let piece: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    await app.make.ruleSet({ effectiveTo: '2026-02-28' });
    await app.make.ruleSet({
      ...{ name: '办公室改写', extensions: { officeShare: 0.4 } },
      ...{ effectiveFrom: SHARED_WITH_OFFICE.from, effectiveTo: SHARED_WITH_OFFICE.to },
    });
    for (const name of Object.keys(DAYS) as Rules[]) {
      const [effectiveFrom, effectiveTo] = isolatedMonths[name];
      const content = await seedOf(name);
      Reflect.deleteProperty(content, 'schema');
      await app.make.ruleSet({ ...content, effectiveFrom, effectiveTo });
    }
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    [unit] = await app.make.units(1);
    piece = await app.make.submission({ units: [unit], receivedAt: '2026-02-01T02:00:00.000Z' });
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const step = (rules: Rules, channel: string, details?: unknown) => ({
    ...{ channel, adoptedOn: DAYS[rules], organ: '办公室' },
    ...(details !== undefined && { details }),
  });
  const send = <T>(path: string, one: object, options = {}) =>
    office.post<T>(`${ADOPTIONS}/${path}`, { submission: piece.documentId, steps: [one] }, options);
  const rows = async () => ({
    adoptions: await raw('points_adoptions').orderBy('id'),
    postings: await raw('points_postings').orderBy('id'),
  });

  it('are told to be asked where the rules ask, and nowhere under the regulation', async () => {
    const { data } = bodyOf(await office.get<RecordableResponse>(`${ADOPTIONS}/channels`));
    const [regulated, ...others] = data;
    expect(regulated?.channels.filter(({ asks }) => asks)).toEqual([]);
    const shared = data.find(({ from }) => from === SHARED_WITH_OFFICE.from);
    expect(shared?.channels.map(({ asks }) => asks)).toEqual(
      shared?.channels.map(() => ({ rewrittenBy: true }))
    );
    const asked = others.flatMap(({ channels }) => channels);
    const asksOf = (channel: string) => asked.find((each) => each.channel === channel)?.asks;
    expect(asksOf('own.yesterday')).toMatchObject({ form: [{ code: 'brief' }] });
    expect(asksOf('own.work')).toEqual({ points: { kind: 'set', of: [200, 500] } });
    expect(asksOf('own.peoples-education')).toEqual({ length: true });
    expect(asksOf('own.province')).toEqual({ upperScore: true });
  });

  it('are columns of the workbook where the rules of today ask', async () => {
    const content = await seedOf('lianyungang');
    Reflect.deleteProperty(content, 'schema');
    await app.make.ruleSet({ ...content, effectiveFrom: '2026-09-01' });
    const token = await app.api.tokenOf('office');
    const file = await downloadFrom(app.url, '/points/adoptions/template', token);
    const texts = [...(await partsOf(file.bytes)).values()].join('');
    expect(texts).toContain('采用形式');
    expect(texts).toContain('可填：');
    expect(texts).not.toContain('上级计分');
  });

  it.each<[string, Rules, string, object, string]>([
    ['a form', 'lianyungang', 'own.yesterday', { form: 'brief' }, '1'],
    ['chosen points', 'hangzhou', 'own.work', { points: 5 }, '5'],
    ['a length', 'county-education', 'own.peoples-education', { length: 6000 }, '75'],
    ['the upper body’s score', 'quzhou', 'own.province', { upperScore: '2.5' }, '5'],
  ])('decide what it earns: %s', async (_what, rules, channel, details, points) => {
    const one = step(rules, channel, details);
    const { awards } = bodyOf(await send<AdoptionPreviewResponse>('preview', one)).data;
    expect(awards).toMatchObject([{ exact: points }]);
    const { steps } = bodyOf(await send<AdoptionChainResponse>('steps', one)).data;
    expect(steps).toMatchObject([{ details, earned: { exact: points } }]);
    expect(await exactOf(app, unit)).toBe(points);
  });

  it('keep who chose the points, whatever was sent for it', async () => {
    const details = { points: 5, chosenBy: 'somebody' };
    const body = { submission: piece.documentId, ...step('hangzhou', 'own.work', details) };
    const { data } = bodyOf(await office.post<AdoptionResponse>(ADOPTIONS, body));
    expect(data.details).toMatchObject({ points: 5, chosenBy: expect.any(String) as string });
    expect(data.details?.chosenBy).not.toBe('somebody');
  });

  it('may be told later: until then the channel’s points count', async () => {
    const one = step('hangzhou', 'own.work');
    const { warnings } = bodyOf(await send<AdoptionPreviewResponse>('preview', one)).data;
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'details-missing' }));
    const { steps } = bodyOf(await send<AdoptionChainResponse>('steps', one)).data;
    expect([steps[0]?.details, await exactOf(app, unit)]).toEqual([null, '2']);
    const path = `${FORM}/${steps[0]?.documentId ?? ''}`;
    expect((await office.put(path, { details: { points: 5 } })).status).toBe(200);
    expect(await exactOf(app, unit)).toBe('5');
    expect(errorOf(await office.put(path, { details: { points: 3 } })).message).toContain('2 / 5');
    expect(await exactOf(app, unit)).toBe('5');
    bodyOf(
      await office.post(`${ADOPTIONS}/${steps[0]?.documentId ?? ''}/withdraw`, { reason: '有误' })
    );
    expect(errorOf(await office.put(path, { details: { points: 2 } })).status).toBe(400);
    expect(await exactOf(app, unit)).toBe('0');
  });

  describe('that name who rewrote the piece for the office', () => {
    let rewriter: Document;

    beforeEach(async () => {
      rewriter = await app.make.unit({ kind: 'department' });
    });

    const shared = (rewrittenBy: unknown, values: object = {}) => ({
      ...{ channel: 'newsletter', adoptedOn: SHARED_WITH_OFFICE.day, reference: '第7期' },
      ...{ details: { rewrittenBy }, ...values },
    });

    it('give its unit the office’s share', async () => {
      const one = shared(rewriter.documentId);
      const { awards } = bodyOf(await send<AdoptionPreviewResponse>('preview', one)).data;
      const expected = [
        [unit.documentId, '12'],
        [rewriter.documentId, '8'],
      ];
      expect(awards.map((award) => [award.unit.documentId, award.exact])).toEqual(expected);
      const { steps } = bodyOf(await send<AdoptionChainResponse>('steps', one)).data;
      expect(steps[0]?.details).toEqual({
        ...{ rewrittenBy: rewriter.documentId, rewrittenByName: rewriter.name },
      });
      expect([await exactOf(app, unit), await exactOf(app, rewriter)]).toEqual(['12', '8']);
      const postings = await postingsOf(app, { unit: rewriter.documentId, period: '2026' });
      expect(postings.map((posting) => posting.unit.name)).toEqual([rewriter.name]);
      const { chain, unchained } = await verificationOf(app);
      expect([chain, unchained]).toEqual([null, []]);

      const path = `${FORM}/${steps[0]?.documentId ?? ''}`;
      expect((await office.put(path, { details: null })).status).toBe(200);
      expect([await exactOf(app, unit), await exactOf(app, rewriter)]).toEqual(['20', '0']);
    });

    it('have no second share of a unit that contributes', async () => {
      await send('steps', shared(unit.documentId));
      expect(await exactOf(app, unit)).toBe('20');
    });

    it('are kept as the form of the Content Manager shows them', async () => {
      const submission = { connect: [{ documentId: piece.documentId }] };
      const made = bodyOf(
        await office.post<{ data: Document }>(FORM, { ...shared(rewriter.name), submission })
      ).data;
      const path = `${FORM}/${made.documentId}`;
      await app.make.unit({ code: String(rewriter.id) });
      const { details } = bodyOf(await office.get<{ data: Document }>(path)).data;
      expect((await office.put(path, { details, words: '更正' })).status).toBe(200);
      expect(await exactOf(app, rewriter)).toBe('8');
    });

    it('are refused where no unit is named, or one that was not there yet', async () => {
      const before = await rows();
      for (const value of ['nobody', 999_999, ['x'], -1]) {
        const { status, message } = errorOf(await send('steps', shared(value)));
        expect([status, message]).toEqual([400, expect.stringContaining('rewrittenBy')]);
      }
      const young = await app.make.unit({ activeFrom: '2026-08-01' });
      const refused = errorOf(await send('steps', shared(young.documentId)));
      expect(refused.message).toContain('2026-08-01');
      expect(await rows()).toEqual(before);
    });
  });

  it.each<[string, Rules, string, object, object, boolean]>([
    [
      'lengths',
      'county-education',
      'own.peoples-education',
      { length: 6000 },
      { length: 900 },
      true,
    ],
    [
      'the same length',
      'county-education',
      'own.peoples-education',
      { length: 6000 },
      { length: 6000 },
      false,
    ],
    [
      'a length told later',
      'county-education',
      'own.peoples-education',
      {},
      { length: 900 },
      false,
    ],
    ['chosen points', 'hangzhou', 'own.work', { points: 2 }, { points: 5 }, false],
    ['upper scores', 'quzhou', 'own.province', { upperScore: 2 }, { upperScore: 3 }, false],
  ])(
    'tell adoptions of one day apart by what they are, not by their worth: %s',
    async (_what, rules, channel, first, second, both) => {
      bodyOf(await send('steps', step(rules, channel, first)));
      const { refusals } = bodyOf(
        await send<AdoptionPreviewResponse>('preview', step(rules, channel, second))
      ).data;
      expect(refusals.map(({ code }) => code)).toEqual(both ? [] : ['twin']);
      const body = { submission: piece.documentId, ...step(rules, channel, second) };
      expect((await office.post(ADOPTIONS, body)).status).toBe(both ? 201 : 400);
    }
  );

  it.each<[string, object, string]>([
    [
      'any under the regulation',
      { channel: 'newsletter', adoptedOn: REGULATED, details: { kind: 'x' } },
      'no details',
    ],
    ['what is not asked', step('hangzhou', 'own.work', { length: 5 }), 'length'],
    ['points outside of the choice', step('hangzhou', 'own.work', { points: 3 }), '2 / 5'],
    ['points that are none', step('hangzhou', 'own.work', { points: 'many' }), 'many'],
    ['an unknown form', step('lianyungang', 'own.yesterday', { form: 'poem' }), 'poem'],
    ['a negative length', step('county-education', 'own.peoples-education', { length: -1 }), '-1'],
    ['an absurd score', step('quzhou', 'own.province', { upperScore: 1e6 }), '1000000'],
    ['a list for a text', step('lianyungang', 'own.yesterday', { form: ['brief'] }), 'form'],
  ])('are refused by every way: %s', async (_what, one, word) => {
    const before = await rows();
    const { awards, refusals } = bodyOf(await send<AdoptionPreviewResponse>('preview', one)).data;
    expect([awards, refusals.map(({ field }) => field)]).toEqual([[], ['details']]);
    const submission = { connect: [{ documentId: piece.documentId }] };
    const refused = [
      errorOf(await send('steps', one)),
      errorOf(await office.post(ADOPTIONS, { submission: piece.documentId, ...one })),
      errorOf(await office.post(FORM, { ...one, submission })),
    ];
    for (const { status, message } of refused) {
      expect([status, message]).toEqual([400, expect.stringContaining(word)]);
    }
    const chinese = errorOf(await send('steps', one, { language: 'zh-CN' })).message;
    expect(chinese).toMatch(/[一-龥]/);
    expect(chinese).not.toMatch(/\{\w+\}|undefined/);
    expect(await rows()).toEqual(before);
  });
});
