import {
  bodyOf,
  errorOf,
  startApp,
  type Client,
  type Document,
  type Documents,
  type TestApp,
} from '../support';
import { LEAST, makePicture, valuesOf } from '../support/site-refusals';

const uidOf = (name: string): string => `api::${name}.${name}`;

const paragraph = (...children: unknown[]) => [{ type: 'paragraph', children }];
const text = (value: string) => ({ type: 'text', text: value });

describe('the rules of the site', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());

  const of = (name: string): Documents => app.make.documents(uidOf(name));
  const countOf = (name: string): Promise<number> => app.strapi.db.query(uidOf(name)).count();
  const make = async (name: string, more: Record<string, unknown> = {}): Promise<Document> =>
    of(name).create({ data: await valuesOf(app, name, more) });
  const refused = async (name: string, more: Record<string, unknown>, field: string) => {
    const before = await countOf(name);
    await expect(make(name, more)).rejects.toThrow(field);
    expect(await countOf(name)).toBe(before);
  };

  describe('an event', () => {
    it('ends after it starts', async () => {
      await refused('event', { endsAt: '2026-05-01T10:59:59.000Z' }, 'endsAt');
      const { documentId } = await make('event', { endsAt: '2026-05-01T11:00:00.000Z' });
      await expect(
        of('event').update({ documentId, data: { startsAt: '2026-06-01T00:00:00.000Z' } })
      ).rejects.toThrow('endsAt');
      expect(await of('event').findOne({ documentId })).toMatchObject({
        startsAt: '2026-05-01T11:00:00.000Z',
      });
    });
  });

  describe('a milestone', () => {
    it.each(['2026', '2026-02', '2024-02-29', '1949-10-01'])('is dated %s', async (date) => {
      expect((await make('milestone', { date })).date).toBe(date);
    });
    it.each(['2026-13', '2026-02-29', '26', '2026-1-1', '2026-00', '0000', '2026年'])(
      'is not dated %s',
      (date) => refused('milestone', { date }, 'date')
    );
  });

  describe('a document number', () => {
    it.each(['常文广旅〔2026〕1号', '常文〔2019〕128号'])('is %s', async (documentNumber) => {
      expect((await make('disclosure-document', { documentNumber })).documentNumber).toBe(
        documentNumber
      );
    });
    it.each([
      ...['令3号', '常文广旅〔26〕1号', '常文广旅〔2026〕第1号'],
      ...['常文广旅〔2026〕01号', '常文广旅〔2026〕0号', '〔2026〕1号', '常文广旅〔2026〕1', 7],
    ])('is not %s', async (documentNumber) => {
      await refused('disclosure-document', { documentNumber }, 'documentNumber');
      await refused('policy', { documentNumber }, 'documentNumber');
    });
  });

  describe('a code', () => {
    it('is one power item’s', async () => {
      await make('power-item', { code: 'XK-100' });
      await refused('power-item', { code: 'XK-100' }, 'code');
      const other = await make('power-item', { code: 'XK-101' });
      await expect(
        of('power-item').update({ documentId: other.documentId, data: { code: 'XK-100' } })
      ).rejects.toThrow('XK-100');
    });

    it('is shared by draft and published version, through every publication', async () => {
      const { documentId } = await make('power-item', { code: 'XK-200' });
      await of('power-item').publish({ documentId });
      await of('power-item').update({ documentId, data: { name: '改名' }, status: 'published' });
      await of('power-item').update({ documentId, data: { name: '再改名' } });
      await of('power-item').discardDraft({ documentId });
      await of('power-item').unpublish({ documentId });
      await of('power-item').publish({ documentId });
      expect(await of('power-item').findOne({ documentId, status: 'published' })).toMatchObject({
        code: 'XK-200',
        name: '改名',
      });
    });

    it('is one power item’s also when two are written at once', async () => {
      const results = await Promise.allSettled([
        make('power-item', { code: 'XK-300' }),
        make('power-item', { code: 'XK-300' }),
      ]);
      const refusals = results.flatMap((each) =>
        each.status === 'rejected' ? [String(each.reason)] : []
      );
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).toContain('XK-300');
    });

    it('is not taken over by a copy', async () => {
      const { documentId } = await make('power-item', { code: 'XK-400' });
      const copy = await app.strapi
        .documents(uidOf('power-item') as never)
        .clone({ documentId, data: {} } as never);
      expect(copy?.entries[0]).toMatchObject({ code: null });
    });
  });

  describe('a unit', () => {
    it('has one profile', async () => {
      const unit = await app.make.unit({ name: '市图书馆' });
      await make('profile', { unit: unit.documentId });
      await refused('profile', { unit: unit.documentId }, '市图书馆');
    });
  });

  describe('an address', () => {
    it.each([
      ...['http://example.org/', 'javascript:alert(1)', 'example.org', 'https://', 'https://a b/'],
    ])('is not %s', async (address) => {
      await refused('event', { bookingUrl: address }, 'bookingUrl');
      await refused('work', { videoUrl: address }, 'videoUrl');
    });
    it('is whole and encrypted', async () => {
      const bookingUrl = 'https://example.org/演出?id=1';
      expect((await make('event', { bookingUrl })).bookingUrl).toBe(bookingUrl);
    });
  });

  describe('text', () => {
    const CODE = [
      ...['<script>alert(1)</script>', '<SCRIPT src=//x>', '< script>', '</script >'],
      ...['<img src=x onerror=alert(1)>', '<b/onclick=1>', '<iframe src="x">', '<svg/onload=1>'],
      ...['<a href="javascript:alert(1)">', '<a href=" data:text/html,x">', '<style>*{}</style>'],
    ];
    it.each(CODE)('is not %s', async (code) => {
      await refused('article', { title: code }, 'title');
      await refused('article', { body: paragraph(text(`正文${code}`)) }, 'body');
      await refused(
        'service-guide',
        { questions: [{ question: '问', answer: code }] },
        'questions'
      );
    });
    it.each(['3 < 5，5 > 3', '<文化常州>第 3 期', 'JavaScript: The Good Parts', 'a<b 且 c>d'])(
      'is %s',
      async (title) => {
        expect((await make('article', { title, body: paragraph(text(title)) })).title).toBe(title);
      }
    );
    it.each([
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'x',
    ])('links not to %s', (url) =>
      refused(
        'article',
        { body: paragraph({ type: 'link', url, children: [text('链接')] }) },
        'body'
      )
    );
    it('links to pages, files, mail and telephones', async () => {
      const links = ['https://example.org/', '/uploads/a.pdf', 'mailto:a@example.org', 'tel:0519'];
      const children = links.map((url) => ({ type: 'link', url, children: [text(url)] }));
      await make('article', { body: paragraph(...children) });
    });
    it('is refused to the editor in words', async () => {
      const editor = await app.api.as('editor');
      const response = await editor.post(
        `/content-manager/collection-types/${uidOf('article')}`,
        { title: '<script>' },
        { language: 'zh-Hans' }
      );
      const error = errorOf(response);
      expect(error.status).toBe(400);
      expect(error.message).toContain('“标题”（title）');
    });
  });

  describe('a picture', () => {
    it('is published only with its alternative text', async () => {
      const nameless = await makePicture(app, ' ');
      const named = await makePicture(app, '青果巷的夜景');
      const { documentId } = await make('heritage-item', { gallery: [named.id, nameless.id] });
      await expect(of('heritage-item').publish({ documentId })).rejects.toThrow('画面.png');
      expect(await of('heritage-item').findOne({ documentId, status: 'published' })).toBeNull();
      await of('heritage-item').update({ documentId, data: { gallery: [named.id] } });
      await of('heritage-item').publish({ documentId });
    });

    it('needs it in components and in an update that publishes, too', async () => {
      const nameless = await makePicture(app, null);
      const { documentId } = await make('livelihood-project');
      const progress = [{ date: '2026-03-01', text: '开工', picture: nameless.id }];
      await expect(
        of('livelihood-project').update({ documentId, data: { progress }, status: 'published' })
      ).rejects.toThrow('progress');
      expect(
        await of('livelihood-project').findOne({ documentId, populate: { progress: true } })
      ).toMatchObject({
        progress: [],
      });
    });

    it('needs it inside rich text', async () => {
      const image = {
        ...{ name: 'a.png', url: '/uploads/a.png', width: 1, height: 1, hash: 'a', ext: '.png' },
        ...{ mime: 'image/png', size: 1, provider: 'local', createdAt: 'x', updatedAt: 'x' },
      };
      const body = [{ type: 'image', image, children: [text('')] }];
      const { documentId } = await make('article', { body });
      await expect(of('article').publish({ documentId })).rejects.toThrow('a.png');
    });
  });

  describe('what an entry points at', () => {
    it('is published first', async () => {
      const item = await make('power-item', { code: 'XK-500' });
      const { documentId } = await make('service-guide', { powerItem: item.documentId });
      await expect(of('service-guide').publish({ documentId })).rejects.toThrow('powerItem');
      await of('power-item').publish({ documentId: item.documentId });
      await of('service-guide').publish({ documentId });
      const found = await of('service-guide').findOne({
        documentId,
        status: 'published',
        populate: { powerItem: true },
      });
      expect(found?.powerItem).toMatchObject({ code: 'XK-500' });
    });
  });

  describe('a choice', () => {
    it('is named by the site’s names when it is none', async () => {
      const editor = await app.api.as('editor');
      const response = await editor.post(
        `/content-manager/collection-types/${uidOf('event')}`,
        { ...LEAST.event, kind: 'circus' },
        { language: 'zh-Hans' }
      );
      expect(errorOf(response).message).toBe(
        '“类别”（kind）不能填“circus”，只能填：activity（活动）、exhibition（展览）、show（演出）。'
      );
    });
  });

  describe('the roles', () => {
    const list = (name: string) => `/content-manager/collection-types/${uidOf(name)}`;
    const names = Object.keys(LEAST).filter((name) => name !== 'article');
    /** What a unit makes comes with its submission, and is published when that has been sent. */
    const submit = async (name: string, entry: Document): Promise<void> => {
      const { documentId } = entry;
      const found = await of(name).findOne({ documentId, populate: ['submission'] });
      const submission = (found?.submission as Document).documentId;
      const piece = `/content-manager/collection-types/plugin::points.submission/${submission}`;
      bodyOf(await officer.put(piece, { category: 'work-result', text: '报送正文。' }));
      bodyOf(await officer.post(`/points/submissions/${submission}/actions/submit`, {}));
    };
    let officer: Client;
    let leader: Client;

    beforeAll(async () => {
      const unit = await app.make.unit();
      officer = (await app.make.person('officer', unit)).client;
      leader = (await app.make.person('leader', unit)).client;
    });

    it.each(names)('let editors make and publish a %s, officers only draft', async (name) => {
      const values = await valuesOf(app, name, name === 'power-item' ? { code: 'XK-900' } : {});
      const { column, ...rest } = values;
      const body = {
        ...rest,
        ...(column ? { column: { connect: [{ documentId: column }] } } : {}),
      };
      const { data } = bodyOf(await officer.post<{ data: Document }>(list(name), body));
      const publish = `${list(name)}/${data.documentId}/actions/publish`;
      const editor = await app.api.as('editor');
      expect((await officer.post(publish, {})).status).toBe(403);
      expect(errorOf(await editor.post(publish, {})).message).toContain('is draft');
      await submit(name, data);
      bodyOf(await editor.post(publish, {}));
      bodyOf(await leader.get(`${list(name)}/${data.documentId}`));
      expect((await leader.post(list(name), body)).status).toBe(403);
    });
  });
});
