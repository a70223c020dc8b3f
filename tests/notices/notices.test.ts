import type {
  MarkNoticesResponse,
  NoticeCountResponse,
  NoticeSettingsResponse,
  NoticesResponse,
  SubmissionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  reconcileOf,
  sealThrough,
  sendingBy,
  startApp,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';

const ARTICLE = 'api::article.article';
const COMMISSION = 'plugin::points.commission';
const MANAGER = '/content-manager/collection-types';

interface Runs {
  run(): Promise<number>;
  forget(): Promise<number>;
}

interface Mail {
  recipient_address: string;
  subject: string;
  text: string;
  language: string;
}

describe('notices where no mail server is set up', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('stand in the panel, and wait for no mail', async () => {
    const office = await app.api.as('office');
    const unit = await app.make.unit();
    const { client } = await app.make.person('officer', unit);
    const { documentId } = await app.make.submission({ units: [unit] });
    bodyOf(await office.post(`/points/submissions/${documentId}/actions/accept`));
    const { data } = bodyOf(await client.get<NoticesResponse>('/points/notices'));
    expect(data).toHaveLength(1);
    const settings = await client.get<NoticeSettingsResponse>('/points/notices/settings');
    expect(bodyOf(settings).data.mailOn).toBe(false);
    const waiting = await app.strapi.db.connection('points_notices').whereNot('mailing', 'none');
    expect(waiting).toEqual([]);
  });
});

