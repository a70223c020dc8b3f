import { bodyOf, errorOf, refusalOf, startApp, type Document, type TestApp } from '../support';

const ARTICLE = 'api::article.article';
const TABLE = 'publication_date_corrections';

interface Trail {
  data: Array<Record<string, unknown>>;
}

describe('the correction of a publication date', () => {
  let app: TestApp;
  let article: Document;
  let unit: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    unit = await app.make.unit();
    article = await app.make.article({
      submission: await app.make.submission({ units: [unit] }),
      title: '更正日期的资讯',
      placement: 'headline',
      publish: true,
    });
  });
  afterAll(() => app.stop());

  const path = (documentId = article.documentId, uid = ARTICLE) =>
    `/site/publication-dates/${uid}/${documentId}`;
  const right = {
    publicationDate: '2025-12-31T23:59:59+08:00',
    reason: '发布时误按系统维护后的时间',
  };
  const dates = async () => {
    const articles = app.make.documents(ARTICLE);
    const { documentId } = article;
    const read = async (status: string) =>
      (await articles.findOne({ documentId, status }))?.publicationDate;
    return [await read('draft'), await read('published')];
  };
  const lines = () => app.strapi.db.connection(TABLE).select<unknown[]>();

  it.each(['editor', 'officer', 'leader'] as const)('is not the %s’s', async (role) => {
    const client = await app.api.as(role);
    const error = errorOf(await client.post(path(), right, { language: 'zh-Hans' }));
    expect(error.status).toBe(403);
    expect(error.message).toContain('更正发布日期');
    expect((await app.api.public.post(path(), right)).status).toBe(401);
    expect(await lines()).toEqual([]);
  });

  it.each([
    [{ reason: '理由' }, 'publicationDate'],
    [{ ...right, publicationDate: '昨天' }, 'publicationDate'],
    [{ ...right, publicationDate: '2025-13-01T00:00:00Z' }, 'publicationDate'],
    [{ ...right, publicationDate: '2999-01-01T00:00:00Z' }, 'publicationDate'],
    [{ ...right, publicationDate: 5 }, 'publicationDate'],
    [{ ...right, reason: '  ' }, 'reason'],
    [{ ...right, reason: '字'.repeat(501) }, 'reason'],
    [[], 'publicationDate'],
  ])('refuses %j', async (body, field) => {
    const office = await app.api.as('office');
    const before = await dates();
    const error = errorOf(await office.post(path(), body));
    expect(error.status).toBe(400);
    expect(error.message).toContain(field);
    expect(await dates()).toEqual(before);
  });

  it('is of an entry that was published', async () => {
    const office = await app.api.as('office');
    const draft = await app.make.article({ title: '未发布' });
    expect(errorOf(await office.post(path(draft.documentId), right)).status).toBe(400);
    expect(errorOf(await office.post(path('nothing'), right)).status).toBe(404);
    expect(errorOf(await office.post(path('x', 'api::column.column'), right)).status).toBe(404);
    expect(errorOf(await office.post(path('x', 'api::no.no'), right)).status).toBe(404);
  });

  it('changes draft and published version, and leaves its trail', async () => {
    const office = await app.api.as('office');
    const [before] = await dates();
    const { data } = bodyOf(await office.post<Trail>(path(), right));
    expect(await dates()).toEqual(['2025-12-31T15:59:59.000Z', '2025-12-31T15:59:59.000Z']);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      previousDate: before,
      correctedDate: '2025-12-31T15:59:59.000Z',
      reason: right.reason,
      personName: 'Suite',
    });
    await app.make.documents(ARTICLE).publish({ documentId: article.documentId });
    expect(await dates()).toEqual(['2025-12-31T15:59:59.000Z', '2025-12-31T15:59:59.000Z']);
    expect(errorOf(await office.post(path(), right)).status).toBe(400);
  });

  it('is seen by whoever reads the entry, by no other unit and no visitor', async () => {
    const leader = await app.make.person('leader', unit);
    expect(bodyOf(await leader.client.get<Trail>(path())).data).toHaveLength(1);
    const other = await app.make.person('leader', await app.make.unit());
    expect((await other.client.get(path())).status).toBe(404);
    expect((await app.api.public.get(path())).status).toBe(401);
    const stranger = await app.api.withPermissions([]);
    expect((await stranger.get(path())).status).toBe(403);
    expect((await app.api.public.get('/api/publication-date-corrections')).status).toBe(404);
  });

  it('is never taken back: the database refuses it', async () => {
    const table = () => app.strapi.db.connection(TABLE);
    expect(await refusalOf(table().update({ reason: '别的' }))).toMatch(/never changed/);
    expect(await refusalOf(table().delete())).toMatch(/never changed/);
    expect(await lines()).toHaveLength(1);
  });
});
