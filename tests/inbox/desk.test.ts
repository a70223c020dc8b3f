import { randomUUID } from 'node:crypto';
import type {
  DeskGroup,
  DeskMonth,
  DeskResponse,
  DeskSignResponse,
  DeskSummaryResponse,
  SubmissionReading,
  SubmissionReadingResponse,
} from '../../src/plugins/points/shared/contracts';
import { monthOf } from '../../src/plugins/points/domain/period';
import {
  bodyOf,
  errorOf,
  reportOf,
  sealThrough,
  startApp,
  today,
  uploadText,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
} from '../support';

const SUBMISSION = 'plugin::points.submission';
const UNIT = 'plugin::points.unit';
const COMMISSION = 'plugin::points.commission';
const HOUR = 3_600_000;
const SHOWN = 20;
const MANY = SHOWN + 3;

describe("a unit's desk", () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());

  const desk = async (client: Client): Promise<DeskResponse['data']> =>
    bodyOf(await client.get<DeskResponse>('/points/desk')).data;
  const summary = async (client: Client): Promise<DeskSummaryResponse['data']> =>
    bodyOf(await client.get<DeskSummaryResponse>('/points/desk/summary')).data;

  /** The statements that the database is sent meanwhile. */
  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const seen: string[] = [];
    const note = ({ sql }: { sql: string }): number => seen.push(sql);
    const { connection } = app.strapi.db;
    connection.on('query', note);
    await work();
    connection.off('query', note);
    return seen;
  };

  /** Hours since the first of the pieces, as the moment that the database keeps. */
  const hour = (count: number): string =>
    new Date(Date.parse('2026-03-02T00:00:00Z') + count * HOUR).toISOString();

  interface Piece {
    state: 'draft' | 'submitted' | 'accepted' | 'returned' | 'declined';
    units: readonly Document[];
    since: string;
    /** Since when it waits for a signature. */
    asked?: string;
    signedBy?: readonly Document[];
  }

  /** Puts a piece where it stands, past the workflow: a hundred that are moved there take minutes. */
  const put = async ({ state, units, since, asked, signedBy = [] }: Piece): Promise<string> => {
    const documentId = randomUUID().replaceAll('-', '').slice(8);
    await app.strapi.db.query(SUBMISSION).create({
      data: {
        documentId,
        title: `${state} ${asked ?? since}`,
        category: 'culture-news',
        state,
        stateSince: since,
        units: units.map(({ id }) => id),
        signatureRequestedAt: asked ?? null,
        signatures: signedBy.map(({ id }) => ({ unit: id, by: '负责人', at: since })),
      },
    });
    return documentId;
  };

  const idsOf = ({ items }: DeskGroup): string[] => items.map(({ documentId }) => documentId);

  const numbered = async (count: number, one: (index: number) => Promise<string>) => {
    const made: string[] = [];
    for (let index = 0; index < count; index += 1) made.push(await one(index));
    return made;
  };

  describe('with more in each group than it shows', () => {
    let unit: Document;
    let partner: Document;
    let officer: Person;
    let leader: Person;
    let submitted: string[];
    let unsigned: string[];
    let signed: string[];

    beforeAll(async () => {
      unit = await app.make.unit({ signOff: true });
      partner = await app.make.unit({ signOff: true });
      officer = await app.make.person('officer', unit);
      leader = await app.make.person('leader', unit);
      for (const state of ['draft', 'returned', 'accepted', 'declined'] as const) {
        await numbered(MANY, (index) => put({ state, units: [unit], since: hour(index) }));
      }
      submitted = await numbered(MANY, (index) =>
        put({ state: 'submitted', units: [unit], since: hour(10 + 2 * index) })
      );
      unsigned = await numbered(MANY, (index) =>
        put({ state: 'draft', units: [unit], since: hour(0), asked: hour(11 + 2 * index) })
      );
      // Of joint pieces that the own unit has signed, and that wait for the partner: before and behind.
      signed = await numbered(4, (index) =>
        put({
          state: 'draft',
          units: [unit, partner],
          since: hour(0),
          asked: hour(index < 2 ? index : 100 + index),
          signedBy: [unit],
        })
      );
    });

    it('counts each group whole and shows the first of it', async () => {
      const { groups } = await desk(officer.client);
      for (const name of ['drafts', 'returned', 'accepted', 'declined'] as const) {
        const { total, items } = groups[name];
        expect([name, total, items.length]).toEqual([name, MANY, SHOWN]);
        expect(items.map(({ since }) => since)).toEqual(
          Array.from({ length: SHOWN }, (_, index) => hour(MANY - 1 - index))
        );
      }
    });

    it('mixes what waits for the office and for a signature, the oldest first', async () => {
      const { waiting } = (await desk(officer.client)).groups;
      const mixed = submitted.flatMap((piece, index) => [piece, unsigned[index] ?? '']);
      expect(idsOf(waiting)).toEqual([...signed.slice(0, 2), ...mixed].slice(0, SHOWN));
    });

    it('says of how many that wait, also of those not shown, a signature is missing', async () => {
      const { waiting, drafts } = (await desk(officer.client)).groups;
      expect([waiting.total, waiting.awaitingSignature]).toEqual([2 * MANY + 4, MANY + 4]);
      expect(drafts.awaitingSignature).toBe(0);
    });

    it('shows a leader only what the own unit has not signed, and counts nothing else', async () => {
      const { toSign } = (await desk(leader.client)).groups;
      expect(idsOf(toSign)).toEqual(unsigned.slice(0, SHOWN));
      expect([toSign.total, toSign.awaitingSignature]).toEqual([MANY, MANY]);
    });

    it('asks no signature of a unit that signs nothing', async () => {
      const free = await app.make.unit();
      const { client } = await app.make.person('leader', free);
      await put({
        state: 'draft',
        units: [free, partner],
        since: hour(0),
        asked: hour(1),
      });
      const { toSign, waiting } = (await desk(client)).groups;
      expect([toSign.total, waiting.total]).toEqual([0, 1]);
    });

    it('tells the home page the same numbers', async () => {
      for (const { client } of [officer, leader]) {
        const { groups, maySign, units } = await desk(client);
        const numbers = await summary(client);
        expect(numbers.groups).toEqual({
          toSign: groups.toSign.total,
          returned: groups.returned.total,
          drafts: groups.drafts.total,
          waiting: groups.waiting.total,
        });
        expect(numbers).toMatchObject({ maySign, units });
      }
    });
  });

  describe('and what its leader signs there', () => {
    let unit: Document;
    let partner: Document;
    let officer: Person;
    let leader: Person;

    beforeAll(async () => {
      unit = await app.make.unit({ signOff: true });
      partner = await app.make.unit({ signOff: true });
      officer = await app.make.person('officer', unit);
      leader = await app.make.person('leader', unit);
    });

    const act = (client: Client, documentId: string, action: string, body: object = {}) =>
      client.post(`/points/submissions/${documentId}/actions/${action}`, body);

    const begun = async (values: object = {}): Promise<string> => {
      const made = await officer.client.post<{ data: Reference }>(
        `/content-manager/collection-types/${SUBMISSION}`,
        {
          title: '市图书馆延长开放时间',
          category: 'culture-news',
          text: '市图书馆自下月起延长开放时间。\n周末不休。',
          eventDate: '2026-02-01',
          units: { connect: [{ documentId: unit.documentId }] },
          officers: { connect: [{ documentId: officer.record.documentId }] },
          ...values,
        }
      );
      return bodyOf(made).data.documentId;
    };

    const asked = async (values: object = {}): Promise<string> => {
      const documentId = await begun(values);
      bodyOf(await act(officer.client, documentId, 'request-signature'));
      return documentId;
    };

    const toSign = async (): Promise<Array<{ documentId: string; version: string }>> =>
      (await desk(leader.client)).groups.toSign.items.map(({ documentId, version }) => ({
        documentId,
        version: version ?? '',
      }));

    const read = async (client: Client, documentId: string): Promise<SubmissionReading> =>
      bodyOf(await client.get<SubmissionReadingResponse>(`/points/desk/reading/${documentId}`))
        .data;

    const sign = async (pieces: unknown, client = leader.client) =>
      client.post<DeskSignResponse>('/points/desk/sign', { pieces });

    it('is several at once, each as it was read: what was changed meanwhile is told and not signed', async () => {
      const [first, changed, withdrawn, joint] = [
        await asked(),
        await asked(),
        await asked(),
        await asked({
          units: { connect: [unit, partner].map(({ documentId }) => ({ documentId })) },
        }),
      ];
      const pieces = await toSign();
      expect(pieces.map(({ documentId }) => documentId)).toEqual([
        ...[first, changed, withdrawn, joint],
      ]);
      bodyOf(await act(officer.client, changed, 'withdraw'));
      bodyOf(
        await officer.client.put(`/content-manager/collection-types/${SUBMISSION}/${changed}`, {
          text: '改过的话。',
        })
      );
      bodyOf(await act(officer.client, changed, 'request-signature'));
      bodyOf(await act(officer.client, withdrawn, 'withdraw'));
      bodyOf(
        await officer.client.put(`/content-manager/collection-types/${SUBMISSION}/${withdrawn}`, {
          title: '不再报送',
        })
      );
      const { data } = bodyOf(await sign(pieces));
      expect(data).toEqual([
        { documentId: first, signed: true, sent: true, message: null },
        {
          ...{ documentId: changed, signed: false, sent: false },
          message: expect.stringContaining('changed after you had read it') as unknown,
        },
        {
          ...{ documentId: withdrawn, signed: false, sent: false },
          message: expect.stringContaining('changed after you had read it') as unknown,
        },
        { documentId: joint, signed: true, sent: false, message: null },
      ]);
      const left = await toSign();
      expect(left.map(({ documentId }) => documentId)).toEqual([changed]);
      expect(bodyOf(await sign(left)).data).toMatchObject([{ signed: true, sent: true }]);
    });

    it('is nobody else’s', async () => {
      const documentId = await asked();
      const pieces = await toSign();
      const foreign = await app.make.person('leader', partner);
      expect((await sign(pieces, officer.client)).status).toBe(403);
      expect(bodyOf(await sign(pieces, foreign.client)).data).toMatchObject([
        { documentId, signed: false },
      ]);
      expect((await foreign.client.get(`/points/desk/reading/${documentId}`)).status).toBe(404);
      expect(await toSign()).toEqual(pieces);
      bodyOf(await act(officer.client, documentId, 'withdraw'));
    });

    it.each<[unknown, RegExp]>([
      [undefined, /pieces/],
      [[], /pieces/],
      [{}, /pieces/],
      [['x'], /pieces/],
      [[{ documentId: 'x' }], /version/],
      [[{ version: 'x' }], /documentId/],
      [new Array(51).fill({ documentId: 'x', version: 'x' }), /pieces/],
    ])('refuses %j in words', async (pieces, names) => {
      const refused = await sign(pieces);
      expect([refused.status, errorOf(refused).message]).toEqual([
        400,
        expect.stringMatching(names) as unknown,
      ]);
    });

    it('is read whole: words, files with their size, and what waits beside it', async () => {
      const file = await uploadText(officer.client, '开放时间.txt');
      const documentId = await asked({ attachments: [file] });
      const seen = await read(leader.client, documentId);
      expect(seen).toMatchObject({
        title: '市图书馆延长开放时间',
        paragraphs: [
          { kind: 'text', text: '市图书馆自下月起延长开放时间。', url: null },
          { kind: 'text', text: '周末不休。', url: null },
        ],
        files: [{ id: file, name: '开放时间.txt', size: expect.any(Number) as unknown }],
        actions: ['sign', 'send-back', 'withdraw'],
        toSign: [{ documentId, title: '市图书馆延长开放时间' }],
      });
      expect(await toSign()).toEqual([{ documentId, version: seen.version }]);
      expect((await read(officer.client, documentId)).toSign).toEqual([]);
      bodyOf(await act(leader.client, documentId, 'sign', { version: seen.version }));
      expect((await read(leader.client, documentId)).toSign).toEqual([]);
    });

    it('is read as the entry says it, where it is drafted as one', async () => {
      const made = await officer.client.post<{ data: Reference }>(
        '/content-manager/collection-types/api::article.article',
        {
          title: '夜场开放',
          body: [
            { type: 'heading', level: 2, children: [{ type: 'text', text: '时间' }] },
            { type: 'paragraph', children: [{ type: 'text', text: '每周五晚。' }] },
          ],
        }
      );
      const entry = bodyOf(made).data.documentId;
      const [drafted] = (await desk(officer.client)).groups.drafts.items;
      const documentId = drafted?.documentId ?? '';
      const submission = `/content-manager/collection-types/${SUBMISSION}/${documentId}`;
      bodyOf(await officer.client.put(submission, { category: 'culture-news' }));
      bodyOf(await act(officer.client, documentId, 'request-signature'));
      const seen = await read(leader.client, documentId);
      expect(seen.paragraphs).toEqual([
        { kind: 'heading', text: '时间', url: null },
        { kind: 'text', text: '每周五晚。', url: null },
      ]);
      bodyOf(await act(officer.client, documentId, 'withdraw'));
      bodyOf(
        await officer.client.put(
          `/content-manager/collection-types/api::article.article/${entry}`,
          {
            body: [{ type: 'paragraph', children: [{ type: 'text', text: '每周六晚。' }] }],
          }
        )
      );
      bodyOf(await act(officer.client, documentId, 'request-signature'));
      const { version } = seen;
      expect((await act(leader.client, documentId, 'sign', { version })).status).toBe(400);
      const [again] = bodyOf(await sign(await toSign())).data;
      expect(again).toMatchObject({ documentId, signed: true });
    });

    it('comes back to the officer’s desk with the reason when it is sent back, until it is sent again', async () => {
      const before = await desk(officer.client);
      const documentId = await asked();
      const note = { reason: 'unclear-facts', comment: '请写明时间。' };
      bodyOf(await act(leader.client, documentId, 'send-back', note));
      const back = await desk(officer.client);
      expect(back.groups.returned.items[0]).toMatchObject({
        ...{ documentId, state: 'draft', isSentBack: true },
        ...note,
      });
      expect(back.groups.returned.total).toBe(before.groups.returned.total + 1);
      expect(idsOf(back.groups.drafts)).not.toContain(documentId);
      expect((await summary(officer.client)).groups.returned).toBe(back.groups.returned.total);
      bodyOf(await act(officer.client, documentId, 'request-signature'));
      bodyOf(await act(officer.client, documentId, 'withdraw'));
      const { drafts, returned } = (await desk(officer.client)).groups;
      expect([idsOf(drafts)[0], idsOf(returned)]).toEqual([documentId, []]);
    });
  });

  describe('and the line of its months', () => {
    let unit: Document;
    let department: Document;
    let officer: Person;

    const dated = (one: Reference, dates: object) =>
      app.make.documents(UNIT).update({ documentId: one.documentId, data: dates });

    beforeAll(async () => {
      let gone: Document;
      let later: Document;
      [unit, gone, later] = await app.make.units(3);
      department = await app.make.unit({ kind: 'department' });
      officer = await app.make.person('officer', unit);
      const officers = [officer.record, await app.make.officer(unit), await app.make.officer(unit)];
      const joint = await app.make.submission({ units: [unit, later], officers });
      const own = await app.make.submission({ units: [unit], officers: officers.slice(1) });
      const theirs = await app.make.submission({ units: [gone, department] });
      await app.make.adoption({ submission: joint, channel: 'newsletter', adoptedOn: today() });
      await app.make.adoption({ submission: own, channel: 'newsletter', adoptedOn: today(-65) });
      await app.make.adoption({ submission: theirs, channel: 'newsletter', adoptedOn: today(-65) });
      await app.make.adoption({
        submission: theirs,
        channel: 'newsletter',
        adoptedOn: today(-200),
      });
      await dated(gone, { activeTo: today(-100) });
      await dated(later, { activeFrom: today(-40) });
    });

    it('has the places of each month’s ranking', async () => {
      for (const one of [unit, department]) {
        const { client } = one === unit ? officer : await app.make.person('officer', one);
        const [standing] = (await desk(client)).standings;
        const months = standing?.months ?? [];
        expect(months.map(({ month }) => month).at(-1)).toBe(today().slice(0, 7));
        expect(new Set(months.map(({ month }) => month)).size).toBe(12);
        expect(months.filter(({ exact }) => exact !== '0').length).toBeGreaterThan(1);
        for (const month of months) {
          const kind = standing?.unit.kind ?? 'institution';
          const { data } = await reportOf(app, { period: month.month, kind });
          const row = data.find((each) => each.unit.documentId === one.documentId);
          const expected: DeskMonth = {
            month: month.month,
            rank: row?.rank ?? null,
            of: data.length,
            points: row?.points ?? '0.00',
            exact: row?.exact ?? '0',
            submitted: row?.submitted ?? 0,
            adopted: row?.adopted ?? 0,
            bonus: row?.bonus ?? { points: '0.00', exact: '0' },
          };
          expect(month).toEqual(expected);
        }
      }
    });

    it('is ranked in no month before the unit was there', async () => {
      const young = await app.make.unit();
      await dated(young, { activeFrom: today() });
      const { client } = await app.make.person('officer', young);
      const [standing] = (await desk(client)).standings;
      const ranks = standing?.months.map(({ rank }) => rank) ?? [];
      expect(ranks.slice(0, -1)).toEqual(new Array(11).fill(null));
      expect(ranks.at(-1)).toEqual(expect.any(Number));
    });

    it('says of a sealed month what was circulated, whatever becomes of the units', async () => {
      const month = monthOf(today(-200));
      await sealThrough(app, month);
      const lineOf = async (): Promise<DeskMonth | undefined> =>
        (await desk(officer.client)).standings[0]?.months.find((each) => each.month === month);
      const circulated = await lineOf();
      expect(circulated?.of).toBeGreaterThan(1);
      const late = await app.make.unit();
      expect(await lineOf()).toEqual(circulated);
      const open = await reportOf(app, { period: month, kind: 'institution' });
      expect(open.data.map(({ unit: each }) => each.documentId)).not.toContain(late.documentId);
    });

    it('reads the running totals once', async () => {
      const statements = await statementsOf(() => desk(officer.client));
      expect(statements.filter((sql) => sql.includes('points_totals'))).toHaveLength(1);
    });
  });

  describe('in numbers, for the home page', () => {
    let officer: Person;

    beforeAll(async () => {
      const unit = await app.make.unit();
      officer = await app.make.person('officer', unit);
      const office = await app.api.as('office');
      for (const dueOn of [today(3), today(5), today(9)]) {
        const made = await office.post(`/content-manager/collection-types/${COMMISSION}`, {
          title: `约稿 ${dueOn}`,
          kind: 'info',
          dueOn,
          units: { connect: [{ documentId: unit.documentId }] },
        });
        bodyOf(made);
      }
      await app.strapi.db
        .query(COMMISSION)
        .update({ where: { title: `约稿 ${today(3)}` }, data: { dueOn: today(-1) } });
      await put({ state: 'returned', units: [unit], since: hour(0) });
    });

    it('says what there is to do and where the unit stands, without the pieces', async () => {
      const { standings, units } = await desk(officer.client);
      let numbers: DeskSummaryResponse['data'] | undefined;
      const statements = await statementsOf(async () => {
        numbers = await summary(officer.client);
      });
      expect(numbers).toEqual({
        units,
        maySign: false,
        groups: { toSign: 0, returned: 1, drafts: 0, waiting: 0 },
        commissions: { total: 3, overdue: 1, soon: 0 },
        bulletins: 0,
        standings: standings.map(({ unit, months }) => ({ unit, month: months.at(-1) })),
      });
      // Of the history is asked only whether a draft was sent back, and of the ledger how long it is,
      // which tells whether kept sums still hold: no line is read, and no posting but its place.
      const reads = /points_postings|select \* from .points_history/;
      const isPlace = (sql: string): boolean => /^select .sequence., .hash. from/.test(sql);
      const read = statements.filter((sql) => reads.test(sql));
      expect(read.filter((sql) => !isPlace(sql))).toEqual([]);
    });

    it('is for whoever has a desk, and empty for who belongs to no unit', async () => {
      expect((await app.api.public.get('/points/desk/summary')).status).toBe(401);
      for (const role of ['office', 'editor'] as const) {
        const client = await app.api.as(role);
        expect(errorOf(await client.get('/points/desk/summary')).status).toBe(403);
      }
      expect(await summary(await app.api.as('officer'))).toEqual({
        units: [],
        maySign: false,
        groups: { toSign: 0, returned: 0, drafts: 0, waiting: 0 },
        commissions: { total: 0, overdue: 0, soon: 0 },
        bulletins: 0,
        standings: [],
      });
    });
  });
});
