import { openPublicApi, publicActions } from '../../src/site/public-api';
import { errorOf, startApp, type Document, type TestApp } from '../support';

interface PublicUnit {
  name: string;
}

interface PublicArticle {
  documentId: string;
  title: string;
  submission?: { units?: PublicUnit[] } & Record<string, unknown>;
}

interface ListBody {
  data: PublicArticle[];
}

/** Everything about a submission that only the bureau may know, each with a mark of its own. */
const SECRET = {
  title: '内部标题甲乙丙',
  text: '来稿原文丁戊己',
  remark: '办公室备注庚辛壬',
  officer: '信息员子丑寅',
  organ: '采用单位卯辰巳',
};

describe('public API', () => {
  let app: TestApp;
  let units: Document[];
  let headline: Document;
  let draft: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    units = [await app.make.unit({ name: '博物馆' }), await app.make.unit({ name: '图书馆' })];
    const [first] = units;
    if (!first) throw new Error('no unit');
    const officer = await app.make.officer(first, { name: SECRET.officer });
    const submission = await app.make.documents('plugin::points.submission').create({
      data: {
        title: SECRET.title,
        text: SECRET.text,
        remark: SECRET.remark,
        category: 'work-result',
        receivedAt: '2026-01-05T01:00:00.000Z',
        units: [...units].reverse().map(({ documentId }) => documentId),
        officers: [officer.documentId],
      },
    });
    await app.make.adoption({
      submission,
      channel: 'instruction',
      adoptedOn: '2026-02-01',
      organ: SECRET.organ,
    });
    headline = await app.make.article({
      title: '头条',
      placement: 'headline',
      submission,
      publish: true,
    });
    await app.make.article({ title: '动态', placement: 'dynamics', submission, publish: true });
    draft = await app.make.article({ title: '草稿', placement: 'headline', submission });
  });
  afterAll(() => app.stop());

  const list = (query: string) => app.api.public.get<ListBody>(`/api/articles?${query}`);

  it('filters by placement and leaves drafts out', async () => {
    const { status, body } = await list('filters[placement]=headline');
    expect(status).toBe(200);
    expect(body.data.map(({ title }) => title)).toEqual(['头条']);
  });

  it('is sent again only when it has changed', async () => {
    const path = '/api/articles?filters[placement]=dynamics';
    const first = await app.api.public.get(path);
    const headers = {
      'if-none-match': first.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    };
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect((await app.api.public.get(path, { headers })).status).toBe(304);
    const other = '/api/articles?filters[placement]=headline';
    expect((await app.api.public.get(other, { headers })).status).toBe(200);
  });

  it('reads one entry', async () => {
    const { body } = await app.api.public.get<{ data: PublicArticle }>(
      `/api/articles/${headline.documentId}?populate[submission][populate]=units`
    );
    expect(body.data.title).toBe('头条');
    expect(body.data.submission?.units?.map(({ name }) => name)).toEqual(['图书馆', '博物馆']);
  });

  it.each([
    'populate[submission][populate]=units',
    'populate=*',
    'populate[submission][populate]=*',
    'populate[submission][populate][units][populate]=*',
  ])('gives nothing private for %s', async (populate) => {
    const { status, body } = await list(populate);
    expect(status).toBe(200);
    expect(body.data).toHaveLength(2);
    const text = JSON.stringify(body);
    for (const secret of Object.values(SECRET)) expect(text).not.toContain(secret);
    for (const { submission } of body.data) {
      const allowed = ['id', 'documentId', 'units'];
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(submission ?? {})));
    }
  });

  it('names the supplying units where they are asked for', async () => {
    const { body } = await list('populate[submission][populate]=units');
    for (const { submission } of body.data) {
      expect(submission?.units?.map(({ name }) => name).sort()).toEqual(['博物馆', '图书馆']);
    }
  });

  it.each([
    'populate[submission][populate][officers]=true',
    'populate[submission][populate][adoptions]=true',
    'populate[submission][fields]=title',
    'filters[submission][title][$startsWith]=内',
    'filters[submission][remark][$contains]=备注',
    'filters[submission][officers][name]=x',
    'filters[submission][adoptions][channel]=instruction',
    'filters[submission][units][officers][name]=x',
    'sort=submission.title',
    'populate=createdBy',
  ])('refuses %s', async (query) => {
    const response = await list(query);
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain('Invalid key');
  });

  it('refuses drafts to a visitor, in the list and one by one', async () => {
    expect((await list('status=draft')).status).toBe(403);
    const one = `/api/articles/${draft.documentId}`;
    expect((await app.api.public.get(`${one}?status=draft`)).status).toBe(403);
    expect((await app.api.public.get(one)).status).toBe(404);
  });

  it('hands drafts to an API token, which a preview has', async () => {
    const tokens = app.strapi.service('admin::api-token') as unknown as {
      create(token: Record<string, unknown>): Promise<{ accessKey: string }>;
    };
    const { accessKey } = await tokens.create({
      name: 'preview',
      description: '',
      type: 'read-only',
      lifespan: null,
    });
    const { status, body } = await app.api.public.get<ListBody>('/api/articles?status=draft', {
      headers: { authorization: `Bearer ${accessKey}` },
    });
    expect(status).toBe(200);
    expect(body.data.map(({ title }) => title)).toContain('草稿');
  });

  it.each([
    '/api/submissions',
    '/api/points/submissions',
    '/api/points/units',
    '/api/points/officers',
    '/api/points/postings',
    '/api/points/report?period=2026',
  ])('has no %s', async (path) => {
    expect((await app.api.public.get(path)).status).toBe(404);
  });

  it('keeps visitors from writing', async () => {
    const response = await app.api.public.post('/api/articles', { data: { title: 'x' } });
    expect([404, 405]).toContain(response.status);
  });

  it('grants the same at the next boot, once', async () => {
    await openPublicApi(app.strapi);
    const held = await app.strapi.db.query('plugin::users-permissions.permission').findMany({
      where: { role: { type: 'public' }, action: { $in: publicActions(app.strapi) } },
    });
    expect(held).toHaveLength(publicActions(app.strapi).length);
  });
});
