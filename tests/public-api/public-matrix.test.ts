import { siteContentTypes } from '../../src/site/public-api/site-types';
import {
  createClient,
  createEmptyDatabase,
  seedEntries,
  SECRET_MARK,
  startApp,
  type Client,
  type SeededType,
  type TestApp,
} from '../support';

interface Route {
  method: string;
  path: string;
  config?: { auth?: unknown };
}

interface Router {
  type?: string;
  prefix?: string;
  routes: Route[] | (() => Route[]);
}

interface Owner {
  routes?: Router[] | Record<string, Router>;
}

interface Entry extends Record<string, unknown> {
  documentId: string;
}

/** Attributes that the public API gives of every entry beside its own. */
const GIVEN = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt'];

const READERS = ['visitor', 'authenticated end user'] as const;

/** What is refused, whichever way Strapi says that there is nothing to be had. */
const REFUSED = [401, 403, 404, 405];

describe('the public API as a matrix', () => {
  let app: TestApp;
  let seeded: SeededType[];
  let clients: Record<(typeof READERS)[number], Client>;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    seeded = await seedEntries(app);
    const role = (await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } })) as { id: number };
    const { id } = (await app.strapi.db.query('plugin::users-permissions.user').create({
      data: {
        username: 'reader',
        email: 'reader@example.test',
        confirmed: true,
        blocked: false,
        provider: 'local',
        password: 'x',
        role: role.id,
      },
    })) as { id: number };
    const jwt = app.strapi.plugin('users-permissions').service<{
      issue(payload: { id: number }): string | Promise<string>;
    }>('jwt');
    clients = {
      visitor: app.api.public,
      'authenticated end user': createClient(app.url, await jwt.issue({ id })),
    };
  });
  afterAll(() => app.stop());

  it('is about every type of the site', () => {
    const names = seeded.map(({ collection }) => collection);
    expect(names).toEqual(expect.arrayContaining(['articles', 'columns', 'lectures', 'policies']));
    expect(names).toHaveLength(siteContentTypes(app.strapi).length);
  });

  describe.each(READERS)('for a %s', (reader) => {
    const client = (): Client => clients[reader];

    it('gives of every type exactly the published fields', async () => {
      for (const { collection, uid, published, changed, draft } of seeded) {
        const { status, body } = await client().get<{ data: Entry[] }>(
          `/api/${collection}?populate=*&pagination[pageSize]=100`
        );
        expect([collection, status]).toEqual([collection, 200]);
        const ids = body.data.map(({ documentId }) => documentId);
        expect(ids).toContain(published.documentId);
        expect(ids).not.toContain(draft?.documentId);
        const entry = body.data.find(({ documentId }) => documentId === published.documentId);
        const { attributes } = app.strapi.contentType(uid as never) as {
          attributes: Record<string, { private?: boolean }>;
        };
        const own = Object.keys(attributes).filter((name) => attributes[name]?.private !== true);
        const names = Object.keys(entry ?? {}).filter((name) => !GIVEN.includes(name));
        expect([collection, names.filter((name) => !own.includes(name))]).toEqual([collection, []]);
        expect([collection, JSON.stringify(body).includes(SECRET_MARK)]).toEqual([
          collection,
          false,
        ]);
        expect(changed === null || changed.id !== entry?.id).toBe(true);
      }
    });

    it('gives one published entry of every type, and no draft', async () => {
      for (const { collection, published, draft } of seeded) {
        const one = await client().get<{ data: Entry }>(
          `/api/${collection}/${published.documentId}?populate=*`
        );
        expect([collection, one.status]).toEqual([collection, 200]);
        expect(JSON.stringify(one.body)).not.toContain(SECRET_MARK);
        if (draft === null) continue;
        const none = await client().get(`/api/${collection}/${draft.documentId}`);
        expect([collection, none.status]).toEqual([collection, 404]);
        const asked = await client().get(`/api/${collection}?status=draft`);
        expect([collection, asked.status]).toEqual([collection, 403]);
      }
    });

    it('lets nobody write', async () => {
      const data = { title: 'x', name: 'x' };
      for (const { collection, published } of seeded) {
        const one = `/api/${collection}/${published.documentId}`;
        const answers = await Promise.all([
          client().post(`/api/${collection}`, { data }),
          client().put(one, { data }),
          client().delete(one),
          client().send('PATCH', one, JSON.stringify({ data })),
          client().post(`${one}/actions/publish`, {}),
          client().post(`/api/${collection}`, { data: { id: { $gt: 1 } } }),
        ]);
        const statuses = answers.map(({ status }) => status);
        expect([collection, statuses.filter((each) => !REFUSED.includes(each))]).toEqual([
          collection,
          [],
        ]);
      }
      for (const { uid, published } of seeded) {
        const row: unknown = await app.strapi.db
          .query(uid)
          .findOne({ where: { id: published.id } });
        expect(row).not.toBeNull();
      }
    });
  });

  it('serves nothing else of the content API', async () => {
    const { apis, plugins } = app.strapi as unknown as Record<string, Record<string, Owner>>;
    const routers = [...Object.values(apis ?? {}), ...Object.values(plugins ?? {})].flatMap(
      ({ routes }) => Object.values(routes ?? {})
    );
    const open: string[] = [];
    for (const { type, prefix = '', routes } of routers) {
      if (type !== 'content-api') continue;
      for (const { method, path } of typeof routes === 'function' ? routes() : routes) {
        const address = `/api${prefix}${path}`.replace(/:\w+/g, 'x').replace(/\(.*\)/, 'x');
        const known = seeded.some(
          ({ collection }) => method === 'GET' && address.startsWith(`/api/${collection}`)
        );
        if (known) continue;
        const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
        const { status } = await app.api.public.send(method, address, body);
        if (!REFUSED.includes(status)) open.push(`${method} ${address} ${status}`);
      }
    }
    expect(open.sort()).toEqual(['GET /api/home 200', 'GET /api/search 400']);
  });

  it.each([
    ['/api/auth/local/register', { username: 'a', email: 'a@example.test', password: 'Abcd1234' }],
    ['/api/auth/local', { identifier: 'reader', password: 'x' }],
    ['/api/auth/forgot-password', { email: 'reader@example.test' }],
    ['/api/auth/reset-password', { code: 'x', password: 'y', passwordConfirmation: 'y' }],
    ['/api/auth/send-email-confirmation', { email: 'reader@example.test' }],
  ])('has no accounts: %s', async (path, body) => {
    expect(REFUSED).toContain((await app.api.public.post(path, body)).status);
    expect(await app.strapi.db.query('plugin::users-permissions.user').count()).toBe(1);
  });
});

describe('a site with accounts', () => {
  it('keeps what Strapi opens for them', async () => {
    const database = await createEmptyDatabase();
    const app = await startApp({ database, environment: { SITE_ACCOUNTS: 'true' } });
    try {
      const { status } = await app.api.public.post('/api/auth/local/register', {
        username: 'reader',
        email: 'reader@example.test',
        password: 'Kestrel-81-reef',
      });
      expect(status).toBe(200);
    } finally {
      await app.stop();
    }
  });
});