describe('notices', () => {
  let app: TestApp;
  let office: Client;
  let library: Document;
  let museum: Document;
  let officer: Person;
  let leader: Person;
  let stranger: Person;

  beforeAll(async () => {
    // Nothing is sent without timed jobs; what would be is written.
    app = await startApp({
      environment: { ...sendingBy(1), PANEL_URL: 'https://cms.example.test/admin' },
    });
    await app.make.ruleSet();
    office = await app.api.as('office');
    [library, museum] = await app.make.units(2);
    officer = await app.make.person('officer', library);
    leader = await app.make.person('leader', library);
    stranger = await app.make.person('officer', museum);
    await app.api.as('super-admin');
  });
  afterAll(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    await app.stop();
  });

  /** What is posted is told within a minute. */
  const tellOfPostings = (): Promise<unknown> =>
    app.strapi.plugin('points').service<Runs>('postingNotices').run();

  const read = async (client: Client, query = ''): Promise<NoticesResponse> => {
    await tellOfPostings();
    return bodyOf(
      await client.get<NoticesResponse>(`/points/notices${query}`, { language: 'zh-Hans' })
    );
  };

  const textsOf = async (client: Client, query = '?state=unread'): Promise<string[]> =>
    (await read(client, query)).data.map(({ text }) => text);

  const mark = async (client: Client, body: object): Promise<MarkNoticesResponse['data']> =>
    bodyOf(await client.post<MarkNoticesResponse>('/points/notices/read', body)).data;

  const readAll = async (): Promise<void> => {
    await tellOfPostings();
    for (const { client } of [officer, leader, stranger]) await mark(client, {});
    await mark(office, {});
  };

  const act = (client: Client, documentId: string, action: string, body = {}): Promise<unknown> =>
    client.post(`/points/submissions/${documentId}/actions/${action}`, body).then(bodyOf);

  const submissionOf = (title: string, units = [library]): Promise<Document> =>
    app.make.submission({ units, title });

  const documents = (action: 'publish' | 'unpublish', documentId: string): Promise<unknown> =>
    (
      app.strapi.documents(ARTICLE as never) as unknown as Record<
        string,
        (parameters: object) => Promise<unknown>
      >
    )[action]!({ documentId });

  describe('are told', () => {
    beforeEach(readAll);

    it('of what is returned, with the reason, to the officers of the unit alone', async () => {
      const { documentId } = await submissionOf('借阅量统计');
      await act(office, documentId, 'return', { reason: 'unclear-facts', comment: '请核对数字。' });
      expect((await read(officer.client, '?state=unread')).data).toEqual([
        expect.objectContaining({
          kind: 'returned',
          text: '“借阅量统计”被局办公室退回（事实不清），修改后可以再次报送。说明：请核对数字。',
          about: { uid: 'plugin::points.submission', documentId },
          readAt: null,
        }),
      ]);
      expect(await textsOf(leader.client)).toEqual([]);
      expect(await textsOf(stranger.client)).toEqual([]);
      expect(await textsOf(office)).toEqual([]);
    });

    it('in the language of the request', async () => {
      const { documentId } = await submissionOf('Reading week');
      await act(office, documentId, 'accept');
      const { data } = bodyOf(
        await officer.client.get<NoticesResponse>('/points/notices?state=unread', {
          language: 'en',
        })
      );
      expect(data[0]?.text).toBe('“Reading week” was accepted by the office.');
    });

    it('of an adoption with the points of the own unit, and of its reversal', async () => {
      const submission = await submissionOf('两馆共建', [library, museum]);
      const { documentId } = await app.make.article({
        placement: 'headline',
        submission,
        publish: true,
      });
      const adopted = expect.stringMatching(
        /^“两馆共建”已录用：网站头条资讯，计 \d+\.\d\d 分（\d{4}年\d{1,2}月）。$/
      ) as string;
      for (const { client } of [officer, leader, stranger]) {
        expect(await textsOf(client)).toEqual([adopted]);
      }
      await documents('publish', documentId);
      expect(await textsOf(officer.client)).toHaveLength(1);
      await documents('unpublish', documentId);
      expect((await textsOf(officer.client))[0]).toMatch(/^“两馆共建”的得分已冲销/);
    });

    it('of nothing where the cause is undone', async () => {
      const { documentId } = await submissionOf('不会发生');
      const undone = app.strapi.db.transaction(async () => {
        await app.make.documents('plugin::points.adoption').create({
          data: { submission: documentId, channel: 'newsletter', adoptedOn: '2026-02-01' },
        });
        throw new Error('undone');
      }) as unknown as Promise<void>;
      await expect(undone).rejects.toThrow('undone');
      expect(await textsOf(officer.client)).toEqual([]);
    });

    it('the editors of entries that the office made', async () => {
      const editor = await app.api.as('editor');
      await mark(editor, {});
      const { documentId } = await submissionOf('待编辑的稿件');
      bodyOf(await office.post(`/points/submissions/${documentId}/entry`, { uid: ARTICLE }));
      expect(await textsOf(editor)).toEqual([
        '局办公室由“待编辑的稿件”建立了条目，请编辑、选择“用于”后发布。',
      ]);
    });

    it('of a publication that earns nothing', async () => {
      const submission = await submissionOf('不计分的稿件');
      await app.make.article({ submission, publish: true });
      expect(await textsOf(officer.client)).toEqual([
        '“不计分的稿件”已在网站发布，未选择“用于”，不计分。',
      ]);
    });

    it('the leader of what is to be signed, and the officer of what was signed', async () => {
      const unit = await app.make.unit({ signOff: true });
      const [author, head] = [
        await app.make.person('officer', unit),
        await app.make.person('leader', unit),
      ];
      const created = bodyOf(
        await author.client.post<{ data: { documentId: string } }>(
          `${MANAGER}/plugin::points.submission`,
          { title: '待签的稿件', category: 'culture-news', text: '正文有许多字。'.repeat(30) }
        )
      );
      const { documentId } = created.data;
      await act(author.client, documentId, 'request-signature');
      expect(await textsOf(head.client)).toEqual([`“待签的稿件”等你签发，由${author.name}送签。`]);
      const { data: piece } = bodyOf(
        await head.client.get<SubmissionResponse>(`/points/submissions/${documentId}`)
      );
      await act(head.client, documentId, 'sign', { version: piece.version });
      expect(await textsOf(author.client)).toEqual([
        `“待签的稿件”已由${head.name}签发，可以报送。`,
      ]);
    });

    it('of a commission once when it is asked, and by each reminder once', async () => {
      const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
      const { documentId } = bodyOf(
        await office.post<{ data: { documentId: string } }>(`${MANAGER}/${COMMISSION}`, {
          ...{ title: '重点工程', kind: 'info', text: '八百字以内', dueOn: due },
          units: { connect: [{ documentId: library.documentId }] },
        })
      ).data;
      await office.put(`${MANAGER}/${COMMISSION}/${documentId}`, { text: '一千字以内' });
      expect(await textsOf(leader.client)).toEqual([
        `局办公室向你单位约稿“重点工程”（约稿（工作信息）），${due} 前报送。`,
      ]);
      const remind = (): Promise<number> =>
        app.points.clock.at(new Date(`${due}T02:00:00Z`), () =>
          app.strapi.plugin('points').service<Runs>('commissionReminders').run()
        );
      await readAll();
      await remind();
      await remind();
      expect(await textsOf(officer.client)).toEqual([
        '约稿“重点工程”今天截止，尚未收到你单位的稿件。',
      ]);
      expect(await textsOf(stranger.client)).toEqual([]);
    });

    it('the office of awards of sealed months, and units of bulletins', async () => {
      const submission = await submissionOf('封存之后');
      await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-01-20' });
      const { documentId: bulletin } = await sealThrough(app, '2026-01');
      await readAll();
      bodyOf(
        await office.put(`${MANAGER}/plugin::points.submission/${submission.documentId}`, {
          units: { connect: [{ documentId: museum.documentId }] },
        })
      );
      // Whoever did it knows; another of the office is told.
      expect(await textsOf(office)).toEqual([]);
      const other = await app.api.as('super-admin');
      expect(await textsOf(other)).toContainEqual(
        expect.stringContaining('“封存之后”（《文化常州》简报）在月份封存后有变动') as string
      );
      bodyOf(await office.post(`/points/bulletins/${bulletin}/issue`));
      for (const { client } of [officer, leader, stranger]) {
        expect(await textsOf(client)).toContain('2026年1月的信息采用情况通报已印发，请阅知。');
      }
    });
  });

  describe('are read', () => {
    beforeEach(async () => {
      await readAll();
      for (const title of ['第一篇', '第二篇', '第三篇']) {
        await act(office, (await submissionOf(title)).documentId, 'accept');
      }
    });

    const count = async ({ client }: Person): Promise<number> =>
      bodyOf(await client.get<NoticeCountResponse>('/points/notices/count')).data.unread;

    it('one by one and all at once, and unread again', async () => {
      expect(await count(officer)).toBe(3);
      const [newest] = (await read(officer.client)).data;
      const ids = [newest?.documentId ?? ''];
      expect(await mark(officer.client, { documentIds: ids })).toEqual({
        ...{ documentIds: ids, unread: 2 },
      });
      expect(await mark(officer.client, { documentIds: ids, read: false })).toMatchObject({
        unread: 3,
      });
      const all = await mark(officer.client, {});
      expect(all).toMatchObject({ unread: 0 });
      expect(all.documentIds).toHaveLength(3);
      expect(await count(officer)).toBe(0);
    });

    it('by kind and state', async () => {
      expect(await textsOf(officer.client, '?state=unread&kind=accepted')).toHaveLength(3);
      expect(await textsOf(officer.client, '?state=unread&kind=declined')).toEqual([]);
      expect((await read(officer.client, '?pageSize=2')).meta).toMatchObject({ unread: 3 });
    });

    it('by nobody else', async () => {
      const [own] = (await read(officer.client)).data;
      const ids = [own?.documentId ?? ''];
      expect(await mark(stranger.client, { documentIds: ids })).toMatchObject({ documentIds: [] });
      expect(await count(officer)).toBe(3);
      const list = await stranger.client.get(`${MANAGER}/plugin::points.notice`);
      expect(list.status).not.toBe(200);
    });

    it('not by a bad question', async () => {
      for (const query of ['?kind=nonsense', '?state=maybe', '?page=0']) {
        expect((await officer.client.get(`/points/notices${query}`)).status).toBe(400);
      }
      const refused = await officer.client.post('/points/notices/read', { documentIds: 'all' });
      expect(errorOf(refused).message).toContain('documentIds');
    });

    it('for a year, and then no more', async () => {
      const forget = (days: number): Promise<number> =>
        app.points.clock.at(new Date(Date.now() + days * 86_400_000), () =>
          app.strapi.plugin('points').service<Runs>('noticeMails').forget()
        );
      await mark(stranger.client, {});
      expect(await forget(300)).toBe(0);
      await forget(366);
      expect((await read(stranger.client)).data).toEqual([]);
      expect(await count(officer)).toBe(3);
    });
  });

  describe('are mailed', () => {
    let unit: Document;
    let daily: Person;
    let atOnce: Person;
    let never: Person;

    const choose = ({ client }: Person, body: object): Promise<NoticeSettingsResponse> =>
      client.put<NoticeSettingsResponse>('/points/notices/settings', body).then(bodyOf);

    const run = (day: number, hour: string): Promise<number> => {
      const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
      return app.points.clock.at(new Date(`${date}T${hour}:00+08:00`), () =>
        app.strapi.plugin('points').service<Runs>('noticeMails').run()
      );
    };

    const mailsTo = ({ account }: Person): Promise<Mail[]> =>
      app.strapi.db
        .connection('mail_messages')
        .where('recipient_address', account.email)
        .whereLike('key', 'notice%')
        .orderBy('id')
        .select('recipient_address', 'subject', 'text', 'language');

    beforeAll(async () => {
      unit = await app.make.unit();
      daily = await app.make.person('officer', unit);
      atOnce = await app.make.person('officer', unit);
      never = await app.make.person('officer', unit);
      await app.strapi.db.query('admin::user').update({
        where: { id: atOnce.account.id },
        data: { preferedLanguage: 'en' },
      });
    });

    it('by a choice of one’s own, which is a daily mail for whoever has made none', async () => {
      const settings = bodyOf(
        await daily.client.get<NoticeSettingsResponse>('/points/notices/settings')
      ).data;
      expect(settings).toMatchObject({
        ...{ overall: 'daily', kinds: {}, mailOn: true, dailyAt: 8 },
        address: daily.account.email,
      });
      expect(settings.offered).toContain('returned');
      expect(settings.offered).not.toContain('award-undecided');
      const chosen = await choose(atOnce, { overall: 'never', kinds: { returned: 'at-once' } });
      expect(chosen.data).toMatchObject({ overall: 'never', kinds: { returned: 'at-once' } });
      await choose(never, { overall: 'at-once' });
      await choose(never, { overall: 'never' });
      const refused = await never.client.put('/points/notices/settings', { overall: 'weekly' });
      expect(refused.status).toBe(400);
    });

    it('once each, at once or together at the hour, in the language of each', async () => {
      const piece = await submissionOf('月度报表', [unit]);
      await act(office, piece.documentId, 'return', { reason: 'outdated' });
      const second = await submissionOf('活动预告', [unit]);
      await act(office, second.documentId, 'accept');
      await run(0, '23:59');
      await run(0, '23:59');
      expect(await mailsTo(atOnce)).toEqual([
        expect.objectContaining({
          subject: expect.stringMatching(/^“月度报表” was returned by the office/) as string,
          text: expect.stringContaining(
            `https://cms.example.test/admin/content-manager/collection-types/plugin::points.submission/${piece.documentId}`
          ) as string,
          language: 'en',
        }),
      ]);
      expect(await mailsTo(daily)).toEqual([]);
      await run(1, '07:59');
      expect(await mailsTo(daily)).toEqual([]);
      await Promise.all([run(1, '08:00'), run(1, '08:00')]);
      await run(1, '09:00');
      expect(await mailsTo(daily)).toEqual([
        expect.objectContaining({
          subject: '你有 2 条未读消息',
          text: expect.stringMatching(/月度报表[\s\S]*活动预告/) as string,
        }),
      ]);
      expect(await mailsTo(never)).toEqual([]);
      expect(await mailsTo(atOnce)).toHaveLength(1);
    });

    it('not where they were read before', async () => {
      await act(office, (await submissionOf('已读的', [unit])).documentId, 'accept');
      await mark(daily.client, {});
      await run(3, '09:00');
      expect(await mailsTo(daily)).toHaveLength(1);
    });
  });
});
