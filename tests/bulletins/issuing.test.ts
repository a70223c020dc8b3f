import type { Knex } from 'knex';
import type {
  AddresseesResponse,
  DeskResponse,
  DeskSummaryResponse,
  MyBulletinResponse,
  MyBulletinsResponse,
  ReceiptResponse,
  ReceiptsResponse,
  ReceiptView,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  createDatabase,
  errorOf,
  refusalOf,
  sealThrough,
  sendDue,
  sha256,
  startApp,
  startMailServer,
  type ApiResponse,
  type Client,
  type Document,
  type MailServer,
  type Person,
  type ReceivedMail,
  type TestApp,
  type TestDatabase,
} from '../support';

// The application boots twice: without a mail server, and with one.
jest.setTimeout(300_000);

const UNIT = 'plugin::points.unit';
const OFFICER = 'plugin::points.officer';
const MANAGER = `/content-manager/collection-types/${UNIT}`;

const HEAD = { headName: '马馆长', headMail: 'ma@library.example.test' };

/** What stands in a mail of one file: its text, and the bytes of the file. */
const partsOf = ({ raw }: ReceivedMail): { text: string; file: Buffer } => {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const [, text = '', file = ''] = raw.split(`--${boundary}`);
  const decoded = (part: string): Buffer =>
    Buffer.from(part.slice(part.indexOf('\r\n\r\n')).replaceAll('\r\n', ''), 'base64');
  return { text: decoded(text).toString('utf8'), file: decoded(file) };
};

