import {
  bodyOf,
  createClient,
  startApp,
  type Client,
  type Document,
  type TestApp,
} from '../support';
import { createLibrary, type FileState, type Library, STATES, type StoredFile } from './library';

const READERS = [
  'nobody',
  'owner',
  'leader',
  'stranger',
  'editor',
  'office',
  'super-admin',
] as const;
type Reader = (typeof READERS)[number];

const UNIT = ['owner', 'leader'] as const;
const OFFICE = ['office', 'super-admin'] as const;

const READS: Readonly<Record<FileState, readonly Reader[]>> = {
  unused: ['owner', 'editor', ...OFFICE],
  draft: [...UNIT, 'editor', ...OFFICE],
  sent: [...UNIT, 'editor', ...OFFICE],
  evidence: [...UNIT, ...OFFICE],
  published: READERS,
};

describe('who is served an uploaded file', () => {
  let app: TestApp;
  let library: Library;
  let clients: Record<Reader, Client>;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    library = await createLibrary(app);
    clients = {
      nobody: app.api.public,
      owner: library.owner.client,
      leader: library.leader.client,
      stranger: library.stranger.client,
      editor: await app.api.as('editor'),
      office: await app.api.as('office'),
      'super-admin': await app.api.as('super-admin'),
    };
  });
  afterAll(async () => {
    await library.clean();
    await app.stop();
  });

  const reads = (client: Client, { url }: StoredFile): Promise<number> =>
    client.get(url).then(({ status }) => status);

  it.each(STATES)('%s', async (state) => {
    const file = await library.fileIn(state);
    const served: Reader[] = [];
    for (const reader of READERS) {
      const { status, headers, body } = await clients[reader].get(file.url);
      expect([200, 404]).toContain(status);
      if (status === 200) served.push(reader);
      if (status === 200) expect(body).toBe(await library.bytes(file));
      if (state !== 'published') expect(headers.get('cache-control')).toBe('private, no-store');
    }
    expect([...served].sort()).toEqual([...READS[state]].sort());
  });

  it.each([
    ['letters', (url: string) => url.replace('/uploads', '/%75ploads')],
    ['slashes', (url: string) => `${app.url}/${url}`],
    ['dots', (url: string) => url.replace('/uploads', '/site/..%2fuploads')],
    ['a point', (url: string) => url.replace('/uploads/', '/uploads/%2e/')],
    ['a backslash', (url: string) => url.replace('/uploads/', '/uploads%5c')],
    ['capitals', (url: string) => url.replace('/uploads', '/UPLOADS')],
  ])('nobody by another spelling: %s', async (_name, spell) => {
    const file = await library.fileIn('sent');
    const response = await app.api.public.get(spell(file.url));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.body).not.toBe(await library.bytes(file));
    expect((await app.api.public.send('HEAD', file.url)).status).toBe(404);
  });

  it('by the cookie of a session, until it ends', async () => {
    const file = await library.fileIn('draft');
    const answer = await library.owner.client.get('/admin/users/me');
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(answer.headers.getSetCookie().join()).toMatch(/path=\/uploads.*httponly/i);
    const asked = () => app.api.public.get(file.url, { headers: { cookie } });
    expect((await asked()).status).toBe(200);
    const forged = cookie.replace(/(uploads_session)=[^;]+/, '$1=another');
    const other = await app.api.public.get(file.url, { headers: { cookie: forged } });
    expect(other.status).toBe(404);
    await app.strapi.db.query('admin::session').deleteMany({
      where: { userId: String(library.owner.account.id) },
    });
    expect((await asked()).status).toBe(404);
    library.owner.client = await app.api.login(library.owner.account);
    clients.owner = library.owner.client;
  });

  it('everybody from the moment of publishing to that of taking down', async () => {
    const file = await library.fileIn('unused');
    const articles = app.make.documents('api::article.article');
    const { documentId } = await articles.create({ data: { title: '展讯', cover: file.id } });
    expect(await reads(app.api.public, file)).toBe(404);
    await articles.publish({ documentId });
    expect(await reads(app.api.public, file)).toBe(200);
    const ranged = await app.api.public.get(file.url, { headers: { range: 'bytes=0-3' } });
    expect([ranged.status, ranged.body]).toEqual([206, 'byte']);
    await articles.unpublish({ documentId });
    expect(await reads(app.api.public, file)).toBe(404);
  });

  it('a component’s file with its entry', async () => {
    const file = await library.fileIn('unused');
    const guides = app.make.documents('api::service-guide.service-guide');
    const { documentId } = await guides.create({
      data: { title: '办证', materials: [{ name: '申请表', sample: file.id }] },
    });
    expect(await reads(app.api.public, file)).toBe(404);
    await guides.publish({ documentId });
    expect(await reads(app.api.public, file)).toBe(200);
  });

  it('a picture in a text with its entry, and to the unit in its draft', async () => {
    const file = await library.fileIn('unused');
    const body = [
      { type: 'paragraph', children: [{ type: 'text', text: '展厅开放。' }] },
      {
        type: 'image',
        image: {
          name: file.name,
          alternativeText: '展厅',
          url: file.url,
          hash: file.hash,
          ext: '.txt',
          mime: 'image/png',
          size: 1,
          width: 1,
          height: 1,
          provider: 'local',
          formats: {},
          createdAt: '2026-01-01T00:00:00.000Z',
          updatedAt: '2026-01-01T00:00:00.000Z',
        },
        children: [{ type: 'text', text: '' }],
      },
    ];
    const { data } = bodyOf(
      await clients.owner.post<{ data: { documentId: string } }>(
        '/content-manager/collection-types/api::article.article',
        { title: '图文', body }
      )
    );
    expect(await reads(clients.leader, file)).toBe(200);
    expect(await reads(clients.stranger, file)).toBe(404);
    expect(await reads(app.api.public, file)).toBe(404);
    const articles = app.make.documents('api::article.article');
    const sent = await articles.findOne({
      documentId: data.documentId,
      populate: ['submission'],
    });
    const { documentId: submission } = sent?.submission as Document;
    const pieces = '/content-manager/collection-types/plugin::points.submission';
    bodyOf(await clients.owner.put(`${pieces}/${submission}`, { category: 'work-result' }));
    bodyOf(await clients.owner.post(`/points/submissions/${submission}/actions/submit`, {}));
    expect(await reads(app.api.public, file)).toBe(404);
    await articles.publish({ documentId: data.documentId });
    expect(await reads(app.api.public, file)).toBe(200);
    await articles.update({ documentId: data.documentId, data: { body: [] } });
    expect(await reads(app.api.public, file)).toBe(200);
    await articles.publish({ documentId: data.documentId });
    expect(await reads(app.api.public, file)).toBe(404);
  });

  it('nobody what no row of the library knows', async () => {
    expect((await clients['super-admin'].get('/uploads/unknown.txt')).status).toBe(404);
    expect((await createClient(app.url, 'wrong').get('/uploads/unknown.txt')).status).toBe(404);
  });
});
