import { accessOf, nameOf } from '../../src/security/guard';
import { ROUTES, type Access } from '../../src/security/routes';
import { bodyOf, errorOf, startApp, type Client, type TestApp } from '../support';

jest.setTimeout(300_000);

/** Served only where the panel has been built. */
const PANEL = 'GET /admin/:path*';

interface Route {
  name: string;
  method: string;
  path: string;
}

interface Layer {
  path: string;
  methods: string[];
}

interface Router {
  stack: Layer[];
  get(path: string, handler: (ctx: { body: unknown }) => void): void;
}

const routerOf = ({ strapi }: TestApp): Router =>
  (strapi.server as unknown as { router: Router }).router;

const HAN = /\p{Script=Han}/u;
const REFUSED = [401, 403];

/** Types that are there, and numbers where a row is named by one: else the address itself is refused. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ uid: 'api::article.article', model: 'api::article.article' },
  ...{ contentType: 'api::article.article', targetField: 'column' },
};
const BY_NUMBER = /^\/(admin|upload|i18n|users-permissions)\//;

/** An address of the route: the row that it names is not there. */
const addressOf = ({ path }: Route): string => {
  const row = BY_NUMBER.test(path) ? '999999999' : 'nosuchdocument0000000000';
  return path
    .replace(/:(\w+)\*?/g, (_, name: string) => NAMED[name] ?? row)
    .replace('(.*)', 'x')
    .replace('((?!uploads/).+)', 'x');
};

const isAdmin = (access: Access): boolean =>
  typeof access === 'object' ||
  ['login', 'own', 'writer', 'reader', 'super-admin', 'develop'].includes(access);

describe('the table of routes', () => {
  let app: TestApp;
  let routes: Route[];
  let nobody: Client;
  let bare: Client;
  let superAdmin: Client;

  beforeAll(async () => {
    app = await startApp({ logLevel: 'silent' });
    routes = routerOf(app)
      .stack.filter(({ methods }) => methods.length > 0)
      .map((layer) => {
        const name = nameOf(layer);
        const [method = ''] = name.split(' ');
        return { name, method: method === 'ALL' ? 'GET' : method, path: layer.path };
      });
    nobody = app.api.public;
    bare = await app.api.withPermissions([]);
    superAdmin = await app.api.as('super-admin');
  });
  afterAll(() => app.stop());

  const of = (wanted: (access: Access) => boolean): Route[] =>
    routes.filter(({ name }) => wanted(accessOf(name) ?? 'closed'));

  const ask = (client: Client, route: Route) =>
    client.send(
      route.method,
      addressOf(route),
      route.method === 'GET' || route.method === 'DELETE' ? undefined : '{}',
      { language: 'zh-Hans' }
    );

  const statusesOf = async (client: Client, asked: readonly Route[]): Promise<string[]> => {
    const statuses: string[] = [];
    for (const route of asked) {
      statuses.push(`${(await ask(client, route)).status} ${route.name}`);
    }
    return statuses;
  };

  const unless = (allowed: readonly number[]) => (status: string) =>
    !allowed.includes(Number(status.slice(0, 3)));

  it('names every route that is served, and no other', () => {
    const names = new Set(routes.map(({ name }) => name));
    const table = Object.keys(ROUTES).filter((name) => name !== PANEL);
    expect([...names].sort()).toEqual(table.sort());
  });

  it('answers nobody where a login is wanted', async () => {
    const statuses = await statusesOf(nobody, of(isAdmin));
    expect(statuses.filter(unless([401]))).toEqual([]);
  });

  it('answers a login without permissions only where a login is enough', async () => {
    const asked = of((access) => isAdmin(access) && access !== 'login' && access !== 'writer');
    const statuses = await statusesOf(bare, asked);
    // Some controllers look at what is sent before they look at who sends it.
    expect(statuses.filter(unless([...REFUSED, 400, 404]))).toEqual([]);
    expect(statuses.filter((status) => /^40[04]/.test(status))).toEqual([
      '400 POST /upload',
      '404 PUT /upload/files/:id',
      '404 POST /upload/files/:id/replace',
    ]);
  });

  it('lets a login look at what a login is enough for', async () => {
    const asked = of((access) => access === 'login').filter(({ method }) => method === 'GET');
    const statuses = await statusesOf(bare, asked);
    expect(statuses.length).toBeGreaterThan(15);
    expect(statuses.filter((each) => /^(40[13]|5)/.test(each))).toEqual([]);
  });

  it('tells a login how files are taken, and lets it change nothing of that', async () => {
    const path = '/upload/settings';
    const { data } = bodyOf(await bare.get<{ data: Record<string, unknown> }>(path));
    expect(Object.values(data).every((value) => /boolean|number/.test(typeof value))).toBe(true);
    expect(data).toEqual(
      bodyOf(await superAdmin.get<{ data: Record<string, unknown> }>(path)).data
    );
    expect((await bare.put(path, data)).status).toBe(403);
  });

  it('says of an AI that is off that it does nothing, and no more', async () => {
    const config = await bare.get('/admin/ai-feature-config');
    expect([config.status, config.body]).toEqual([
      200,
      { data: { isAiI18nConfigured: false, isAiMediaLibraryConfigured: false } },
    ]);
    const jobs = '/i18n/ai-localization-jobs';
    for (const path of [
      `${jobs}/collection-types/api::article.article/undefined`,
      `${jobs}/single-types/api::article.article`,
    ]) {
      const job = await bare.get(path);
      expect([job.status, job.body]).toEqual([200, { data: null }]);
    }
  });

  it('closes what is closed, with a sentence, also to the super admin', async () => {
    const closed = of((access) => access === 'closed' || access === 'accounts');
    expect(closed.length).toBeGreaterThan(20);
    for (const client of [nobody, bare, superAdmin]) {
      for (const route of closed) {
        const response = await ask(client, route);
        expect([route.name, response.status]).toEqual([route.name, 403]);
        expect(errorOf(response).message).toMatch(HAN);
      }
    }
  });

  it('lets nobody change content types on the running site', async () => {
    const statuses = await statusesOf(
      superAdmin,
      of((access) => access === 'develop')
    );
    expect(statuses.length).toBeGreaterThan(5);
    expect(statuses.filter(unless([403]))).toEqual([]);
  });

  it('answers a super admin without an error of the server', async () => {
    const asked = of((access) => isAdmin(access)).filter(
      ({ name }) => !/logout|sessions/.test(name)
    );
    expect((await statusesOf(superAdmin, asked)).filter((each) => each >= '500')).toEqual([]);
  });

  it('closes a route that stands in no line', async () => {
    routerOf(app).get('/unlisted', (ctx) => {
      ctx.body = 'open';
    });
    const response = await superAdmin.get('/unlisted');
    expect(response.status).toBe(403);
  });

  it('leaves an address that leads nowhere a 404', async () => {
    expect((await nobody.get('/api/nothing-of-this-name')).status).toBe(404);
    expect((await nobody.get('/nothing-of-this-name')).status).toBe(404);
  });

  it('asks about addresses for a content type only who writes it', async () => {
    const body = { contentTypeUID: 'api::article.article', field: 'slug', data: { title: 'a' } };
    const path = '/content-manager/uid/generate?locale=zh-Hans';
    expect((await bare.post(path, body)).status).toBe(403);
    const editor = await app.api.as('editor');
    expect((await editor.post(path, body)).status).toBe(200);
  });
});
