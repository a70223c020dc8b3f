import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  enqueue,
  outgoing,
  runCommandOn,
  sendDue,
  sendingBy,
  smtpRefusal,
  startApp,
  startMailServer,
  storedMessage,
  type TestApp,
} from '../support';

jest.setTimeout(300_000);

describe('an outbox whose mail server is in a bad way', () => {
  const withServer = async (
    environment: Record<string, string>,
    work: (app: TestApp, database: Knex) => Promise<void>
  ): Promise<void> => {
    const app = await startApp({ environment });
    const database = connect(app.database);
    try {
      await work(app, database);
    } finally {
      await database.destroy();
      await app.stop();
    }
  };

  const expectWaiting = async (app: TestApp, database: Knex, fault: string): Promise<void> => {
    const messages = [outgoing(), outgoing()];
    await enqueue(app, messages);
    await sendDue(app);
    const stored = await Promise.all(messages.map(({ key }) => storedMessage(database, key)));
    // The second one is not tried where the first one found nobody.
    expect(stored.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 0],
    ]);
    expect(stored[0]?.fault).toBe(fault);
  };

  it('waits where nobody listens, and where the server hangs before its greeting', async () => {
    const gone = await startMailServer();
    await gone.stop();
    await withServer(gone.environment, async (app, database) => {
      await expectWaiting(app, database, 'unreachable');
      await database('mail_messages').update({ state: 'cancelled' });
      const hanging = await startMailServer({ onConnect: () => undefined }, gone.port);
      try {
        await expectWaiting(app, database, 'no-answer');
      } finally {
        await hanging.stop();
      }
    });
  });

  it('waits where our login is refused, and tells nobody the password', async () => {
    const password = 'pass word&/😀-never-told';
    const strict = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        done(smtpRefusal(535, `5.7.8 ${auth.username} ${auth.password ?? ''} refused`)),
    });
    const { port } = strict;
    const environment = {
      ...sendingBy(port),
      SMTP_URL: `smtp://news:${encodeURIComponent(password)}@127.0.0.1:${port}`,
      SMTP_REQUIRE_TLS: 'false',
    };
    try {
      await withServer(environment, async (app, database) => {
        await expectWaiting(app, database, 'login-refused');
        const rows: unknown[] = await database('mail_messages');
        const events: unknown[] = await database('mail_delivery_events');
        const told = JSON.stringify([rows, events]);
        expect(told).toContain('5.7.8');
        expect(told).not.toContain('never-told');
      });
    } finally {
      await strict.stop();
    }
  });

  it('gives no password over a line that is not encrypted', async () => {
    let logins = 0;
    const open = await startMailServer({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        logins += 1;
        done(null, { user: 'news' });
      },
    });
    const environment = { ...open.environment, SMTP_USER: 'news', SMTP_PASSWORD: 'secret' };
    try {
      await withServer(environment, (app, database) => expectWaiting(app, database, 'not-secure'));
      expect(logins).toBe(0);
    } finally {
      await open.stop();
    }
  });

  it('keeps everything until it is set up', async () => {
    await withServer({ SMTP_URL: '', SMTP_HOST: '', SMTP_USER: '' }, async (app, database) => {
      const message = outgoing();
      await enqueue(app, [message]);
      await sendDue(app, 100_000);
      expect(await storedMessage(database, message.key)).toMatchObject({
        ...{ state: 'waiting', attempts: 0 },
      });
    });
  });

  it.each([
    ['SMTP_URL', { SMTP_URL: 'http://news:geheim@mail.example.test' }],
    ['MAIL_FROM', { SMTP_HOST: 'mail.example.test', MAIL_FROM: 'geheim' }],
  ])('says at the start that %s is wrong, and not what is in it', async (name, environment) => {
    const database = await createDatabase();
    try {
      const wrong = { ...sendingBy(25), ...environment };
      const { code, output } = await runCommandOn(
        { environment: { ...database.environment, ...wrong } },
        'reconcile'
      );
      expect(code).toBe(1);
      expect(output).toContain(name);
      expect(output).not.toContain('geheim');
    } finally {
      await database.drop();
    }
  });
});