describe('telling the heads of a bulletin', () => {
  let database: TestDatabase;
  let app: TestApp;
  let raw: Knex;
  let server: MailServer;
  let office: Client;
  let library: Document;
  let museum: Document;
  let left: Document;
  let officer: Person;
  let leader: Person;
  let stranger: Person;
  let months: Record<'january' | 'february' | 'march', string>;

  beforeAll(async () => {
    server = await startMailServer();
    database = await createDatabase();
    raw = connect(database);
    app = await startApp({ database });
    await app.make.ruleSet();
    [library, museum] = await app.make.units(2);
    left = await app.make.unit({ name: '已撤销单位', activeTo: '2026-01-15' });
    await app.make.documents(UNIT).update({ documentId: library.documentId, data: HEAD });
    officer = await app.make.person('officer', library);
    leader = await app.make.person('leader', library);
    stranger = await app.make.person('officer', museum);
    await app.make.officer(library, { name: '无账号信息员' });
    const submission = await app.make.submission({ units: [library] });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-01-20' });
    const january = (await sealThrough(app, '2026-01')).documentId;
    const february = (await sealThrough(app, '2026-02')).documentId;
    const march = (await sealThrough(app, '2026-03')).documentId;
    months = { january, february, march };
    await logIn();
  });
  afterAll(async () => {
    await app.close();
    await raw.destroy();
    await database.drop();
    await server.stop();
  });

  const logIn = async (): Promise<void> => {
    office = await app.api.as('office');
    for (const person of [officer, leader, stranger]) {
      person.client = await app.api.login(person.account);
    }
  };

  const path = (documentId: string, action: string): string =>
    `/points/bulletins/${documentId}/${action}`;

  const issue = (documentId: string): Promise<ApiResponse<ReceiptsResponse>> =>
    office.post<ReceiptsResponse>(path(documentId, 'issue'));

  const receiptsOf = async (documentId: string): Promise<ReceiptsResponse> =>
    bodyOf(await office.get<ReceiptsResponse>(path(documentId, 'receipts')));

  const headIn = async (documentId: string, unit: Document): Promise<ReceiptView> => {
    const { data } = await receiptsOf(documentId);
    return data.find(({ role, unitName }) => role === 'head' && unitName === unit.name)!;
  };

  const mail = (
    documentId: string,
    receipt: ReceiptView,
    body = {}
  ): Promise<ApiResponse<ReceiptResponse>> =>
    office.post<ReceiptResponse>(path(documentId, `receipts/${receipt.documentId}/mail`), body);

  const mine = async ({ client }: Person): Promise<MyBulletinsResponse> =>
    bodyOf(await client.get<MyBulletinsResponse>('/points/my-bulletins'));

  const take = (
    { client }: Person,
    documentId: string,
    action: 'read' | 'acknowledge'
  ): Promise<ApiResponse<MyBulletinResponse>> =>
    client.post<MyBulletinResponse>(`/points/my-bulletins/${documentId}/${action}`);

  const refused = (response: ApiResponse<unknown>): [number, string] => [
    response.status,
    errorOf(response).message,
  ];

  const changeUnit = (unit: Document, data: object): Promise<unknown> =>
    app.make.documents(UNIT).update({ documentId: unit.documentId, data });

  const exported = async (documentId: string): Promise<Buffer> => {
    const response = await fetch(
      new URL(`/points/my-bulletins/${documentId}/file?format=pdf`, app.url),
      { headers: { authorization: `Bearer ${await tokenOf(officer)}` } }
    );
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

  const tokenOf = async ({ account: { email, password } }: Person): Promise<string> => {
    const login = await app.api.public.post<{ data: { token: string } }>('/admin/login', {
      ...{ email, password },
    });
    return bodyOf(login).data.token;
  };

  describe('the head of a unit', () => {
    it('has an address that mail can be sent to, and a name with it', async () => {
      const wrong = await office.put(`${MANAGER}/${museum.documentId}`, {
        ...{ headName: '齐馆长', headMail: 'qi@example.test, other@example.test' },
      });
      expect(refused(wrong)).toEqual([400, expect.stringContaining('(headMail)') as unknown]);
      const nameless = await office.put(`${MANAGER}/${museum.documentId}`, {
        headMail: 'qi@example.test',
      });
      expect(refused(nameless)).toEqual([400, expect.stringContaining('(headName)') as unknown]);
    });

    it('is, if of the members at all, one of the own unit', async () => {
      const foreign = await office.put(`${MANAGER}/${museum.documentId}`, {
        headMember: { connect: [{ documentId: officer.record.documentId }] },
      });
      expect(refused(foreign)).toEqual([400, expect.stringContaining('(headMember)') as unknown]);
    });

    it('is read by the office and the own unit alone', async () => {
      const shown = await office.get<{ data: object }>(`${MANAGER}/${library.documentId}`);
      expect(bodyOf(shown).data).toMatchObject(HEAD);
      expect((await mine(officer)).meta.heads).toMatchObject([
        { unit: { documentId: library.documentId }, name: HEAD.headName, mail: HEAD.headMail },
      ]);
      const secret = HEAD.headMail;
      for (const { client } of [officer, stranger, { client: await app.api.as('editor') }]) {
        for (const query of [
          `/${library.documentId}`,
          `?_q=${secret}`,
          `?filters[headMail][$eq]=${secret}`,
          '?sort=headMail&populate=*',
        ]) {
          const { body } = await client.get<{ results?: object[] }>(`${MANAGER}${query}`);
          expect(JSON.stringify(body)).not.toContain(secret);
          if (query.startsWith('?_q')) expect(body.results).toEqual([]);
        }
      }
      const open = await stranger.client.get(`${MANAGER}?filters[headMail][$contains]=ma@library`);
      const none = await stranger.client.get(`${MANAGER}?filters[headMail][$contains]=nobody`);
      expect(JSON.stringify(open.body)).toBe(JSON.stringify(none.body));
      expect(JSON.stringify(await mine(stranger))).not.toContain(secret);
    });
  });

  describe('while no mail server is set up', () => {
    it('says before whom issuing would tell, and whom no mail reaches', async () => {
      const { data } = bodyOf(
        await office.get<AddresseesResponse>(path(months.january, 'addressees'))
      );
      expect(data).toMatchObject({ issued: null, mailOn: false });
      expect(data.gaps).toEqual({ withoutHead: [museum.name, left.name], withoutMail: [] });
      expect(data.addressees.map(({ name, role }) => [role, name])).toEqual([
        ['head', HEAD.headName],
        ['leader', leader.name],
        ['officer', officer.name],
        ['officer', '无账号信息员'],
        ['head', ''],
        ['officer', stranger.name],
        ['head', ''],
      ]);
    });

    it('has told nobody before it is issued', async () => {
      expect(await receiptsOf(months.january)).toMatchObject({ data: [], meta: { issued: null } });
      expect((await mine(officer)).data).toEqual([]);
      expect(refused(await take(officer, months.january, 'read'))[0]).toBe(404);
    });

    it('leaves nothing behind where the transaction is undone', async () => {
      const issuing = app.strapi.plugin('points').service<{
        issue(documentId: string): Promise<unknown>;
      }>('issuing');
      const undone = app.strapi.db.transaction(async () => {
        await issuing.issue(months.january);
        throw new Error('undone');
      });
      expect(await refusalOf(undone as unknown as Promise<unknown>)).toBe('undone');
      expect(await raw('points_bulletin_receipts')).toEqual([]);
      const { data } = bodyOf(
        await office.get<AddresseesResponse>(path(months.january, 'addressees'))
      );
      expect(data.issued).toBeNull();
    });

    it('issues once, whoever of two is first, and says that no mail was sent', async () => {
      const told = await Promise.all([issue(months.january), issue(months.january)]);
      expect(told.map(({ status }) => status).sort()).toEqual([201, 400]);
      const { data, meta } = await receiptsOf(months.january);
      expect(data).toHaveLength(7);
      expect(meta).toMatchObject({
        issued: { by: 'Suite' },
        counts: { inPanel: 3, read: 0, acknowledged: 0, mailed: 0 },
        gaps: { withoutHead: [museum.name, left.name], withoutMail: [] },
        mailOn: false,
      });
      expect(data.map(({ mailState }) => mailState)).toEqual([
        ...['off', 'unsent', 'unsent', 'none', 'none', 'unsent', 'none'],
      ]);
      expect(await raw('mail_messages')).toEqual([]);
      expect(refused(await issue(months.january))).toEqual([
        400,
        expect.stringContaining('already') as unknown,
      ]);
    });

    it('sends nothing on demand either, and says why', async () => {
      const head = await headIn(months.january, library);
      const response = await mail(months.january, head);
      expect(refused(response)).toEqual([400, expect.stringContaining('SMTP_URL') as unknown]);
    });
  });

  describe('to who is told', () => {
    it('shows where the own unit stood, and notes the first opening', async () => {
      expect((await mine(officer)).data).toMatchObject([
        { documentId: months.january, month: '2026-01', readAt: null, acknowledgedAt: null },
      ]);
      const first = bodyOf(await take(officer, months.january, 'read')).data;
      expect(first.standings).toMatchObject([
        {
          unit: { documentId: library.documentId },
          of: 3,
          month: { rank: 1, adopted: 1 },
          year: { rank: 1, adopted: 1 },
        },
      ]);
      expect(first.readAt).not.toBeNull();
      expect(bodyOf(await take(officer, months.january, 'read')).data.readAt).toBe(first.readAt);
    });

    it('is acknowledged once, each for themselves', async () => {
      const waits = async (): Promise<[number, string[]]> => {
        const { client } = officer;
        const summary = bodyOf(await client.get<DeskSummaryResponse>('/points/desk/summary')).data;
        const desk = bodyOf(await client.get<DeskResponse>('/points/desk')).data;
        return [summary.bulletins, desk.bulletins.map(({ month }) => month)];
      };
      expect(await waits()).toEqual([1, ['2026-01']]);
      const first = bodyOf(await take(officer, months.january, 'acknowledge')).data;
      expect(first.acknowledgedAt).not.toBeNull();
      const again = bodyOf(await take(officer, months.january, 'acknowledge')).data;
      expect(again).toEqual(first);
      expect(await waits()).toEqual([0, []]);
      const { data, meta } = await receiptsOf(months.january);
      expect(meta.counts).toMatchObject({ inPanel: 3, read: 1, acknowledged: 1 });
      expect(data.filter(({ acknowledgedAt }) => acknowledgedAt !== null)).toMatchObject([
        { name: officer.name, acknowledgedBy: 'Suite', readAt: first.readAt },
      ]);
      expect((await mine(leader)).data).toMatchObject([{ readAt: null, acknowledgedAt: null }]);
    });

    it('is nobody else’s to read', async () => {
      const other = await app.make.person('officer', await app.make.unit());
      for (const action of ['read', 'acknowledge'] as const) {
        expect(refused(await take(other, months.january, action))[0]).toBe(404);
      }
      const file = `/points/my-bulletins/${months.january}/file`;
      expect((await other.client.get(file)).status).toBe(404);
      for (const action of ['receipts', 'addressees']) {
        expect((await officer.client.get(path(months.january, action))).status).toBe(403);
      }
      expect((await officer.client.post(path(months.february, 'issue'))).status).toBe(403);
      expect((await office.get('/points/my-bulletins')).status).toBe(403);
      await app.make
        .documents(OFFICER)
        .update({ documentId: stranger.record.documentId, data: { activeTo: '2026-01-31' } });
      expect((await mine(stranger)).data).toEqual([]);
    });
  });

  describe('once a mail server is set up', () => {
    beforeAll(async () => {
      await app.close();
      app = await startApp({ database, environment: server.environment });
      await logIn();
    });

    it('mails what was not sent for the first time, with the file that exporting gives', async () => {
      const head = await headIn(months.january, library);
      const { data } = bodyOf(await mail(months.january, head));
      expect(data).toMatchObject({ mailState: 'waiting', mailings: [{ reason: null }] });
      expect(refused(await mail(months.january, head))).toEqual([
        400,
        expect.stringContaining('under way') as unknown,
      ]);
      await sendDue(app);
      expect(server.received).toHaveLength(1);
      const [received] = server.received;
      expect(received!.to).toEqual([HEAD.headMail]);
      const { file, text } = partsOf(received!);
      expect(text).toContain('2026年1月份');
      expect(text).toContain('列第 1 名（共 3 个）');
      expect(sha256(file)).toBe(sha256(await exported(months.january)));
      expect((await headIn(months.january, library)).mailState).toBe('sent');
    });

    it('mails again with a reason, each time on record', async () => {
      const head = await headIn(months.january, library);
      expect(head.needsReason).toBe(true);
      expect(refused(await mail(months.january, head))).toEqual([
        400,
        expect.stringContaining('(reason)') as unknown,
      ]);
      bodyOf(await mail(months.january, head, { reason: '对方未收到' }));
      await sendDue(app);
      expect(server.received).toHaveLength(2);
      expect((await headIn(months.january, library)).mailings).toMatchObject([
        { by: 'Suite', reason: null, state: 'sent', address: HEAD.headMail },
        { by: 'Suite', reason: '对方未收到', state: 'sent', address: HEAD.headMail },
      ]);
    });

    it('mails to a head who was named later, and keeps the names as they were', async () => {
      const before = await headIn(months.january, museum);
      expect(refused(await mail(months.january, before))).toEqual([
        400,
        expect.stringContaining('(headMail)') as unknown,
      ]);
      await changeUnit(museum, { headName: '齐馆长', headMail: 'qi@museum.example.test' });
      await changeUnit(library, {
        name: '改名图书馆',
        headName: '新馆长',
        headMail: 'new@library.example.test',
      });
      bodyOf(await mail(months.january, before));
      // Another head has not been told: that takes no reason.
      const old = await headIn(months.january, library);
      bodyOf(await mail(months.january, old));
      await sendDue(app);
      expect(server.received.slice(2).map(({ to }) => to[0])).toEqual([
        'qi@museum.example.test',
        'new@library.example.test',
      ]);
      expect(await headIn(months.january, library)).toMatchObject({
        ...{ unitName: library.name, name: HEAD.headName, mail: HEAD.headMail },
      });
      expect((await headIn(months.january, museum)).mailings).toMatchObject([
        { name: '齐馆长', address: 'qi@museum.example.test', state: 'sent' },
      ]);
    });

    it('mails to all heads on issuing, together with the receipts or not at all', async () => {
      const issuing = app.strapi.plugin('points').service<{
        issue(documentId: string): Promise<unknown>;
      }>('issuing');
      const counts = async () => [
        await raw('mail_messages').pluck('key'),
        await raw('points_bulletin_receipts').pluck('document_id'),
      ];
      const before = await counts();
      const undone = app.strapi.db.transaction(async () => {
        await issuing.issue(months.february);
        throw new Error('undone');
      });
      expect(await refusalOf(undone as unknown as Promise<unknown>)).toBe('undone');
      expect(await counts()).toEqual(before);

      const told = await Promise.all([issue(months.february), issue(months.february)]);
      expect(told.map(({ status }) => status).sort()).toEqual([201, 400]);
      await sendDue(app);
      await sendDue(app);
      const mails = server.received.slice(4);
      expect(mails.map(({ to }) => to[0])).toEqual([
        'new@library.example.test',
        'qi@museum.example.test',
      ]);
      const bytes = sha256(await exported(months.february));
      expect(mails.map((each) => sha256(partsOf(each).file))).toEqual([bytes, bytes]);
      const { data, meta } = await receiptsOf(months.february);
      expect(meta).toMatchObject({ mailOn: true, counts: { mailed: 2 } });
      expect(data.map(({ unitName }) => unitName)).not.toContain(left.name);
    });

    it('tells a head with an account in the panel too, once', async () => {
      await changeUnit(library, {
        headMember: { connect: [{ documentId: leader.record.documentId }] },
      });
      const { data } = bodyOf(await issue(months.march));
      const own = data.filter(({ unitName }) => unitName === '改名图书馆');
      expect(own.map(({ inPanel, name, role }) => [role, name, inPanel])).toEqual([
        ['head', '新馆长', true],
        ['officer', officer.name, true],
        ['officer', '无账号信息员', false],
      ]);
      expect((await mine(leader)).data.map(({ month }) => month)).toEqual([
        '2026-03',
        '2026-02',
        '2026-01',
      ]);
    });

    it('knows no other receipt, and none of another bulletin', async () => {
      const head = await headIn(months.january, museum);
      expect((await mail(months.february, head)).status).toBe(404);
      expect((await issue('none')).status).toBe(404);
      expect((await office.get(path('none', 'receipts'))).status).toBe(404);
      const unissued = (await sealThrough(app, '2026-04')).documentId;
      expect(refused(await mail(unissued, head))).toEqual([
        400,
        expect.stringContaining('not issued') as unknown,
      ]);
    });

    it('keeps receipts from being written by hand', async () => {
      const receipts = app.make.documents('plugin::points.bulletin-receipt');
      expect(await refusalOf(receipts.create({ data: {} }))).toMatch(/印发时由系统登记/);
      const [row] = (await raw('points_bulletin_receipts')) as [{ document_id: string }];
      const change = receipts.update({ documentId: row.document_id, data: { name: '他人' } });
      expect(await refusalOf(change)).toMatch(/印发时由系统登记/);
    });
  });
});
