import type { Knex } from 'knex';
import type {
  EntryResponse,
  LedgerResponse,
  ObjectionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  BYTES,
  bodyOf,
  casesOf,
  connect,
  createDatabase,
  errorOf,
  openTable,
  postingsOf,
  regulation,
  sealThrough,
  startApp,
  verificationOf,
  whileRowHas,
  type Client,
  type Document,
  type ForeignValue,
  type Person,
  type StoredRow,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(600_000);

const ARTICLE = 'api::article.article';
const JARGON = /undefined|\[object|Invalid time|RangeError|SyntaxError|Internal Server/;

/** What no column of the kind holds that the application wrote. Either database takes some of it. */
const NO_NUMBER: ForeignValue[] = [0.5, 'x', null, BYTES, 1e300];
const NO_MOMENT: ForeignValue[] = [null, 'x', BYTES, 1e300];
const NO_TEXT: ForeignValue[] = [null, '{"broken": ', BYTES];

/** What makes a figure of a posting unreadable. */
const FIGURES = {
  ...{ amount: NO_NUMBER, divisor: [...NO_NUMBER, 0, -1] },
  ...{ unit_count: NO_NUMBER, officer_count: NO_NUMBER },
};

/** What makes something else of it unreadable, or refers to nothing. */
const OTHERS = {
  ...{ month: [null, 'x', BYTES], belongs_to: [null, 'x', BYTES] },
  ...{ adopted_on: [null, 'x', BYTES, '2026-13-45'], posted_at: NO_MOMENT },
  ...{ key: [null, BYTES], kind: NO_TEXT, channel: NO_TEXT, reverses: NO_TEXT, clause: NO_TEXT },
  ...{ cause: NO_TEXT, unit_name: NO_TEXT, officer_name: NO_TEXT, submission_title: NO_TEXT },
  ...{ entry_uid: NO_TEXT, entry_document_id: NO_TEXT, corrects: NO_TEXT },
  ...{ unit_id: NO_NUMBER, officer_id: NO_NUMBER, submission_id: NO_NUMBER },
  ...{ adoption_id: NO_NUMBER, rule_set_id: NO_NUMBER },
  ...{ sequence: NO_NUMBER, hash: NO_TEXT },
};

/** Rules over a period read the ledger's lines with each reading of the report. */
const EXTENSIONS = {
  quotas: [
    {
      period: 'month',
      counts: { kind: 'points' },
      effect: { kind: 'per-missing', target: 2, points: 2 },
      clause: '四',
      sentence: { zh: '按考核规定', en: 'As the rules say' },
    },
  ],
};

describe('a posting that somebody wrote over, past the application', () => {
  let database: TestDatabase;
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let admin: Client;
  let person: Person;
  let unit: Document;
  let submission: Document;
  let adoption: Document;
  let article: Document;
  let objection: ObjectionResponse['data'];
  let reads: string[];

  const at = <T>(moment: string, run: () => Promise<T>): Promise<T> =>
    app.points.clock.at(new Date(moment), run);

  /** An entry that came down after its month had been sealed, so that the office has to decide. */
  const takenDown = async (): Promise<void> => {
    const own = await app.make.submission({ units: [unit] });
    const entry = await at('2026-09-10T02:00:00.000Z', () =>
      app.make.article({ placement: 'headline', submission: own, publish: true })
    );
    await sealThrough(app, '2026-09');
    await app.make.documents(ARTICLE).unpublish({ documentId: entry.documentId });
  };

  beforeAll(async () => {
    database = await createDatabase();
    app = await startApp({ database });
    raw = connect(database);
    office = await app.api.as('office');
    admin = await app.api.as('super-admin');
    await app.make.ruleSet({ ...(await regulation()), extensions: EXTENSIONS });
    [unit] = await app.make.units(1);
    person = await app.make.person('officer', unit);
    await takenDown();
    submission = await app.make.submission({ units: [unit], officers: [person.record] });
    adoption = await app.make.adoption({
      ...{ submission, channel: 'newsletter', adoptedOn: '2026-11-02' },
    });
    article = await app.make.article({ placement: 'video', submission, publish: true });
    const [line] = await postingsOf(app, { submission: submission.documentId });
    const filed = await person.client.post<ObjectionResponse>('/points/objections', {
      ...{ line: line!.key, text: '该稿件被采用两次，只计了一次。' },
    });
    objection = bodyOf(filed).data;
    const bonus = {
      ...{ unit: unit.documentId, points: 2, day: '2026-11-03' },
      ...{ reason: '挂职锻炼', decidedBy: '局办公会' },
    };
    bodyOf(await office.post('/points/bonuses', bonus));
    await openTable(raw, database, 'points_postings');
    reads = [
      ...['2026', '2026-11', '2026-09'].flatMap((period) => [
        `/points/report?period=${period}&by=unit`,
        `/points/report?period=${period}&by=officer`,
        `/points/ledger?period=${period}`,
      ]),
      '/points/report/export?period=2026&format=xlsx',
      '/points/ledger?pageSize=100',
      `/points/ledger?unit=${unit.documentId}`,
      `/points/ledger?officer=${person.record.documentId}`,
      `/points/ledger?submission=${submission.documentId}`,
      ...['bonus', 'newsletter', 'site.video'].map(
        (channel) => `/points/ledger?channel=${channel}`
      ),
      ...['csv', 'xlsx'].map((format) => `/points/ledger/export?format=${format}`),
      `/points/entries/${ARTICLE}?documentIds=${article.documentId}`,
      `/points/entries/${ARTICLE}/${article.documentId}`,
      `/points/submissions/${submission.documentId}`,
      `/points/submissions/${submission.documentId}/adoptions`,
      ...['/points/sealed-awards', '/points/bonuses', '/points/objections'],
      `/points/objections/${objection.documentId}`,
      ...['/points/inbox', '/points/setup', '/points/bulletins', '/points/reviews'],
      ...['/points/bulletins/preview?month=2026-10', '/points/reviews/preview?period=2026'],
    ];
  });
  afterAll(async () => {
    expect(await verificationOf(app)).toMatchObject({ ok: true });
    await raw.destroy();
    await app.stop();
  });

  /** Runs while a posting has another value; does not where the database takes no such value. */
  const whileIs = async (
    { id }: StoredRow,
    values: StoredRow,
    run: () => Promise<void>
  ): Promise<void> => {
    const place = { database, raw, table: 'points_postings', where: { id } };
    const refusal = await whileRowHas(place, values, run);
    // SQLite takes any value, but for one that a foreign key forbids.
    if (refusal !== null && database.kind === 'sqlite') expect(refusal).toContain('FOREIGN KEY');
  };

  /** The last posting of a channel. */
  const lastOf = async (channel: string): Promise<StoredRow> => {
    const rows = (await raw('points_postings').where({ channel }).orderBy('id')) as StoredRow[];
    return rows.at(-1)!;
  };

  const requireAnswers = async (): Promise<void> => {
    for (const path of reads) {
      const response = await admin.get<string>(path, { language: 'zh-Hans' });
      expect([path, response.status, response.status >= 400 && response.body]).toEqual([
        path,
        200,
        false,
      ]);
    }
    for (const path of ['/points/desk', '/points/desk/summary', '/points/ledger']) {
      expect([path, (await person.client.get(path)).status]).toEqual([path, 200]);
    }
  };

  describe.each([
    { channel: 'newsletter' },
    { channel: 'site.video' },
    { channel: 'site.headline' },
    { channel: 'bonus' },
  ])('of $channel', ({ channel }) => {
    it.each(casesOf(FIGURES))('lets all else be read: $column $said', async ({ column, value }) => {
      await whileIs(await lastOf(channel), { [column]: value }, requireAnswers);
    });

    it.each(casesOf({ ...FIGURES, posted_at: NO_MOMENT, kind: NO_TEXT }))(
      'is named in the ledger: $column $said',
      async ({ column, value }) => {
        const row = await lastOf(channel);
        await whileIs(row, { [column]: value }, async () => {
          const named = { sequence: row.sequence, key: row.key };
          const { data, meta } = bodyOf(
            await office.get<LedgerResponse>('/points/ledger?pageSize=100')
          );
          expect(meta.unreadable).toEqual([named]);
          const view = data.find(({ key }) => key === row.key);
          expect(view?.postedAt ?? null).toBeNull();
          expect(view === undefined).toBe(column !== 'posted_at');
          const file = await office.get<string>('/points/ledger/export?format=csv', {
            language: 'zh-Hans',
          });
          const line = file.body.split('\r\n').find((each) => each.includes(String(row.key)));
          expect(line?.includes('在数据库中被改动')).toBe(column !== 'posted_at');
          expect(file.body).not.toMatch(JARGON);
        });
      }
    );
  });

  it.each(casesOf(OTHERS))('lets all else be read: $column $said', async ({ column, value }) => {
    await whileIs(await lastOf('newsletter'), { [column]: value }, requireAnswers);
  });

  it.each(casesOf(FIGURES))('is named in the panel of its entry: $column $said', async (broken) => {
    const row = await lastOf('site.video');
    await whileIs(row, { [broken.column]: broken.value }, async () => {
      const path = `/points/entries/${ARTICLE}/${article.documentId}`;
      const { data } = bodyOf(await office.get<EntryResponse>(path));
      expect(data.awarded).toEqual([]);
      expect(data.unreadable).toEqual([{ sequence: row.sequence, key: row.key }]);
    });
  });

  it.each(casesOf(FIGURES))('is nothing to object to: $column $said', async ({ column, value }) => {
    const row = await lastOf('site.video');
    await whileIs(row, { [column]: value }, async () => {
      const response = await person.client.post(
        '/points/objections',
        { line: row.key, text: '该稿件被采用两次，只计了一次。' },
        { language: 'zh-Hans' }
      );
      expect(response.status).toBe(400);
      expect(errorOf(response).message).toContain('在数据库中被改动');
    });
  });

  it.each(casesOf({ ...FIGURES, month: [null, 'x', BYTES] }))(
    'is not taken back: $column $said',
    async ({ column, value }) => {
      const row = await lastOf('newsletter');
      await whileIs(row, { [column]: value }, async () => {
        const before: unknown = await raw('points_postings').orderBy('id');
        const response = await office.post(
          `/points/adoptions/${adoption.documentId}/withdraw`,
          { reason: '重复登记' },
          { language: 'zh-Hans' }
        );
        expect(response.status).toBe(400);
        expect(errorOf(response).message).toContain('在数据库中被改动');
        expect(await raw('points_postings').orderBy('id')).toEqual(before);
      });
    }
  );
});
