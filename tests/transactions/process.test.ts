import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import {
  bodyOf,
  connect,
  createClient,
  createDatabase,
  entryStates,
  environmentOf,
  errorOf,
  serve,
  startApp,
  type Account,
  type Client,
  type TestDatabase,
} from '../support';

const ARTICLE = 'api::article.article';
const IN_FLIGHT = 8;

// Boots of processes of their own.
jest.setTimeout(600_000);

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const login = async (url: string, { email, password }: Account): Promise<Client> => {
  const response = await createClient(url).post<{ data: { token: string } }>('/admin/login', {
    email,
    password,
  });
  return createClient(url, bodyOf(response).data.token);
};

const statusOf = async (request: Promise<{ status: number }>): Promise<number | null> =>
  request.then(
    ({ status }) => status,
    () => null
  );

/** Until a server takes no new connection; the test's own time limit ends a wait in vain. */
const untilRefused = async (url: string): Promise<void> => {
  while ((await statusOf(fetch(new URL('/_health', url)))) !== null) await wait(100);
};

/** Until so many requests to publish have come in; begun before they are sent. */
const publishRequests = (child: ChildProcess, count: number): Promise<void> =>
  new Promise((resolve) => {
    let missing = count;
    const look = ({ received }: { received?: string }): void => {
      if (!received?.endsWith('/actions/publish')) return;
      missing -= 1;
      if (missing > 0) return;
      child.off('message', look);
      resolve();
    };
    child.on('message', look);
  });

describe('the process of a server', () => {
  let database: TestDatabase;
  let raw: Knex;
  let account: Account;
  let documentIds: string[];

  beforeAll(async () => {
    database = await createDatabase();
    const app = await startApp({ database });
    await app.make.ruleSet();
    account = await app.api.accountOf('super-admin');
    documentIds = [];
    for (let count = 0; count < IN_FLIGHT; count += 1) {
      const submission = await app.make.submission({ units: await app.make.units(1) });
      const { documentId } = await app.make.article({ placement: 'headline', submission });
      documentIds.push(documentId);
    }
    await app.close();
    raw = connect(database);
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  const publish = (client: Client, documentId: string): Promise<{ status: number }> =>
    client.post(`/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`, {});

  /** Lets nobody publish until `work` is done. */
  const whileHeld = async <T>(work: () => Promise<T>): Promise<T> => {
    const isPostgres = database.kind === 'postgres';
    await raw.raw(isPostgres ? 'select 1' : 'begin immediate');
    const holder = isPostgres ? await raw.transaction() : null;
    await holder?.raw('select pg_advisory_xact_lock(720260801)');
    try {
      return await work();
    } finally {
      await holder?.rollback();
      if (!isPostgres) await raw.raw('rollback');
    }
  };

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers the requests in flight before it ends on %s, and takes no new one',
    async (signal) => {
      const { child, url, exited } = await serve({
        ...environmentOf(database),
        SHUTDOWN_TIMEOUT: '300000',
        DATABASE_BUSY_TIMEOUT: '300000',
        TELL_REQUESTS: 'true',
      });
      const client = await login(url, account);
      const { publishing } = await whileHeld(async () => {
        const received = publishRequests(child, documentIds.length);
        const requests = Promise.all(
          documentIds.map((documentId) => statusOf(publish(client, documentId)))
        );
        await received;
        child.kill(signal);
        await untilRefused(url);
        return { publishing: requests };
      });
      expect(await publishing).toEqual(documentIds.map(() => 200));
      expect(await exited).toEqual([0, null]);
      for (const state of await entryStates(raw)) {
        expect(state).toMatchObject({ published: 1, standing: 1, net: 300 });
      }
    }
  );
});

/** A way to the database that can be cut. */
const startProxy = async (target: URL) => {
  const sockets = new Set<Socket>();
  let server: Server;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const open = async (port: number): Promise<number> => {
    server = createServer((client) => {
      const upstream = connectTo(Number(target.port), target.hostname);
      keep(client);
      keep(upstream);
      client.pipe(upstream).pipe(client);
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroy());
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await open(0);
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port, cut, restore: () => open(port) };
};

if (process.env.POINTS_TEST_DATABASE === 'postgres') {
  describe('a database that is away', () => {
    it('is told to visitors and people logged in with 503, and all goes on when it is back', async () => {
      const database = await createDatabase();
      const direct = new URL(database.environment.DATABASE_URL ?? '');
      const proxy = await startProxy(direct);
      const through = new URL(direct);
      through.port = String(proxy.port);
      const { child, url, exited } = await serve({
        ...environmentOf(database),
        DATABASE_URL: through.href,
      });
      const api = createClient(url);
      const made = await api.post<{ data: { token: string } }>('/admin/register-admin', {
        email: 'first@suite.test',
        firstname: 'Suite',
        password: 'Aa1-suite-password',
      });
      const person = createClient(url, bodyOf(made).data.token);
      expect((await person.get('/admin/users/me')).status).toBe(200);
      await proxy.cut();
      for (const language of ['en', 'zh-CN']) {
        for (const address of ['/api/articles', '/api/columns/tree', '/api/search?q=文化馆']) {
          const error = errorOf(await api.get(address, { language }));
          expect(error).toMatchObject({ status: 503 });
          expect(error.message).toMatch(language === 'en' ? /^The database/ : /^数据库/);
        }
      }
      const attempt = await api.post('/admin/login', { email: 'a@b.test', password: 'Aa1-aaaaaa' });
      expect(attempt.status).toBe(503);
      expect((await person.get('/admin/users/me')).status).toBe(503);
      await proxy.restore();
      expect((await person.get('/admin/users/me')).status).toBe(200);
      expect((await api.get('/api/articles')).status).toBe(200);
      child.kill('SIGTERM');
      expect(await exited).toEqual([0, null]);
      await proxy.cut();
      await database.drop();
    });
  });
}
