import {
  errorOf,
  regulation,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type RequestOptions,
  type TestApp,
} from '../support';

const CHINESE = /\p{Script=Han}/u;
const TYPES = '/content-manager/collection-types';

describe('bad input', () => {
  let app: TestApp;
  let admin: Client;
  let unit: Document;
  let submission: Document;

  beforeAll(async () => {
    app = await startApp();
    admin = await app.api.as('super-admin');
    await app.make.ruleSet({ effectiveFrom: '2025-01-01', effectiveTo: '2026-12-31' });
    unit = await app.make.unit();
    submission = await app.make.submission({ units: [unit] });
  });
  afterAll(() => app.stop());

  const countRows = async (): Promise<number[]> => {
    const tables = ['adoptions', 'submissions', 'postings', 'rule_sets', 'units', 'officers'];
    const counts: number[] = [];
    for (const table of [...tables.map((name) => `points_${name}`), 'articles']) {
      const [row] = await app.strapi.db
        .connection(table)
        .count<Array<{ rows: number | string }>>({ rows: '*' });
      counts.push(Number(row?.rows));
    }
    return counts;
  };

  /** Sends it in both languages: refused with a sentence that names the field, nothing written. */
  const expectRefused = async (
    send: (options: RequestOptions) => Promise<ApiResponse<unknown>>,
    names: RegExp,
    status = 400
  ): Promise<void> => {
    const before = await countRows();
    const english = errorOf(await send({ language: 'en' }));
    expect(english.status).toBe(status);
    expect(english.message).toMatch(names);
    expect(english.message).not.toMatch(/\bundefined\b|\[object/);
    const chinese = errorOf(await send({ language: 'zh-Hans' }));
    expect(chinese.status).toBe(status);
    expect(chinese.message).toMatch(CHINESE);
    expect(chinese.message).toMatch(names);
    expect(await countRows()).toEqual(before);
  };

  it.each(['2026-13', '2026-Q5', '2026-H3', '', 'x', '2026-1', '26'])(
    'refuses the period %p',
    async (period) => {
      await expectRefused(
        (options) => admin.get(`/points/report?period=${period}`, options),
        /period/
      );
    }
  );

  it('refuses a report without a period, a kind and a by that do not exist', async () => {
    await expectRefused((options) => admin.get('/points/report', options), /period/);
    await expectRefused(
      (options) => admin.get('/points/report?period=2026&kind=school', options),
      /kind/
    );
    await expectRefused(
      (options) => admin.get('/points/report?period=2026&by=leader', options),
      /by/
    );
  });

  it.each([
    ['channel', { channel: 'radio' }],
    ['channel', { channel: undefined }],
    ['channel', { channel: 'site.headline' }],
    ['channel', { channel: 'constructor' }],
    ['adoptedOn', { adoptedOn: '2026-02-30' }],
    ['adoptedOn', { adoptedOn: '2026-13-01' }],
    ['adoptedOn', { adoptedOn: 'gestern' }],
    ['adoptedOn', { adoptedOn: 20260301 }],
    ['adoptedOn', { adoptedOn: undefined }],
    ['adoptedOn', { adoptedOn: '2024-12-31' }],
    ['submission', { submission: 'nowhere' }],
    ['submission', { submission: undefined }],
    ['submission', { submission: { $ne: null } }],
    ['organ', { channel: 'instruction' }],
    ['evidence', { evidence: [999_999] }],
  ])('refuses an adoption whose %s is wrong: %j', async (field, values) => {
    const body = {
      submission: submission.documentId,
      channel: 'newsletter',
      adoptedOn: '2026-03-05',
      ...values,
    };
    await expectRefused(
      (options) => admin.post('/points/adoptions', body, options),
      new RegExp(field)
    );
  });

  it.each([[], {}])('refuses %j as an adoption', async (body) => {
    for (const language of ['en', 'zh-Hans']) {
      const { status } = await admin.post('/points/adoptions', body, { language });
      expect(status).toBe(400);
    }
  });

  it('refuses to withdraw without a reason, and what does not exist', async () => {
    const adoption = await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-05',
    });
    const path = `/points/adoptions/${adoption.documentId}/withdraw`;
    await expectRefused((options) => admin.post(path, {}, options), /reason/);
    await expectRefused((options) => admin.post(path, { reason: ' ' }, options), /reason/);
    await expectRefused(
      (options) => admin.post('/points/adoptions/nowhere/withdraw', { reason: 'x' }, options),
      /nowhere/,
      404
    );
  });

  it('refuses an unknown placement, and publishes nothing', async () => {
    const body = { title: '版位', placement: 'frontpage' };
    await expectRefused(
      (options) => admin.post(`${TYPES}/api::article.article`, body, options),
      /placement/
    );
    await expect(
      app.make.documents('api::article.article').create({ status: 'published', data: body })
    ).rejects.toThrow(/placement/);
  });

  it('refuses a submission without units, and one with an officer of another unit', async () => {
    const path = `${TYPES}/plugin::points.submission`;
    const bare = { title: '无单位', category: 'research' };
    await expectRefused((options) => admin.post(path, bare, options), /units/);
    const stranger = await app.make.officer(await app.make.unit());
    const connect = ({ id, documentId }: Document) => ({ connect: [{ id, documentId }] });
    const withStranger = { ...bare, units: connect(unit), officers: connect(stranger) };
    await expectRefused((options) => admin.post(path, withStranger, options), /officers/);
    const wrongCategory = { ...bare, category: 'gossip', units: connect(unit) };
    await expectRefused((options) => admin.post(path, wrongCategory, options), /category/);
  });

  it('refuses to take the last unit away from a submission', async () => {
    const path = `${TYPES}/plugin::points.submission/${submission.documentId}`;
    const { id, documentId } = unit;
    await expectRefused(
      (options) => admin.put(path, { units: { disconnect: [{ id, documentId }] } }, options),
      /units/
    );
  });

  it.each([-1, 0.005, '1e3', 'x', null])('refuses %j points in a rule set', async (points) => {
    const seed = await regulation();
    const [first, ...rest] = seed.channels as Array<Record<string, unknown>>;
    const body = {
      ...seed,
      effectiveFrom: '2027-01-01',
      channels: [{ ...first, points }, ...rest],
    };
    await expectRefused(
      (options) => admin.post(`${TYPES}/plugin::points.rule-set`, body, options),
      /channels/
    );
  });

  it('refuses a rule set with a channel unknown, missing or twice, or another policy', async () => {
    const seed = await regulation();
    const channels = seed.channels as Array<Record<string, unknown>>;
    const post = (values: object) => (options: RequestOptions) =>
      admin.post(
        `${TYPES}/plugin::points.rule-set`,
        { ...seed, effectiveFrom: '2027-01-01', ...values },
        options
      );
    const first = channels[0] ?? {};
    await expectRefused(post({ channels: channels.slice(1) }), /channels/);
    await expectRefused(post({ channels: [...channels, first] }), /channels/);
    await expectRefused(
      post({ channels: [{ ...first, channel: 'radio' }, ...channels.slice(1)] }),
      /channels/
    );
    await expectRefused(post({ channels: 'all' }), /channels/);
    await expectRefused(
      post({ policies: { ...(seed.policies as object), combine: 'best' } }),
      /combine/
    );
    await expectRefused(post({ effectiveTo: '2026-12-31' }), /effectiveTo/);
    await expectRefused(post({ effectiveFrom: '2027-02-30' }), /effectiveFrom/);
  });

  it('refuses entries and content types that do not exist', async () => {
    await expectRefused(
      (options) => admin.get('/points/entries/api::article.article/nowhere', options),
      /nowhere/,
      404
    );
    for (const uid of ['api::nothing.nothing', 'admin::user', '__proto__']) {
      const { status } = await admin.get(`/points/entries/${uid}/x`);
      expect([400, 404]).toContain(status);
    }
  });

  it('refuses pages that do not exist', async () => {
    for (const page of ['0', '-1', 'x', '1.5']) {
      await expectRefused((options) => admin.get(`/points/ledger?page=${page}`, options), /page/);
    }
    await expectRefused(
      (options) => admin.get('/points/ledger?pageSize=1000', options),
      /pageSize/
    );
  });

  it('answers no strange query with a server error', async () => {
    const long = 'x'.repeat(5000);
    for (const query of [
      'period[]=2026',
      'period[$ne]=x',
      'period=2026&kind[]=institution',
      'period=2026&unit=%00',
      `period=2026&unit=${long}`,
      "period=2026&unit=';drop table points_postings;--",
      'channel=__proto__',
      'submission[$gt]=0',
      'page=99999999999999999999',
    ]) {
      for (const path of ['report', 'ledger']) {
        const { status } = await admin.get(`/points/${path}?${query}`);
        expect([query, path, status < 500]).toEqual([query, path, true]);
      }
    }
  });

  it.each([
    ['GET', '/points/report?period=2026'],
    ['GET', '/points/ledger'],
    ['GET', '/points/reconcile'],
    ['GET', '/points/units'],
    ['GET', '/points/entries/api::article.article/x'],
    ['GET', '/points/entries/api::article.article?documentIds=x'],
    ['POST', '/points/entries/api::article.article/x/submission'],
    ['POST', '/points/adoptions'],
    ['POST', '/points/adoptions/x/withdraw'],
  ])('lets nobody in without the permission: %s %s', async (method, path) => {
    const nobody = await app.api.withPermissions([]);
    const send = (client: Client, options: RequestOptions) =>
      method === 'GET' ? client.get(path, options) : client.post(path, {}, options);
    await expectRefused((options) => send(nobody, options), /points|plugin::/, 403);
    expect((await send(app.api.public, {})).status).toBe(401);
  });
});
