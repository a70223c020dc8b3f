import JSZip from 'jszip';
import type { Knex } from 'knex';
import type {
  Invitation,
  InvitationResponse,
  JoiningBody,
  JoiningResponse,
  NewUnitBody,
  NewUnitResponse,
  SetupResponse,
  UnitImportResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  createClient,
  errorOf,
  sendDue,
  startApp,
  startMailServer,
  today,
  type ApiResponse,
  type Client,
  type Document,
  type MailServer,
  type TestApp,
} from '../support';

const SUBMISSION = 'plugin::points.submission';
const MANAGER = '/content-manager/collection-types';
const PANEL = 'https://cms.bureau.example.test/admin';
const PASSWORD = 'Wen-hua-2026-ju';
const TABLES = ['points_units', 'points_officers', 'admin_users', 'mail_messages'] as const;

interface LoggedIn {
  data: { token: string };
}

interface List {
  results: Document[];
}

const SCHEMAS = 'http://schemas.openxmlformats.org';
const PACKED = `${SCHEMAS}/package/2006`;
const OFFICE = `${SCHEMAS}/officeDocument/2006/relationships`;
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`;
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet with texts in its cells. */
const workbookOf = async (rows: readonly string[][]): Promise<ArrayBuffer> => {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const zip = new JSZip();
  const tie = (kind: string, target: string): string =>
    `<Relationships xmlns="${PACKED}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${PACKED}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`
  );
  zip.file('_rels/.rels', tie('officeDocument', 'xl/workbook.xml'));
  zip.file('xl/_rels/workbook.xml.rels', tie('worksheet', 'worksheets/sheet1.xml'));
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="单位" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
  const lines = rows.map((row, index) => `<row r="${index + 1}">${cells(row)}</row>`).join('');
  zip.file(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${MAIN}"><sheetData>${lines}</sheetData></worksheet>`
  );
  return zip.generateAsync({ type: 'arraybuffer' });
};

