import type {
  OverviewPlace,
  OverviewResponse,
  ReportResponse,
  UnitReference,
} from '../../src/plugins/points/shared/contracts';
import { addMonths, monthOf } from '../../src/plugins/points/domain/period';
import {
  bodyOf,
  errorOf,
  reportOf,
  sealThrough,
  startApp,
  today,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';

const MONTH = '2026-03';
const KINDS = ['institution', 'department'] as const;

describe('a month at a glance', () => {
  let app: TestApp;
  let museum: Document;
  let library: Document;
  let department: Document;
  let officer: Person;
  let office: Client;

  const overview = async (client: Client, month = MONTH): Promise<OverviewResponse['data']> =>
    bodyOf(await client.get<OverviewResponse>(`/points/overview?month=${month}`)).data;

  const piece = async (units: Document[], day: string): Promise<Document> =>
    app.make.submission({ units, receivedAt: `${day}T10:00:00+08:00` });

  const step = async (
    submission: Document,
    channel: 'newsletter' | 'city.forwarded' | 'city.adopted',
    adoptedOn: string
  ): Promise<Document> => app.make.adoption({ submission, channel, adoptedOn });

  const ranksOf = (places: OverviewPlace[]) =>
    places.map(({ unit, rank, exact, moved }) => [unit.documentId, rank, exact, moved]);

  const stepsOf = ({ funnel }: OverviewResponse['data']): Record<string, number> =>
    Object.fromEntries(funnel.map(({ step: name, pieces }) => [name, pieces]));

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    museum = await app.make.unit({ code: 'A1' });
    library = await app.make.unit({ code: 'A2' });
    department = await app.make.unit({ code: 'B1', kind: 'department' });
    officer = await app.make.person('officer', library);
    office = await app.api.as('office');
    await step(await piece([museum], '2026-02-10'), 'newsletter', '2026-02-12');
    const forwarded = await piece([library], '2026-03-02');
    await step(forwarded, 'city.forwarded', '2026-03-10');
    await step(forwarded, 'city.adopted', '2026-03-20');
    await step(
      await piece([library, museum, department], '2026-03-29'),
      'newsletter',
      '2026-03-30'
    );
    await piece([museum], '2026-03-31');
    // Half an hour before April begins in Shanghai, and half an hour after.
    await app.make.submission({ units: [museum], receivedAt: '2026-03-31T15:30:00Z' });
    await app.make.submission({ units: [museum], receivedAt: '2026-03-31T16:30:00Z' });
  });
  afterAll(() => app.stop());

  it('gives the places and points of the report, and who moved since the month before', async () => {
    const { rankings } = await overview(office);
    expect(ranksOf(rankings.institution)).toEqual([
      [library.documentId, 1, '92/3', 1],
      [museum.documentId, 2, '20/3', -1],
    ]);
    for (const kind of KINDS) {
      const { data } = await reportOf(app, { period: MONTH, kind });
      expect(rankings[kind].map(({ unit, rank, exact }) => [unit, rank, exact])).toEqual(
        data.map(({ unit, rank, exact }) => [unit, rank, exact])
      );
    }
  });

  it('counts what all units have together, beside the month before and the year before', async () => {
    const { figures, trend } = await overview(office);
    expect(figures.now).toEqual({
      ...{ month: MONTH, submitted: 6, adopted: 4, rate: '2/3', points: '44.00', exact: '44' },
    });
    expect(figures.before).toMatchObject({ month: '2026-02', submitted: 1, exact: '20' });
    expect(figures.lastYear).toMatchObject({ month: '2025-03', submitted: 0, rate: null });
    expect(trend).toHaveLength(12);
    expect(trend.at(-1)).toEqual(figures.now);
    expect(trend[0]?.month).toBe('2025-04');
  });

  it('shares the points among the channels', async () => {
    const { parts } = await overview(office);
    expect(parts.map(({ source, count, exact, share }) => [source, count, exact, share])).toEqual([
      ['newsletter', 3, '20', '5/11'],
      ['city.forwarded', 1, '4', '1/11'],
      ['city.adopted', 1, '20', '5/11'],
    ]);
  });

  it('counts each piece once on its way, and on the day that it came in Shanghai', async () => {
    const found = await overview(office);
    expect(stepsOf(found)).toMatchObject({ sent: 4, accepted: 2, site: 0, newsletter: 1, city: 1 });
    const { arrivals } = found;
    expect(arrivals.days.filter(({ pieces }) => pieces > 0)).toEqual([
      { day: '2026-03-02', pieces: 1, isLast: false },
      { day: '2026-03-29', pieces: 1, isLast: true },
      { day: '2026-03-31', pieces: 2, isLast: true },
    ]);
    expect(arrivals.last).toMatchObject({ from: '2026-03-27', pieces: 3, rate: '3/4' });
  });

  it('names who sent nothing in', async () => {
    const { zeroReports } = await overview(office, '2026-02');
    expect(zeroReports.map(({ documentId }) => documentId)).toEqual([
      library.documentId,
      department.documentId,
    ]);
    expect((await overview(office)).zeroReports).toEqual([]);
  });

  it('tells a person of a unit the standings of all, and the way of its own pieces', async () => {
    const own = await overview(officer.client);
    const all = await overview(office);
    expect(own.rankings).toEqual(all.rankings);
    expect(own.figures).toEqual(all.figures);
    expect(own.own).toEqual([expect.objectContaining({ documentId: library.documentId })]);
    expect(all.own).toBeNull();
    expect(stepsOf(own)).toMatchObject({ sent: 2, newsletter: 1, city: 1 });
    expect(own.arrivals.total).toBe(2);
  });

  it('says in the report too whose numbers the asker may open', async () => {
    const report = (client: Client) => client.get<ReportResponse>(`/points/report?period=${MONTH}`);
    expect(bodyOf(await report(office)).meta.own).toBeNull();
    expect(bodyOf(await report(officer.client)).meta.own).toEqual([
      expect.objectContaining({ documentId: library.documentId }),
    ]);
  });

  it('is of the present month unless told', async () => {
    const { data } = bodyOf(await office.get<OverviewResponse>('/points/overview'));
    expect(data.period.code).toBe(monthOf(today()));
  });

  it.each(['2026', '2026-13', '2026-3', 'x', '2026-H1', '0999-01'])(
    'refuses %p, which is no month',
    async (month) => {
      const response = await office.get(`/points/overview?month=${month}`, {
        language: 'zh-Hans',
      });
      expect(response.status).toBe(400);
      expect(errorOf(response).message).toContain('2026-09');
    }
  );

  it('refuses a month that is to come', async () => {
    const present = monthOf(today());
    const response = await office.get(`/points/overview?month=${addMonths(present, 1)}`, {
      language: 'zh-Hans',
    });
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain(present);
  });

  it('counts at once what is recorded, withdrawn or given, in whichever month', async () => {
    const points = async (): Promise<Array<[string, string]>> =>
      (await overview(office)).trend.map(({ month, exact }) => [month, exact]);
    const reported = async (month: string): Promise<string> =>
      (await reportOf(app, { period: month })).meta.totals.exact;
    const expectReported = async (): Promise<void> => {
      for (const [month, exact] of (await points()).slice(-3)) {
        expect([month, exact]).toEqual([month, await reported(month)]);
      }
    };
    const before = await points();
    const submission = await piece([museum, library], '2026-01-10');
    const adoption = await step(submission, 'newsletter', '2026-01-12');
    expect(await points()).toEqual(
      before.map(([month, exact]) => [month, month === '2026-01' ? '20' : exact])
    );
    await expectReported();
    const bonus = { unit: museum.documentId, reason: '挂职', decidedBy: '局长', points: 1 };
    await office.post('/points/bonuses', { ...bonus, day: '2026-01-15' });
    await expectReported();
    const path = `/points/adoptions/${adoption.documentId}/withdraw`;
    bodyOf(await office.post(path, { reason: '登记错了' }));
    expect(await points()).toEqual(
      before.map(([month, exact]) => [month, month === '2026-01' ? '1' : exact])
    );
    await expectReported();
  });

  describe('after its bulletin', () => {
    let before: OverviewResponse['data'];

    beforeAll(async () => {
      before = await overview(office);
      await sealThrough(app, MONTH);
      await step(await piece([museum], '2026-03-15'), 'newsletter', '2026-03-16');
    });

    it('stays what was circulated, whatever comes late', async () => {
      const sealed = await overview(office);
      expect(sealed.period.sealed).toBe(true);
      const { rankings, figures, parts, funnel, arrivals } = before;
      expect(sealed).toMatchObject({ rankings, figures, parts, funnel, arrivals });
      const { data } = await reportOf(app, { period: MONTH });
      const sum = data.reduce((total, { submitted }) => total + submitted, 0);
      expect(sealed.figures.now.submitted).toBe(sum);
    });

    it('counts what came late in the first open month', async () => {
      const april = await overview(office, '2026-04');
      expect(april.figures.now).toMatchObject({ submitted: 2, adopted: 1, exact: '20' });
      expect(stepsOf(april)).toMatchObject({ sent: 2, newsletter: 1 });
      expect(april.arrivals.days[0]).toMatchObject({ day: '2026-04-01', pieces: 2 });
    });

    it('keeps the places of a unit that ended since', async () => {
      const names = ({ rankings }: OverviewResponse['data']): UnitReference[] =>
        KINDS.flatMap((kind) => rankings[kind].map(({ unit }) => unit));
      await app.make
        .documents('plugin::points.unit')
        .update({ documentId: department.documentId, data: { activeTo: '2026-01-31' } });
      expect(names(await overview(office))).toEqual(names(before));
    });
  });
});
