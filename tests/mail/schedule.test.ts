import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  enqueue,
  outgoing,
  startApp,
  startMailServer,
  storedMessage,
  type MailServer,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(300_000);

const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It has not come to it.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('an outbox with timed jobs', () => {
  let database: TestDatabase;
  let raw: Knex;
  let server: MailServer;
  let app: TestApp;
  let isAnswering = true;
  let handedOver = 0;

  beforeAll(async () => {
    server = await startMailServer({
      onMessage: () => {
        handedOver += 1;
        return isAnswering ? undefined : new Promise(() => undefined);
      },
    });
    database = await createDatabase();
    raw = connect(database);
    app = await startApp({
      database,
      environment: {
        ...server.environment,
        ...{ CRON_ENABLED: 'true', SHUTDOWN_TIMEOUT: '300' },
        ...{ SMTP_TIMEOUT: '60000', SMTP_DELIVERY_TIMEOUT: '60000' },
      },
    });
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
    await server.stop();
  });

  it('sends as soon as the cause is committed, and not before', async () => {
    const message = outgoing();
    await enqueue(app, [message], async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(server.received).toEqual([]);
    });
    await until(() => server.received.length === 1);
    await until(async () => (await storedMessage(raw, message.key)).state === 'sent');
    await enqueue(app, [outgoing(), outgoing()]);
    await until(() => server.received.length === 3);
  });

  it('ends without waiting for a server that does not answer, and knows what is unsure', async () => {
    isAnswering = false;
    const [message, after] = [outgoing(), outgoing()];
    await enqueue(app, [message, after]);
    await until(() => handedOver === 4);
    const began = Date.now();
    await app.close();
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await storedMessage(raw, message.key)).toMatchObject({
      ...{ state: 'unsure', fault: 'answer-lost' },
    });
    expect(await storedMessage(raw, after.key)).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});