/** One suite in order: a bureau is set up once. */
describe('a bureau from nothing', () => {
  let app: TestApp;
  let database: Knex;
  let server: MailServer;
  let admin: Client;
  let office: Client;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startApp({ environment: { ...server.environment, PANEL_URL: `${PANEL}/` } });
    database = connect(app.database);
  });
  afterAll(async () => {
    await database.destroy();
    await app.stop();
    await server.stop();
  });

  const setup = async (client = admin): Promise<SetupResponse['data']> =>
    bodyOf(await client.get<SetupResponse>('/points/setup')).data;

  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await setup()).steps.map(({ key, state }) => [key, state]));

  const whyOf = async (key: string): Promise<string> =>
    (await setup()).steps.find((step) => step.key === key)?.why ?? '';

  const found = (
    body: Partial<NewUnitBody>,
    client = office
  ): Promise<ApiResponse<NewUnitResponse>> =>
    client.post('/points/units', { code: 'X', name: '新馆', kind: 'institution', ...body });

  const counts = async (): Promise<number[]> => {
    const rows = [];
    for (const table of TABLES) {
      rows.push(Number(((await database(table).count({ n: '*' }).first()) as { n: unknown }).n));
    }
    return rows;
  };

  const registered = async ({ name, token }: Invitation): Promise<Client> => {
    const userInfo = { firstname: name, lastname: null, password: PASSWORD };
    const taken = await app.api.public.post<LoggedIn>('/admin/register', {
      registrationToken: token,
      userInfo,
    });
    return createClient(app.url, bodyOf(taken).data.token);
  };

  it('begins with the first login, which is told what to do and in which order', async () => {
    const first = { email: 'admin@bureau.example.test', firstname: '管理员', password: PASSWORD };
    const made = await app.api.public.post<LoggedIn>('/admin/register-admin', first);
    admin = createClient(app.url, bodyOf(made).data.token);
    office = await app.api.as('office');

    const { canMail, invitations, isComplete, ruleSet, steps } = await setup();
    expect({ canMail, invitations, isComplete }).toEqual({
      ...{ canMail: true, invitations: [], isComplete: false },
    });
    expect(ruleSet).not.toBeNull();
    expect(steps.map(({ key, state }) => `${key} ${state}`)).toEqual([
      ...['rule-set open', 'units open', 'officers hindered', 'heads hindered'],
      ...['columns hindered', 'mail open', 'submission hindered', 'entry hindered'],
    ]);
    expect(steps.filter(({ isRequired }) => !isRequired).map(({ key }) => key)).toEqual([
      ...['heads', 'columns', 'mail'],
    ]);
    expect(await whyOf('officers')).toBe('First: Units.');
    const chinese = await admin.get<SetupResponse>('/points/setup', { language: 'zh-Hans' });
    expect(
      bodyOf(chinese)
        .data.steps.map(({ title }) => title)
        .slice(0, 5)
    ).toEqual([...['计分标准', '单位', '信息员及账号', '主要负责人及邮箱', '栏目责任单位']]);
  });

  it('puts the rule set of the regulation in force', async () => {
    const install = (from: string) => admin.post('/points/setup/rule-set', { from });
    expect(errorOf(await install('2026-02-30')).message).toMatch(/effectiveFrom/);
    bodyOf(await install(today()));
    expect((await states())['rule-set']).toBe('done');
    expect(errorOf(await install('2026-01-01')).message).toMatch(/only one rule set is in force/);
  });

  it('lets mail be tried', async () => {
    bodyOf(await admin.post('/points/setup/test-mail', {}));
    expect(await whyOf('mail')).toMatch(/under way/);
    expect(errorOf(await admin.post('/points/setup/test-mail', {})).status).toBe(400);
    await sendDue(app);
    expect((await states()).mail).toBe('done');
    expect(await whyOf('mail')).toMatch(/admin@bureau\.example\.test/);
  });

  let officer: Client;
  let museum: Document;

  it('makes a unit whole, with accounts that their owners take', async () => {
    const { invitations, unit } = bodyOf(
      await found({
        ...{ name: '市博物馆', code: 'J01', kind: 'institution', signOff: true },
        officers: [{ name: '王小明', mail: 'Wang@Museum.example.test' }, { name: '李静' }],
        leader: { name: '顾明远', mail: 'gu@museum.example.test' },
        head: { is: 'leader' },
        sendMail: true,
      })
    ).data;
    expect(invitations).toMatchObject([
      { name: '王小明', position: 'officer', unit: '市博物馆', mail: 'wang@museum.example.test' },
      { name: '顾明远', position: 'leader', unit: '市博物馆', mail: 'gu@museum.example.test' },
    ]);
    expect(invitations.every(({ isMailed, token }) => isMailed && token !== null)).toBe(true);
    const saved = await app.make.documents('plugin::points.unit').findOne({
      documentId: unit.documentId,
      populate: { headMember: true },
    });
    expect(saved).toMatchObject({
      ...{ signOff: true, headMail: 'gu@museum.example.test', headMember: { name: '顾明远' } },
    });
    const accounts: Array<{ code: string; is_active: unknown; password: unknown }> = await database(
      'admin_users as u'
    )
      .join('admin_users_roles_lnk as l', 'l.user_id', 'u.id')
      .join('admin_roles as r', 'r.id', 'l.role_id')
      .where('u.email', 'like', '%museum.example.test')
      .orderBy('u.id')
      .select('u.email', 'r.code', 'u.is_active', 'u.password');
    expect(
      accounts.map(({ code, is_active, password }) => [code, Boolean(is_active), password])
    ).toEqual([
      ['officer', false, null],
      ['leader', false, null],
    ]);
    await sendDue(app);
    const token = invitations[0]?.token ?? '';
    expect(server.received.at(-1)?.to).toEqual(['gu@museum.example.test']);
    const letters = (await database('mail_messages').orderBy('id')) as Array<{ text: string }>;
    expect(letters.at(-2)?.text).toContain(`${PANEL}/auth/register?registrationToken=${token}`);
    expect((await setup()).invitations.map(({ name }) => name)).toEqual(['王小明', '顾明远']);
    expect(await whyOf('units')).toMatch(/lacking: department/);

    const logged = jest.spyOn(app.strapi.log, 'http');
    bodyOf(await app.api.public.get(`/admin/registration-info?registrationToken=${token}`));
    expect(JSON.stringify(logged.mock.calls)).toMatch(/registrationToken=\*\*\*/);
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
    logged.mockRestore();

    const [invitation] = invitations;
    if (!invitation) throw new Error('Nobody was invited.');
    officer = await registered(invitation);
    expect((await setup()).invitations.map(({ name }) => name)).toEqual(['顾明远']);
    museum = { id: 0, ...unit };
  });

  it('lets who was invited see no unit but their own', async () => {
    bodyOf(await found({ name: '公共服务处', code: 'C01', kind: 'department' }));
    const [other] = await app.make.documents('plugin::points.unit').findMany({
      filters: { code: 'C01' },
    });
    if (!other) throw new Error('The department was not made.');
    await app.make.submission({ units: [other], title: '别处的' });
    const own = await app.make.submission({ units: [museum], title: '本馆的' });
    const { results } = bodyOf(await officer.get<List>(`${MANAGER}/${SUBMISSION}`));
    expect(results.map(({ title }) => title)).toEqual(['本馆的']);
    for (const path of ['/points/setup', '/points/inbox']) {
      expect(errorOf(await officer.get(path)).status).toBe(403);
    }
    expect(errorOf(await found({}, officer)).status).toBe(403);

    expect(await states()).toMatchObject({ units: 'done', officers: 'open', submission: 'done' });
    expect(await whyOf('officers')).toMatch(/公共服务处/);
    await app.make.article({ submission: own, placement: 'headline', publish: true });
    expect(await states()).toMatchObject({ entry: 'done', heads: 'open' });
  });

  it('ties an account that is there and free, and is complete then', async () => {
    const spare = await app.api.accountOf('officer');
    const { invitations } = bodyOf(
      await found({
        ...{ name: '艺术处', code: 'C02', kind: 'department' },
        officers: [{ name: '周文', mail: spare.email }],
      })
    ).data;
    expect(invitations).toMatchObject([{ mail: spare.email, token: null, isMailed: false }]);
    const elsewhere = await found({ officers: [{ name: '周文', mail: spare.email }] });
    expect(errorOf(elsewhere).message).toMatch(/“周文” of the unit “艺术处”/);

    const [department] = await app.make
      .documents('plugin::points.unit')
      .findMany({ filters: { code: 'C01' } });
    await app.make
      .documents('plugin::points.unit')
      .update({ documentId: department?.documentId ?? '', data: { activeTo: '2026-01-01' } });
    expect(await setup()).toMatchObject({ isComplete: true });
    expect((await setup()).steps.find(({ key }) => key === 'officers')?.progress).toEqual({
      ...{ have: 2, need: 2 },
    });
  });

  it.each<[string, Partial<NewUnitBody> & Record<string, unknown>, RegExp]>([
    ['no name', { name: ' ' }, /name/],
    ['no kind', { kind: undefined }, /kind/],
    ['a kind that there is not', { kind: 'office' as never }, /kind.*institution.*department/],
    ['a code of another unit', { code: 'J01' }, /code/],
    ['a name of another unit', { name: '市 博物馆' }, /There is a unit named/],
    ['a day that there is not', { activeFrom: '2026-02-30' }, /activeFrom/],
    ['an officer without a name', { officers: [{ name: ' ' }] }, /name of the officer/],
    [
      'an address that is none',
      { officers: [{ name: '甲', mail: 'wang@' }] },
      /no mail address of 甲/,
    ],
    [
      'an address that stands twice',
      { officers: [{ name: '甲', mail: 'a@b.test' }], leader: { name: '乙', mail: 'A@b.test' } },
      /stands here twice/,
    ],
    [
      'an account of another role',
      { officers: [{ name: '甲', mail: 'admin@bureau.example.test' }] },
      /whose role is not “officer” alone/,
    ],
    [
      'an account of another unit, after others were made',
      {
        officers: [
          { name: '甲', mail: 'new@b.test' },
          { name: '乙', mail: 'wang@museum.example.test' },
        ],
      },
      /is that of “王小明” of the unit “市博物馆”/,
    ],
    ['a head who is not filled in', { head: { is: 'leader' } }, /not filled in/],
    ['a mail of a head without a name', { head: { mail: 'a@b.test' } }, /headName/],
  ])('makes nothing of %s', async (_, body, message) => {
    const before = await counts();
    const answer = errorOf(await found(body));
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(message);
    expect(await counts()).toEqual(before);
  });

  it('invites into no role that reaches other accounts', async () => {
    const { id } = (await app.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'officer' } })) as { id: number };
    const permission = (await app.strapi.db.query('admin::permission').create({
      data: { action: 'admin::users.create', role: id, conditions: [], properties: {} },
    })) as { id: number };
    const refused = await found({ officers: [{ name: '甲', mail: 'new@b.test' }] });
    expect(errorOf(refused).message).toMatch(/rights over accounts/);
    await app.strapi.db.query('admin::permission').delete({ where: { id: permission.id } });
  });

  it('renews an invitation that was lost, and none that was taken or closed', async () => {
    const renew = (member: string): Promise<ApiResponse<InvitationResponse>> =>
      office.post(`/points/members/${member}/invitation`, {});
    const [open] = (await setup()).invitations;
    if (!open) throw new Error('No invitation is open.');
    const tokenOf = async (): Promise<unknown> =>
      (
        (await database('admin_users').where({ email: open.mail }).first()) as {
          registration_token: unknown;
        }
      ).registration_token;
    const before = await tokenOf();
    const { data } = bodyOf(await renew(open.member));
    expect(data.token).toBe(await tokenOf());
    expect(data.token).not.toBe(before);
    const leader = await registered(data);
    expect(errorOf(await leader.get('/points/setup')).status).toBe(403);
    expect(errorOf(await renew(open.member)).message).toMatch(/has taken the invitation already/);
    await database('admin_users').where({ email: open.mail }).update({ is_active: false });
    expect(errorOf(await renew(open.member)).message).toMatch(/was closed/);
    expect(errorOf(await renew('nosuchmember')).status).toBe(404);
  });

  describe('somebody of a unit that there is', () => {
    const join = (
      body: Partial<JoiningBody>,
      client = office
    ): Promise<ApiResponse<JoiningResponse>> =>
      client.post('/points/members', {
        ...{ unit: museum.documentId, position: 'officer', name: '何芳' },
        ...body,
      });

    it('is made in one step, with an account and an invitation', async () => {
      const mail = 'he@museum.example.test';
      const { data } = bodyOf(await join({ mail, sendMail: true }));
      expect(data).toMatchObject({
        unit: { name: '市博物馆' },
        invitation: { ...{ name: '何芳', position: 'officer', mail, isMailed: true } },
      });
      const made = await app.make.documents('plugin::points.officer').findOne({
        documentId: data.member,
        populate: { unit: true },
      });
      expect(made).toMatchObject({ activeFrom: today(), unit: { name: '市博物馆' } });
      expect((await setup()).invitations.map(({ name }) => name)).toContain('何芳');
      if (!data.invitation) throw new Error('Nobody was invited.');
      const client = await registered(data.invitation);
      const { results } = bodyOf(await client.get<List>(`${MANAGER}/${SUBMISSION}`));
      expect(results.map(({ title }) => title)).toEqual(['本馆的']);
      expect(errorOf(await join({ mail: 'other@museum.example.test' })).message).toMatch(
        /has “何芳” \(name\) already, with the account he@museum/
      );
      expect(errorOf(await join({}, client)).status).toBe(403);
    });

    it('is given an account where there is a record without one', async () => {
      expect(errorOf(await join({ name: '李静' })).message).toMatch(/without an account/);
      const before = await counts();
      const { data } = bodyOf(await join({ name: '李 静', mail: 'li@museum.example.test' }));
      expect(data.invitation).toMatchObject({ name: '李静', mail: 'li@museum.example.test' });
      const [units, members, accounts] = await counts();
      expect([units, members, accounts]).toEqual([
        ...[before[0], before[1], Number(before[2]) + 1],
      ]);
    });

    it.each<[string, Partial<JoiningBody>, RegExp]>([
      ['no name', { name: ' ' }, /name of the officer/],
      ['a unit that there is not', { unit: 'nosuchunit' }, /no unit/],
      ['a position that there is not', { position: 'office' as never }, /position/],
      ['an address that is none', { mail: 'he@' }, /no mail address/],
      ['a day that there is not', { activeFrom: '2026-02-30' }, /activeFrom/],
      ['a second leader', { name: '乙', position: 'leader' }, /one leader|顾明远/],
      [
        'an account of another role',
        { name: '乙', mail: 'admin@bureau.example.test' },
        /whose role is not/,
      ],
    ])('is not made of %s', async (_, body, message) => {
      const before = await counts();
      const answer = errorOf(await join(body));
      expect(answer.status).toBe(400);
      expect(answer.message).toMatch(message);
      expect(await counts()).toEqual(before);
    });

    it('is not taken in by a unit that is closed', async () => {
      const [closed] = await app.make
        .documents('plugin::points.unit')
        .findMany({ filters: { code: 'C01' } });
      const answer = errorOf(await join({ unit: closed?.documentId ?? '' }));
      expect(answer.message).toMatch(/not in use/);
    });
  });

  it('makes the units of a workbook, all or none, and says of each what is wrong', async () => {
    const token = await app.api.tokenOf('office');
    const template = await fetch(`${app.url}/points/units/template`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(template.status).toBe(200);
    const headings = ['单位名称', '代码', 'Kind', '信息员', '信息员邮箱', '主要负责人'];
    const send = async (path: string, rows: string[][]): Promise<UnitImportResponse['data']> => {
      const form = new FormData();
      form.append('file', new Blob([await workbookOf([headings, ...rows])]), '单位.xlsx');
      const answer = await fetch(`${app.url}/points/units/import${path}`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
      });
      const { status } = answer;
      return bodyOf({
        status,
        headers: answer.headers,
        body: (await answer.json()) as UnitImportResponse,
      }).data;
    };
    const library = ['市图书馆', 'J02', '局属单位', '林海', 'lin@library.example.test', '林海'];
    const second = ['', '', '', '陈雨', 'chen@library.example.test'];
    const twin = ['市博物馆', 'J09', 'institution'];
    const before = await counts();
    expect((await send('/check', [library, second, twin])).rows).toMatchObject([
      { row: 2, code: 'J02', accounts: 2, fault: null },
      { row: 4, fault: expect.stringContaining('There is a unit named') as string },
    ]);
    expect(await send('', [library, second, twin])).toMatchObject({
      isDone: false,
      invitations: [],
    });
    expect(await counts()).toEqual(before);
    const done = await send('', [library, second]);
    expect(done.isDone).toBe(true);
    expect(done.invitations.map(({ mail, unit }) => [mail, unit])).toEqual([
      ['lin@library.example.test', '市图书馆'],
      ['chen@library.example.test', '市图书馆'],
    ]);
  });
});
