import { errorOf, startApp, type Client, type Document, type TestApp } from '../support';

const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';

describe('the time of receipt', () => {
  let app: TestApp;
  let office: Client;
  let unit: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    office = await app.api.as('office');
    unit = await app.make.unit();
  });
  afterAll(() => app.stop());

  const receipt = async ({ documentId }: Document): Promise<unknown> =>
    (await app.make.documents('plugin::points.submission').findOne({ documentId }))?.receivedAt;

  it('can be corrected by the office, and neither taken away nor set ahead', async () => {
    const submission = await app.make.submission({ units: [unit] });
    const before = await receipt(submission);
    const path = `${SUBMISSIONS}/${submission.documentId}`;
    for (const [receivedAt, words] of [
      [null, 'cannot be taken away'],
      ['2099-01-01T00:00:00.000Z', 'future'],
    ] as const) {
      const refused = await office.put(path, { receivedAt }, { language: 'en' });
      expect([refused.status, errorOf(refused).message]).toEqual([
        400,
        expect.stringContaining(words) as unknown,
      ]);
    }
    expect(await receipt(submission)).toEqual(before);
    expect((await office.put(path, { receivedAt: '2026-02-01T00:00:00.000Z' })).status).toBe(200);
    expect(new Date((await receipt(submission)) as string).toISOString()).toBe(
      '2026-02-01T00:00:00.000Z'
    );
  });

  it('cannot lie ahead when a submission is made', async () => {
    const refused = await office.post(
      SUBMISSIONS,
      {
        title: '报送',
        category: 'research',
        units: { connect: [{ documentId: unit.documentId }] },
        receivedAt: '2099-01-01T00:00:00.000Z',
      },
      { language: 'en' }
    );
    expect([refused.status, errorOf(refused).message]).toEqual([
      400,
      expect.stringContaining('future') as unknown,
    ]);
  });

  it('is no draft’s, and not silently dropped', async () => {
    const officer = await app.make.person('officer', unit);
    const made = await officer.client.post<{ data: Document }>(SUBMISSIONS, {
      title: '草稿',
      category: 'research',
    });
    const { documentId } = made.body.data;
    const path = `${SUBMISSIONS}/${documentId}`;
    const refused = await office.put(
      path,
      { receivedAt: '2026-02-01T00:00:00.000Z' },
      { language: 'en' }
    );
    expect([refused.status, errorOf(refused).message]).toEqual([
      400,
      expect.stringContaining('recorded by the system') as unknown,
    ]);
    expect((await office.put(path, { title: '改', receivedAt: null })).status).toBe(200);
  });
});
