import type { Knex } from 'knex';
import type {
  MessageDetail,
  MessageResponse,
  MessagesResponse,
} from '../../src/plugins/mail/shared/contracts';
import {
  bodyOf,
  connect,
  enqueue,
  errorOf,
  outgoing,
  sendDue,
  smtpRefusal,
  startApp,
  startMailServer,
  storedMessage,
  type Client,
  type MailServer,
  type TestApp,
} from '../support';

jest.setTimeout(300_000);

const NONE = 'nosuchdocument0000000000';

describe('the outbox as the office sees it', () => {
  let app: TestApp;
  let database: Knex;
  let server: MailServer;
  let office: Client;
  let handlesMessage: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    server = await startMailServer({
      onMessage: () => handlesMessage(),
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('gone') ? smtpRefusal(550, '5.1.1 No such user') : undefined),
    });
    app = await startApp({ environment: server.environment });
    database = connect(app.database);
    office = await app.api.as('office');
  });
  afterAll(async () => {
    await database.destroy();
    await app.stop();
    await server.stop();
  });

  const idOf = async (key: string): Promise<string> =>
    (await storedMessage(database, key)).document_id;

  const listed = async (query = ''): Promise<MessagesResponse> =>
    bodyOf(await office.get<MessagesResponse>(`/mail/messages?${query}`));

  const read = async (key: string): Promise<MessageDetail> =>
    bodyOf(await office.get<MessageResponse>(`/mail/messages/${await idOf(key)}`)).data;

  /** A message of each state that there is to come by, by the address in it. */
  const send = async (name: string): Promise<string> => {
    const message = outgoing({ recipient: { name, address: `${name}@unit.example.test` } });
    await enqueue(app, [message]);
    await sendDue(app);
    return message.key;
  };

  const sendUnsure = async (): Promise<string> => {
    handlesMessage = () => new Promise(() => undefined);
    const key = await send('unsure');
    handlesMessage = () => Promise.resolve();
    return key;
  };

  it('lists what there is, filtered by state, cause and words, a page at a time', async () => {
    const about = { uid: 'plugin::points.bulletin', documentId: 'another' };
    await send('gone');
    await send('here');
    await enqueue(app, [outgoing({ about, subject: '100%_到位 NOTICE' })]);
    const { data, meta } = await listed('pageSize=2');
    expect(data.map(({ state }) => state)).toEqual(['waiting', 'sent']);
    expect(meta).toMatchObject({
      pagination: { page: 1, pageSize: 2, pageCount: 2, total: 3 },
      sending: { on: true, from: 'news@culture.example.test' },
      states: { waiting: 1, sent: 1, failed: 1, unsure: 0, sending: 0, cancelled: 0 },
    });
    const [failed, ...others] = (await listed('state=failed')).data;
    expect([failed?.recipient.name, others]).toEqual(['gone', []]);
    expect(failed?.lastError).toContain('5.1.1 No such user');
    expect((await listed('about=another')).data).toMatchObject([{ about }]);
    const words = (text: string) => listed(`text=${encodeURIComponent(text)}`);
    expect((await words('100%_到位 notice')).data).toHaveLength(1);
    expect((await words('%')).data).toHaveLength(1);
    expect((await words('HERE@unit')).data).toMatchObject([{ recipient: { name: 'here' } }]);
    for (const query of ['state=lost', 'page=0', `text=${'x'.repeat(101)}`]) {
      expect((await office.get(`/mail/messages?${query}`)).status).toBe(400);
    }
  });

  it('shows one with its text and what became of it, in the language asked for', async () => {
    const key = await send('gone');
    const detail = await read(key);
    expect(detail).toMatchObject({
      ...{ state: 'failed', attempts: 1, sentAt: null, sentAgainAs: null, needsReason: false },
      may: { sendAgain: true, cancel: false },
      events: [{ event: 'started' }, { event: 'failed' }],
    });
    expect(detail.text).toContain('各单位');
    expect(detail.events[1]?.said).toContain('does not take mail for this address');
    const chinese = await office.get<MessageResponse>(`/mail/messages/${await idOf(key)}`, {
      language: 'zh-Hans',
    });
    expect(bodyOf(chinese).data.lastError).toMatch(/^邮件服务器不接收.*（.*No such user）$/);
    const missing = await office.get(`/mail/messages/${NONE}`);
    expect(missing.status).toBe(404);
    expect(errorOf(missing).message).toContain(NONE);
  });

  const again = async (key: string, body: object = {}) =>
    office.post<MessageResponse>(`/mail/messages/${await idOf(key)}/send-again`, body);

  it('sends again what is unsure for a reason, as a message that names the old one, once', async () => {
    const key = await sendUnsure();
    expect(await read(key)).toMatchObject({ state: 'unsure', needsReason: true });
    for (const body of [{}, { reason: '  ' }]) {
      const refused = await again(key, body);
      expect(refused.status).toBe(400);
      expect(errorOf(refused).message).toContain('reason');
    }
    const responses = await Promise.all([
      again(key, { reason: '电话核实未收到' }),
      again(key, { reason: '电话核实未收到' }),
    ]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 400]);
    const [made] = responses.filter(({ status }) => status === 200);
    const { data } = made!.body;
    expect(data).toMatchObject({ state: 'waiting', resendOf: await idOf(key), attempts: 0 });

    const before = server.received.length;
    await sendDue(app);
    expect(server.received).toHaveLength(before + 1);
    const old = await read(key);
    expect(old).toMatchObject({
      ...{ state: 'unsure', sentAgainAs: data.documentId, may: { sendAgain: false } },
      events: [
        ...[{ event: 'started' }, { event: 'unsure' }],
        { event: 'sent-again', reason: '电话核实未收到', person: 'Suite' },
      ],
    });
    const { data: sent } = bodyOf(
      await office.get<MessageResponse>(`/mail/messages/${data.documentId}`)
    );
    expect(sent.state).toBe('sent');
    expect(sent.messageId).not.toBe(old.messageId);
  });

  it('sends a failed one again without a reason, and none that is under way or has no address', async () => {
    const failed = await again(await send('gone'));
    expect(failed.status).toBe(200);
    const waiting = outgoing();
    await enqueue(app, [waiting]);
    expect(errorOf(await again(waiting.key)).message).toContain('on its way');
    const nowhere = outgoing({ recipient: { name: '', address: 'no address' } });
    await enqueue(app, [nowhere]);
    expect(errorOf(await again(nowhere.key)).message).toContain('no address');
  });

  it('keeps one that waits from being sent, and none that is sent', async () => {
    const waiting = outgoing({ recipient: { name: '', address: 'cancelled@unit.example.test' } });
    await enqueue(app, [waiting]);
    const cancel = async (key: string) =>
      office.post<MessageResponse>(`/mail/messages/${await idOf(key)}/cancel`);
    expect(bodyOf(await cancel(waiting.key)).data).toMatchObject({
      state: 'cancelled',
      events: [{ event: 'cancelled', person: 'Suite' }],
    });
    const before = server.received.length;
    await sendDue(app, 10_000);
    expect(
      server.received.slice(before).some(({ raw }) => raw.includes(waiting.recipient.address))
    ).toBe(false);
    for (const key of [waiting.key, await send('here')]) {
      const refused = await cancel(key);
      expect(refused.status).toBe(400);
      expect(errorOf(refused).message).toContain('does not wait');
    }
  });

  it('is there for the office and the super admin alone', async () => {
    const key = await send('gone');
    const path = `/mail/messages/${await idOf(key)}`;
    const [unit] = await app.make.units(1);
    const officer = (await app.make.person('officer', unit)).client;
    const leader = (await app.make.person('leader', unit)).client;
    const editor = await app.api.as('editor');
    const refusals: Array<[Client, number]> = [
      [app.api.public, 401],
      ...[officer, leader, editor].map((client): [Client, number] => [client, 403]),
    ];
    for (const [client, status] of refusals) {
      expect((await client.get('/mail/messages')).status).toBe(status);
      expect((await client.get(path)).status).toBe(status);
      expect((await client.post(`${path}/send-again`, { reason: 'x' })).status).toBe(status);
      expect((await client.post(`${path}/cancel`)).status).toBe(status);
    }
    expect(errorOf(await officer.get('/mail/messages')).message).toContain('read the outbox');
    const superAdmin = await app.api.as('super-admin');
    expect((await superAdmin.get('/mail/messages')).status).toBe(200);
    const reader = await app.api.withPermissions([{ action: 'plugin::mail.message.read' }]);
    expect((await reader.get(path)).status).toBe(200);
    expect((await reader.post(`${path}/send-again`)).status).toBe(403);
  });

  it('is written by nobody else, the super admin either', async () => {
    const superAdmin = await app.api.as('super-admin');
    const documentId = await idOf(await send('gone'));
    const list = '/content-manager/collection-types/plugin::mail.message';
    expect((await superAdmin.put(`${list}/${documentId}`, { state: 'waiting' })).status).toBe(403);
    expect((await superAdmin.delete(`${list}/${documentId}`)).status).toBe(403);
    expect((await superAdmin.post(list, { key: 'x' })).status).toBe(403);
    const events = app.make.documents('plugin::mail.delivery-event');
    await expect(events.create({ data: { event: 'accepted' } })).rejects.toThrow(
      '邮件及其发送记录'
    );
  });
});
