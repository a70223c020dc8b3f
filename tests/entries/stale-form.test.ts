import {
  bodyOf,
  errorOf,
  exactOf,
  reconcileOf,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type TestApp,
} from '../support';
import { makeFile } from '../support/site-entries';

const TYPES = '/content-manager/collection-types';
const ARTICLE = 'api::article.article';

interface Answer {
  data: Document & { updatedAt: string };
}

interface Stale {
  status: number;
  message: string;
  details: { fields: string[] };
}

describe('a form that is older than what is saved', () => {
  let app: TestApp;
  let editor: Client;
  let client: Client;
  let unit: Document;
  let submission: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    editor = await app.api.as('editor');
    client = await app.api.as('super-admin');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await app.make.unit();
    submission = await app.make.submission({ units: [unit] });
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const pathOf = (uid: string, { documentId }: { documentId: string }): string =>
    `${TYPES}/${uid}/${documentId}`;
  const savedAt = async (path: string, query = ''): Promise<string> =>
    bodyOf(await client.get<Answer>(`${path}${query}`)).data.updatedAt;
  const from = (version: string) => ({
    language: 'en',
    headers: { 'If-Unmodified-Since': version },
  });
  const refused = (response: ApiResponse<unknown>): Stale => {
    expect(response.status).toBe(409);
    return errorOf(response) as unknown as Stale;
  };

  it('neither saves nor publishes, and says who saved when and what differs', async () => {
    const article = await app.make.article({ placement: 'headline', submission });
    const path = pathOf(ARTICLE, article);
    const opened = await savedAt(path);
    const saved = await editor.put<Answer>(
      path,
      { title: '新标题', placement: 'headline' },
      from(opened)
    );
    const second = bodyOf(saved).data.updatedAt;
    bodyOf(await editor.post(`${path}/actions/publish`, { title: '新标题' }, from(second)));
    expect(await exactOf(app, unit)).toBe('3');

    const stale = { title: '旧标题', placement: 'dynamics' };
    for (const response of [
      await client.put(path, stale, from(opened)),
      await client.post(`${path}/actions/publish`, stale, from(opened)),
      await client.put(path, { ...stale, updatedAt: opened }, { language: 'en' }),
    ]) {
      const { message, details } = refused(response);
      expect(message).toMatch(/last saved by .+, .+\d{4}.*title.*placement/is);
      expect(details.fields).toEqual(['title', 'placement']);
    }
    for (const action of ['unpublish', 'discard']) {
      refused(await client.post(`${path}/actions/${action}`, {}, from(opened)));
    }
    expect(await exactOf(app, unit)).toBe('3');
    expect(bodyOf(await client.get<Answer>(path)).data).toMatchObject({
      title: '新标题',
      placement: 'headline',
    });
  });

  it.each([
    [{ firstname: '三', lastname: '张' }, '张三'],
    [{ firstname: 'Mary', lastname: 'Smith' }, 'Mary Smith'],
  ])('names who saved, %j, as trails do', async (name, expected) => {
    const account = await app.api.accountOf('editor');
    await app.strapi.db.query('admin::user').update({ where: { id: account.id }, data: name });
    const path = pathOf(ARTICLE, await app.make.article());
    const opened = await savedAt(path);
    const other = await app.api.login(account);
    bodyOf(await other.put(path, { title: '他人所改' }, from(opened)));
    const { message } = refused(await client.put(path, { title: '旧' }, from(opened)));
    expect(message).toContain(`last saved by ${expected},`);
  });

  it('is asked in the language of the request, with the time in the bureau’s zone', async () => {
    const path = pathOf(ARTICLE, await app.make.article());
    const opened = await savedAt(path);
    bodyOf(await client.put(path, { title: '二' }, from(opened)));
    const response = await client.put(path, { title: '三' }, { ...from(opened), language: 'zh' });
    const { message } = refused(response);
    expect(message).toMatch(/^没有保存：.*标题/);
    const saved = new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'medium',
      timeStyle: 'medium',
    }).format(new Date(await savedAt(path)));
    expect(message).toContain(saved);
  });

  it('can be saved, published, taken down and discarded again and again by whoever reads it anew', async () => {
    const path = pathOf(ARTICLE, await app.make.article({ placement: 'dynamics', submission }));
    for (let count = 0; count < 3; count += 1) {
      bodyOf(await client.put(path, { title: `稿${count}` }, from(await savedAt(path))));
      const publish = `${path}/actions/publish`;
      bodyOf(await client.post(publish, { title: `发${count}` }, from(await savedAt(path))));
      bodyOf(await client.put(path, { title: `改${count}` }, from(await savedAt(path))));
      bodyOf(await client.post(`${path}/actions/discard`, {}, from(await savedAt(path))));
      const published = await savedAt(path, '?status=published');
      bodyOf(await client.post(`${path}/actions/unpublish`, {}, from(published)));
    }
    expect(await exactOf(app, unit)).toBe('0');
  });

  it('knows a date of HTTP, says so of what is none, and asks nobody who does not say', async () => {
    const path = pathOf(ARTICLE, await app.make.article());
    const opened = await savedAt(path);
    bodyOf(await client.put(path, { title: '二' }, from(new Date(opened).toUTCString())));
    const past = new Date(new Date(opened).getTime() - 10_000).toUTCString();
    refused(await client.put(path, { title: '三' }, from(past)));
    expect((await client.put(path, { title: '三' }, from('yesterday'))).status).toBe(400);
    bodyOf(await client.put(path, { title: '四' }));
  });

  it('is saved once when two save at once', async () => {
    const path = pathOf(ARTICLE, await app.make.article({ placement: 'headline', submission }));
    const opened = await savedAt(path);
    const responses = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((title, index) =>
        index % 2 === 0
          ? client.put(path, { title }, from(opened))
          : client.post(`${path}/actions/publish`, { title }, from(opened))
      )
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is refused of every type', async () => {
    const [first] = await app.make.documents('plugin::points.rule-set').findMany();
    const officer = await app.make.officer(unit);
    const adoption = await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-02',
    });
    const commission = await app.make.documents('plugin::points.commission').create({
      data: { title: '约稿', kind: 'info', units: [unit.documentId], dueOn: '2099-01-01' },
    });
    const column = await app.make.documents('api::column.column').create({
      data: { name: '栏目甲', code: 'stale-form', section: 'news' },
    });
    const cases: Array<[string, Document, Record<string, unknown>]> = [
      ['plugin::points.rule-set', first!, { name: '标准' }],
      ['plugin::points.officer', officer, { name: '新名' }],
      ['plugin::points.unit', unit, { name: '新单位名' }],
      ['plugin::points.submission', submission, { title: '新题' }],
      ['plugin::points.adoption', adoption, { reference: '新文号' }],
      ['plugin::points.commission', commission, { title: '新约稿' }],
      ['api::column.column', column, { name: '栏目乙' }],
    ];
    for (const [uid, document, data] of cases) {
      const path = pathOf(uid, document);
      const opened = await savedAt(path);
      const saved = await client.put<Answer>(path, data, from(opened));
      expect([uid, saved.status]).toEqual([uid, 200]);
      const [field] = Object.keys(data) as [string];
      expect([
        uid,
        refused(await client.put(path, { [field]: '旧' }, from(opened))).details,
      ]).toMatchObject([uid, { fields: [field] }]);
      bodyOf(await client.put(path, data, from(bodyOf(saved).data.updatedAt)));
    }
  });

  describe('lists what leads elsewhere too', () => {
    /** The fields that differ, of a form that was opened before `changed` was saved. */
    const fieldsOf = async (
      uid: string,
      document: Document,
      changed: Record<string, unknown>,
      forms: readonly object[]
    ): Promise<string[][]> => {
      const path = pathOf(uid, document);
      const opened = await savedAt(path);
      bodyOf(await client.put(path, changed, from(opened)));
      const fields: string[][] = [];
      for (const form of forms) {
        fields.push(refused(await client.put(path, form, from(opened))).details.fields);
      }
      return fields;
    };
    const listed = (field: string, forms: readonly object[]): string[][] =>
      forms.map(() => [field]);

    it('a relation to many, in every shape that a form gives it', async () => {
      const [kept, added, removed] = await app.make.units(3);
      const document = await app.make.submission({ units: [kept, removed] });
      const differing = [
        { units: { connect: [{ id: removed.id, documentId: removed.documentId }] } },
        { units: { connect: [removed.id], disconnect: [] } },
        { units: { connect: [], disconnect: [{ documentId: added.documentId }] } },
        { units: { set: [kept.documentId, removed.documentId] } },
        { units: { set: [] } },
        { units: [kept.id, removed.id] },
        { units: [{ documentId: kept.documentId }] },
        { units: null },
        { units: { connect: [{ id: kept.id, position: { end: true } }] } },
      ];
      const same = [
        { units: { connect: [], disconnect: [] } },
        { units: { connect: [{ id: added.id, position: { after: kept.id } }] } },
        { units: { connect: [], disconnect: [{ id: removed.id }] } },
        { units: { set: [kept.documentId, { id: added.id }] } },
        { units: [kept.documentId, added.documentId] },
      ];
      const change = {
        units: { connect: [{ id: added.id }], disconnect: [{ id: removed.id }] },
      };
      expect(
        await fieldsOf('plugin::points.submission', document, change, [...differing, ...same])
      ).toEqual([...listed('units', differing), ...same.map(() => [])]);
    });

    it('a relation to one', async () => {
      const [before, after, other] = (await app.make
        .documents('api::column.column')
        .findMany({ filters: { carries: 'articles' } })) as [Document, Document, Document];
      const document = await app.make.article({ column: before.documentId });
      const differing = [
        { column: { connect: [{ id: other.id }], disconnect: [{ id: before.id }] } },
        { column: { connect: [], disconnect: [{ id: before.id }] } },
        { column: { set: [before.documentId] } },
        { column: { documentId: before.documentId } },
        { column: before.documentId },
        { column: before.id },
        { column: null },
      ];
      const same = [
        { column: { connect: [{ id: after.id }], disconnect: [{ id: before.id }] } },
        { column: { set: [after.id] } },
        { column: after.documentId },
      ];
      const change = { column: { connect: [{ id: after.id }], disconnect: [{ id: before.id }] } };
      expect(await fieldsOf(ARTICLE, document, change, [...differing, ...same])).toEqual([
        ...listed('column', differing),
        ...same.map(() => []),
      ]);
    });

    it('files', async () => {
      const [before, after] = [
        await makeFile(app.strapi, 'before', 'image/png'),
        await makeFile(app.strapi, 'after', 'image/png'),
      ];
      const document = await app.make.documents(ARTICLE).create({
        data: { title: '带图', cover: before, pictures: [before, after] },
      });
      const change = { cover: after, pictures: [after, before] };
      expect(
        await fieldsOf(ARTICLE, document, change, [
          { cover: { id: before } },
          { cover: null },
          { pictures: [{ id: before }, { id: after }] },
          { pictures: [] },
          { cover: { id: after }, pictures: [after, before] },
        ])
      ).toEqual([['cover'], ['cover'], ['pictures'], ['pictures'], []]);
    });

    it('not a text that only tells its keys in another order', async () => {
      const paragraph = (text: string) => ({
        type: 'paragraph',
        children: [{ type: 'text', text }],
      });
      const turned = { children: [{ text: '新', type: 'text' }], type: 'paragraph' };
      const document = await app.make.article({ body: [paragraph('旧')] });
      expect(
        await fieldsOf(ARTICLE, document, { body: [paragraph('新')] }, [
          { body: [paragraph('旧')] },
          { body: [turned] },
          { body: null },
        ])
      ).toEqual([['body'], [], ['body']]);
    });

    it('the contents of components', async () => {
      const uid = 'api::work.work';
      const first = { name: '文华奖', year: 2019 };
      const second = { name: '群星奖', year: 2022 };
      const document = await app.make.documents(uid).create({
        data: { title: '作品', kind: 'book', awards: [first, second] },
      });
      const path = pathOf(uid, document);
      const { awards } = bodyOf(
        await client.get<{ data: { awards: Array<{ id: number }> } }>(path)
      ).data;
      const [one, two] = awards as [{ id: number }, { id: number }];
      const change = { awards: [{ ...one, year: 2020 }, two] };
      const differing = [
        { awards },
        { awards: [{ ...one, year: 2020 }] },
        { awards: [two, { ...one, year: 2020 }] },
        { awards: [] },
        { awards: null },
      ];
      const same = [change, { awards: [{ ...first, year: 2020 }, second] }];
      expect(await fieldsOf(uid, document, change, [...differing, ...same])).toEqual([
        ...listed('awards', differing),
        ...same.map(() => []),
      ]);
    });

    it('in words, as fields', async () => {
      const path = pathOf('plugin::points.submission', submission);
      const opened = await savedAt(path);
      bodyOf(await client.put(path, { title: '改' }, from(opened)));
      const options = { ...from(opened), language: 'zh' };
      expect(refused(await client.put(path, { units: [] }, options)).message).toMatch(
        /不同之处：报送单位/
      );
    });
  });
});
