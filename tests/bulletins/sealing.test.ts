import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  BulletinPreviewResponse,
  BulletinResponse,
  BulletinsResponse,
  ReportResponse,
} from '../../src/plugins/points/shared/contracts';
import type { ManualChannel } from '../../src/plugins/points/domain/vocabulary';
import {
  bodyOf,
  connect,
  errorOf,
  exactOf,
  reconcileOf,
  reportOf,
  rowOf,
  sealThrough,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const JANUARY = new Date('2026-01-31T23:59:59+08:00');
const FEBRUARY = new Date('2026-02-01T00:00:00+08:00');
const SUBMISSION = 'plugin::points.submission';

describe('sealing a month', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let library: Document;
  let museum: Document;
  let bureau: Document;
  let first: Document;
  let joint: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    await app.make.ruleSet();
    [library, museum] = await app.make.units(2);
    [bureau] = await app.make.units(1, 'department');
    first = await received(JANUARY, [library]);
    joint = await received(JANUARY, [library, museum, bureau]);
    await received(FEBRUARY, [museum]);
    await adopt(first, '2026-01-31');
    await adopt(joint, '2026-01-15');
    await adopt(joint, '2026-02-03', 'city.forwarded');
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const received = (moment: Date, units: Document[]): Promise<Document> =>
    app.points.clock.at(moment, () =>
      app.make.submission({ units, receivedAt: moment.toISOString() })
    );

  const adopt = (submission: Document, adoptedOn: string, channel: ManualChannel = 'newsletter') =>
    app.make.adoption({ submission, channel, adoptedOn });

  const seal = (month: unknown, client = office, language = 'en') =>
    client.post<BulletinResponse>('/points/bulletins', { month }, { language });

  const reports = async (period: string): Promise<ReportResponse[]> => {
    const all: ReportResponse[] = [];
    for (const by of ['unit', 'officer'] as const) {
      for (const kind of [undefined, 'institution', 'department'] as const) {
        all.push(await reportOf(app, { period, by, ...(kind && { kind }) }));
      }
    }
    return all;
  };

  const openly = (all: readonly ReportResponse[]) =>
    all.map(({ data, meta }) => ({
      data,
      meta: { ...meta, period: { ...meta.period, sealed: null } },
    }));

  const refused = (response: ApiResponse<unknown>): unknown[] => [
    response.status,
    errorOf(response).message,
  ];

  it('is previewed with what to look at before', async () => {
    const { data } = bodyOf(
      await office.get<BulletinPreviewResponse>('/points/bulletins/preview?month=2026-01')
    );
    expect(data).toMatchObject({
      month: '2026-01',
      refusal: null,
      checks: {
        ledger: { ok: true, differences: 0 },
        waiting: { count: 0 },
        withoutEvidence: { count: 2 },
        withoutProvenance: { count: 0 },
        silentUnits: [],
      },
    });
    expect(data.standings.month.units.map(({ exact, submitted }) => [exact, submitted])).toEqual([
      ['80/3', 2],
      ['20/3', 1],
      ['20/3', 1],
    ]);
    expect((await office.get('/points/bulletins/preview?month=2026-H1')).status).toBe(400);
    expect(await raw('points_bulletins').pluck('month')).toEqual([]);
  });

  it.each([
    ['2026-02', 'en', 'seal 2026-01 first'],
    ['2026-02', 'zh-Hans', '请先封存 2026-01'],
    ['2025-12', 'en', 'seal 2026-01 first'],
    ['2099-01', 'en', '2099-01 is not over'],
    ['2026-Q1', 'en', 'is no month'],
    ['2026-H1', 'en', 'is no month'],
    ['2026', 'en', 'is no month'],
    ['2026-13', 'en', 'is no period'],
    [7, 'en', 'month'],
    [undefined, 'en', 'month'],
  ])('is refused for %s (%s)', async (month, language, words) => {
    expect(refused(await seal(month, office, language))).toEqual([
      400,
      expect.stringContaining(words) as unknown,
    ]);
    expect(await raw('points_bulletins').pluck('month')).toEqual([]);
  });

  it.each(['officer', 'leader', 'editor'] as const)('is not for the %s', async (role) => {
    const client = await app.api.as(role);
    expect((await seal('2026-01', client)).status).toBe(403);
    expect((await client.get('/points/bulletins')).status).toBe(403);
    expect((await client.get('/points/verify')).status).toBe(403);
  });

  it('is refused while reconciling finds something', async () => {
    const total = () =>
      raw('points_totals').where({ period: '2026-01', measure: 'newsletter' }).orderBy('id');
    const [row] = (await total().limit(1)) as [{ id: number; amount: number | string }];
    await raw('points_totals')
      .where({ id: row.id })
      .update({ amount: Number(row.amount) + 100 });
    expect(refused(await seal('2026-01'))).toEqual([
      400,
      expect.stringContaining('found 1 difference') as unknown,
    ]);
    await raw('points_totals').where({ id: row.id }).update({ amount: row.amount });
    expect(await raw('points_bulletins').pluck('month')).toEqual([]);
  });

  describe('once January is sealed', () => {
    let before: ReportResponse[];
    let bulletin: BulletinResponse['data'];

    beforeAll(async () => {
      before = await reports('2026-01');
      const response = await seal('2026-01');
      expect(response.status).toBe(201);
      bulletin = bodyOf(response).data;
    });

    it('says who sealed it, and has a fingerprint', () => {
      expect(bulletin).toMatchObject({ month: '2026-01', previous: null });
      expect(bulletin.sealedBy).not.toBe('');
      expect(bulletin.fingerprint).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
      expect(bulletin.sha256.startsWith(bulletin.fingerprint.replaceAll('-', ''))).toBe(true);
    });

    it('is the report that it was', async () => {
      const after = await reports('2026-01');
      expect(openly(after)).toEqual(openly(before));
      expect(after.map(({ meta }) => meta.period.sealed)).toEqual(after.map(() => true));
    });

    it('is sealed once', async () => {
      expect(refused(await seal('2026-01'))).toEqual([
        400,
        expect.stringContaining('sealed already') as unknown,
      ]);
    });

    it('is computed again from the documented form alone', async () => {
      const [row] = (await raw('points_bulletins')) as [Record<string, string>];
      const hash = (algorithm: string, text: string) =>
        createHash(algorithm).update(Buffer.from(text, 'utf8')).digest('hex');
      const parts = (name: string) =>
        `{"sha256":"${hash('sha256', row[name]!)}","sm3":"${hash('sm3', row[name]!)}"}`;
      const text =
        `{"annexes":${parts('annexes')},"ledger":{"hash":"${row.ledger_hash}","sequence":${row.sequence}},"month":"2026-01",` +
        `"postings":${parts('postings')},"previous":null,` +
        `"sealedAt":"${new Date(row.sealed_at!).toISOString()}",` +
        `"sealedBy":${JSON.stringify(row.sealed_by)},"standings":${parts('standings')}}`;
      expect([hash('sha256', text), hash('sm3', text)]).toEqual([row.sha_256, row.sm_3]);
    });

    it('counts what was received for good, whatever becomes of it', async () => {
      const year = await reportOf(app, { period: '2026' });
      const late = await received(JANUARY, [museum]);
      expect((await rowOf(app, museum, '2026-01')).submitted).toBe(1);
      expect((await rowOf(app, museum, '2026-02')).submitted).toBe(2);
      await app.make.documents(SUBMISSION).update({
        documentId: first.documentId,
        data: { units: { connect: [{ documentId: museum.documentId }] } },
      });
      expect((await rowOf(app, museum, '2026-01')).submitted).toBe(1);
      expect((await rowOf(app, library, '2026-01')).submitted).toBe(2);
      await app.make.documents(SUBMISSION).delete({ documentId: late.documentId });
      expect((await rowOf(app, museum, '2026-02')).submitted).toBe(1);
      const sums = (report: ReportResponse) => report.data.map(({ submitted }) => submitted).sort();
      expect(sums(await reportOf(app, { period: '2026' }))).toEqual(sums(year));
    });

    it('stays what it was when units and people are renamed and leave', async () => {
      await app.make.documents('plugin::points.unit').update({
        documentId: museum.documentId,
        data: { name: '改名后的博物馆', activeTo: '2026-01-10' },
      });
      expect(openly(await reports('2026-01'))).toEqual(openly(before));
      expect((await rowOf(app, museum, '2026-02')).unit.name).toBe('改名后的博物馆');
    });

    it('adds up with the open months to the year', async () => {
      const months = Array.from(
        { length: 12 },
        (_, index) => `2026-${String(index + 1).padStart(2, '0')}`
      );
      for (const unit of [library, museum, bureau]) {
        const rows = [];
        for (const month of months) {
          const { data } = await reportOf(app, { period: month });
          rows.push(...data.filter((row) => row.unit.documentId === unit.documentId));
        }
        const year = await rowOf(app, unit);
        expect(rows.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(year.submitted);
      }
      expect(await exactOf(app, library, '2026-01')).toBe('80/3');
    });
  });

  it('goes on in order, each bulletin resting on the one before', async () => {
    await sealThrough(app, '2026-10');
    const { data, meta } = bodyOf(await office.get<BulletinsResponse>('/points/bulletins'));
    expect(data.map(({ month }) => month)).toEqual(
      Array.from({ length: 10 }, (_, index) => `2026-${String(10 - index).padStart(2, '0')}`)
    );
    for (const [index, { previous }] of data.entries()) {
      expect(previous).toBe(data[index + 1]?.sha256 ?? null);
    }
    expect(meta.next).toEqual({ month: '2026-11', over: false });
    const last = bodyOf(
      await office.get<BulletinResponse>(`/points/bulletins/${data[0]!.documentId}`)
    );
    const year = await reportOf(app, { period: '2026' });
    const figures = (rows: ReportResponse['data']) =>
      rows
        .map(({ unit, exact, adopted, submitted }) => [unit.code, exact, adopted, submitted])
        .sort();
    expect(figures(last.data.standings.year.units)).toEqual(figures(year.data));
  });

  it('knows no other bulletin', async () => {
    const response = await office.get('/points/bulletins/none');
    expect(response.status).toBe(404);
  });
});
