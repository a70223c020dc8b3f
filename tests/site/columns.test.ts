import seed from '../../database/seeds/columns.json';
import { seedColumns } from '../../src/site/columns/seed';
import { bodyOf, errorOf, startApp, type Document, type Documents, type TestApp } from '../support';
import { columnOf, LEAST, valuesOf } from '../support/site-refusals';

const COLUMN = 'api::column.column';

/** §四 of the regulation and the table: every name has its column. */
const NAMED = [
  ...['头条资讯', '视频', '图片', '工作动态', '文化资讯'],
  ...['局领导班子分工', '各处室职能', '基层单位基本情况', '全系统大事记'],
  ...['公开指南', '公开规定', '政务文件', '规划总结', '人事信息', '财政信息', '依申请公开'],
  ...['行政权力事项目录', '权力事项基本信息', '办事服务信息', '在线办理', '问卷调查'],
  ...['咨询投诉', '访谈直播', '文脉常州', '民生保障', '精品文艺', '人才风采', '市场产业'],
  '文化讲坛',
];

describe('the columns', () => {
  let app: TestApp;
  let columns: Documents;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    columns = app.make.documents(COLUMN);
  });
  afterAll(() => app.stop());

  const create = (values: Record<string, unknown>) =>
    columns.create({
      data: { name: '新栏目', section: 'features', freshness: 'none', ...values },
    });

  it('are seeded as the regulation names them, in a tree', async () => {
    const found = await columns.findMany({ limit: 100, populate: { parent: true } });
    expect(found).toHaveLength(seed.columns.length);
    const names = found.map(({ name }) => name);
    expect(NAMED.filter((name) => !names.includes(name))).toEqual([]);
    const masters = found.find(({ code }) => code === 'masters');
    expect(masters?.parent).toMatchObject({ code: 'talents' });
  });

  it('carry every type of entry, and each placement once', async () => {
    const found = await columns.findMany({ limit: 100 });
    const carried = new Set(found.map(({ carries }) => carries));
    const plurals = Object.keys(LEAST).map(
      (name) => app.strapi.contentType(`api::${name}.${name}` as never).info.pluralName
    );
    expect(plurals.filter((plural) => !carried.has(plural))).toEqual([]);
    expect(found.flatMap(({ placement }) => placement ?? []).sort()).toEqual([
      ...['dynamics', 'headline', 'picture', 'video'],
    ]);
  });

  it('stay as the office makes them', async () => {
    const documentId = await columnOf(app, 'surveys');
    await columns.update({ documentId, data: { name: '网上调查' } });
    await columns.delete({ documentId: await columnOf(app, 'interviews') });
    await seedColumns(app.strapi);
    const found = await columns.findMany({ limit: 100 });
    expect(found.find(({ code }) => code === 'surveys')?.name).toBe('网上调查');
    expect(found.map(({ code }) => code)).not.toContain('interviews');
    expect(found).toHaveLength(seed.columns.length - 1);
  });

  it('have a code that is nobody else’s, in its form', async () => {
    await create({ code: 'one-of-its-kind' });
    await expect(create({ code: 'one-of-its-kind' })).rejects.toThrow('one-of-its-kind');
    for (const code of ['Große', 'a b', '-a', '栏目', '../etc']) {
      await expect(create({ code })).rejects.toThrow('code');
    }
  });

  it('do not stand below themselves, nor in another section', async () => {
    const top = await create({ code: 'tree-top' });
    const middle = await create({ code: 'tree-middle', parent: top.documentId });
    const leaf = await create({ code: 'tree-leaf', parent: middle.documentId });
    const under = (parent: Document) =>
      columns.update({ documentId: top.documentId, data: { parent: parent.documentId } });
    await expect(under(top)).rejects.toThrow('parent');
    await expect(under(leaf)).rejects.toThrow('parent');
    await expect(
      create({ code: 'astray', section: 'news', parent: top.documentId })
    ).rejects.toThrow('parent');
    await expect(
      columns.update({ documentId: top.documentId, data: { section: 'news' } })
    ).rejects.toThrow('section');
    expect(
      await columns.findOne({ documentId: top.documentId, populate: { parent: true } })
    ).toMatchObject({ parent: null });
  });

  it('are moved into no circle by two at once', async () => {
    const one = await create({ code: 'circle-one' });
    const other = await create({ code: 'circle-other' });
    const results = await Promise.allSettled([
      columns.update({ documentId: one.documentId, data: { parent: other.documentId } }),
      columns.update({ documentId: other.documentId, data: { parent: one.documentId } }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('name a placement only where they carry articles, each one column', async () => {
    await expect(
      create({ code: 'twice', carries: 'articles', placement: 'headline' })
    ).rejects.toThrow('placement');
    await expect(create({ code: 'wrong', carries: 'works', placement: 'video' })).rejects.toThrow(
      'placement'
    );
  });

  it('that are in use are neither deleted nor given other content', async () => {
    const works = app.make.documents('api::work.work');
    await works.create({ data: await valuesOf(app, 'work') });
    const documentId = await columnOf(app, 'arts');
    await expect(columns.delete({ documentId })).rejects.toThrow('精品文艺');
    await expect(columns.update({ documentId, data: { carries: 'artists' } })).rejects.toThrow(
      'carries'
    );
    await expect(columns.delete({ documentId: await columnOf(app, 'talents') })).rejects.toThrow(
      '人才风采'
    );
  });

  it.each(Object.keys(LEAST).filter((name) => name !== 'article'))(
    'take a %s in, of themselves where only one carries it',
    async (name) => {
      const uid = `api::${name}.${name}`;
      const { documentId } = await app.make
        .documents(uid)
        .create({ data: await valuesOf(app, name) });
      const published = await app.make.documents(uid).publish({ documentId });
      expect(published.entries).toHaveLength(1);
      const found = await app.make
        .documents(uid)
        .findOne({ documentId, status: 'published', populate: { column: true } });
      const { info } = app.strapi.contentType(uid as never);
      expect(found?.column).toMatchObject({ carries: info.pluralName });
    }
  );

  it.each(Object.keys(LEAST))('of another content take no %s in', async (name) => {
    const uid = `api::${name}.${name}`;
    const count = () => app.strapi.db.query(uid).count();
    const before = await count();
    const column = name === 'event' ? 'heritage' : 'culture-news';
    const code = name === 'power-item' ? { code: 'XK-002' } : {};
    await expect(
      app.make.documents(uid).create({ data: await valuesOf(app, name, { column, ...code }) })
    ).rejects.toThrow('column');
    expect(await count()).toBe(before);
  });

  it('are named to the editor who chose a wrong one, in either language', async () => {
    const editor = await app.api.as('editor');
    const column = await columnOf(app, 'headlines');
    const send = (language: string) =>
      editor.post(
        '/content-manager/collection-types/api::disclosure-document.disclosure-document',
        { title: '放错栏目的文件', column: { connect: [{ documentId: column }] } },
        { language }
      );
    const zh = errorOf(await send('zh-Hans'));
    expect(zh.status).toBe(400);
    expect(zh.message).toContain('头条资讯');
    expect(zh.message).toContain('政务文件');
    expect(errorOf(await send('en')).message).toMatch(/^“Column” \(column\)/);
  });

  it('are asked for before an entry is published', async () => {
    const documents = app.make.documents('api::profile.profile');
    const { documentId } = await documents.create({ data: { name: '没有栏目的单位' } });
    await expect(documents.publish({ documentId })).rejects.toThrow('column');
    expect(await documents.findOne({ documentId, status: 'published' })).toBeNull();
  });

  it('of news follow the placement', async () => {
    const { documentId } = await app.make.article({ placement: 'headline', publish: true });
    const articles = app.make.documents('api::article.article');
    const columnNow = async (status: string) => {
      const found = await articles.findOne({ documentId, status, populate: { column: true } });
      return (found?.column as Document | null)?.code;
    };
    expect([await columnNow('draft'), await columnNow('published')]).toEqual([
      'headlines',
      'headlines',
    ]);
    await articles.update({ documentId, data: { placement: 'picture' } });
    expect([await columnNow('draft'), await columnNow('published')]).toEqual([
      'pictures',
      'headlines',
    ]);
    await articles.update({ documentId, data: { placement: 'video' }, status: 'published' });
    expect([await columnNow('draft'), await columnNow('published')]).toEqual(['videos', 'videos']);
  });

  it('are the office’s to keep and the editor’s to read', async () => {
    const list = `/content-manager/collection-types/${COLUMN}`;
    const values = {
      name: '专题',
      code: 'topic',
      section: 'news',
      freshness: 'none',
      carries: 'articles',
    };
    expect((await (await app.api.as('editor')).post(list, values)).status).toBe(403);
    const made = bodyOf(await (await app.api.as('office')).post<{ data: Document }>(list, values));
    expect(made.data).toMatchObject({ code: 'topic' });
    bodyOf(await (await app.api.as('editor')).get(list));
  });
});
