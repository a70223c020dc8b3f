import {
  downloadFrom,
  errorOf,
  reconcileOf,
  recordsOf,
  regulation,
  sheetsOf,
  startApp,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const RULE_SETS = '/content-manager/collection-types/plugin::points.rule-set';

const SENTENCE = { zh: '每月报送2篇，每少1篇扣减2分', en: 'Two a month; for each missing 2 less' };

/** So much for each piece of a category in a half-year. */
const each = (category: string, points: number) => ({
  period: 'half',
  counts: { kind: 'submitted', categories: [category] },
  effect: { kind: 'beyond', target: 0, points },
  clause: '六',
  sentence: { zh: '每类另计', en: 'Each category by itself' },
});

const EXTENSIONS = {
  submitting: { points: 1, clause: '附', sentence: { zh: '报送每条1分', en: 'Sent in: 1 point' } },
  quotas: [
    {
      period: 'month',
      counts: { kind: 'submitted' },
      effect: { kind: 'per-missing', target: 2, points: 2 },
      clause: '四',
      sentence: SENTENCE,
    },
    each('culture-news', 5),
    each('research', 7),
  ],
  gates: [
    {
      period: 'month',
      counts: { kind: 'adopted' },
      least: 1,
      effect: 'no-commendation',
      clause: '五',
      sentence: { zh: '无采用的不予表扬', en: 'None adopted: no commendation' },
    },
  ],
};

interface Row {
  rank: number;
  exact: string;
  unit: { documentId: string };
  period?: { exact: string };
  effects?: Array<{ step: string; exact: string; why: object; period: { code: string } }>;
  failedGates?: Array<{ effect: string }>;
}

interface Report {
  data: Row[];
  meta: { channelNames?: object };
}

describe('rules over a period', () => {
  let app: TestApp;
  let admin: Client;
  let diligent: Document;
  let silent: Document;

  beforeAll(async () => {
    app = await startApp();
    admin = await app.api.as('super-admin');
    const created = await admin.post(RULE_SETS, {
      ...(await regulation()),
      extensions: EXTENSIONS,
      effectiveFrom: '2025-01-01',
      effectiveTo: '2026-12-31',
    });
    expect(created.status).toBe(201);
    [diligent, silent] = await app.make.units(2);
    await app.points.clock.at(new Date('2025-03-05T10:00:00+08:00'), async () => {
      const receivedAt = '2025-03-05T09:00:00+08:00';
      const submission = await app.make.submission({ units: [diligent], receivedAt });
      await app.make.article({ placement: 'headline', submission, publish: true });
    });
  });
  afterAll(() => app.stop());

  const rowsOf = async (period: string): Promise<Row[]> => {
    const response = await admin.get<{ data: Row[] }>(`/points/report?period=${period}`);
    expect(response.status).toBe(200);
    return response.body.data;
  };

  it('show in the ranking of units, each with its why, and are no postings', async () => {
    const [first, second] = await rowsOf('2025-03');
    // 3 for the headline, 1 for sending it in, 2 off for the second that is missing.
    expect(first).toMatchObject({
      rank: 1,
      exact: '2',
      unit: { documentId: diligent.documentId },
      period: { exact: '-1' },
      effects: [
        { step: 'submitting', exact: '1', why: { received: '1' } },
        { step: 'quota', exact: '-2', why: { done: '1', target: '2', missing: '1' } },
      ],
    });
    expect(first?.failedGates).toBeUndefined();
    expect(second).toMatchObject({
      rank: 2,
      exact: '-4',
      unit: { documentId: silent.documentId },
      failedGates: [{ effect: 'no-commendation' }],
    });
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('add up over the months of a quarter', async () => {
    const rows = await rowsOf('2025-Q1');
    const own = rows.find(({ unit }) => unit.documentId === diligent.documentId);
    // January and February lack two submissions each.
    expect(own).toMatchObject({ exact: '-6', period: { exact: '-9' } });
    expect(own?.effects?.map(({ period }) => period.code)).toEqual(
      expect.arrayContaining(['2025-01', '2025-02', '2025-03'])
    );
  });

  it('count what was sent in of a category alone', async () => {
    const own = (await rowsOf('2025-H1')).find(
      ({ unit }) => unit.documentId === diligent.documentId
    );
    const ofHalf = own?.effects?.filter(({ period }) => period.code === '2025-H1');
    expect(ofHalf).toMatchObject([{ step: 'quota', exact: '5', why: { done: '1' } }]);
  });

  it('come into files of the report, each with its why', async () => {
    const token = await app.api.tokenOf('super-admin');
    const fileOf = async (format: string): Promise<Buffer> => {
      const address = `/points/report/export?period=2025-03&format=${format}`;
      return (await downloadFrom(app.url, address, token, 'en')).bytes;
    };
    const [heading = [], first = []] = recordsOf(await fileOf('csv'));
    const [effects, points] = [
      'What the rules of the period add or take off',
      'Rules of the period',
    ].map((name) => first[heading.indexOf(name)]);
    expect(effects).toContain(
      'Quota −2.00 §四 Two a month; for each missing 2 less done: 1；target: 2；missing: 1'
    );
    expect(points).toBe('-1.00');
    const sheets = await sheetsOf(await fileOf('xlsx'));
    const cells = sheets.find(({ name }) => name === 'Rules of the period')?.cells.values();
    expect([...(cells ?? [])]).toEqual(
      expect.arrayContaining(['Quota', -2, 'done: 1；target: 2；missing: 1', 'No commendation'])
    );
    for (const format of ['docx', 'pdf']) {
      expect((await fileOf(format)).length).toBeGreaterThan(1000);
    }
  });

  it.each([
    ['a quota of no kind', { quotas: [{ ...EXTENSIONS.quotas[0], effect: {} }] }, 'effect.kind'],
    ['a class that is none', { quotas: [{ ...EXTENSIONS.quotas[0], units: 'a' }] }, 'units'],
    ['a way to combine that the policy denies', { combine: { top: 1 } }, 'policies.combine'],
    ['an unknown key', { colour: 'red' }, 'extensions.colour'],
  ])('refuse %s, naming the place', async (_what, extensions, place) => {
    const body = { ...(await regulation()), extensions, effectiveFrom: '2028-01-01' };
    for (const language of ['en', 'zh-Hans'] as const) {
      const refused = errorOf(await admin.post(RULE_SETS, body, { language }));
      expect(refused.status).toBe(400);
      expect(refused.message).toContain(place);
      expect(refused.message).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it('come with channels of their own, which publishing fills', async () => {
    const { policies } = await regulation();
    const created = await admin.post(RULE_SETS, {
      name: '外单位办法',
      policies,
      channels: [
        {
          channel: 'own.county-site',
          points: 2.5,
          level: 'own.county',
          clause: '三',
          sentence: { zh: '县政府网采用1条，计2.5分', en: 'Run on the county’s site: 2.5 points' },
          name: { zh: '县政府网', en: 'County’s site' },
          recorded: 'publishing',
          placement: 'dynamics',
        },
      ],
      extensions: { ownChannels: true },
      effectiveFrom: '2028-01-01',
    });
    expect(created.status).toBe(201);
    await app.points.clock.at(new Date('2028-02-05T10:00:00+08:00'), async () => {
      const submission = await app.make.submission({ units: [silent] });
      const article = await app.make.article({ placement: 'dynamics', submission, publish: true });
      const documents = app.strapi.documents('api::article.article');
      await documents.unpublish({ documentId: article.documentId });
      await documents.publish({ documentId: article.documentId });
    });
    const { data, meta } = (await admin.get<Report>('/points/report?period=2028-02')).body;
    expect(data[0]).toMatchObject({
      exact: '5/2',
      byChannel: { 'own.county-site': { count: 1, exact: '5/2' } },
    });
    expect(meta.channelNames).toEqual({
      'own.county-site': { zh: '县政府网', en: 'County’s site' },
    });
    const file = await admin.get<string>('/points/report/export?period=2028-02&format=csv');
    expect(file.status).toBe(200);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });
});
