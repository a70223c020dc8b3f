import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import {
  connect,
  enqueue,
  outgoing,
  sendDue,
  sha256,
  smtpRefusal,
  startApp,
  startMailServer,
  storedEvents,
  storedMessage,
  type MailServer,
  type MailServerOptions,
  type ReceivedMail,
  type TestApp,
} from '../support';

jest.setTimeout(300_000);

/** Words that are encoded in a header (RFC 2047), as they were. */
const decoded = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, base64: string) =>
      Buffer.from(base64, 'base64').toString()
    )
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, quoted: string) =>
      decodeURIComponent(quoted.replaceAll('_', ' ').replaceAll('=', '%'))
    );

const headersOf = ({ raw }: ReceivedMail): string =>
  decoded((raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' '));

/** The parts of a message with files: of each its header lines and its bytes. */
const partsOf = ({ raw }: ReceivedMail): Array<{ head: string; bytes: Buffer }> => {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(raw) ?? [];
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', body = ''] = part.split('\r\n\r\n');
      return { head: head.replace(/\r\n[ \t]+/g, ' '), bytes: Buffer.from(body, 'base64') };
    });
};

describe('the outbox', () => {
  let app: TestApp;
  let database: Knex;
  let server: MailServer;
  /** What the server does in the case at hand; it takes everything unless told. */
  let behaviour: MailServerOptions = {};

  beforeAll(async () => {
    server = await startMailServer({
      onMessage: (mail, session) => behaviour.onMessage?.(mail, session),
      onRcptTo: (address, session, done) =>
        behaviour.onRcptTo ? behaviour.onRcptTo(address, session, done) : done(),
      onMailFrom: (address, session, done) =>
        behaviour.onMailFrom ? behaviour.onMailFrom(address, session, done) : done(),
    });
    app = await startApp({ environment: server.environment });
    app.strapi.log.level = 'error';
    database = connect(app.database);
  });
  afterAll(async () => {
    await database.destroy();
    await app.stop();
    await server.stop();
  });
  beforeEach(() => {
    behaviour = {};
    server.received.length = 0;
  });
  // What a case leaves waiting would be sent in the next one.
  afterEach(() =>
    database('mail_messages').where({ state: 'waiting' }).update({ state: 'failed' })
  );

  it('delivers a message once, with its file byte for byte and its names in Chinese', async () => {
    const bytes = randomBytes(500_000);
    const name = '三月份“信息采用”情况通报（定稿）.docx';
    const message = outgoing({
      attachments: [{ name, contentType: 'application/octet-stream', bytes }],
    });
    expect(await enqueue(app, [message])).toBe(1);
    await sendDue(app);
    await sendDue(app, 3_000);

    expect(server.received).toHaveLength(1);
    const [mail] = server.received as [ReceivedMail];
    expect(mail).toMatchObject({
      from: 'news@culture.example.test',
      to: ['wang@unit.example.test'],
    });
    const head = headersOf(mail);
    expect(head).toMatch(/^From: 宣传信息 <news@culture\.example\.test>$/m);
    expect(head).toMatch(/^To: 王小明 <wang@unit\.example\.test>$/m);
    expect(head).toMatch(/^Subject: 三月份信息采用情况通报$/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    const [text, file] = partsOf(mail);
    expect(text?.bytes.toString()).toBe(message.text);
    expect(sha256(file?.bytes ?? Buffer.alloc(0))).toBe(sha256(bytes));
    // One way of writing the name for most programs, the other one for those that know no better.
    expect(
      decodeURIComponent((file?.head ?? '').replace(/; filename\*\d+\*=(?:utf-8'')?/g, ''))
    ).toContain(name);
    expect(decoded(file?.head ?? '')).toContain(`name="${name}"`);

    const stored = await storedMessage(database, message.key);
    expect(stored).toMatchObject({ state: 'sent', attempts: 1, fault: null });
    expect(stored.message_id).toMatch(/^<[0-9a-f]{32}@culture\.example\.test>$/);
    expect(head).toContain(`Message-ID: ${stored.message_id}`);
    expect(stored.accepted_by).toMatch(/^127\.0\.0\.1: 250 /);
    expect(await storedEvents(database, message.key)).toEqual(['started', 'accepted']);
  });

  it('keeps a file once that goes to a hundred people, and opens few lines for them', async () => {
    const bytes = randomBytes(500_000);
    const messages = Array.from({ length: 100 }, (_, number) =>
      outgoing({
        recipient: { name: `收件人${number}`, address: `r${number}@unit.example.test` },
        attachments: [{ name: '通报.pdf', contentType: 'application/pdf', bytes }],
      })
    );
    const before = server.connections();
    expect(await enqueue(app, messages)).toBe(100);
    const kept: unknown[] = await database('mail_attachments').where({ checksum: sha256(bytes) });
    expect(kept).toHaveLength(1);
    await sendDue(app);
    expect(server.received).toHaveLength(50);
    await sendDue(app);
    expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(100);
    expect(server.received).toHaveLength(100);
    // One for fifty, unless the machine is slower than the line's patience.
    expect(server.connections() - before).toBeLessThan(10);
  });

  it('writes nothing where the cause is undone, and one message for one key', async () => {
    const undone = outgoing();
    const cause = enqueue(app, [undone], () => Promise.reject(new Error('undone')));
    await expect(cause).rejects.toThrow('undone');
    await expect(storedMessage(database, undone.key)).rejects.toThrow('no message');

    const message = outgoing();
    expect(await enqueue(app, [message, { ...message, subject: '又一次' }])).toBe(1);
    expect(await enqueue(app, [message])).toBe(0);
    await sendDue(app);
    expect(server.received).toHaveLength(1);
  });

  it('lets no address, name, subject or file name end a header or add a recipient', async () => {
    const good = outgoing({
      recipient: { name: 'A\r\nBcc: x@evil.test', address: 'a@unit.example.test' },
      subject: '通报\r\nBcc: y@evil.test\r\n\r\nbody',
      attachments: [
        {
          name: 'a"\r\nX-Evil: 1\r\n.pdf',
          contentType: 'application/pdf',
          bytes: Buffer.from('x'),
        },
      ],
    });
    const bad = ['b@c.cn, d@evil.test', 'b@c.cn>\r\nRCPT TO:<d@evil.test', '', '张三'].map(
      (address) => outgoing({ recipient: { name: '', address } })
    );
    expect(await enqueue(app, [good, ...bad])).toBe(5);
    await sendDue(app);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received as [ReceivedMail];
    expect(mail.to).toEqual(['a@unit.example.test']);
    expect(mail.raw).not.toMatch(/^(Bcc|X-Evil):/im);
    for (const { key } of bad) {
      const stored = await storedMessage(database, key);
      expect(stored).toMatchObject({ state: 'failed', attempts: 0, fault: 'bad-address' });
    }
    await expect(
      enqueue(app, [
        outgoing({
          attachments: [{ name: 'x', contentType: 'a/b\r\nX: 1', bytes: Buffer.from('x') }],
        }),
      ])
    ).rejects.toThrow('content type');
    await expect(enqueue(app, [outgoing({ key: '' })])).rejects.toThrow('key');
  });

  it('tries again what the server cannot take now, after the time that it waits', async () => {
    const message = outgoing();
    let count = 0;
    behaviour.onRcptTo = (_address, _session, done) => {
      count += 1;
      done(count === 1 ? smtpRefusal(450, '4.2.0 Greylisted') : undefined);
    };
    await enqueue(app, [message]);
    await sendDue(app);
    const stored = await storedMessage(database, message.key);
    expect(stored).toMatchObject({ state: 'waiting', attempts: 1, fault: 'server-busy' });
    expect(stored.fault_detail).toContain('Greylisted');
    await sendDue(app);
    expect(count).toBe(1);
    await sendDue(app, 2);
    expect(server.received).toHaveLength(1);
    expect(await storedMessage(database, message.key)).toMatchObject({
      ...{ state: 'sent', attempts: 2, fault: null, message_id: stored.message_id },
    });
    expect(await storedEvents(database, message.key)).toEqual([
      ...['started', 'deferred', 'started', 'accepted'],
    ]);
  });

  it('gives one up whose mailbox is unknown, and delivers to the others on the same line', async () => {
    const [one, unknown, other] = ['one', 'unknown', 'other'].map((name) =>
      outgoing({ recipient: { name, address: `${name}@unit.example.test` } })
    ) as [ReturnType<typeof outgoing>, ReturnType<typeof outgoing>, ReturnType<typeof outgoing>];
    behaviour.onRcptTo = ({ address }, _session, done) => {
      done(address.startsWith('unknown') ? smtpRefusal(550, '5.1.1 No such user') : undefined);
    };
    const before = server.connections();
    await enqueue(app, [one, unknown, other]);
    await sendDue(app);
    expect(server.connections() - before).toBe(1);
    expect(server.received.map(({ to }) => to[0])).toEqual([
      ...['one@unit.example.test', 'other@unit.example.test'],
    ]);
    expect(await storedMessage(database, unknown.key)).toMatchObject({
      ...{ state: 'failed', attempts: 1, fault: 'recipient-refused' },
    });
  });

  it('gives up what the server will not have, and waits where we are not wanted as the sender', async () => {
    const spam = outgoing();
    behaviour.onMessage = () => Promise.reject(smtpRefusal(554, '5.7.1 Spam'));
    await enqueue(app, [spam]);
    await sendDue(app);
    expect(await storedMessage(database, spam.key)).toMatchObject({
      ...{ state: 'failed', fault: 'content-refused' },
    });
    const ours = outgoing();
    behaviour = { onMailFrom: (_address, _session, done) => done(smtpRefusal(553, 'not you')) };
    await enqueue(app, [ours]);
    await sendDue(app);
    expect(await storedMessage(database, ours.key)).toMatchObject({
      ...{ state: 'waiting', fault: 'sender-refused' },
    });
  });

  it('gives up after nine attempts', async () => {
    const message = outgoing();
    behaviour.onRcptTo = (_address, _session, done) => done(smtpRefusal(451, 'later'));
    await enqueue(app, [message]);
    const minutes = [0, 1, 6, 21, 81, 261, 621, 1341, 2781];
    for (const [index, minute] of minutes.entries()) {
      await sendDue(app, minute + (index + 1) / 10);
      const state = index < minutes.length - 1 ? 'waiting' : 'failed';
      expect(await storedMessage(database, message.key)).toMatchObject({
        ...{ state, attempts: index + 1 },
      });
    }
    await sendDue(app, 100_000);
    expect((await storedMessage(database, message.key)).attempts).toBe(9);
  });

  it('does not send again what was handed over and not answered', async () => {
    const message = outgoing();
    const after = outgoing();
    let handedOver = 0;
    behaviour.onMessage = () => {
      handedOver += 1;
      // Never answered: the client waits as long as it is told to, and cuts the line.
      return new Promise(() => undefined);
    };
    await enqueue(app, [message, after]);
    await sendDue(app);
    expect(handedOver).toBe(1);
    const stored = await storedMessage(database, message.key);
    expect(stored).toMatchObject({ state: 'unsure', attempts: 1, fault: 'answer-lost' });
    expect(await storedMessage(database, after.key)).toMatchObject({
      state: 'waiting',
      attempts: 0,
    });
    behaviour = {};
    for (const minutes of [1, 60, 10_000]) await sendDue(app, minutes);
    expect(server.received.map(({ raw }) => raw.includes(stored.message_id ?? ''))).toEqual([
      false,
    ]);
    expect(await storedEvents(database, message.key)).toEqual(['started', 'unsure']);
  });
});
