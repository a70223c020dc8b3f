import { stat } from 'node:fs/promises';
import path from 'node:path';
import type {
  AcceptResponse,
  DeskResponse,
  EntryTypesResponse,
  InboxResponse,
  MakeEntryResponse,
  SubmissionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  ROOT,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
  today,
} from '../support';

const SUBMISSION = 'plugin::points.submission';
const SUBMISSIONS = `/content-manager/collection-types/${SUBMISSION}`;
const ARTICLE = 'api::article.article';
const LECTURE = 'api::lecture.lecture';

describe("the office's inbox and the units' desks", () => {
  let app: TestApp;
  let unit: Document;
  let foreign: Document;
  let officer: Person;
  let colleague: Person;
  let leader: Person;
  let stranger: Person;
  let office: Client;
  let editor: Client;
  let pieces = 0;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    [unit, foreign] = await app.make.units(2);
    officer = await app.make.person('officer', unit);
    colleague = await app.make.person('officer', unit);
    leader = await app.make.person('leader', unit);
    stranger = await app.make.person('officer', foreign);
    office = await app.api.as('office');
    editor = await app.api.as('editor');
  });
  afterAll(() => app.stop());

  const act = async (
    client: Client,
    { documentId }: Reference,
    action: string,
    body: object = {}
  ): Promise<void> => {
    bodyOf(await client.post(`/points/submissions/${documentId}/actions/${action}`, body));
  };

  const draft = async (values: object = {}, { client, record } = officer): Promise<Reference> => {
    pieces += 1;
    const of = client === stranger.client ? foreign : unit;
    const response = await client.post<{ data: Reference }>(SUBMISSIONS, {
      title: `第${pieces}号馆藏修复完成`,
      category: 'culture-news',
      text: `第${pieces}件文物的修复已完成。\n观众明天可以看到。`,
      eventDate: '2026-11-20',
      units: { connect: [{ documentId: of.documentId }] },
      officers: { connect: [{ documentId: record.documentId }] },
      ...values,
    });
    return bodyOf(response).data;
  };

  const sent = async (values: object = {}, person = officer): Promise<Reference> => {
    const made = await draft(values, person);
    await act(person.client, made, 'submit');
    return made;
  };

  const inbox = async (query = '', client = office): Promise<InboxResponse> =>
    bodyOf(await client.get<InboxResponse>(`/points/inbox?${query}`));

  const idsOf = ({ data }: InboxResponse): string[] => data.map(({ documentId }) => documentId);

  const desk = async (client: Client, query = ''): Promise<DeskResponse['data']> =>
    bodyOf(await client.get<DeskResponse>(`/points/desk?${query}`)).data;

  const makeEntry = (client: Client, { documentId }: Reference, uid: unknown = ARTICLE) =>
    client.post<MakeEntryResponse>(`/points/submissions/${documentId}/entry`, { uid });

  it('shows what waits, the oldest first, with unit, category and waiting time', async () => {
    const first = await sent();
    const second = await sent({ category: 'research' }, stranger);
    const { data, meta } = await inbox();
    expect(idsOf({ data, meta })).toEqual([first.documentId, second.documentId]);
    expect(data[1]).toMatchObject({
      category: 'research',
      state: 'submitted',
      contributors: [
        { unit: { name: foreign.name }, officers: [{ documentId: stranger.record.documentId }] },
      ],
      waiting: { workingDays: 0, exact: true },
      attachments: 0,
    });
    expect(meta).toMatchObject({
      pagination: { page: 1, pageSize: 25, pageCount: 1, total: 2 },
      waiting: { submitted: 2, 'awaits-signature': 0 },
    });
  });

  it('counts the waiting time in working days, and says where holidays are not known', async () => {
    const piece = await sent();
    const since = async (moment: string): Promise<unknown> => {
      await app.strapi.db
        .query(SUBMISSION)
        .update({ where: { documentId: piece.documentId }, data: { stateSince: moment } });
      return (await inbox()).data.find(({ documentId }) => documentId === piece.documentId)
        ?.waiting;
    };
    const now = app.points.clock.now();
    const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString();
    expect(await since(weekAgo)).toMatchObject({ exact: now.getUTCFullYear() <= 2026 });
    expect(await since('1999-12-30T02:00:00.000Z')).toMatchObject({ exact: false });
    await act(office, piece, 'accept');
  });

  it('filters by unit, category and words, and pages', async () => {
    expect((await inbox(`unit=${foreign.documentId}`)).data).toHaveLength(1);
    expect((await inbox('category=research')).data).toHaveLength(1);
    expect((await inbox('category=commissioned')).data).toEqual([]);
    expect((await inbox(`text=${encodeURIComponent('第1号')}`)).data).toHaveLength(1);
    expect((await inbox('text=%25')).data).toEqual([]);
    expect((await inbox(`text=${encodeURIComponent('第１号')}`)).data).toHaveLength(1);
    const page = await inbox('page=2&pageSize=1');
    expect(page.data).toHaveLength(1);
    expect(page.meta.pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, total: 2 });
  });

  it('finds words however they are written, in title and text', async () => {
    const composed = 'Ｃａｆé'.normalize('NFC');
    const title = `${composed} ＡＢ㎡展`;
    // The letter and its accent apart, as some computers write and paste them.
    const text = 'ÉCLAIR ２０２６'.normalize('NFD');
    const piece = await sent({ title, text });
    const spellings = ['café', 'CAFÉ', 'ＣＡＦÉ', 'ab', 'ＡＢ', 'aｂm2展', 'éclair', 'Éclair 2026'];
    for (const spelling of spellings.flatMap((word) => [word, word.normalize('NFD')])) {
      const found = await inbox(`text=${encodeURIComponent(spelling)}`);
      expect([spelling, idsOf(found)]).toEqual([spelling, [piece.documentId]]);
    }
    expect((await inbox(`text=${encodeURIComponent('cafe')}`)).data).toEqual([]);
    await act(office, piece, 'accept');
  });

  it('says of each how many likely duplicates it has, as many as are shown of it', async () => {
    const rows = async (): Promise<Map<string, number>> =>
      new Map((await inbox()).data.map((item) => [item.documentId, item.duplicates]));
    const title = '非遗市集在老街开市迎客';
    const alone = await sent({ title: '图书馆古籍数字化平台上线' });
    const first = await sent({ title, text: '第一段文字。' });
    const before = await rows();
    expect([alone, first].map(({ documentId }) => before.get(documentId))).toEqual([0, 0]);
    // A draft is nobody's duplicate; what is sent is, and what is renamed is no more.
    await draft({ title, text: '第二段文字。' }, stranger);
    expect((await rows()).get(first.documentId)).toBe(0);
    const second = await sent({ title: `${title}了`, text: '另一段文字。' }, stranger);
    const third = await sent({ title: `${title}啦`, text: '又一段文字。' });
    const found = await rows();
    expect([alone, first, second, third].map(({ documentId }) => found.get(documentId))).toEqual([
      0, 2, 2, 2,
    ]);
    bodyOf(await office.put(`${SUBMISSIONS}/${third.documentId}`, { title: '与之无关的消息' }));
    await act(office, second, 'decline', { reason: 'duplicate' });
    const later = await rows();
    expect([first, third].map(({ documentId }) => later.get(documentId))).toEqual([1, 0]);
    bodyOf(
      await office.post('/points/inbox/accept', {
        documentIds: [alone, first, third].map(({ documentId }) => documentId),
      })
    );
  });

  it('keeps what waits for a signature apart, and shows no drafts', async () => {
    await app.make.documents('plugin::points.unit').update({
      documentId: foreign.documentId,
      data: { signOff: true },
    });
    const piece = await draft({}, stranger);
    expect(idsOf(await inbox())).not.toContain(piece.documentId);
    await act(stranger.client, piece, 'request-signature');
    expect(idsOf(await inbox())).not.toContain(piece.documentId);
    const waiting = await inbox('queue=awaits-signature');
    expect(idsOf(waiting)).toEqual([piece.documentId]);
    expect(waiting.meta.waiting['awaits-signature']).toBe(1);
    await act(stranger.client, piece, 'withdraw');
  });

  it.each([
    ['queue=lost', 'queue'],
    ['category=poem', 'category'],
    ['unit=nobody', 'unit'],
    ['page=0', 'page'],
    ['pageSize=1000', 'pageSize'],
    [`text=${'长'.repeat(101)}`, 'text'],
  ])('refuses %s in words', async (query, field) => {
    const { status, message } = errorOf(await office.get(`/points/inbox?${encodeURI(query)}`));
    expect(status).toBe(400);
    expect(message).toContain(field);
  });

  it('accepts many at once, each by itself', async () => {
    const good = await sent();
    const bad = await draft();
    const response = await office.post<AcceptResponse>('/points/inbox/accept', {
      documentIds: [good.documentId, bad.documentId, 'nothing', good.documentId],
    });
    const { data } = bodyOf(response);
    expect(data.map(({ documentId, accepted }) => [documentId, accepted])).toEqual([
      [good.documentId, true],
      [bad.documentId, false],
      ['nothing', false],
    ]);
    expect(data[0]?.message).toBeNull();
    expect(data[1]?.message).toContain('draft');
    expect(data[2]?.message).toContain('nothing');
    expect(idsOf(await inbox('queue=accepted'))).toContain(good.documentId);
  });

  it.each([{}, { documentIds: [] }, { documentIds: 'x' }, { documentIds: [1] }])(
    'refuses to accept %j',
    async (body) => {
      expect(errorOf(await office.post('/points/inbox/accept', body)).status).toBe(400);
    }
  );

  it('is the office’s alone', async () => {
    const piece = await sent();
    for (const client of [officer.client, leader.client, editor]) {
      expect(errorOf(await client.get('/points/inbox')).status).toBe(403);
      const body = { documentIds: [piece.documentId] };
      expect(errorOf(await client.post('/points/inbox/accept', body)).status).toBe(403);
    }
    expect((await app.api.public.get('/points/inbox')).status).toBe(401);
    expect(idsOf(await inbox())).toContain(piece.documentId);
  });

  it('shows nobody of a unit another unit’s pieces, also with the inbox in the role', async () => {
    const account = await app.api.createAccount([
      { action: 'plugin::points.inbox.read' },
      { action: 'plugin::points.submission.submit' },
    ]);
    await app.make.officer(foreign, { account: account.id });
    const seen = await inbox('', await app.api.login(account));
    expect(seen.data.length).toBeGreaterThan(0);
    for (const { contributors } of seen.data) {
      expect(contributors.map((each) => each.unit.name)).toContain(foreign.name);
    }
    expect(seen.meta.waiting.submitted).toBe(seen.data.length);
  });

  describe('an entry made of a submission', () => {
    const upload = async (): Promise<number> => {
      const filepath = path.join(ROOT, 'docs/images/report.png');
      const { strapi } = app;
      const service = strapi.plugin('upload').service<{
        upload(request: object): Promise<Array<{ id: number }>>;
      }>('upload');
      const [file] = await service.upload({
        data: {},
        files: {
          filepath,
          originalFilename: 'a.png',
          mimetype: 'image/png',
          size: (await stat(filepath)).size,
        },
      });
      return file?.id ?? 0;
    };

    const articleOf = (documentId: string): Promise<Document | null> =>
      app.make.documents(ARTICLE).findOne({ documentId, populate: ['submission', 'cover'] });

    it('carries over title, text, pictures and provenance, and is a draft', async () => {
      const picture = await upload();
      const piece = await app.make.submission({
        units: [unit],
        title: '漆器展开幕',
        text: '今天开幕。\n\n展期三个月。',
        attachments: [picture],
      });
      const response = await makeEntry(office, piece);
      expect(response.status).toBe(201);
      const { data } = bodyOf(response);
      expect(data).toMatchObject({ uid: ARTICLE, leftOut: { text: false, attachments: [] } });
      const article = await articleOf(data.documentId);
      expect(article).toMatchObject({
        title: '漆器展开幕',
        submission: { documentId: piece.documentId },
        cover: { id: picture },
        publishedAt: null,
        body: [{ children: [{ text: '今天开幕。' }] }, { children: [{ text: '展期三个月。' }] }],
      });
      // The submission is received: what it was sent with stays.
      const file: unknown = await app.strapi.db
        .query('plugin::upload.file')
        .findOne({ where: { id: picture } });
      const library = app.strapi
        .plugin('upload')
        .service<{ remove(file: unknown): Promise<unknown> }>('upload');
      await expect(library.remove(file)).rejects.toThrow('a.png');
    });

    it('takes place when the submission says, where its type has a place for that', async () => {
      const piece = await sent({ eventDate: '2026-12-05' });
      const { data } = bodyOf(await makeEntry(office, piece, 'api::event.event'));
      const event = await app.make
        .documents('api::event.event')
        .findOne({ documentId: data.documentId });
      const moments = [event?.startsAt, event?.endsAt].map((moment) => new Date(String(moment)));
      expect(moments.map((moment) => moment.toISOString())).toEqual([
        '2026-12-04T16:00:00.000Z',
        '2026-12-05T15:59:00.000Z',
      ]);
    });

    it('is made once of each type, also by two at once', async () => {
      const piece = await sent();
      const answers = await Promise.all([makeEntry(office, piece), makeEntry(editor, piece)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      const refused = answers.find(({ status }) => status === 400);
      expect(refused && errorOf(refused).message).toContain(`第${pieces}号馆藏修复完成`);
      expect((await makeEntry(office, piece, LECTURE)).status).toBe(201);
    });

    it('is not made of text with script, by the rules of the site, and nothing is', async () => {
      const piece = await sent({ text: '<script>alert(1)</script>' });
      const { status, message } = errorOf(await makeEntry(office, piece));
      expect(status).toBe(400);
      expect(message).toContain('<script');
      const { entries } = bodyOf(
        await office.get<SubmissionResponse>(`/points/submissions/${piece.documentId}`)
      ).data;
      expect(entries).toEqual([]);
    });

    it('is not made of what the office has not got', async () => {
      const piece = await draft();
      expect(errorOf(await makeEntry(office, piece)).status).toBe(400);
      expect(errorOf(await makeEntry(office, { documentId: 'none' })).status).toBe(404);
    });

    it.each(['api::column.column', 'plugin::points.unit', 'admin::user', 'nonsense', 7, null])(
      'is not made of the content type %s',
      async (uid) => {
        const piece = await sent();
        expect(errorOf(await makeEntry(office, piece, uid)).status).toBe(400);
      }
    );

    it('is for the office and the editor, who are told the types', async () => {
      const piece = await sent();
      for (const client of [officer.client, leader.client, stranger.client]) {
        expect(errorOf(await makeEntry(client, piece)).status).toBe(403);
        expect(errorOf(await client.get('/points/entry-types')).status).toBe(403);
      }
      const { data } = bodyOf(await editor.get<EntryTypesResponse>('/points/entry-types'));
      expect(data[0]).toEqual({ uid: ARTICLE, displayName: 'Article' });
      expect(data.map(({ uid }) => uid)).toContain(LECTURE);
      expect(data.map(({ uid }) => uid)).not.toContain('api::column.column');
    });
  });

  describe('the desk', () => {
    it('shows an officer what became of each piece, with reason and points', async () => {
      const before = await desk(officer.client);
      const drafted = await draft();
      const returned = await sent();
      await act(office, returned, 'return', { reason: 'unclear-facts', comment: '请核实人数' });
      const declined = await sent();
      await act(office, declined, 'decline', { reason: 'outdated' });
      const adopted = await sent();
      await app.make.adoption({
        submission: adopted,
        channel: 'newsletter',
        adoptedOn: today(),
      });
      const { groups, units, standings, maySign, mayWrite } = await desk(officer.client);
      expect(units.map(({ name }) => name)).toEqual([unit.name]);
      expect([maySign, mayWrite]).toEqual([false, true]);
      expect(groups.drafts.total).toBe(before.groups.drafts.total + 1);
      expect(groups.drafts.items[0]?.documentId).toBe(drafted.documentId);
      expect(groups.returned.items[0]).toMatchObject({
        documentId: returned.documentId,
        reason: 'unclear-facts',
        comment: '请核实人数',
        officers: [officer.name],
      });
      expect(groups.declined.items[0]).toMatchObject({
        documentId: declined.documentId,
        reason: 'outdated',
      });
      expect(groups.accepted.items[0]).toMatchObject({
        documentId: adopted.documentId,
        points: { points: '20.00' },
      });
      expect(groups.toSign).toEqual({ total: 0, awaitingSignature: 0, items: [] });
      expect(standings[0]?.months).toHaveLength(12);
      expect(standings[0]?.months.at(-1)).toMatchObject({ rank: 1, of: 2, points: '20.00' });
    });

    it('shows nothing of other units, and of the own only what is one’s own when asked', async () => {
      const { groups } = await desk(stranger.client);
      const titles = Object.values(groups).flatMap(({ items }) => items.flatMap((x) => x.officers));
      expect(new Set(titles)).toEqual(new Set([stranger.name]));
      const own = await desk(colleague.client, 'of=me');
      expect(Object.values(own.groups).every(({ total }) => total === 0)).toBe(true);
      const piece = await draft({}, colleague);
      expect((await desk(colleague.client, 'of=me')).groups.drafts.items).toMatchObject([
        { documentId: piece.documentId },
      ]);
    });

    it('shows the leader what there is to sign, until it is signed', async () => {
      await app.make.documents('plugin::points.unit').update({
        documentId: unit.documentId,
        data: { signOff: true },
      });
      const piece = await draft();
      await act(officer.client, piece, 'request-signature');
      expect((await desk(officer.client)).groups.waiting.items).toContainEqual(
        expect.objectContaining({ documentId: piece.documentId, awaitsSignature: true })
      );
      const { groups, maySign } = await desk(leader.client);
      expect(maySign).toBe(true);
      expect(groups.toSign).toMatchObject({ total: 1, items: [{ documentId: piece.documentId }] });
      const version = groups.toSign.items[0]?.version ?? '';
      await act(leader.client, piece, 'sign', { version });
      expect((await desk(leader.client)).groups.toSign).toMatchObject({ total: 0, items: [] });
    });

    it('is for units only, and empty for who belongs to none', async () => {
      expect(errorOf(await office.get('/points/desk')).status).toBe(403);
      expect(errorOf(await editor.get('/points/desk')).status).toBe(403);
      const nobody = await desk(await app.api.as('officer'));
      expect(nobody.units).toEqual([]);
      expect(Object.values(nobody.groups).every(({ total }) => total === 0)).toBe(true);
      expect(errorOf(await officer.client.get('/points/desk?of=all')).message).toContain('of');
    });
  });

  describe('commissions', () => {
    const COMMISSION = 'plugin::points.commission';
    const COMMISSIONS = `/content-manager/collection-types/${COMMISSION}`;
    let third: Document;
    let asked: Person;
    let pair: Person;
    let other: Document;

    beforeAll(async () => {
      [third, other] = await app.make.units(2);
      asked = await app.make.person('officer', third);
      pair = await app.make.person('leader', third);
    });

    const ask = (values: object = {}, client = office) =>
      client.post<{ data: Reference }>(COMMISSIONS, {
        title: '重点工程宣传稿',
        kind: 'info',
        dueOn: today(7),
        units: { connect: [{ documentId: third.documentId }] },
        ...values,
      });
    const made = async (values: object = {}): Promise<Reference> => bodyOf(await ask(values)).data;
    const answer = (commission: Reference, values: object = {}, { client, record } = asked) =>
      client.post<{ data: Reference }>(SUBMISSIONS, {
        title: '应约的稿件',
        category: 'research',
        text: '稿件正文。',
        commission: { connect: [{ documentId: commission.documentId }] },
        officers: { connect: [{ documentId: record.documentId }] },
        ...values,
      });
    const due = async (client = asked.client) =>
      (await desk(client)).commissions.map(({ documentId, daysLeft, begun }) => ({
        documentId,
        daysLeft,
        begun: begun?.documentId ?? null,
      }));
    const close = async ({ documentId }: Reference): Promise<void> => {
      bodyOf(await office.put(`${COMMISSIONS}/${documentId}`, { closed: true }));
    };
    const refused = (response: ApiResponse<unknown>, field: string): void => {
      const { status, message } = errorOf(response);
      expect([status, message]).toEqual([400, expect.stringContaining(field) as unknown]);
    };

    it('stand on the desks of the units asked, the most urgent first, until they are answered', async () => {
      const later = await made({ dueOn: today(9) });
      const overdue = await made();
      await app.strapi.db
        .query(COMMISSION)
        .update({ where: { documentId: overdue.documentId }, data: { dueOn: today(-2) } });
      await made({ units: { connect: [{ documentId: other.documentId }] } });
      expect(await due()).toEqual([
        { documentId: overdue.documentId, daysLeft: -2, begun: null },
        { documentId: later.documentId, daysLeft: 9, begun: null },
      ]);
      expect(await due(pair.client)).toEqual(await due());
      expect((await due(officer.client)).length).toBe(0);

      const piece = bodyOf(await answer(overdue)).data;
      expect((await due())[0]).toMatchObject({ begun: piece.documentId });
      await act(asked.client, piece, 'submit');
      expect((await due()).map(({ documentId }) => documentId)).toEqual([later.documentId]);
      await act(office, piece, 'return', { reason: 'unclear-facts' });
      expect((await due())[0]).toMatchObject({ begun: piece.documentId });
      await act(asked.client, piece, 'submit');
      await close(later);
      expect(await due()).toEqual([]);
    });

    it('make what answers them a commissioned piece', async () => {
      const commission = await made();
      const piece = bodyOf(await answer(commission)).data;
      const detail = async (): Promise<Document | null> =>
        app.make
          .documents(SUBMISSION)
          .findOne({ documentId: piece.documentId, populate: ['commission'] });
      expect(await detail()).toMatchObject({
        category: 'commissioned',
        commission: { documentId: commission.documentId },
      });
      bodyOf(
        await asked.client.put(`${SUBMISSIONS}/${piece.documentId}`, { category: 'research' })
      );
      expect(await detail()).toMatchObject({ category: 'commissioned' });
      const { data } = bodyOf(
        await asked.client.get<SubmissionResponse>(`/points/submissions/${piece.documentId}`)
      );
      expect(data.commission).toMatchObject({ documentId: commission.documentId });
      await close(commission);
      bodyOf(await asked.client.put(`${SUBMISSIONS}/${piece.documentId}`, { text: '改过。' }));
    });

    it.each([
      [{ units: undefined }, 'units'],
      [{ units: { connect: [] } }, 'units'],
      [{ dueOn: undefined }, 'dueOn'],
      [{ dueOn: '2020-01-01' }, 'dueOn'],
      [{ dueOn: '2026-02-30' }, 'dueOn'],
      [{ kind: 'poem' }, 'kind'],
      [{ kind: undefined }, 'kind'],
      [{ title: '' }, 'title'],
      [{ title: '长'.repeat(201) }, 'title'],
    ])('are refused with %j', async (values, field) => {
      const before = await app.make.documents(COMMISSION).findMany();
      refused(await ask(values), field);
      expect(await app.make.documents(COMMISSION).findMany()).toHaveLength(before.length);
    });

    it('are answered by whom they ask, and only while they are open', async () => {
      const foreignOne = await made({ units: { connect: [{ documentId: other.documentId }] } });
      refused(await answer(foreignOne), 'commission');
      refused(await answer({ documentId: 'nothing' }), 'commission');
      const units = { connect: [{ documentId: unit.documentId }] };
      refused(
        await office.post(SUBMISSIONS, {
          title: '代报',
          category: 'commissioned',
          units,
          commission: { connect: [{ documentId: foreignOne.documentId }] },
        }),
        'commission'
      );
      const closed = await made({ closed: true });
      refused(await answer(closed), 'commission');
    });

    it('stay once they are answered, with the units that answered', async () => {
      const commission = await made({
        units: { connect: [third, other].map(({ documentId }) => ({ documentId })) },
      });
      const path = `${COMMISSIONS}/${commission.documentId}`;
      bodyOf(await answer(commission));
      const response = await office.delete(path, { language: 'zh-Hans' });
      expect([response.status, errorOf(response).message]).toEqual([
        400,
        expect.stringContaining('不能删除') as unknown,
      ]);
      const strike = ({ documentId }: Reference): object => ({
        units: { disconnect: [{ documentId }] },
      });
      refused(await office.put(path, strike(third)), 'units');
      bodyOf(await office.put(path, strike(other)));
      const free = await made();
      expect((await office.delete(`${COMMISSIONS}/${free.documentId}`)).status).toBe(200);
    });

    it('cannot be tied from their own side', async () => {
      const piece = await app.make.submission({ units: [third] });
      const commission = await made({
        submissions: { connect: [{ documentId: piece.documentId }] },
      });
      expect(
        await app.make
          .documents(COMMISSION)
          .findOne({ documentId: commission.documentId, populate: ['submissions'] })
      ).toMatchObject({ submissions: [] });
    });

    it('are kept by the office, read by whom they ask, and nobody else’s', async () => {
      const commission = await made();
      const path = `${COMMISSIONS}/${commission.documentId}`;
      for (const { client } of [asked, pair]) {
        expect(bodyOf(await client.get<{ data: object }>(path)).data).toMatchObject({
          kind: 'info',
        });
        expect(errorOf(await ask({}, client)).status).toBe(403);
        expect(errorOf(await client.put(path, { title: '改' })).status).toBe(403);
        expect(errorOf(await client.delete(path)).status).toBe(403);
      }
      for (const client of [officer.client, leader.client]) {
        expect(errorOf(await client.get(path)).status).toBe(404);
        const list = bodyOf(await client.get<{ results: Reference[] }>(COMMISSIONS));
        expect(list.results).toEqual([]);
        const picker = `/content-manager/relations/${SUBMISSION}/commission`;
        expect(bodyOf(await client.get<{ results: Reference[] }>(picker)).results).toEqual([]);
      }
      expect(errorOf(await editor.get(path)).status).toBe(403);
      expect((await app.api.public.get('/api/commissions')).status).toBe(404);
    });
  });
});
