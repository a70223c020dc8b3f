import sharp from 'sharp';
import type { ColumnNode } from '../../src/site/public-api/column-tree';
import type { Home, HomeEntry } from '../../src/site/public-api/home';
import type { Drawing } from '../../src/seeds/demo/pictures/drawing';
import { uploadDrawings } from '../../src/seeds/demo/pictures/upload';
import { bodyOf, startApp, type TestApp } from '../support';

const ARTICLE = 'api::article.article';
const COLUMN = 'api::column.column';
const EVENT = 'api::event.event';
const MILESTONE = 'api::milestone.milestone';

const HOUR = 60 * 60 * 1000;

describe('home', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({
      environment: { PUBLIC_URL: 'https://wenhua.example/', SITE_ICP: '苏ICP备1号' },
    });
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());

  const home = async (): Promise<Home> =>
    bodyOf(await app.api.public.get<{ data: Home }>('/api/home')).data;
  const headlines = async (): Promise<unknown[]> =>
    (await home()).headline.map((each) => each.title);

  it('is empty on an empty site', async () => {
    expect(await home()).toEqual({
      headline: [],
      pictures: [],
      videos: [],
      dynamics: [],
      events: [],
    });
  });

  it('says by its settings whose site it is, and not that it is a demo', async () => {
    const page = await (await fetch(`${app.url}/`)).text();
    expect(page).toContain('文化常州');
    expect(page).toContain('主办单位：市文化局');
    expect(page).toContain('苏ICP备1号');
    expect(page).not.toMatch(/演示/);
  });

  it('holds what runs in each placement, the latest first, with the supplying units', async () => {
    const unit = await app.make.unit({ name: '博物馆' });
    const submission = await app.make.submission({ units: [unit], title: '内部' });
    await app.make.article({ title: '头条一', placement: 'headline', submission, publish: true });
    await app.make.article({ title: '头条二', placement: 'headline', publish: true });
    await app.make.article({ title: '图', placement: 'picture', publish: true });
    await app.make.article({ title: '视', placement: 'video', publish: true });
    await app.make.article({ title: '动', placement: 'dynamics', publish: true });
    await app.make.article({ title: '草稿', placement: 'headline' });
    const found = await home();
    const titles = Object.fromEntries(
      Object.entries<HomeEntry[]>({ ...found }).map(([part, entries]) => [
        part,
        entries.map((each) => each.title),
      ])
    );
    expect(titles).toEqual({
      headline: ['头条二', '头条一'],
      pictures: ['图'],
      videos: ['视'],
      dynamics: ['动'],
      events: [],
    });
    expect(found.headline[1]).toMatchObject({
      collection: 'articles',
      submission: { units: [{ name: '博物馆' }] },
    });
    const text = JSON.stringify(found);
    for (const word of ['内部', 'createdBy', 'updatedBy', '"body"'])
      expect(text).not.toContain(word);
  });

  it('shows at once what is published, changed, taken off and deleted', async () => {
    const articles = app.make.documents(ARTICLE);
    const { documentId } = await app.make.article({ title: '即时', placement: 'headline' });
    expect(await headlines()).not.toContain('即时');
    await articles.publish({ documentId });
    expect(await headlines()).toContain('即时');
    await articles.update({ documentId, data: { title: '改后' }, status: 'published' });
    expect(await headlines()).toContain('改后');
    await articles.unpublish({ documentId });
    expect(await headlines()).not.toContain('改后');
    await articles.publish({ documentId });
    expect(await headlines()).toContain('改后');
    await app.strapi.documents(ARTICLE).delete({ documentId });
    expect(await headlines()).not.toContain('改后');
  });

  it('holds the events that are not over, the next one first', async () => {
    const now = Date.now();
    const at = (hours: number): string => new Date(now + hours * HOUR).toISOString();
    const event = (title: string, startsAt: string, endsAt: string | null) =>
      app.make.documents(EVENT).create({
        data: { title, kind: 'show', venue: '大剧院', startsAt, endsAt },
        status: 'published',
      });
    await event('下月的', at(700), at(702));
    await event('正在的', at(-48), at(1));
    await event('过去的', at(-48), at(-1));
    await event('明天的', at(24), null);
    await event('前天的', at(-48), null);
    const { events } = await home();
    expect(events.map(({ title }) => title)).toEqual(['正在的', '明天的', '下月的']);
    expect(events[0]).toMatchObject({ collection: 'events', venue: '大剧院', kind: 'show' });
  });

  it('counts a whole subtree of columns with its last update', async () => {
    const column = (code: string, values: object = {}) =>
      app.make.documents(COLUMN).create({
        data: { code, name: code, section: 'organisation', carries: 'milestones', ...values },
      });
    const top = await column('test-top', { order: 900 });
    const low = await column('test-low', { parent: top.documentId, order: 2 });
    const first = await column('test-first', { parent: top.documentId, order: 1 });
    const milestone = (title: string, into: string) =>
      app.make.documents(MILESTONE).create({
        data: { title, date: '2026', column: into },
        status: 'published',
      });
    await milestone('一', top.documentId);
    await milestone('二', low.documentId);
    const last = await milestone('三', low.documentId);
    await app.make.documents(MILESTONE).create({
      data: { title: '草稿', date: '2026', column: low.documentId },
    });
    const response = await app.api.public.get<{ data: ColumnNode[] }>('/api/columns/tree');
    const node = bodyOf(response).data.find(({ code }) => code === 'test-top');
    expect(node).toMatchObject({ name: 'test-top', count: 3, section: 'organisation', units: [] });
    expect(node?.children.map(({ code, count }) => [code, count])).toEqual([
      ['test-first', 0],
      ['test-low', 2],
    ]);
    expect(node?.children[0]?.lastUpdate).toBeNull();
    expect(node?.lastUpdate).toBe(last.publicationDate);
    expect(node?.children[1]?.lastUpdate).toBe(last.publicationDate);
    expect(first.documentId).toBe(node?.children[0]?.documentId);
  });

  it('counts what runs in a placement in the column that is served by it', async () => {
    const { data } = bodyOf(await app.api.public.get<{ data: ColumnNode[] }>('/api/columns/tree'));
    expect(data.find(({ code }) => code === 'pictures')?.count).toBe(1);
  });

  it('keeps nothing of a publication that is undone', async () => {
    const { documentId } = await app.make.article({ title: '未成', placement: 'headline' });
    const failing = app.strapi.db.transaction(async () => {
      await app.make.documents(ARTICLE).publish({ documentId });
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(await headlines()).not.toContain('未成');
  });

  it('follows the names of units', async () => {
    const unit = await app.make.unit({ name: '旧馆名' });
    const submission = await app.make.submission({ units: [unit] });
    await app.make.article({ title: '改名', placement: 'headline', submission, publish: true });
    expect(JSON.stringify(await home())).toContain('旧馆名');
    await app.make
      .documents('plugin::points.unit')
      .update({ documentId: unit.documentId, data: { name: '新馆名' } });
    expect(JSON.stringify(await home())).toContain('新馆名');
  });

  it('is sent once to who keeps it', async () => {
    const { headers } = await app.api.public.get('/api/home');
    expect(headers.get('cache-control')).toBe('public, no-cache');
    const etag = headers.get('etag') ?? '';
    // Left out, fetch would forbid an answer from a cache.
    const again = { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } };
    expect((await app.api.public.get('/api/home', again)).status).toBe(304);
    await app.make.article({ title: '变了', placement: 'dynamics', publish: true });
    expect((await app.api.public.get('/api/home', again)).status).toBe(200);
  });

  it('has pictures in several sizes, and follows their texts', async () => {
    const content = await sharp({
      create: { width: 1600, height: 900, channels: 3, background: '#345678' },
    })
      .png()
      .toBuffer();
    const drawing: Drawing = {
      name: 'wide.png',
      description: '宽图',
      mimetype: 'image/png',
      content,
    };
    const [cover = 0] = await uploadDrawings(app.strapi, [drawing]);
    const upload = app.strapi.plugin('upload').service<{
      updateFileInfo(id: number, info: { caption: string }): Promise<unknown>;
      remove(file: unknown): Promise<unknown>;
    }>('upload');
    let entry = '';
    try {
      ({ documentId: entry } = await app.make.documents(ARTICLE).create({
        data: { ...(await app.make.publishable()), title: '有图', placement: 'headline', cover },
        status: 'published',
      }));
      const pictureOf = async () => (await home()).headline[0]?.cover as Record<string, unknown>;
      const { formats, alternativeText, caption } = await pictureOf();
      expect(Object.keys(formats as object).sort()).toEqual([
        'large',
        'medium',
        'small',
        'thumbnail',
      ]);
      expect([alternativeText, caption]).toEqual(['宽图', null]);
      // What is published is not reworded, but what it lacks may be added.
      await upload.updateFileInfo(cover, { caption: '补上的图注' });
      expect((await pictureOf()).caption).toBe('补上的图注');
    } finally {
      // A published entry does not let go of its files.
      await app.strapi.documents(ARTICLE).delete({ documentId: entry });
      const file: unknown = await app.strapi.db
        .query('plugin::upload.file')
        .findOne({ where: { id: cover } });
      await upload.remove(file);
    }
  });

  it('has a site map of absolute addresses', async () => {
    const { documentId } = await app.make.article({ title: '文章甲', publish: true });
    const { status, headers, body } = await app.api.public.get<string>('/sitemap.xml');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/xml');
    expect(body).toContain('<loc>https://wenhua.example/</loc>');
    expect(body).toContain(
      '<loc>https://wenhua.example/news/work-dynamics/wen-zhang-jia.html</loc>'
    );
    expect(body).not.toContain(documentId);
    expect(body).toContain('/test-top/</loc>');
  });

  it('has a feed of the news', async () => {
    await app.make.article({ title: 'A & <B>]]> "引"', placement: 'headline', publish: true });
    const { status, headers, body } = await app.api.public.get<string>('/rss.xml');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/rss+xml');
    expect(body).toContain('<title>A &amp; &lt;B&gt;]]&gt; &quot;引&quot;</title>');
    expect(body).toMatch(/<link>https:\/\/wenhua\.example\/news\/headlines\/[\w-]+\.html<\/link>/);
    expect(body).not.toContain('草稿');
  });
});
