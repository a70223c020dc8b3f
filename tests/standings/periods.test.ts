import {
  errorOf,
  exactOf,
  postingsOf,
  reconcileOf,
  regulation,
  startApp,
  type Document,
  type Reference,
  type TestApp,
} from '../support';

describe('periods and rule sets', () => {
  let app: TestApp;
  let unit: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet({ effectiveFrom: '2025-01-01', effectiveTo: '2026-06-30' });
    const { channels } = await regulation();
    const doubled = (channels as Array<{ channel: string; points: number }>).map((rule) => ({
      ...rule,
      points: rule.points * 2,
    }));
    await app.make.ruleSet({ name: '修订办法', effectiveFrom: '2026-07-01', channels: doubled });
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    unit = await app.make.unit();
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const publishAt = async (moment: string, submission?: Reference): Promise<Document> => {
    const own = submission ?? (await app.make.submission({ units: [unit] }));
    return app.points.clock.at(new Date(moment), () =>
      app.make.article({ placement: 'dynamics', submission: own, publish: true })
    );
  };

  it('counts the last second of 31 December in December', async () => {
    await publishAt('2025-12-31T23:59:59+08:00');
    expect(await exactOf(app, unit, '2025-12')).toBe('1');
    expect(await exactOf(app, unit, '2025')).toBe('1');
    expect(await exactOf(app, unit, '2026')).toBe('0');
  });

  it('counts the first second of 1 January in January', async () => {
    await publishAt('2026-01-01T00:00:00+08:00');
    expect(await exactOf(app, unit, '2025')).toBe('0');
    expect(await exactOf(app, unit, '2026-01')).toBe('1');
    expect(await exactOf(app, unit, '2026')).toBe('1');
  });

  it('reads a moment given with an offset as the day in Shanghai', async () => {
    const submission = await app.make.submission({ units: [unit] });
    const office = await app.api.as('office');
    const response = await office.post<{ data: { adoptedOn: string } }>('/points/adoptions', {
      submission: submission.documentId,
      channel: 'newsletter',
      adoptedOn: '2025-12-31T16:00:00Z',
    });
    expect(response.body.data.adoptedOn).toBe('2026-01-01');
    expect(await exactOf(app, unit, '2026-01')).toBe('20');
  });

  it('counts a month in its quarter, half and year alone', async () => {
    await publishAt('2026-03-31T23:59:59+08:00');
    for (const period of ['2026-03', '2026-Q1', '2026-H1', '2026']) {
      expect([period, await exactOf(app, unit, period)]).toEqual([period, '1']);
    }
    for (const period of ['2026-04', '2026-Q2', '2026-H2', '2025', '2025-03']) {
      expect([period, await exactOf(app, unit, period)]).toEqual([period, '0']);
    }
  });

  it('rates the last day of a rule set by it, and the next day by the next', async () => {
    const submission = await app.make.submission({ units: [unit] });
    for (const adoptedOn of ['2026-06-30', '2026-07-01']) {
      await app.make.adoption({ submission, channel: 'newsletter', adoptedOn });
    }
    const postings = await postingsOf(app, { submission: submission.documentId });
    const seen = postings.map(({ adoptedOn, exact, why }) => [
      adoptedOn,
      exact,
      'ruleSet' in why && why.ruleSet.name,
    ]);
    expect(seen.sort()).toEqual([
      ['2026-06-30', '20', expect.not.stringMatching('修订办法')],
      ['2026-07-01', '40', '修订办法'],
    ]);
  });

  it('keeps an award by the rule set of its day when the entry is published again later', async () => {
    const { documentId } = await publishAt('2026-06-30T23:59:59+08:00');
    const articles = app.make.documents('api::article.article');
    await app.points.clock.at(new Date('2026-07-02T10:00:00+08:00'), async () => {
      await articles.update({ documentId, data: { title: '订正标题' } });
      await articles.publish({ documentId });
    });
    expect(await exactOf(app, unit, '2026-06')).toBe('1');
    expect(await exactOf(app, unit, '2026-07')).toBe('0');
  });

  it('refuses two rule sets on one day, and a change of one in use', async () => {
    await publishAt('2026-02-02T10:00:00+08:00');
    await expect(
      app.make.ruleSet({ effectiveFrom: '2026-06-30', effectiveTo: '2026-06-30' })
    ).rejects.toThrow('effectiveFrom');
    const ruleSets = app.make.documents('plugin::points.rule-set');
    const [first] = await ruleSets.findMany({ sort: 'effectiveFrom' });
    if (!first) throw new Error('There is no rule set.');
    const admin = await app.api.as('super-admin');
    const response = await admin.put(
      `/content-manager/collection-types/plugin::points.rule-set/${first.documentId}`,
      { channels: ((await regulation()).channels as unknown[]).slice().reverse(), policies: null }
    );
    expect(errorOf(response).status).toBe(400);
    const { documentId } = first;
    await expect(
      ruleSets.update({ documentId, data: { effectiveFrom: '2025-02-01' } })
    ).rejects.toThrow();
    expect(await ruleSets.findOne({ documentId })).toMatchObject({ effectiveFrom: '2025-01-01' });
  });
});
