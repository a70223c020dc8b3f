import fc from 'fast-check';
import {
  createClient,
  errorOf,
  reconcileOf,
  regulation,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type RequestOptions,
  type TestApp,
} from '../support';

// Hundreds of requests, and on a busy machine each takes its time.
jest.setTimeout(120_000);

const ARTICLE = 'api::article.article';
const TYPES = '/content-manager/collection-types';
const HAN = /\p{Script=Han}/u;
/** What a validator or a database says, and a clerk should never read. */
const JARGON = /undefined|\[object|Invalid input|Too (big|small)|expected|NaN|Zod|syntax for type/;

const ACTIONS = [
  ...['report.read', 'ledger.read', 'entry.read', 'submission.from-entry'],
  ...['adoption.record', 'adoption.withdraw', 'reconcile.read', 'unit.read', 'unit.create'],
];

/** Every route with the action that it takes. */
const ROUTES: Array<[method: 'GET' | 'POST', path: string, action: string]> = [
  ['GET', '/points/overview', 'report.read'],
  ['GET', '/points/report', 'report.read'],
  ['GET', '/points/ledger', 'ledger.read'],
  ['GET', `/points/entries/${ARTICLE}`, 'entry.read'],
  ['GET', `/points/entries/${ARTICLE}/nowhere`, 'entry.read'],
  ['POST', `/points/entries/${ARTICLE}/nowhere/submission`, 'submission.from-entry'],
  ['POST', '/points/adoptions', 'adoption.record'],
  ['POST', '/points/adoptions/nowhere/withdraw', 'adoption.withdraw'],
  ['GET', '/points/reconcile', 'reconcile.read'],
  ['GET', '/points/units', 'unit.read'],
  ['GET', '/points/units/nowhere', 'ledger.read'],
  ['GET', '/points/units/nowhere/pieces', 'ledger.read'],
  ['POST', '/points/members', 'unit.create'],
  ['GET', '/points/members/nowhere', 'ledger.read'],
  ['GET', '/points/members/nowhere/pieces', 'ledger.read'],
  ['POST', '/points/units', 'unit.create'],
];

const connect = ({ documentId }: { documentId: string }) => ({ connect: [{ documentId }] });

interface World {
  unit: Document;
  stranger: Document;
  ruleSet: Document;
  submission: Document;
  article: Document;
  published: Document;
  adoption: Document;
  withdrawn: Document;
}

type Send = (
  client: Client,
  world: World,
  options: RequestOptions
) => Promise<ApiResponse<unknown>>;
type Case = [what: string, names: RegExp, send: Send, status?: number];

const get =
  (path: string | ((world: World) => string)): Send =>
  (client, world, options) =>
    client.get(typeof path === 'string' ? path : path(world), options);

const post =
  (path: string | ((world: World) => string), body: unknown): Send =>
  (client, world, options) =>
    client.post(
      typeof path === 'string' ? path : path(world),
      typeof body === 'function' ? (body as (world: World) => unknown)(world) : body,
      options
    );

const put =
  (path: (world: World) => string, body: unknown): Send =>
  (client, world, options) =>
    client.put(path(world), body, options);

/** A good adoption but for what is given. */
const adoption = (values: object): Send =>
  post('/points/adoptions', ({ submission }: World) => ({
    submission: submission.documentId,
    channel: 'newsletter',
    adoptedOn: '2025-03-05',
    ...values,
  }));

/** The same, in the form of the Content Manager. */
const adoptionForm = (values: object): Send =>
  post(`${TYPES}/plugin::points.adoption`, ({ submission }: World) => ({
    submission: connect(submission),
    channel: 'newsletter',
    adoptedOn: '2025-03-05',
    ...values,
  }));

const submissionForm = (values: object): Send =>
  post(`${TYPES}/plugin::points.submission`, ({ unit }: World) => ({
    title: '题目',
    category: 'research',
    units: connect(unit),
    ...values,
  }));

const fromEntry = (body: unknown): Send =>
  post(({ article }) => `/points/entries/${ARTICLE}/${article.documentId}/submission`, body);

const unitForm = (values: object): Send =>
  post(`${TYPES}/plugin::points.unit`, {
    name: '单位',
    code: 'X1',
    kind: 'institution',
    ...values,
  });

const officerForm = (values: object): Send =>
  post(`${TYPES}/plugin::points.officer`, ({ unit }: World) => ({
    name: '某人',
    unit: connect(unit),
    ...values,
  }));

const withdraw = (of: keyof World, body: unknown): Send =>
  post((world) => `/points/adoptions/${world[of].documentId}/withdraw`, body);

const REPORT: Case[] = [
  ...['99999', '2026-00', '2026-Q0', '2026-3', '２０２６', '2026-13-01', ' 2026', '0999'].map(
    (period): Case => [
      `report of ${JSON.stringify(period)}`,
      /period/,
      get(`/points/report?period=${encodeURIComponent(period)}`),
    ]
  ),
  ['report of a list of periods', /period/, get('/points/report?period=2026&period=2025')],
  ['report of an object', /period/, get('/points/report?period[year]=2026')],
  ['report of a very long period', /period/, get(`/points/report?period=${'2026'.repeat(500)}`)],
  ['report by a list', /\(by\)|（by）/, get('/points/report?period=2026&by[]=unit&by[]=officer')],
  ['report of kinds', /kind/, get('/points/report?period=2026&kind[]=institution')],
];

const OVERVIEW: Case[] = [
  ...['2026', '2026-13', '2026-3', '', '２０２６-０３', '9999-12'].map((month): Case => [
    `overview of ${JSON.stringify(month)}`,
    /month/,
    get(`/points/overview?month=${encodeURIComponent(month)}`),
  ]),
  ['overview of two months', /month/, get('/points/overview?month=2026-01&month=2026-02')],
  ['overview of an object', /month/, get('/points/overview?month[$ne]=2026-01')],
  ['overview of a long month', /month/, get(`/points/overview?month=${'2026'.repeat(500)}`)],
];

const LEDGER: Case[] = [
  ['ledger of no period', /period/, get('/points/ledger?period=')],
  ['ledger of periods', /period/, get('/points/ledger?period[]=2026')],
  ['ledger of an unknown unit', /unit/, get('/points/ledger?unit=nowhere')],
  ['ledger of units', /unit/, get('/points/ledger?unit[$ne]=x')],
  ['ledger of a very long unit', /unit/, get(`/points/ledger?unit=${'x'.repeat(65)}`)],
  ['ledger of an empty unit', /unit/, get('/points/ledger?unit=')],
  ['ledger of an unknown officer', /officer/, get('/points/ledger?officer=nobody')],
  ['ledger of an unknown submission', /submission/, get('/points/ledger?submission=none')],
  ['ledger of an unknown channel', /channel/, get('/points/ledger?channel=radio')],
  ...['page=0', 'page=-1', 'page=x', 'page=', 'page=1.5', 'page=1e99', 'page[]=1&page[]=2'].map(
    (query): Case => [`ledger with ${query}`, /page/, get(`/points/ledger?${query}`)]
  ),
  ...['pageSize=0', 'pageSize=101', 'pageSize=all'].map((query): Case => [
    `ledger with ${query}`,
    /pageSize/,
    get(`/points/ledger?${query}`),
  ]),
];

const ENTRIES: Case[] = [
  [
    'panel with an unknown placement',
    /placement/,
    get(({ article }) => `/points/entries/${ARTICLE}/${article.documentId}?placement=frontpage`),
  ],
  [
    'panel with an unknown submission',
    /submission/,
    get(({ article }) => `/points/entries/${ARTICLE}/${article.documentId}?submission=none`),
  ],
  ['panel of an unknown entry', /nowhere/, get(`/points/entries/${ARTICLE}/nowhere`), 404],
  ['panel of an unknown type', /uid/, get('/points/entries/api::x.x/nowhere')],
  ['panel of a type without points', /uid/, get('/points/entries/admin::user/nowhere')],
  ['points of no entries', /documentIds/, get(`/points/entries/${ARTICLE}`)],
  ['points of empty entries', /documentIds/, get(`/points/entries/${ARTICLE}?documentIds=,,`)],
  [
    'points of 101 entries',
    /documentIds/,
    get(`/points/entries/${ARTICLE}?documentIds=${'a,'.repeat(101)}`),
  ],
  ['points of entries in a list', /documentIds/, get(`/points/entries/${ARTICLE}?documentIds[]=a`)],
  ['submission without units', /units/, fromEntry({})],
  ['submission with no unit', /units/, fromEntry({ units: [], category: 'research' })],
  ['submission with text for units', /units/, fromEntry({ units: 'all' })],
  ['submission with numbers for units', /units/, fromEntry({ units: [1] })],
  [
    'submission with an unknown unit',
    /units/,
    fromEntry({ units: ['nowhere'], category: 'research' }),
  ],
  ['submission with 101 units', /units/, fromEntry({ units: Array(101).fill('x') })],
  [
    'submission with an unknown officer',
    /officers/,
    fromEntry(({ unit }: World) => ({
      units: [unit.documentId],
      officers: ['nobody'],
      category: 'research',
    })),
  ],
  [
    'submission with an officer of another unit',
    /officers/,
    fromEntry(({ unit, stranger }: World) => ({
      units: [unit.documentId],
      officers: [stranger.documentId],
      category: 'research',
    })),
  ],
  [
    'submission without category',
    /category/,
    fromEntry(({ unit }: World) => ({ units: [unit.documentId] })),
  ],
  [
    'submission of an unknown category',
    /category/,
    fromEntry(({ unit }: World) => ({ units: [unit.documentId], category: 'gossip' })),
  ],
  [
    'submission with a title of 201 characters',
    /title/,
    fromEntry(({ unit }: World) => ({ units: [unit.documentId], title: '长'.repeat(201) })),
  ],
  [
    'submission with a number for a title',
    /title/,
    fromEntry(({ unit }: World) => ({ units: [unit.documentId], title: 5 })),
  ],
  ['submission as a list', /units|data/, fromEntry([{ units: [] }])],
  [
    'submission of an entry that does not exist',
    /nowhere/,
    post(`/points/entries/${ARTICLE}/nowhere/submission`, { units: ['x'], category: 'research' }),
    404,
  ],
];

const ADOPTIONS: Case[] = [
  ['adoption through an unknown channel', /channel/, adoption({ channel: 'radio' })],
  ['adoption through channels', /channel/, adoption({ channel: ['newsletter'] })],
  ['adoption through a channel of the site', /channel/, adoption({ channel: 'site.video' })],
  ['adoption on no day', /adoptedOn/, adoption({ adoptedOn: '' })],
  ['adoption on a day that does not exist', /adoptedOn/, adoption({ adoptedOn: '2025-02-29' })],
  ['adoption on days', /adoptedOn/, adoption({ adoptedOn: ['2025-02-01'] })],
  ['adoption in the year 0', /adoptedOn/, adoption({ adoptedOn: '0000-01-01' })],
  ['adoption on a day without rule set', /adoptedOn/, adoption({ adoptedOn: '2026-01-01' })],
  ['adoption with a number for organ', /organ/, adoption({ organ: 5 })],
  ['adoption with a long organ', /organ/, adoption({ organ: '市'.repeat(121) })],
  ['adoption with a long reference', /reference/, adoption({ reference: 'x'.repeat(201) })],
  ['adoption of a list', /submission/, adoption({ submission: ['x'] })],
  ['adoption of nothing', /submission/, adoption({ submission: '' })],
  ['adoption of blanks', /submission/, adoption({ submission: '   ' })],
  ...['x', ['x'], [0], [-1], [1.5], [1e12], [999_999]].map((evidence): Case => [
    `adoption with the evidence ${JSON.stringify(evidence)}`,
    /evidence/,
    adoption({ evidence }),
  ]),
  ['adoption with 51 files', /evidence/, adoption({ evidence: Array(51).fill(1) })],
  ['instruction without a leader', /organ/, adoption({ channel: 'instruction', organ: ' ' })],
  ['adoption as a list', /data|submission/, post('/points/adoptions', [1, 2])],
  ['withdrawal without a reason', /reason/, withdraw('adoption', {})],
  ['withdrawal for a number', /reason/, withdraw('adoption', { reason: 7 })],
  ['withdrawal for 501 characters', /reason/, withdraw('adoption', { reason: 'x'.repeat(501) })],
  ['withdrawal of what is withdrawn', /withdrawn|已撤回/, withdraw('withdrawn', { reason: 'x' })],
];

const FORMS: Case[] = [
  ['form: adoption without a channel', /channel/, adoptionForm({ channel: null })],
  ['form: adoption through an unknown channel', /channel/, adoptionForm({ channel: 'radio' })],
  ['form: adoption through the site', /channel/, adoptionForm({ channel: 'site.headline' })],
  ['form: adoption without a date', /adoptedOn/, adoptionForm({ adoptedOn: null })],
  ['form: adoption on 30 February', /adoptedOn/, adoptionForm({ adoptedOn: '2025-02-30' })],
  ['form: adoption on a number', /adoptedOn/, adoptionForm({ adoptedOn: 20250305 })],
  ['form: adoption without rule set', /adoptedOn/, adoptionForm({ adoptedOn: '2024-12-31' })],
  ['form: adoption of nothing', /submission/, adoptionForm({ submission: null })],
  ['form: adoption with a long organ', /organ/, adoptionForm({ organ: 'x'.repeat(121) })],
  ['form: adoption with an object for organ', /organ/, adoptionForm({ organ: { a: 1 } })],
  ['form: submission without a title', /title/, submissionForm({ title: '' })],
  ['form: submission with a long title', /title/, submissionForm({ title: '长'.repeat(201) })],
  ['form: submission without a category', /category/, submissionForm({ category: undefined })],
  ['form: submission of an unknown category', /category/, submissionForm({ category: 'x' })],
  ['form: submission without units', /units/, submissionForm({ units: null })],
  ...['yesterday', '2025-02-30T10:00:00Z', '2025-01-01T25:00:00Z', 5, true, {}, []].map(
    (receivedAt): Case => [
      `form: submission received at ${JSON.stringify(receivedAt)}`,
      /receivedAt/,
      submissionForm({ receivedAt }),
    ]
  ),
  [
    'form: submission with an officer of another unit',
    /officers/,
    (client, { unit, stranger }, options) =>
      client.post(
        `${TYPES}/plugin::points.submission`,
        { title: 'x', category: 'research', units: connect(unit), officers: connect(stranger) },
        options
      ),
  ],
  ['form: unit without a name', /name/, unitForm({ name: '' })],
  ['form: unit without a code', /code/, unitForm({ code: undefined })],
  ['form: unit of an unknown kind', /kind/, unitForm({ kind: 'school' })],
  [
    'form: unit from a day that does not exist',
    /activeFrom/,
    unitForm({ activeFrom: '2025-02-30' }),
  ],
  ['form: unit to the year 0', /activeTo/, unitForm({ activeTo: '0000-01-01' })],
  ['form: officer without a name', /name/, officerForm({ name: null })],
  ['form: officer without a unit', /unit/, officerForm({ unit: null })],
  ['form: officer to no day', /activeTo/, officerForm({ activeTo: 'never' })],
  ...[-1, 0.125, '1e3', 'x', null, 1e300].map((points): Case => [
    `form: rule set with ${JSON.stringify(points)} points`,
    /points/,
    async (client, _world, options) => {
      const seed = await regulation();
      const [first, ...rest] = seed.channels as object[];
      const body = {
        ...seed,
        effectiveFrom: '2027-01-01',
        channels: [{ ...first, points }, ...rest],
      };
      return client.post(`${TYPES}/plugin::points.rule-set`, body, options);
    },
  ]),
  [
    'form: rule set that overlaps',
    /effectiveFrom/,
    async (client, _world, options) =>
      client.post(
        `${TYPES}/plugin::points.rule-set`,
        { ...(await regulation()), effectiveFrom: '2025-12-31' },
        options
      ),
  ],
  [
    'form: rule set without a name',
    /name/,
    async (client, _world, options) =>
      client.post(
        `${TYPES}/plugin::points.rule-set`,
        { ...(await regulation()), name: '', effectiveFrom: '2027-01-01' },
        options
      ),
  ],
  [
    'form: rule set in use, with other points',
    /in use|已用于计分/,
    async (client, { ruleSet }, options) => {
      const [first, ...rest] = (await regulation()).channels as object[];
      return client.put(
        `${TYPES}/plugin::points.rule-set/${ruleSet.documentId}`,
        { channels: [{ ...first, points: 7 }, ...rest] },
        options
      );
    },
  ],
  [
    'form: rule set in use, ended before its last adoption',
    /effectiveTo/,
    put(({ ruleSet }) => `${TYPES}/plugin::points.rule-set/${ruleSet.documentId}`, {
      effectiveTo: '2025-02-01',
    }),
  ],
];

/** Bodies as they come over the wire; what is no JSON at all among them. */
const BODIES: Array<[what: string, body: string]> = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '1'],
  ['a text', '"adoption"'],
  ['half of a JSON', '{"submission": '],
  ['two JSONs', '{}{}'],
  ['an empty list', '[]'],
  ['a list of lists', '[[[]]]'],
  ['an empty object', '{}'],
  ['names of prototypes', '{"__proto__": {"x": 1}, "constructor": {"prototype": {}}}'],
  ['emoji', JSON.stringify({ units: ['🎭'], submission: '🎭', reason: '🎭👩‍👩‍👧', channel: '🎭' })],
  ['a NUL', '{"submission": "a\\u0000b", "reason": "a\\u0000b", "units": ["\\u0000"]}'],
  ['a NUL as a name', '{"a\\u0000b": 1, "reason": "x", "units": ["x"]}'],
  ['half of a character', '{"submission": "\\ud800", "reason": "\\ud800", "units": ["\\udfff"]}'],
  [
    'a long text',
    JSON.stringify({ reason: '长'.repeat(200_000), submission: 'x'.repeat(200_000) }),
  ],
  ['two megabytes', JSON.stringify({ reason: 'x'.repeat(2_000_000) })],
  ['a deep list', `{"reason": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ['a deep object', `{"channel": ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
  [
    'many fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [n, n]))),
  ],
];

/** Places of the application where a text with a NUL could reach the database. */
const WITH_NUL: Array<[method: string, path: string, body?: object]> = [
  ['GET', '/points/report?period=2026%00'],
  ['GET', '/points/ledger?unit=%00'],
  ['GET', '/points/ledger?unit[a]=%00'],
  ['GET', `/points/entries/${ARTICLE}/%00`],
  ['GET', `/points/entries/${ARTICLE}?documentIds=%00`],
  ['GET', `/points/entries/${ARTICLE}%00/x`],
  ['POST', '/points/adoptions/%00/withdraw', { reason: 'x' }],
  ['POST', `${TYPES}/plugin::points.submission`, { title: 'a\0b', category: 'research' }],
  ['POST', `${TYPES}/plugin::points.unit`, { name: 'a', code: '\0', kind: 'institution' }],
  ['POST', `${TYPES}/plugin::points.rule-set`, { name: 'x', channels: [{ channel: '\0' }] }],
  ['POST', `${TYPES}/plugin::points.rule-set`, { name: 'x', policies: { combine: '\ud800' } }],
  ['POST', `${TYPES}/${ARTICLE}`, { title: 'a\0b' }],
  ['GET', `${TYPES}/${ARTICLE}?_q=%00`],
  ['GET', '/api/articles?filters[title]=%00'],
  ['GET', '/api/articles/%00'],
];

describe('bad input', () => {
  let app: TestApp;
  let admin: Client;
  let token: Client;
  let world: World;

  const lived = new Date('2025-06-01T04:00:00Z');

  const createWorld = async (): Promise<World> => {
    const { make } = app;
    const ruleSet = await make.ruleSet({ effectiveFrom: '2025-01-01', effectiveTo: '2025-12-31' });
    const [unit, other] = await make.units(2);
    const submission = await make.submission({ units: [unit] });
    const published = await make.article({ placement: 'picture', submission });
    await app.points.clock.at(lived, () =>
      make.documents(ARTICLE).publish({ documentId: published.documentId })
    );
    const byHand = { submission, channel: 'city.forwarded', adoptedOn: '2025-06-01' } as const;
    const withdrawn = await make.adoption({ ...byHand, adoptedOn: '2025-06-02' });
    await admin.post(`/points/adoptions/${withdrawn.documentId}/withdraw`, { reason: '误登' });
    return {
      unit,
      stranger: await make.officer(other),
      ruleSet,
      submission,
      published,
      article: await make.article(),
      adoption: await make.adoption(byHand),
      withdrawn,
    };
  };

  const createToken = async (): Promise<Client> => {
    const tokens = app.strapi.service('admin::api-token') as unknown as {
      create(values: object): Promise<{ accessKey: string }>;
    };
    const made = await tokens.create({ name: 'suite', type: 'full-access', lifespan: null });
    return createClient(app.url, made.accessKey);
  };

  beforeAll(async () => {
    app = await startApp({ logLevel: 'silent' });
    admin = await app.api.as('super-admin');
    token = await createToken();
    world = await createWorld();
  });
  afterAll(() => app.stop());

  const countRows = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { tableName } of app.strapi.db.metadata.values()) {
      if (!/^(points_|articles)/.test(tableName)) continue;
      const [row] = await app.strapi.db
        .connection(tableName)
        .count<Array<{ rows: number | string }>>({ rows: '*' });
      counts[tableName] = Number(row?.rows);
    }
    return counts;
  };

  const expectRefused = async ([, names, send, status = 400]: Case, by = admin): Promise<void> => {
    const before = await countRows();
    const english = errorOf(await send(by, world, { language: 'en' }));
    const chinese = errorOf(await send(by, world, { language: 'zh-Hans' }));
    expect([english.status, chinese.status]).toEqual([status, status]);
    for (const { message } of [english, chinese]) {
      expect(message).toMatch(names);
      expect(message).not.toMatch(JARGON);
      expect(message.length).toBeLessThan(600);
    }
    expect(chinese.message).toMatch(HAN);
    expect(english.message).not.toBe(chinese.message);
    expect(await countRows()).toEqual(before);
  };

  const each = (cases: Case[]): void => {
    it.each(cases.map((one): [string, Case] => [one[0], one]))('refuses %s', (_what, one) =>
      expectRefused(one)
    );
  };

  it('counts the rows of every table that must not change', async () => {
    expect(Object.keys(await countRows()).length).toBeGreaterThanOrEqual(9);
  });

  describe('of the report', () => {
    each(OVERVIEW);
    each(REPORT);
  });
  describe('of the ledger', () => {
    each(LEDGER);
  });
  describe('of entries', () => {
    each(ENTRIES);
  });
  describe('of adoptions', () => {
    each(ADOPTIONS);
  });
  describe('in the Content Manager', () => {
    each(FORMS);
  });

  describe('published on a day without a rule set', () => {
    const title = '无标准之日';
    let content: Record<string, unknown>;
    const tied = () => ({
      ...content,
      ...{ title, placement: 'headline', submission: connect(world.submission) },
    });
    let entry: Document;

    beforeAll(async () => {
      content = await app.make.publishable();
      entry = await app.make.article({ placement: 'headline', submission: world.submission });
    });

    const expectNothingPublished = async (): Promise<void> => {
      const published = await app.make.documents(ARTICLE).findMany({ status: 'published' });
      expect(published.map(({ documentId }) => documentId)).toEqual([world.published.documentId]);
    };

    const doors: Array<[door: string, send: Send]> = [
      [
        'the publish button',
        (client, _world, options) =>
          client.post(`${TYPES}/${ARTICLE}/${entry.documentId}/actions/publish`, tied(), options),
      ],
      [
        'the publish button of a new entry',
        (client, _world, options) =>
          client.post(`${TYPES}/${ARTICLE}/actions/publish`, tied(), options),
      ],
      [
        'bulk publish',
        (client, _world, options) =>
          client.post(
            `${TYPES}/${ARTICLE}/actions/bulkPublish`,
            { documentIds: [entry.documentId, world.article.documentId] },
            options
          ),
      ],
    ];

    it.each(['create', 'update'] as const)('by code: %s with status published', async (action) => {
      const before = await countRows();
      const documents = app.make.documents(ARTICLE);
      const data = { ...tied(), submission: world.submission.documentId };
      const write = documents[action]({ documentId: entry.documentId, status: 'published', data });
      await expect(write).rejects.toThrow(/adoptedOn/);
      expect(await countRows()).toEqual(before);
      await expectNothingPublished();
    });

    it.each(doors)('by %s: refused, and nothing is published', async (door, send) => {
      await expectRefused([door, /adoptedOn/, send]);
      await expectNothingPublished();
    });
  });

  it('by the public API, which is to be read only', async () => {
    const before = await countRows();
    const data = { title: 'x', placement: 'front' };
    expect((await token.post('/api/articles', { data })).status).toBe(405);
    const one = `/api/articles/${world.article.documentId}`;
    expect((await token.put(one, { data })).status).toBe(405);
    expect((await token.delete(one)).status).toBe(405);
    expect(await countRows()).toEqual(before);
  });

  it('refuses to withdraw by hand what the site adopted', async () => {
    const site = await app.strapi.db
      .connection('points_adoptions')
      .where({ channel: 'site.picture' })
      .first<{ document_id: string }>();
    const path = `/points/adoptions/${site.document_id}/withdraw`;
    await expectRefused(['', /publishing|发布/, post(path, { reason: 'x' })]);
  });

  describe('of those who may not', () => {
    it.each(ACTIONS)(
      'all actions but %s: refused on its routes, let in on the others',
      async (action) => {
        const others = ACTIONS.filter((each) => each !== action);
        const client = await app.api.withPermissions(
          others.map((each) => ({ action: `plugin::points.${each}` }))
        );
        for (const [method, path, needed] of ROUTES) {
          const send: Send = (by, _world, options) =>
            method === 'GET' ? by.get(path, options) : by.post(path, {}, options);
          if (needed === action) {
            await expectRefused(['', new RegExp(`plugin::points\\.${action}`), send, 403], client);
            continue;
          }
          const { status } = await send(client, world, {});
          expect([path, status]).not.toEqual([path, 403]);
        }
      }
    );

    it.each(ROUTES)('nobody, by %s %s', async (method, path) => {
      const before = await countRows();
      expect((await app.api.public.send(method, path)).status).toBe(401);
      expect((await token.send(method, path)).status).toBe(401);
      expect(await countRows()).toEqual(before);
    });
  });

  it.each(ROUTES)('by another method than %s on %s', async (method, path) => {
    const before = await countRows();
    const taken: string[] = ROUTES.filter(([, same]) => same === path).map(([own]) => own);
    expect(taken).toContain(method);
    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (taken.includes(other)) continue;
      const { status } = await admin.send(other, path, other === 'GET' ? undefined : '{}');
      expect([other, [404, 405].includes(status)]).toEqual([other, true]);
    }
    expect(await countRows()).toEqual(before);
  });

  describe.each(ROUTES.filter(([method]) => method === 'POST'))(
    'as the body of %s %s',
    (_, path) => {
      it.each(BODIES)('%s', async (_what, body) => {
        const before = await countRows();
        for (const language of ['en', 'zh-Hans']) {
          const error = errorOf(await admin.send('POST', path, body, { language }));
          expect(error.status).toBeGreaterThanOrEqual(400);
          expect(error.status).toBeLessThan(500);
          expect(error.message).not.toBe('');
          expect(error.message.length).toBeLessThan(600);
        }
        expect(await countRows()).toEqual(before);
      });

      it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x/y; z'])(
        'of type %s',
        async (type) => {
          const before = await countRows();
          const options = { headers: { 'content-type': type } };
          const { status } = await admin.send('POST', path, 'reason', options);
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
          expect(await countRows()).toEqual(before);
        }
      );
    }
  );

  it.each(
    WITH_NUL.map(([method, path, body]): [string, string, object | null] => [
      method,
      path,
      body ?? null,
    ])
  )('with a character that no database keeps: %s %s', async (method, path, body) => {
    const by = path.startsWith('/api/') ? token : admin;
    const text = body === null ? undefined : JSON.stringify(body);
    const send: Send = (client, _world, options) => client.send(method, path, text, options);
    await expectRefused(['', /characters|字符/, send], by);
  });

  describe('made up at random', () => {
    const known = (): fc.Arbitrary<unknown> =>
      fc.constantFrom<unknown>(
        ...[
          'newsletter',
          'instruction',
          'site.video',
          '2025-03-05',
          '2025-02-30',
          '2026',
          '2026-Q5',
        ],
        ...['unit', 'officer', 'institution', 'headline', '0', '-1', '1', '1e9', ''],
        ...[world.submission.documentId, world.unit.documentId, world.adoption.documentId],
        ...[world.article.documentId, ARTICLE, POSTED, '🎭', '\0', '\ud800', "';--", '%', '_'],
        ...[null, true, 0, -1, 1.5, 1e308, 2 ** 53]
      );
    const POSTED = 'plugin::points.posting';
    const value = (): fc.Arbitrary<unknown> =>
      fc.oneof(
        { weight: 4, arbitrary: known() },
        { weight: 1, arbitrary: fc.array(known(), { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) }
      );
    const FIELDS = [
      ...['period', 'by', 'kind', 'unit', 'officer', 'submission', 'channel', 'page', 'pageSize'],
      ...['placement', 'documentIds', 'title', 'category', 'units', 'officers', 'adoptedOn'],
      ...['organ', 'reference', 'evidence', 'reason', 'period[$gt]', 'units[0][a]', '__proto__'],
    ];
    const fields = (): fc.Arbitrary<Record<string, unknown>> =>
      fc.dictionary(fc.constantFrom(...FIELDS), value(), { maxKeys: 8 });
    const body = (): fc.Arbitrary<unknown> =>
      fc.oneof(
        { weight: 5, arbitrary: fields() },
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) }
      );
    const id = (): fc.Arbitrary<string> =>
      fc.oneof(
        fc.constantFrom(world.article.documentId, world.adoption.documentId, '..', '%', '%00', ' '),
        fc.string({ maxLength: 20 })
      );

    const encoded = (text: string): string =>
      encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));

    const pathOf = (path: string, one: string, query: Record<string, unknown>): string => {
      const filled = path.replace('nowhere', () => encoded(one));
      const pairs = Object.entries(query).map(([name, given]) => {
        const text = typeof given === 'string' ? given : JSON.stringify(given);
        return `${encodeURIComponent(name)}=${encoded(text)}`;
      });
      return `${filled}?${pairs.join('&')}`;
    };

    it('gets an answer, and never an error of the server', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...ROUTES),
          id(),
          fields(),
          body(),
          fc.constantFrom('en', 'zh-Hans', '', 'x;q=y', '*'),
          async ([method, path], one, query, sent, language) => {
            const text = method === 'GET' ? undefined : JSON.stringify(sent);
            const url = pathOf(path, one, method === 'GET' ? query : {});
            const { status } = await admin.send(method, url, text, { language });
            expect([url, text, status < 500]).toEqual([url, text, true]);
          }
        ),
        { numRuns: 300 }
      );
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
    });
  });
});
