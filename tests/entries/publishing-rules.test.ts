import {
  bodyOf,
  errorOf,
  reconcileOf,
  rowOf,
  startApp,
  today,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
} from '../support';

const ARTICLE = 'api::article.article';
const EVENT = 'api::event.event';
const manager = (uid: string): string => `/content-manager/collection-types/${uid}`;
const UNCONFIRMED = { headers: { 'points-confirm': '' } };
const CONFIRMED = { headers: { 'points-confirm': 'no-placement,no-column' } };

interface Made {
  data: Reference;
}

describe('what may be published', () => {
  let app: TestApp;
  let unit: Document;
  let officer: Person;
  let editor: Client;
  let office: Client;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    unit = await app.make.unit();
    officer = await app.make.person('officer', unit);
    editor = await app.api.as('editor');
    office = await app.api.as('office');
  });
  afterAll(() => app.stop());
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const isPublished = async (uid: string, { documentId }: Reference): Promise<boolean> =>
    (await app.make.documents(uid).findOne({ documentId, status: 'published' })) !== null;

  const stateOf = async ({ documentId }: Reference): Promise<unknown> =>
    (await app.make.documents('plugin::points.submission').findOne({ documentId }))?.state;

  const drafted = async (uid: string, values: object = {}): Promise<Reference> =>
    bodyOf(
      await officer.client.post<Made>(manager(uid), {
        title: '未报送的稿件',
        ...(uid === ARTICLE ? { ...(await app.make.publishable()), cover: null } : {}),
        ...values,
      })
    ).data;

  const EVENT_VALUES = { kind: 'show', venue: '剧院', startsAt: '2026-05-01T11:00:00.000Z' };

  describe('not: what a unit has not sent', () => {
    it.each([
      [ARTICLE, {}],
      [EVENT, EVENT_VALUES],
    ])('%s, by nobody and on no door', async (uid, values) => {
      const entry = await drafted(uid, values);
      const path = `${manager(uid)}/${entry.documentId}`;
      const admin = await app.api.as('super-admin');
      for (const client of [editor, office, admin]) {
        const refused = await client.post(`${path}/actions/publish`, {}, CONFIRMED);
        expect(refused.status).toBe(400);
        expect(errorOf(refused).message).toContain('未报送的稿件');
      }
      const documents = app.make.documents(uid);
      await expect(documents.publish(entry)).rejects.toThrow('未报送的稿件');
      await expect(
        documents.update({ ...entry, status: 'published', data: { title: '改' } })
      ).rejects.toThrow('未报送的稿件');
      const bulk = await editor.post(
        `${manager(uid)}/actions/bulkPublish`,
        { documentIds: [entry.documentId] },
        CONFIRMED
      );
      expect(bulk.status).toBe(400);
      expect(await isPublished(uid, entry)).toBe(false);
    });

    it('not by cutting its tie to the submission first', async () => {
      const entry = await drafted(ARTICLE);
      const path = `${manager(ARTICLE)}/${entry.documentId}`;
      bodyOf(await editor.put(path, { submission: { set: [] } }));
      const refused = await editor.post(`${path}/actions/publish`, {}, CONFIRMED);
      expect(refused.status).toBe(400);
      expect(await isPublished(ARTICLE, entry)).toBe(false);
    });

    const clonesOf = (uid: string, { documentId }: Reference): string[] =>
      ['clone', 'auto-clone'].map((way) => `${manager(uid)}/${way}/${documentId}`);

    it.each([
      [ARTICLE, {}],
      [EVENT, EVENT_VALUES],
    ])('%s, by a copy of it', async (uid, values) => {
      const entry = await drafted(uid, values);
      const tell = { language: 'zh-Hans' };
      const before = await app.make.documents(uid).findMany();
      const requireRefused = async (client: Client): Promise<void> => {
        for (const path of clonesOf(uid, entry)) {
          for (const body of [{}, { title: '副本' }, { submission: { set: [] } }]) {
            const refused = await client.post(path, body, tell);
            expect(refused.status).toBe(400);
            if (path.includes('auto-clone')) continue;
            expect(errorOf(refused).message).toMatch(/未报送的稿件.*不能复制/);
          }
        }
      };
      await requireRefused(editor);
      await requireRefused(await app.api.as('super-admin'));
      await expect(
        app.strapi.documents(uid as never).clone({ documentId: entry.documentId, data: {} })
      ).rejects.toThrow('未报送的稿件');
      bodyOf(await editor.put(`${manager(uid)}/${entry.documentId}`, { submission: { set: [] } }));
      await requireRefused(editor);
      expect(await app.make.documents(uid).findMany()).toHaveLength(before.length);
    });

    it.each(['return', 'decline'])('nor by a copy of what was answered with %s', async (action) => {
      const submission = await app.make.submission({ units: [unit] });
      const article = await app.make.article({ submission });
      const act = `/points/submissions/${submission.documentId}/actions/${action}`;
      const [path] = clonesOf(ARTICLE, article) as [string];
      bodyOf(await editor.post(path, { title: '收到的，可以复制' }));
      bodyOf(await office.post(act, { reason: 'outdated' }));
      expect((await editor.post(path, {})).status).toBe(400);
    });

    it("by its own unit's copy, which has a submission of its own", async () => {
      const entry = await drafted(ARTICLE);
      const [path] = clonesOf(ARTICLE, entry) as [string];
      for (const body of [{ title: '副本甲' }, { title: '副本乙', submission: { set: [] } }]) {
        const copy = bodyOf(await officer.client.post<Made>(path, body)).data;
        const copied = `${manager(ARTICLE)}/${copy.documentId}`;
        const refused = await editor.post(`${copied}/actions/publish`, {}, CONFIRMED);
        expect(refused.status).toBe(400);
        expect(errorOf(refused).message).toContain(body.title);
        bodyOf(await editor.put(copied, { submission: { set: [] } }));
        expect((await editor.post(`${copied}/actions/publish`, {}, CONFIRMED)).status).toBe(400);
        expect(await isPublished(ARTICLE, copy)).toBe(false);
      }
    });

    it.each(['return', 'decline'])('nor what the office has answered with %s', async (action) => {
      const submission = await app.make.submission({ units: [unit] });
      const article = await app.make.article({ submission, placement: 'headline' });
      const act = `/points/submissions/${submission.documentId}/actions/${action}`;
      bodyOf(await office.post(act, { reason: 'outdated' }));
      const path = `${manager(ARTICLE)}/${article.documentId}/actions/publish`;
      expect((await editor.post(path, {}, CONFIRMED)).status).toBe(400);
      expect(await isPublished(ARTICLE, article)).toBe(false);
    });
  });

  describe('without a placement', () => {
    it('asks first, and accepts what waits when it is meant', async () => {
      const submission = await app.make.submission({ units: [unit], title: '忘选栏目' });
      const article = await app.make.article({ submission, column: null });
      const path = `${manager(ARTICLE)}/${article.documentId}/actions/publish`;
      const asked = errorOf(await office.post(path, {}, { language: 'zh-Hans', ...UNCONFIRMED }));
      expect(asked.status).toBe(400);
      expect(asked.message).toContain('忘选栏目');
      expect(asked.message).toContain('不计分');
      expect(asked.details).toMatchObject({ 'points-confirm': ['no-column', 'no-placement'] });
      expect(await isPublished(ARTICLE, article)).toBe(false);
      bodyOf(await office.post(path, {}, CONFIRMED));
      expect(await isPublished(ARTICLE, article)).toBe(true);
      expect(await stateOf(submission)).toBe('accepted');
    });

    it('asks nothing of what has no submission, or never runs in a placement', async () => {
      const article = await app.make.article({ column: null });
      const path = `${manager(ARTICLE)}/${article.documentId}/actions/publish`;
      bodyOf(await editor.post(path, {}, { headers: { 'points-confirm': 'no-column' } }));
      const submission = await app.make.submission({ units: [unit] });
      const event = await app.make.documents(EVENT).create({
        data: { title: '音乐会', ...EVENT_VALUES, submission: submission.documentId },
      });
      const eventPath = `${manager(EVENT)}/${event.documentId}/actions/publish`;
      bodyOf(await editor.post(eventPath, {}, UNCONFIRMED));
      expect(await stateOf(submission)).toBe('accepted');
    });

    it('asks nothing of code', async () => {
      const submission = await app.make.submission({ units: [unit] });
      const article = await app.make.article({ submission, column: null });
      await app.make.documents(ARTICLE).publish(article);
      expect(await isPublished(ARTICLE, article)).toBe(true);
    });
  });

  describe('without a column', () => {
    it('asks first, and says what follows', async () => {
      const article = await app.make.article({ column: null });
      const path = `${manager(ARTICLE)}/${article.documentId}/actions/publish`;
      const asked = errorOf(await editor.post(path, {}, UNCONFIRMED));
      expect(asked.status).toBe(400);
      expect(asked.message).toContain('(column)');
      expect(asked.details).toMatchObject({ 'points-confirm': ['no-column'] });
      expect(await isPublished(ARTICLE, article)).toBe(false);
      bodyOf(await editor.post(path, {}, { headers: { 'points-confirm': 'no-column' } }));
      expect(await isPublished(ARTICLE, article)).toBe(true);
    });

    it('asks nothing where the placement has its column', async () => {
      const article = await app.make.article({ placement: 'picture' });
      const path = `${manager(ARTICLE)}/${article.documentId}/actions/publish`;
      bodyOf(await editor.post(path, {}, UNCONFIRMED));
    });

    it('asks of what lacks a placement too both at once, and one answer is not enough', async () => {
      const submission = await app.make.submission({ units: [unit] });
      const article = await app.make.article({ submission, column: null });
      const path = `${manager(ARTICLE)}/${article.documentId}/actions/publish`;
      const pathsOf = async (answer: string): Promise<unknown> => {
        const headers = { 'points-confirm': answer };
        const { details } = errorOf(await editor.post(path, {}, { headers })) as {
          details?: { errors: Array<{ path: string[] }> };
        };
        return details?.errors.map((error) => error.path[0]);
      };
      expect(await pathsOf('')).toEqual(['column', 'placement']);
      expect(await pathsOf('no-placement')).toEqual(['column']);
      expect(await pathsOf('no-column')).toEqual(['placement']);
      expect(await isPublished(ARTICLE, article)).toBe(false);
      expect(await stateOf(submission)).toBe('submitted');
    });

    it('publishes nothing of a type without placements, whoever confirms it', async () => {
      const query = app.strapi.db.query('api::column.column');
      const only = (await query.findOne({ where: { carries: 'events' } })) as Record<
        string,
        unknown
      >;
      const { section, carries, freshness } = only;
      await query.create({
        data: { name: '更多活动', code: 'more-events', section, carries, freshness },
      });
      const event = await app.make
        .documents(EVENT)
        .create({ data: { title: '音乐会', ...EVENT_VALUES } });
      const path = `${manager(EVENT)}/${event.documentId}/actions/publish`;
      expect(errorOf(await editor.post(path, {}, CONFIRMED)).message).toContain('(column)');
      await expect(app.make.documents(EVENT).publish(event)).rejects.toThrow('column');
      expect(await isPublished(EVENT, event)).toBe(false);
      await query.delete({ where: { code: 'more-events' } });
    });
  });

  it('names every entry of many that cannot be published, and publishes none', async () => {
    const submission = await app.make.submission({ units: [unit] });
    const good = await app.make.article({ submission, placement: 'picture' });
    const asked = await app.make.article({ submission, title: '没选用于' });
    const draft = await drafted(ARTICLE);
    const documentIds = [good, asked, draft].map(({ documentId }) => documentId);
    const refused = errorOf(
      await editor.post(`${manager(ARTICLE)}/actions/bulkPublish`, { documentIds }, UNCONFIRMED)
    );
    expect(refused.status).toBe(400);
    expect(refused.message).toContain('没选用于');
    expect(refused.message).toContain('未报送的稿件');
    expect(await isPublished(ARTICLE, good)).toBe(false);
    expect(await stateOf(submission)).toBe('submitted');
    expect((await rowOf(app, unit, today().slice(0, 4))).exact).toBe('0');
  });

  it.each([
    ['picture', { cover: null }, 'cover'],
    ['video', { videoUrl: null }, 'video'],
    ['headline', { body: null }, 'body'],
    [
      'headline',
      { body: [{ type: 'paragraph', children: [{ type: 'text', text: ' ' }] }] },
      'body',
    ],
    ['headline', { cover: null }, 'cover'],
  ] as const)('asks of the placement %s what it promises: %j', async (placement, values, field) => {
    const documents = app.make.documents(ARTICLE);
    const { documentId } = await app.make.article({ placement });
    await documents.update({ documentId, data: values });
    const refused = errorOf(
      await editor.post(`${manager(ARTICLE)}/${documentId}/actions/publish`, {})
    );
    expect(refused.status).toBe(400);
    expect(refused.message).toContain(`(${field})`);
    const { details } = refused as { details?: { errors: Array<{ path: string[] }> } };
    expect(details?.errors[0]?.path).toEqual([field]);
  });
});
