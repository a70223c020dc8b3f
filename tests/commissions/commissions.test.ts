import type {
  AdoptionPreviewResponse,
  CommissionOutcomesResponse,
  CommissionResponse,
  CommissionsResponse,
  CommissionUnit,
  DeskResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  panelOf,
  postingsOf,
  reconcileOf,
  refusalOf,
  sealThrough,
  sendingBy,
  startApp,
  today,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
} from '../support';

jest.setTimeout(300_000);

const ADOPTION = 'plugin::points.adoption';
const ARTICLE = 'api::article.article';
const COMMISSION = 'plugin::points.commission';
const SUBMISSION = 'plugin::points.submission';
const FORM = `/content-manager/collection-types/${COMMISSION}`;

interface Reminders {
  run(): Promise<number>;
}

interface Mail {
  recipient_address: string;
  subject: string;
  text: string;
}

describe('commissions', () => {
  let app: TestApp;
  let office: Client;
  let library: Document;
  let museum: Document;
  let officer: Person;
  let other: Person;

  beforeAll(async () => {
    // Nothing is sent without timed jobs; what would be is written.
    app = await startApp({ environment: sendingBy(1) });
    await app.make.ruleSet();
    office = await app.api.as('office');
    [library, museum] = await app.make.units(2);
    officer = await app.make.person('officer', library);
    other = await app.make.person('officer', museum);
  });
  afterAll(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    await app.stop();
  });

  const ask = async (values: object = {}): Promise<string> => {
    const made = await office.post<{ data: Reference }>(FORM, {
      title: '重点工程宣传稿',
      text: '八百字以内。',
      kind: 'info',
      dueOn: today(10),
      units: { connect: [library, museum].map(({ documentId }) => ({ documentId })) },
      ...values,
    });
    return bodyOf(made).data.documentId;
  };
  const read = async (commission: string, client = office): Promise<CommissionResponse['data']> =>
    bodyOf(await client.get<CommissionResponse>(`/points/commissions/${commission}`)).data;
  const act = (commission: string, action: string, body: object, client = office) =>
    client.post<CommissionResponse>(`/points/commissions/${commission}/${action}`, body);
  const at = ({ units }: CommissionResponse['data'], unit: Document): CommissionUnit => {
    const found = units.find((each) => each.unit.documentId === unit.documentId);
    if (!found) throw new Error('The commission does not ask the unit.');
    return found;
  };
  const stateAt = async (commission: string, unit = library): Promise<string> =>
    at(await read(commission), unit).state;
  /** Puts the day past the rules, as it would be after some time. */
  const dueOn = (commission: string, day: string) =>
    app.strapi.db
      .query(COMMISSION)
      .update({ where: { documentId: commission }, data: { dueOn: day } });
  const answer = (
    commission: string | null,
    units: Document[] = [library],
    values: object = {}
  ): Promise<Document> =>
    app.make.documents(SUBMISSION).create({
      data: {
        title: '应约的稿件',
        text: '正文。',
        category: 'culture-news',
        receivedAt: `${today()}T00:00:00.000Z`,
        units: units.map(({ documentId }) => documentId),
        ...(commission !== null && { commission }),
        ...values,
      },
    });
  /** What a submission earns, by channel: what stands after all reversals. */
  const earned = async ({ documentId }: Reference): Promise<Record<string, number>> => {
    const sums: Record<string, number> = {};
    for (const { channel, points } of await postingsOf(app, { submission: documentId })) {
      sums[channel] = (sums[channel] ?? 0) + Number(points);
    }
    return Object.fromEntries(Object.entries(sums).filter(([, sum]) => Math.abs(sum) > 0.01));
  };
  const adopt = (commission: string, { documentId }: Reference, body: object = {}) =>
    act(commission, `answers/${documentId}/adopt`, body);
  const record = ({ documentId }: Reference, channel: string, adoptedOn = today()) =>
    office.post<{ data: Reference }>('/points/adoptions', {
      ...{ submission: documentId, channel, adoptedOn },
    });
  const withdraw = async ({ documentId }: Reference, channel: string): Promise<void> => {
    const [adoption] = await app.make.documents(ADOPTION).findMany({
      filters: { channel, submission: { documentId }, withdrawnAt: { $null: true } },
    });
    const path = `/points/adoptions/${adoption?.documentId ?? ''}/withdraw`;
    bodyOf(await office.post(path, { reason: '登记有误' }));
  };
  const refused = (response: Parameters<typeof errorOf>[0], words: string): void => {
    const { status, message } = errorOf(response);
    expect([status, message]).toEqual([400, expect.stringContaining(words) as unknown]);
  };

  describe('adopted', () => {
    it.each([
      ['info', 4],
      ['research', 20],
      ['feature', 30],
    ] as const)('by the office give what §七.6 says for %s', async (kind, points) => {
      const commission = await ask({ kind });
      const piece = await answer(commission);
      const data = bodyOf(await adopt(commission, piece)).data;
      expect(at(data, library)).toMatchObject({
        state: 'adopted',
        answers: [{ documentId: piece.documentId, state: 'accepted', adoptedOn: today() }],
      });
      expect(await earned(piece)).toEqual({ [`commission.${kind}`]: points });
      refused(await adopt(commission, piece), today());
      refused(await record(piece, `commission.${kind}`, today(-1)), today());
      expect(await earned(piece)).toEqual({ [`commission.${kind}`]: points });
    });

    it('by publishing give it by themselves, once, whatever becomes of the entry', async () => {
      const piece = await answer(await ask());
      const article = await app.make.article({ submission: piece, placement: 'dynamics' });
      const articles = app.make.documents(ARTICLE);
      const all = { 'site.dynamics': 1, 'commission.info': 4 };
      const foreseen = async () =>
        Object.fromEntries(
          (await panelOf(app, article)).preview.map(({ channel, exact }) => [
            channel,
            Number(exact),
          ])
        );
      expect(await foreseen()).toEqual(all);
      await articles.publish(article);
      expect(await earned(piece)).toEqual(all);
      expect(await foreseen()).toEqual({});
      await articles.publish(article);
      expect(await earned(piece)).toEqual(all);
      await articles.unpublish(article);
      expect(await earned(piece)).toEqual({ 'commission.info': 4 });
      await articles.publish(article);
      expect(await earned(piece)).toEqual(all);
      await app.make.article({ submission: piece, placement: 'headline', publish: true });
      expect(await earned(piece)).toEqual({ ...all, 'site.headline': 3 });
      expect(
        await app.make.documents(ADOPTION).findMany({
          filters: { channel: 'commission.info', submission: { documentId: piece.documentId } },
        })
      ).toHaveLength(1);
    });

    it('by hand give it on the same day, and not again once the office withdrew it', async () => {
      const commission = await ask();
      const piece = await answer(commission);
      const foreseen = async (...channels: string[]) => {
        const steps = channels.map((channel) => ({ channel, adoptedOn: today(-1) }));
        const body = { submission: piece.documentId, steps };
        const { awards } = bodyOf(
          await office.post<AdoptionPreviewResponse>('/points/adoptions/preview', body)
        ).data;
        return awards.map(({ step, channel, exact }) => [step, channel, exact]);
      };
      expect(await foreseen('newsletter', 'city.forwarded')).toEqual([
        [0, 'newsletter', '20'],
        [1, 'city.forwarded', '4'],
        [0, 'commission.info', '4'],
      ]);
      expect(await foreseen('commission.info')).toEqual([[0, 'commission.info', '4']]);
      bodyOf(await record(piece, 'newsletter', today(-1)));
      expect(await foreseen('city.forwarded')).toEqual([[0, 'city.forwarded', '4']]);
      expect(await earned(piece)).toEqual({ newsletter: 20, 'commission.info': 4 });
      expect(at(await read(commission), library).answers).toMatchObject([{ adoptedOn: today(-1) }]);
      await withdraw(piece, 'commission.info');
      bodyOf(await record(piece, 'city.forwarded'));
      expect(await earned(piece)).toEqual({ newsletter: 20, 'city.forwarded': 4 });
      expect(await stateAt(commission)).toBe('answered');
      bodyOf(await adopt(commission, piece));
      expect(await earned(piece)).toEqual({
        ...{ newsletter: 20, 'city.forwarded': 4, 'commission.info': 4 },
      });
    });

    it('recorded by hand before are not given twice, and only as what was asked', async () => {
      const piece = await answer(await ask({ kind: 'research' }));
      refused(await record(piece, 'commission.info'), 'commission.research');
      bodyOf(await record(piece, 'commission.research'));
      bodyOf(await record(piece, 'newsletter'));
      expect(await earned(piece)).toEqual({ newsletter: 20, 'commission.research': 20 });
    });

    it('by two units earn each', async () => {
      const commission = await ask();
      const pieces = [await answer(commission), await answer(commission, [museum])];
      for (const piece of pieces) bodyOf(await record(piece, 'newsletter'));
      for (const piece of pieces)
        expect(await earned(piece)).toHaveProperty(['commission.info'], 4);
      expect([await stateAt(commission), await stateAt(commission, museum)]).toEqual([
        'adopted',
        'adopted',
      ]);
    });

    it('merged are one piece, and taken apart two again', async () => {
      const commission = await ask();
      const [first, second] = [await answer(commission), await answer(commission, [museum])];
      for (const piece of [first, second]) bodyOf(await adopt(commission, piece));
      const path = `/points/submissions/${first.documentId}/actions`;
      bodyOf(await office.post(`${path}/merge`, { sources: [second.documentId] }));
      expect([await earned(first), await earned(second)]).toEqual([{ 'commission.info': 4 }, {}]);
      expect([await stateAt(commission), await stateAt(commission, museum)]).toEqual([
        'adopted',
        'adopted',
      ]);
      bodyOf(await office.post(`${path}/unmerge`, {}));
      for (const piece of [first, second]) {
        expect(await earned(piece)).toEqual({ 'commission.info': 4 });
      }
    });

    it('through what they are part of, also where only a part names the commission', async () => {
      const commission = await ask();
      const whole = await answer(null);
      bodyOf(await record(whole, 'newsletter'));
      const part = await answer(commission, [museum]);
      const path = `/points/submissions/${whole.documentId}/actions`;
      bodyOf(await office.post(`${path}/merge`, { sources: [part.documentId] }));
      expect(await earned(whole)).toEqual({ newsletter: 20, 'commission.info': 4 });
      expect(await stateAt(commission, museum)).toBe('adopted');
    });

    it('after they were tied to it earn from that day; kind and tie then stay', async () => {
      const commission = await ask();
      const piece = await answer(null);
      bodyOf(await record(piece, 'newsletter', today(-2)));
      const submissions = app.make.documents(SUBMISSION);
      const tie = (id: string | null) =>
        office.put(`/content-manager/collection-types/${SUBMISSION}/${piece.documentId}`, {
          commission: id === null ? { set: [] } : { set: [{ documentId: id }] },
        });
      bodyOf(await tie(commission));
      expect(await earned(piece)).toEqual({ newsletter: 20, 'commission.info': 4 });
      refused(await tie(await ask()), 'commission');
      refused(await tie(null), 'commission');
      refused(await office.put(`${FORM}/${commission}`, { kind: 'feature' }), 'kind');
      await withdraw(piece, 'commission.info');
      bodyOf(await office.put(`${FORM}/${commission}`, { kind: 'feature' }));
      bodyOf(await adopt(commission, piece));
      expect(await earned(piece)).toEqual({ newsletter: 20, 'commission.feature': 30 });
      expect(await submissions.findOne({ documentId: piece.documentId })).toMatchObject({
        category: 'commissioned',
      });
    });

    it('are refused where they cannot be, and nothing is written', async () => {
      const commission = await ask();
      const before = await app.make.documents(ADOPTION).findMany();
      refused(await adopt(commission, await answer(null)), 'submission');
      const draft = bodyOf(
        await officer.client.post<{ data: Document }>(
          `/content-manager/collection-types/${SUBMISSION}`,
          {
            ...{ title: '草稿', category: 'commissioned' },
            commission: { connect: [{ documentId: commission }] },
          }
        )
      ).data;
      expect(errorOf(await adopt(commission, draft)).status).toBe(400);
      const piece = await answer(commission);
      refused(await adopt(commission, piece, { adoptedOn: today(1) }), 'adoptedOn');
      refused(await adopt(commission, piece, { adoptedOn: '2026-02-30' }), 'adoptedOn');
      refused(await adopt(commission, piece, { adoptedOn: '2019-01-01' }), 'adoptedOn');
      expect(errorOf(await adopt('nothing', piece)).status).toBe(404);
      expect(await app.make.documents(ADOPTION).findMany()).toHaveLength(before.length);
    });
  });

  describe('decided about', () => {
    it('are extended for all, or for one unit alone', async () => {
      const commission = await ask();
      const [all, own] = [today(20), today(30)];
      bodyOf(await act(commission, 'extend', { dueOn: all, reason: '资料未齐' }));
      const units = [library.documentId];
      const data = bodyOf(
        await act(commission, 'extend', { dueOn: own, reason: '人员外出', units })
      ).data;
      expect([data.dueOn, at(data, library).dueOn, at(data, museum).dueOn]).toEqual([
        all,
        own,
        all,
      ]);
      expect(data.lines).toMatchObject([
        { action: 'extend', units: null, dueOn: all, dueBefore: today(10), reason: '资料未齐' },
        { action: 'extend', units: [library.name], dueOn: own, reason: '人员外出' },
      ]);
      const desk = bodyOf(await officer.client.get<DeskResponse>('/points/desk')).data;
      const due = desk.commissions.find(({ documentId }) => documentId === commission);
      expect(due).toMatchObject({ dueOn: own, daysLeft: 30, isUrgent: false });
    });

    it.each([
      ['extend', { dueOn: today(-1), reason: '补' }, 'dueOn'],
      ['extend', { dueOn: today(9), reason: '补' }, 'dueOn'],
      ['extend', { dueOn: '2026-02-30', reason: '补' }, 'dueOn'],
      ['extend', { dueOn: today(20) }, 'reason'],
      ['extend', { dueOn: today(20), reason: '补', units: ['nothing'] }, 'nothing'],
      ['extend', { dueOn: today(20), reason: '补', units: [] }, 'units'],
      ['close', { reason: ' ' }, 'reason'],
      ['reopen', { reason: '补' }, ''],
      ['not-needed', { unit: 'nothing', reason: '补' }, 'nothing'],
      ['needed', { reason: '补' }, 'unit'],
    ])('are not by %s with %j', async (action, body, words) => {
      const commission = await ask();
      refused(await act(commission, action, body), words);
      expect(await read(commission)).toMatchObject({ closed: false, dueOn: today(10), lines: [] });
    });

    it('are not asked for yesterday', async () => {
      const before = await app.make.documents(COMMISSION).findMany();
      const response = await office.post(
        FORM,
        {
          ...{ title: '昨天', kind: 'info', dueOn: today(-1) },
          units: { connect: [{ documentId: library.documentId }] },
        },
        { language: 'zh-Hans' }
      );
      refused(response, `截止日期（dueOn）${today(-1)} 早于约稿日期`);
      expect(await app.make.documents(COMMISSION).findMany()).toHaveLength(before.length);
    });

    it('are closed and opened again, by the form too', async () => {
      const commission = await ask();
      expect(bodyOf(await act(commission, 'close', { reason: '已有来稿' })).data).toMatchObject({
        closed: true,
        units: [{ state: 'closed' }, { state: 'closed' }],
      });
      refused(await act(commission, 'close', { reason: '再' }), '');
      refused(await act(commission, 'extend', { dueOn: today(20), reason: '再' }), '');
      bodyOf(await act(commission, 'reopen', { reason: '仍需要' }));
      bodyOf(await office.put(`${FORM}/${commission}`, { closed: true, dueOn: today(12) }));
      expect((await read(commission)).lines).toMatchObject([
        { action: 'close', reason: '已有来稿' },
        { action: 'reopen', reason: '仍需要' },
        { action: 'extend', dueOn: today(12), dueBefore: today(10), reason: null },
        { action: 'close', reason: null },
      ]);
      const table = app.strapi.db.connection('points_commission_lines');
      expect(await refusalOf(table.clone().update({ reason: '改' }))).toContain('never changed');
      expect(await refusalOf(table.clone().delete())).toContain('never changed');
    });

    it('are not needed of a unit, which then owes nothing and cannot answer', async () => {
      const commission = await ask();
      const body = { unit: library.documentId, reason: '已由他单位完成' };
      bodyOf(await act(commission, 'not-needed', body));
      expect([await stateAt(commission), await stateAt(commission, museum)]).toEqual([
        'not-needed',
        'waiting',
      ]);
      const desk = bodyOf(await officer.client.get<DeskResponse>('/points/desk')).data;
      expect(desk.commissions.map(({ documentId }) => documentId)).not.toContain(commission);
      await expect(answer(commission)).rejects.toThrow();
      refused(await act(commission, 'not-needed', body), '');
      bodyOf(await act(commission, 'needed', body));
      await answer(commission);
      refused(await act(commission, 'not-needed', body), '应约的稿件');
    });

    it('are for the office alone; a unit reads its own part', async () => {
      const commission = await ask();
      bodyOf(await act(commission, 'not-needed', { unit: museum.documentId, reason: '不需要' }));
      await answer(commission);
      expect(await read(commission, other.client)).toMatchObject({
        units: [{ state: 'not-needed', answers: [] }],
        lines: [{ action: 'not-needed' }],
      });
      const own = await read(commission, officer.client);
      expect(own).toMatchObject({ units: [{ state: 'answered' }], lines: [] });
      const stranger = await app.make.person('officer', await app.make.unit());
      const path = `/points/commissions/${commission}`;
      expect((await stranger.client.get(path)).status).toBe(404);
      const list = bodyOf(await stranger.client.get<CommissionsResponse>('/points/commissions'));
      expect(list).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
      const body = { reason: '不' };
      expect((await act(commission, 'close', body, officer.client)).status).toBe(403);
    });
  });

  it('carry files, which their units read and nobody changes', async () => {
    const boundary = 'end-of-a-part';
    const form = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="files"; filename="outline.txt"',
      'Content-Type: text/plain\r\n',
      '要求',
      `--${boundary}--\r\n`,
    ].join('\r\n');
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const [file] = bodyOf(
      await office.send<Array<{ id: number }>>('POST', '/upload', form, { headers })
    );
    const commission = await ask({
      attachments: [file?.id],
      units: { connect: [{ documentId: library.documentId }] },
    });
    const path = `/upload/files/${String(file?.id)}`;
    expect((await officer.client.get(path)).status).toBe(200);
    expect((await other.client.get(path)).status).toBe(404);
    refused(await office.delete(path), 'outline.txt');
    expect((await read(commission, officer.client)).attachments).toMatchObject([
      { name: 'outline.txt' },
    ]);
    const desk = bodyOf(await officer.client.get<DeskResponse>('/points/desk')).data;
    const due = desk.commissions.find(({ documentId }) => documentId === commission);
    expect(due?.attachments).toMatchObject([{ name: 'outline.txt' }]);
  });

  describe('in figures', () => {
    let unit: Document;
    let second: Document;

    const outcomes = async (period: string, client = office) =>
      bodyOf(
        await client.get<CommissionOutcomesResponse>(
          `/points/commissions/outcomes?period=${period}`
        )
      );

    beforeAll(async () => {
      [unit, second] = await app.make.units(2);
      const units = { connect: [unit, second].map(({ documentId }) => ({ documentId })) };
      const early = { receivedAt: '2025-03-04T01:00:00.000Z' };
      const late = { receivedAt: '2025-03-20T01:00:00.000Z' };
      const [one, two, three] = [await ask({ units }), await ask({ units }), await ask({ units })];
      await answer(one, [unit], early);
      await answer(two, [unit], late);
      bodyOf(await act(three, 'not-needed', { unit: unit.documentId, reason: '不需要' }));
      for (const commission of [one, two, three]) await dueOn(commission, '2025-03-10');
      // An extension that was made then, for one of the units.
      await app.strapi.db.connection('points_commission_lines').insert({
        ...{ document_id: 'extended', commission_document_id: two, action: 'extend' },
        ...{ at: new Date('2025-03-01T00:00:00Z'), due_on: '2025-03-25' },
        units: JSON.stringify([{ documentId: unit.documentId, name: unit.name }]),
      });
      const closed = await ask({ units });
      await dueOn(closed, '2025-03-11');
      bodyOf(await act(closed, 'close', { reason: '不再需要' }));
    });

    it('count done, late, missed by the day that holds for each unit', async () => {
      const { data, meta } = await outcomes('2025-Q1');
      const of = ({ documentId }: Document) =>
        data.find((each) => each.unit.documentId === documentId);
      expect(of(unit)).toMatchObject({
        ...{ asked: 2, onTime: 2, late: 0, missed: 0, waiting: 0, dropped: 2 },
      });
      expect(of(second)).toMatchObject({
        ...{ asked: 3, onTime: 0, late: 0, missed: 3, waiting: 0, dropped: 1 },
      });
      expect(meta.totals).toMatchObject({ asked: 5, onTime: 2, missed: 3, dropped: 3 });
      expect((await outcomes('2025-02')).data).toEqual([]);
      const person = await app.make.person('officer', unit);
      expect((await outcomes('2025', person.client)).data).toHaveLength(1);
      expect(errorOf(await office.get('/points/commissions/outcomes?period=2025-Q9')).status).toBe(
        400
      );
    });

    it('come as files', async () => {
      for (const format of ['csv', 'xlsx'] as const) {
        const path = `/points/commissions/outcomes/export?period=2025-Q1&format=${format}`;
        expect((await office.get(path)).status).toBe(200);
      }
    });

    it('are found by period, kind and unit', async () => {
      const list = async (query: string): Promise<number> =>
        bodyOf(await office.get<CommissionsResponse>(`/points/commissions?${query}`)).meta
          .pagination.total;
      const of = `unit=${unit.documentId}`;
      expect(await list(of)).toBe(4);
      expect(await list(`${of}&period=2025-03&closed=false`)).toBe(3);
      expect(await list(`${of}&period=2025-03&closed=true`)).toBe(1);
      expect(await list(`${of}&kind=feature`)).toBe(0);
      refused(await office.get('/points/commissions?unit=nothing'), 'unit');
    });

    it('are the same in the annex of a sealed month, which later decisions leave alone', async () => {
      await sealThrough(app, '2025-03');
      const frozen = async (): Promise<string> => {
        const row: { annexes: string } | undefined = await app.strapi.db
          .connection('points_bulletins')
          .where('month', '2025-03')
          .first('annexes');
        return row?.annexes ?? '';
      };
      const before = await frozen();
      const { commissions } = JSON.parse(before) as {
        commissions: Array<{ unit: string; outcome: string; dueOn: string }>;
      };
      const of = ({ name }: Document): string[] =>
        commissions
          .filter((each) => each.unit === name)
          .map(({ dueOn: day, outcome }) => `${day} ${outcome}`)
          .sort();
      expect(of(unit)).toEqual(['2025-03-10 on-time', '2025-03-11 closed', '2025-03-25 on-time']);
      expect(of(second)).toEqual([
        ...['2025-03-10 missed', '2025-03-10 missed', '2025-03-10 missed'],
        '2025-03-11 closed',
      ]);
      const { data } = bodyOf(
        await office.get<CommissionsResponse>(
          `/points/commissions?unit=${second.documentId}&closed=false`
        )
      );
      const [first] = data;
      const units = [second.documentId];
      const extension = { dueOn: today(5), reason: '补交', units };
      bodyOf(await act(first?.documentId ?? '', 'extend', extension));
      expect(await frozen()).toBe(before);
      const piece = await answer(first?.documentId ?? '', [second]);
      bodyOf(await adopt(first?.documentId ?? '', piece, { adoptedOn: '2025-03-31' }));
      expect(await postingsOf(app, { submission: piece.documentId })).toMatchObject([
        { belongsTo: '2025-03', month: '2025-04' },
      ]);
    });
  });

  describe('remind', () => {
    let units: Document[];
    let mine: Person;
    let commission: string;
    let due: string;

    const run = (days: number): Promise<number> =>
      app.points.clock.at(new Date(`${today(days)}T02:00:00Z`), () =>
        app.strapi.plugin('points').service<Reminders>('commissionReminders').run()
      );
    const mails = async (): Promise<Mail[]> =>
      app.strapi.db
        .connection('mail_messages')
        .where('about_document_id', commission)
        .orderBy('id')
        .select('recipient_address', 'subject', 'text');

    beforeAll(async () => {
      // What other cases left open would be reminded of too.
      await app.strapi.db.query(COMMISSION).updateMany({ where: {}, data: { closed: true } });
      units = await app.make.units(3);
      const [first, second, third] = units as [Document, Document, Document];
      mine = await app.make.person('officer', first);
      await app.make.person('leader', first);
      await app.make.person('officer', second);
      await app.make.person('officer', third);
      await app.make.officer(first, { name: '无账号' });
      due = today(10);
      commission = await ask({
        dueOn: due,
        units: { connect: units.map(({ documentId }) => ({ documentId })) },
      });
      await answer(commission, [second]);
      bodyOf(await act(commission, 'not-needed', { unit: third.documentId, reason: '不需要' }));
    });

    it('the officers of the units that owe, once each, three days before and on the day', async () => {
      expect([await run(6), await run(7), await run(7), await run(8)]).toEqual([0, 1, 0, 0]);
      expect(await mails()).toMatchObject([
        {
          recipient_address: mine.account.email,
          subject: '约稿提醒：“重点工程宣传稿”还有 3 天截止',
          text: expect.stringContaining('八百字以内') as unknown,
        },
      ]);
      expect([await run(10), await run(10)]).toEqual([1, 0]);
      expect((await read(commission)).lines.filter(({ action }) => action === 'remind')).toEqual([
        expect.objectContaining({ units: [units[0]?.name], person: '' }),
        expect.objectContaining({ units: [units[0]?.name], person: '' }),
      ]);
    });

    it('after downtime once, by the latest, at most so often, and of a later day anew', async () => {
      expect(await Promise.all([run(20), run(20)])).toEqual(expect.arrayContaining([0, 1]));
      expect((await mails()).at(-1)?.subject).toBe('约稿催办：“重点工程宣传稿”已逾期 10 天');
      expect([await run(24), await run(25), await run(32), await run(60)]).toEqual([0, 1, 0, 0]);
      bodyOf(await act(commission, 'extend', { dueOn: today(40), reason: '延期' }));
      expect([await run(30), await run(38), await run(39)]).toEqual([0, 1, 0]);
      await answer(commission, [units[0]!]);
      expect(await run(40)).toBe(0);
    });
  });
});
