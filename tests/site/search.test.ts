import { prepareIndex, rebuildIndex, type SearchPage } from '../../src/site/search';
import { bodyOf, errorOf, startApp, type Document, type TestApp } from '../support';

const ARTICLE = 'api::article.article';

const blocks = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('search', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());

  const query = (q: string, more = '') =>
    app.api.public.get<SearchPage>(`/api/search?q=${encodeURIComponent(q)}${more}`);
  const find = async (q: string, more = ''): Promise<SearchPage> => bodyOf(await query(q, more));
  const titles = async (q: string): Promise<string[]> =>
    (await find(q)).data.map(({ title }) => title);

  const publish = async (title: string, text = '', values: object = {}): Promise<Document> =>
    app.make.documents(ARTICLE).create({
      data: { title, body: blocks(text), ...values },
      status: 'published',
    });

  it('finds Chinese words without spaces, in titles, summaries and bodies', async () => {
    await publish('市文化馆春季展览开幕');
    await publish('甲', '昨日，锡剧进校园活动在实验小学举行。');
    await publish('乙', '', { summary: '非遗乱针绣作品赴京展出' });
    expect(await titles('文化馆')).toEqual(['市文化馆春季展览开幕']);
    expect(await titles('春季展览')).toEqual(['市文化馆春季展览开幕']);
    expect(await titles('锡剧进校园')).toEqual(['甲']);
    expect(await titles('乱针绣')).toEqual(['乙']);
    expect(await titles('绣')).toEqual(['乙']);
    expect(await titles('文化馆 展览')).toEqual(['市文化馆春季展览开幕']);
    expect(await titles('文化馆 锡剧')).toEqual([]);
  });

  it('finds words of other scripts in any case and width', async () => {
    await publish('丙', 'The Ｍuseum of 2026年 ART');
    for (const q of ['museum', 'ＭＵＳＥＵＭ', '2026', 'art'])
      expect(await titles(q)).toEqual(['丙']);
    expect(await titles('muse')).toEqual([]);
  });

  it('finds a run letter for letter, not its pieces', async () => {
    await publish('丁', '中国日报报道，全国人大代表调研。');
    expect(await titles('中国人')).toEqual([]);
    expect(await titles('全国人大')).toEqual(['丁']);
  });

  it('puts finds in titles first, then the latest', async () => {
    await publish('昆曲晚会');
    await publish('戊', '其中有昆曲');
    await publish('己', '还有昆曲');
    await publish('又一场昆曲');
    expect(await titles('昆曲')).toEqual(['又一场昆曲', '昆曲晚会', '己', '戊']);
  });

  it('says what the result is and marks what was found, as text', async () => {
    const { documentId } = await publish('<b>评弹</b>专场', '她说 <i>1 > 0</i> 评弹好听');
    const { data, meta } = await find('评弹');
    expect(data).toEqual([
      {
        collection: 'articles',
        documentId,
        slug: expect.any(String) as string,
        title: '<b>评弹</b>专场',
        summary: null,
        publicationDate: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        column: null,
        highlight: {
          title: '&lt;b&gt;<mark>评弹</mark>&lt;/b&gt;专场',
          text: '她说 &lt;i&gt;1 &gt; 0&lt;/i&gt; <mark>评弹</mark>好听',
        },
      },
    ]);
    expect(meta).toEqual({
      pagination: { page: 1, pageSize: 20, pageCount: 1, total: 1 },
      hasMore: false,
    });
  });

  it('passes over letters that are not seen, in an entry and in a question', async () => {
    await publish('秋\u200b拍\u2060预展');
    expect(await titles('秋拍预展')).toEqual(['秋\u200b拍\u2060预展']);
    expect(await titles('秋拍\ufeff预')).toEqual(['秋\u200b拍\u2060预展']);
  });

  it('pages', async () => {
    for (let n = 1; n <= 5; n += 1) await publish(`庙会${n}`);
    const pages = await Promise.all([1, 2, 3, 4].map((n) => find('庙会', `&pageSize=2&page=${n}`)));
    expect(pages.map(({ data }) => data.map(({ title }) => title))).toEqual([
      ['庙会5', '庙会4'],
      ['庙会3', '庙会2'],
      ['庙会1'],
      [],
    ]);
    expect(pages[2]?.meta.pagination).toEqual({ page: 3, pageSize: 2, pageCount: 3, total: 5 });
  });

  it('follows what is published: changed, taken off, deleted, put back', async () => {
    const articles = app.make.documents(ARTICLE);
    const { documentId } = await articles.create({ data: { title: '灯会预告' } });
    expect(await titles('灯会')).toEqual([]);
    await articles.publish({ documentId });
    expect(await titles('灯会')).toEqual(['灯会预告']);
    await articles.update({ documentId, data: { title: '花展预告' } });
    expect(await titles('灯会')).toEqual(['灯会预告']);
    await articles.publish({ documentId });
    expect([await titles('灯会'), await titles('花展')]).toEqual([[], ['花展预告']]);
    await articles.unpublish({ documentId });
    expect(await titles('花展')).toEqual([]);
    await articles.publish({ documentId });
    expect(await titles('花展')).toEqual(['花展预告']);
    await app.strapi.documents(ARTICLE).delete({ documentId });
    expect(await titles('花展')).toEqual([]);
  });

  it('is published and found, or neither', async () => {
    const articles = app.make.documents(ARTICLE);
    const { documentId } = await articles.create({ data: { title: '撤回的焰火' } });
    const failing = app.strapi.db.transaction(async () => {
      await articles.publish({ documentId });
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(await titles('焰火')).toEqual([]);
  });

  it('finds only what visitors see: no draft, nothing of the submission', async () => {
    await app.make.article({ title: '未发布的糖画' });
    const [unit] = await app.make.units(1);
    const submission = await app.make.submission({ units: [unit], title: '内部糖画报送' });
    await app.make.article({ title: '庚', submission, publish: true });
    expect(await titles('糖画')).toEqual([]);
  });

  it('mends at boot what was written past the document service', async () => {
    const { documentId } = await publish('面塑展');
    await app.strapi.db.query(ARTICLE).deleteMany({ where: { documentId } });
    await prepareIndex(app.strapi);
    const rows: unknown[] = await app.strapi.db.connection('site_search').where({
      document_id: documentId,
    });
    expect(rows).toEqual([]);

    await app.strapi.db.query(ARTICLE).create({
      data: { documentId: 'a'.repeat(24), title: '剪纸展', publishedAt: new Date() },
    });
    await prepareIndex(app.strapi);
    expect(await titles('剪纸')).toEqual(['剪纸展']);
  });

  it('finds the same after the index was made anew', async () => {
    const before = await find('昆曲');
    const { added } = await rebuildIndex(app.strapi);
    expect(added).toBeGreaterThan(10);
    expect(await find('昆曲')).toEqual(before);
  });

  it('loses nothing that is published or taken off while the index is made anew', async () => {
    const { documentId } = await publish('拆除的牌坊');
    await Promise.all([
      rebuildIndex(app.strapi),
      publish('修缮的牌坊'),
      app.make.documents(ARTICLE).unpublish({ documentId }),
    ]);
    expect(await titles('牌坊')).toEqual(['修缮的牌坊']);
  });

  it.each(['%', '_', "'", '"', '\\', '*', ':', '(', 'a:*', "' or 1=1", 'NEAR(a b)', '&|!', '🎭'])(
    'takes %s as text',
    async (q) => {
      expect((await query(q)).status).toBe(200);
    }
  );

  it.each([
    ['q=', 'q'],
    ['', 'q'],
    [`q=${'长'.repeat(101)}`, 'q'],
    ['q[]=a', 'q'],
    ['q=a&page=0', 'page'],
    ['q=a&page=x', 'page'],
    ['q=a&pageSize=51', 'pageSize'],
  ])('refuses ?%s with a sentence that names %s', async (search, field) => {
    const response = await app.api.public.get(`/api/search?${search}`, { language: 'zh-Hans' });
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain(field);
    expect(errorOf(response).message).toMatch(/\p{Script=Han}/u);
  });
});
