import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  databaseKind,
  enqueue,
  outgoing,
  ROOT,
  sendDue,
  startApp,
  startInstance,
  startMailServer,
  storedEvents,
  storedMessage,
  type Instance,
  type MailServer,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(600_000);

const never = (): Promise<void> => new Promise(() => undefined);

describe('a process killed between handing over and the answer', () => {
  let database: TestDatabase;
  let raw: Knex;
  let server: MailServer;
  let heard: () => void = () => undefined;
  let isAnswering = false;

  beforeAll(async () => {
    database = await createDatabase();
    raw = connect(database);
    server = await startMailServer({
      onMessage: () => {
        heard();
        return isAnswering ? undefined : never();
      },
    });
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
    await server.stop();
  });

  const inApp = async (work: (app: TestApp) => Promise<void>): Promise<void> => {
    const app = await startApp({
      database,
      environment: { ...server.environment, SMTP_DELIVERY_TIMEOUT: '600000' },
    });
    try {
      await work(app);
    } finally {
      await app.close();
    }
  };

  const sendUntilKilled = async (): Promise<void> => {
    const instance = await startInstance(database, ROOT, {
      ...server.environment,
      ...{ SMTP_TIMEOUT: '60000', SMTP_DELIVERY_TIMEOUT: '60000' },
    });
    try {
      const handedOver = new Promise<void>((resolve) => {
        heard = resolve;
      });
      instance.sendMail().catch(() => undefined);
      await handedOver;
    } finally {
      await instance.kill();
    }
  };

  it('leaves what may have arrived to a person, and sends what it had not begun', async () => {
    const [message, after] = [outgoing(), outgoing()];
    await inApp(async (app) => {
      await enqueue(app, [message, after]);
    });
    await sendUntilKilled();
    expect(await storedMessage(raw, message.key)).toMatchObject({ state: 'sending', attempts: 1 });

    isAnswering = true;
    await inApp(async (app) => {
      await sendDue(app);
      expect(await storedMessage(raw, message.key)).toMatchObject({ state: 'sending' });
      for (const minutes of [30, 60, 10_000]) await sendDue(app, minutes);
    });
    expect(await storedMessage(raw, message.key)).toMatchObject({
      ...{ state: 'unsure', attempts: 1, fault: 'interrupted' },
    });
    expect(await storedEvents(raw, message.key)).toEqual(['started', 'unsure']);
    expect(await storedMessage(raw, after.key)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(server.received).toHaveLength(1);
  });
});

const WAYS = {
  postgres: 'two instances in processes of their own',
  sqlite: 'one instance, side by side: SQLite has no second',
} as const;

describe('sending at once', () => {
  let app: TestApp;
  let raw: Knex;
  let server: MailServer;
  let instances: Instance[] = [];

  beforeAll(async () => {
    server = await startMailServer();
    app = await startApp({ environment: server.environment });
    raw = connect(app.database);
    if (app.database.kind === 'postgres') {
      const start = () => startInstance(app.database, ROOT, server.environment);
      instances = await Promise.all([start(), start()]);
    }
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await raw.destroy();
    await app.stop();
    await server.stop();
  });

  const sendEverywhere = (): Promise<unknown> =>
    Promise.all([
      ...instances.map((instance) => instance.sendMail()),
      ...(instances.length > 0 ? [] : [sendDue(app), sendDue(app)]),
    ]);

  it(`delivers each message once (${WAYS[databaseKind()]})`, async () => {
    const messages = Array.from({ length: 60 }, (_, number) =>
      outgoing({ recipient: { name: '', address: `r${number}@unit.example.test` } })
    );
    await enqueue(app, messages);
    for (let round = 0; round < 6; round += 1) await sendEverywhere();
    const recipients = server.received.map(({ to }) => to[0]);
    expect(recipients).toHaveLength(60);
    expect(new Set(recipients).size).toBe(60);
    const [row] = await raw('mail_delivery_events').where({ event: 'started' }).count('* as count');
    expect(Number(row?.count)).toBe(60);
  });
});
