import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { startApp, startInstance, type TestApp } from '../support';

const ARTICLE = 'api::article.article';
const COLUMN = 'api::column.column';
const UNIT = 'plugin::points.unit';
const FILE = 'plugin::upload.file';

interface Answer {
  status: number;
  etag: string;
  encoding: string | undefined;
  body: Buffer;
}

describe('answers that are kept', () => {
  let app: TestApp;
  let articles: ReturnType<TestApp['make']['documents']>;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    articles = app.make.documents(ARTICLE);
  });
  afterAll(() => app.stop());

  /** As the bytes come: `fetch` unpacks them. */
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path, app.url), { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            etag: response.headers.etag ?? '',
            encoding: response.headers['content-encoding'],
            body: Buffer.concat(chunks),
          });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  const textOf = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
    (await get(path, headers)).body.toString();
  const LIST = '/api/articles?sort=publicationDate:desc&populate[submission][populate]=units';

  it('are the same each time, and need not be sent again', async () => {
    await app.make.article({ title: '第一条', placement: 'dynamics', publish: true });
    for (const path of ['/', '/news/work-dynamics/', LIST, '/site/site.css', '/robots.txt']) {
      const first = await get(path);
      const second = await get(path);
      expect([path, first.status, first.etag.length > 10]).toEqual([path, 200, true]);
      expect([second.etag, second.body.equals(first.body)]).toEqual([first.etag, true]);
      const { status, body } = await get(path, { 'if-none-match': first.etag });
      expect([path, status, body.length]).toEqual([path, 304, 0]);
      expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it('are whole also where the first who asks has it already', async () => {
    const path = '/?whole';
    const { etag } = await get('/');
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(path)).body.length).toBeGreaterThan(1_000);
  });

  it('come compressed to who takes that, under an address of its own for each encoding', async () => {
    const plain = await get('/');
    const gzip = await get('/', { 'accept-encoding': 'gzip' });
    const brotli = await get('/', { 'accept-encoding': 'gzip, br' });
    expect([plain.encoding, gzip.encoding, brotli.encoding]).toEqual([undefined, 'gzip', 'br']);
    expect(new Set([plain.etag, gzip.etag, brotli.etag]).size).toBe(3);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    const again = { 'accept-encoding': 'gzip', 'if-none-match': gzip.etag };
    expect((await get('/', again)).status).toBe(304);
  });

  it('follow every write that visitors see at once, and none that they do not', async () => {
    const unit = await app.make.unit({ name: '旧名单位' });
    const submission = await app.make.submission({ units: [unit] });
    const { documentId } = await app.make.article({
      title: '会变的消息',
      placement: 'dynamics',
      submission,
      publish: true,
    });
    const seen = async (): Promise<boolean[]> => {
      const [home, list, api] = [
        await textOf('/'),
        await textOf('/news/work-dynamics/'),
        await textOf(LIST),
      ];
      return [home, list, api].map((text) => text.includes('会变的消息'));
    };
    expect(await seen()).toEqual([true, true, true]);

    await articles.update({ documentId, data: { title: '草稿里的新题' } });
    expect(await seen()).toEqual([true, true, true]);
    expect(await textOf(LIST)).not.toContain('草稿里的新题');
    await articles.publish({ documentId });
    expect(await seen()).toEqual([false, false, false]);
    expect(await textOf('/')).toContain('草稿里的新题');

    expect(await textOf(LIST)).toContain('旧名单位');
    await app.make
      .documents(UNIT)
      .update({ documentId: unit.documentId, data: { name: '新名单位' } });
    expect(await textOf(LIST)).toContain('新名单位');
    const other = await app.make.unit({ name: '另一单位' });
    await app.make.documents('plugin::points.submission').update({
      documentId: submission.documentId,
      data: { units: [other.documentId] },
    });
    expect(await textOf(LIST)).toContain('另一单位');

    const [column] = await app.make
      .documents(COLUMN)
      .findMany({ filters: { code: 'work-dynamics' } });
    expect(await textOf('/')).not.toContain('动态新名');
    await app.make.documents(COLUMN).update({
      documentId: column?.documentId ?? '',
      data: { name: '动态新名' },
    });
    expect(await textOf('/map/')).toContain('动态新名');

    await articles.unpublish({ documentId });
    expect(await textOf('/')).not.toContain('草稿里的新题');
    expect(await textOf(LIST)).not.toContain('草稿里的新题');
  });

  it('follow the merging of what two units sent in', async () => {
    const [first, second] = await app.make.units(2);
    const submission = await app.make.submission({ units: [first] });
    const other = await app.make.submission({ units: [second] });
    await app.make.article({ title: '合并前', placement: 'dynamics', submission, publish: true });
    const { name } = second as unknown as { name: string };
    expect(await textOf(LIST)).not.toContain(name);
    const office = await app.api.as('super-admin');
    const act = (action: string): Promise<{ status: number }> =>
      office.post(`/points/submissions/${submission.documentId}/actions/${action}`, {
        sources: [other.documentId],
      });
    expect((await act('merge')).status).toBe(200);
    expect(await textOf(LIST)).toContain(name);
    expect((await act('unmerge')).status).toBe(200);
    expect(await textOf(LIST)).not.toContain(name);
  });

  it('follow a file’s words', async () => {
    const { documentId } = await app.make.article({
      title: '有图',
      placement: 'headline',
      publish: true,
    });
    const found = (await app.strapi.db.query(ARTICLE).findOne({
      where: { documentId, publishedAt: { $notNull: true } },
      populate: { cover: true, pictures: true },
    })) as { cover?: { id: number } | null; pictures?: Array<{ id: number }> };
    const picture = found.cover ?? found.pictures?.[0];
    if (!picture) throw new Error('The headline has no picture.');
    const path = '/api/articles?populate=*&filters[placement]=headline';
    expect(await textOf(path)).not.toContain('新的说明');
    await app.strapi.db
      .query(FILE)
      .update({ where: { id: picture.id }, data: { alternativeText: '新的说明' } });
    expect(await textOf(path)).toContain('新的说明');
  });

  it('are nobody’s own: who shows an authorization neither gets nor leaves one', async () => {
    const path = '/api/articles?fields=title&sort=title';
    const plain = await get(path);
    expect(plain.status).toBe(200);
    const refused = await get(path, { authorization: 'Bearer none' });
    expect(refused.status).toBe(401);
    expect((await get(path)).etag).toBe(plain.etag);
    const unseen = '/api/articles?fields=title&sort=slug';
    expect((await get(unseen, { authorization: 'Bearer none' })).status).toBe(401);
    expect((await get(unseen)).status).toBe(200);
    expect((await get('/api/articles?status=draft')).status).toBe(403);
    expect((await get('/api/articles?status=draft')).status).toBe(403);
    for (const own of ['/admin/init', '/points/report?period=2026']) {
      expect((await get(own)).encoding).toBeUndefined();
    }
  });

  it('are not what was begun before a write', async () => {
    const asking = Array.from({ length: 20 }, (_, each) => textOf(`/news/?n=${each % 2}`));
    await app.make.article({ title: '刚刚发布', placement: 'dynamics', publish: true });
    await Promise.all(asking);
    for (const path of ['/news/?n=0', '/news/?n=1'])
      expect(await textOf(path)).toContain('刚刚发布');
  });

  it('are forgotten when another instance writes', async () => {
    if (app.database.kind !== 'postgres') return;
    const { documentId } = await app.make.article({
      title: '另一实例发布的',
      placement: 'dynamics',
    });
    const other = await startInstance(app.database);
    try {
      expect(await textOf('/')).not.toContain('另一实例发布的');
      expect(await other.publish([documentId])).toEqual([]);
      const until = Date.now() + 2_000;
      let text = await textOf('/');
      while (!text.includes('另一实例发布的') && Date.now() < until) text = await textOf('/');
      expect(text).toContain('另一实例发布的');
    } finally {
      await other.stop();
    }
  });

  it('outlive a cut line to the database, and hear of changes again', async () => {
    if (app.database.kind !== 'postgres') return;
    const connection = app.strapi.db.connection;
    await connection.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query like 'listen site_changed%' and datname = current_database()`
    );
    expect((await get('/')).status).toBe(200);
    await app.make.article({ title: '断线之后', placement: 'dynamics', publish: true });
    expect(await textOf('/')).toContain('断线之后');
    let heard = 0;
    for (let each = 0; each < 50 && heard === 0; each += 1) {
      const { rows } = await connection.raw<{ rows: Array<{ count: number }> }>(
        `select count(*)::int as count from pg_stat_activity
         where query like 'listen site_changed%' and datname = current_database()`
      );
      heard = rows[0]?.count ?? 0;
      if (heard === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(heard).toBe(1);
  });
});
