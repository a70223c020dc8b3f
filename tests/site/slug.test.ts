import { bodyOf, startApp, type Document, type Documents, type TestApp } from '../support';
import { LEAST, valuesOf } from '../support/site-refusals';

const ARTICLE = 'api::article.article';

describe('slug', () => {
  let app: TestApp;
  let articles: Documents;

  beforeAll(async () => {
    app = await startApp();
    articles = app.make.documents(ARTICLE);
  });
  afterAll(() => app.stop());

  const create = (title: string, more: Record<string, unknown> = {}): Promise<Document> =>
    articles.create({ data: { title, ...more } });

  it.each([
    [
      '关于举办2026年“文化常州”惠民演出季的通知',
      'guan-yu-ju-ban-2026-nian-wen-hua-chang-zhou-hui-min-yan-chu-ji-de-tong-zhi',
    ],
    ['重庆银行行长', 'chong-qing-yin-hang-hang-zhang'],
    ['女儿红 Café No.1', 'nv-er-hong-cafe-no-1'],
    ['Ａ座５楼', 'a-zuo-5-lou'],
  ])('writes %s in pinyin', async (title, slug) => {
    expect((await create(title)).slug).toBe(slug);
  });

  it('never cuts a syllable and never exceeds 80 characters', async () => {
    const { slug } = await create('装'.repeat(60));
    expect(slug).toBe(
      Array.from({ length: 13 }, () => 'zhuang')
        .join('-')
        .slice(0, 76)
    );
    const { slug: long } = await create('x'.repeat(150));
    expect(long).toBe('x'.repeat(80));
  });

  it('falls back to the name of the type where nothing can be written', async () => {
    expect((await create('🎉🎉')).slug).toBe('article');
  });

  it('numbers what is taken, by drafts and by published entries alike', async () => {
    const first = await create('同题');
    await articles.publish({ documentId: first.documentId });
    await articles.update({ documentId: first.documentId, data: { slug: 'changed' } });
    const second = await create('同题');
    const third = await create('同题');
    expect([first.slug, second.slug, third.slug]).toEqual(['tong-ti', 'tong-ti-1', 'tong-ti-2']);
  });

  it('keeps the address when the title is corrected, and when it is published', async () => {
    const { documentId, slug } = await create('旧题');
    const updated = await articles.update({ documentId, data: { title: '新题' } });
    const { entries } = await articles.publish({ documentId });
    expect([slug, updated?.slug, entries[0]?.slug]).toEqual(['jiu-ti', 'jiu-ti', 'jiu-ti']);
  });

  it('makes a new one when it is emptied, and fills it when the title comes later', async () => {
    const emptied = await create('先题');
    const again = await articles.update({
      documentId: emptied.documentId,
      data: { title: '后题', slug: '' },
    });
    expect(again?.slug).toBe('hou-ti');

    const untitled = await articles.create({ data: {} });
    expect(untitled.slug).toBeNull();
    const titled = await articles.update({
      documentId: untitled.documentId,
      data: { title: '补题' },
    });
    expect(titled?.slug).toBe('bu-ti');
  });

  it('takes a given one and refuses one that another entry has', async () => {
    const given = await create('自定', { slug: 'my-own' });
    expect(given.slug).toBe('my-own');
    await articles.publish({ documentId: given.documentId });
    await expect(
      articles.create({ data: { title: '又一个', slug: 'my-own' }, status: 'published' })
    ).rejects.toThrow('my-own');
  });

  it('gives a clone an address of its own', async () => {
    const { documentId } = await create('原件');
    const clone = await app.strapi.documents(ARTICLE).clone({ documentId, data: {} });
    expect(clone?.entries[0]).toMatchObject({ title: '原件', slug: 'yuan-jian-1' });
  });

  it('numbers one as long as the column is within the column', async () => {
    const drafts = [await create('地址很长'), await create('地址也很长')];
    // Two units may have given one slug to their drafts, for neither sees the other's.
    await app.strapi.db.query(ARTICLE).updateMany({
      where: { documentId: { $in: drafts.map(({ documentId }) => documentId) } },
      data: { slug: 'a'.repeat(255) },
    });
    const slugs: unknown[] = [];
    for (const { documentId } of drafts) {
      const { entries } = await articles.publish({ documentId });
      slugs.push(entries[0]?.slug);
    }
    expect(slugs).toEqual(['a'.repeat(255), `${'a'.repeat(249)}-1`]);
  });

  it('proposes pinyin in the form of the Content Manager', async () => {
    const admin = await app.api.as('super-admin');
    const propose = (data: Record<string, string>) =>
      admin.post<{ data: string }>('/content-manager/uid/generate', {
        contentTypeUID: ARTICLE,
        field: 'slug',
        data: { slug: '', ...data },
      });
    await create('提议');
    expect((await propose({ title: '提议' })).body.data).toBe('ti-yi-1');
    expect((await propose({ title: '' })).body.data).toMatch(/^article/);
  });

  it('is made for entries that come through the Content Manager', async () => {
    const admin = await app.api.as('super-admin');
    const { body } = await admin.post<{ data: Document }>(
      `/content-manager/collection-types/${ARTICLE}`,
      { title: '后台新建', slug: null }
    );
    expect(body.data.slug).toBe('hou-tai-xin-jian');
  });

  it.each(Object.keys(LEAST))(
    'is an own one of every %s, and stays, whoever writes',
    async (name) => {
      const uid = `api::${name}.${name}`;
      const documents = app.make.documents(uid);
      const titleField = 'name' in (LEAST[name] ?? {}) ? 'name' : 'title';
      let count = 0;
      const valuesNow = (): Promise<Record<string, unknown>> => {
        count += 1;
        const code = name === 'power-item' ? { code: `SLUG-${count}` } : {};
        return valuesOf(app, name, { ...code, [titleField]: '运河之声' });
      };
      const byForm = async (): Promise<Document> => {
        const { column, ...values } = await valuesNow();
        const chosen = column ? { column: { connect: [{ documentId: column }] } } : {};
        const admin = await app.api.as('super-admin');
        const path = `/content-manager/collection-types/${uid}`;
        return bodyOf(await admin.post<{ data: Document }>(path, { ...values, ...chosen })).data;
      };
      const byCode = async (status?: 'published'): Promise<Document> =>
        documents.create({ data: await valuesNow(), ...(status ? { status } : {}) });

      const made = [await byForm(), await byCode(), await byCode('published'), await byForm()];
      expect(made.map(({ slug }) => slug)).toEqual([
        'yun-he-zhi-sheng',
        ...[1, 2, 3].map((suffix) => `yun-he-zhi-sheng-${suffix}`),
      ]);
      const { documentId = '' } = made[2] ?? {};
      const data = { [titleField]: '运河新声' };
      await documents.update({ documentId, data, status: 'published' });
      const kept = await documents.findOne({ documentId, status: 'published' });
      expect(kept).toMatchObject({ ...data, slug: 'yun-he-zhi-sheng-2' });
    }
  );

  describe('once published', () => {
    const publish = async (title: string, more: Record<string, unknown> = {}) => {
      const { documentId } = await create(title, more);
      const { entries } = await articles.publish({ documentId });
      return { documentId, slug: entries[0]?.slug as string };
    };
    const present = async (slug: string): Promise<unknown[]> => {
      const query = `filters[slug]=${slug}&fields[0]=slug`;
      const response = await fetch(`${app.url}/api/articles?${query}`, { redirect: 'manual' });
      const { data, meta } = (await response.json()) as {
        data: Document[];
        meta: { movedTo?: { slug: string } };
      };
      const location = new URLSearchParams(response.headers.get('location')?.split('?')[1]);
      expect(location.get('filters[slug]') ?? undefined).toBe(meta.movedTo?.slug);
      return [response.status, meta.movedTo?.slug ?? data[0]?.slug];
    };
    const page = async (address: string): Promise<unknown[]> => {
      const { status, headers } = await fetch(`${app.url}${address}`, {
        redirect: 'manual',
        headers: { accept: 'text/html' },
      });
      return [status, headers.get('location')];
    };
    const entry = (slug: string) => `/articles/${slug}.html`;

    it('leads on for ever, and is given to nobody else', async () => {
      const first = await publish('长久网址');
      await articles.update({ documentId: first.documentId, data: { slug: 'lasting' } });
      expect(await present(first.slug)).toEqual([200, first.slug]);
      await articles.publish({ documentId: first.documentId });
      expect(await present(first.slug)).toEqual([301, 'lasting']);
      expect(await page(entry(first.slug))).toEqual([301, entry('lasting')]);
      expect(await page(entry('lasting'))).toEqual([200, null]);

      expect((await publish('长久网址')).slug).toBe(`${first.slug}-1`);
      await expect(create('别的', { slug: first.slug })).rejects.toThrow('slug');
      await articles.unpublish({ documentId: first.documentId });
      await articles.update({ documentId: first.documentId, data: { slug: 'moved-again' } });
      expect(await page(entry('lasting'))).toEqual([410, null]);
      await articles.publish({ documentId: first.documentId });
      expect([await present(first.slug), await present('lasting')]).toEqual([
        [301, 'moved-again'],
        [301, 'moved-again'],
      ]);
      await articles.update({ documentId: first.documentId, data: { slug: first.slug } });
      await articles.publish({ documentId: first.documentId });
      expect([await present(first.slug), await present('lasting')]).toEqual([
        [200, first.slug],
        [301, first.slug],
      ]);
    });

    it('leads to what was made anew after it was deleted', async () => {
      const first = await publish('重新录入的消息');
      await articles.delete({ documentId: first.documentId });
      expect(await page(entry(first.slug))).toEqual([410, null]);
      const anew = await publish('重新录入的消息');
      expect(anew.slug).toBe(`${first.slug}-1`);
      expect(await present(first.slug)).toEqual([301, anew.slug]);
    });

    it('is noted in one way however it comes about, and stays', async () => {
      const made = await app.strapi.documents(ARTICLE).create({
        data: await valuesOf(app, 'article', { slug: 'at-once' }),
        status: 'published',
      } as never);
      const { documentId } = made as unknown as Document;
      await articles.update({ documentId, data: { slug: 'later' }, status: 'published' });
      expect(await present('at-once')).toEqual([301, 'later']);
      const table = app.strapi.db.connection('published_addresses');
      const refused = { message: expect.stringContaining('never deleted') as unknown };
      const row = (): ReturnType<typeof table.where> => table.clone().where({ address: 'at-once' });
      await expect(row().delete()).rejects.toMatchObject(refused);
      await expect(row().update({ address: 'x' })).rejects.toMatchObject(refused);
    });

    it('is a column’s code too', async () => {
      const columns = app.make.documents('api::column.column');
      const values = { name: '旧栏目', section: 'news', carries: 'articles' };
      const { documentId } = await columns.create({ data: { ...values, code: 'old-code' } });
      await columns.update({ documentId, data: { code: 'new-code' } });
      expect(await page('/news/old-code/')).toEqual([301, '/news/new-code/']);
      expect(await page('/column.html?code=old-code')).toEqual([301, '/news/new-code/']);
      await expect(columns.create({ data: { ...values, code: 'old-code' } })).rejects.toThrow(
        'code'
      );
    });
  });
});
