import type { Knex } from 'knex';
import type { ReportResponse } from '../../src/plugins/points/shared/contracts';
import {
  connect,
  errorOf,
  exactOf,
  postingsOf,
  reconcileOf,
  refusalOf,
  reportOf,
  sealThrough,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const BULLETIN = 'plugin::points.bulletin';
const MARCH = '2026-03-05';
const MAY = '2026-05-04';

describe('sealed months', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let other: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    await app.make.ruleSet();
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  beforeEach(async () => {
    [unit, other] = await app.make.units(2);
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const adopted = async (adoptedOn: string, of = unit): Promise<Document> => {
    const submission = await app.make.submission({ units: [of] });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn });
    return submission;
  };

  const published = async (submission: Document): Promise<Document> =>
    app.points.clock.at(new Date('2026-03-31T23:59:59+08:00'), () =>
      app.make.article({ placement: 'dynamics', submission, publish: true })
    );

  /** Kind, month that it counts in, month that it belongs to, and points of each posting. */
  const linesOf = async ({ documentId }: Document): Promise<unknown[]> =>
    (await postingsOf(app, { submission: documentId })).map(({ kind, month, belongsTo, exact }) => [
      kind,
      month,
      belongsTo,
      exact,
    ]);

  const sealedIn = async (periods: readonly string[]): Promise<Record<string, boolean>> => {
    const sealed: Record<string, boolean> = {};
    for (const period of periods) {
      sealed[period] = (await reportOf(app, { period })).meta.period.sealed;
    }
    return sealed;
  };

  const merging = (
    action: 'merge' | 'unmerge',
    { documentId }: Document,
    sources: readonly Document[],
    language = 'en'
  ): Promise<ApiResponse<unknown>> =>
    office.post(
      `/points/submissions/${documentId}/actions/${action}`,
      { sources: sources.map((source) => source.documentId) },
      { language }
    );

  describe('before the first bulletin', () => {
    it('are none', async () => {
      expect(await sealedIn(['2020', '2026-03', '2026'])).toEqual({
        '2020': false,
        '2026-03': false,
        '2026': false,
      });
      expect(await linesOf(await adopted('2025-01-31'))).toEqual([
        ['award', '2025-01', '2025-01', '20'],
      ]);
    });
  });

  describe('once March 2026 is sealed', () => {
    let early: Document;
    let fixed: Document;
    let article: Document;
    let shown: Document;
    let merged: Document[];
    let march: ReportResponse;

    beforeAll(async () => {
      [unit, other] = await app.make.units(2);
      early = await adopted(MARCH);
      fixed = await adopted(MARCH);
      shown = await app.make.submission({ units: [unit] });
      article = await published(shown);
      merged = [await adopted(MARCH), await adopted(MARCH, other)];
      expect((await merging('merge', merged[0]!, [merged[1]!])).status).toBe(200);
      await sealThrough(app, '2026-03');
      march = await reportOf(app, { period: '2026-03' });
    });

    it('are said with the standings: a period is when all of its months are', async () => {
      expect(
        await sealedIn(['2025', '2026-02', '2026-03', '2026-Q1', '2026-04', '2026-H1', '2026'])
      ).toEqual({
        '2025': true,
        '2026-02': true,
        '2026-03': true,
        '2026-Q1': true,
        '2026-04': false,
        '2026-H1': false,
        '2026': false,
      });
    });

    it('take nothing in: what comes late counts in the first open month and names its own', async () => {
      const late = await adopted(MARCH);
      expect(await linesOf(late)).toEqual([['award', '2026-04', '2026-03', '20']]);
      expect(await reportOf(app, { period: '2026-03' })).toEqual(march);
      expect(await exactOf(app, unit, '2026-04')).toBe('20');
      expect(await linesOf(await adopted(MAY))).toEqual([['award', '2026-05', '2026-05', '20']]);
    });

    it('take nothing back: a reversal falls in the first open month', async () => {
      const { unit: of } = (await postingsOf(app, { submission: shown.documentId }))[0]!;
      const articles = app.make.documents('api::article.article');
      await articles.unpublish({ documentId: article.documentId });
      expect(await linesOf(shown)).toEqual([
        ['award', '2026-03', '2026-03', '1'],
        ['reversal', '2026-04', '2026-03', '-1'],
      ]);
      expect(await reportOf(app, { period: '2026-03' })).toEqual(march);
      expect(await exactOf(app, of, '2026-04')).toBe('-1');
    });

    it('divide anew in the first open month', async () => {
      await app.make.documents('plugin::points.submission').update({
        documentId: early.documentId,
        data: { units: { connect: [{ documentId: other.documentId }] } },
      });
      expect(await linesOf(early)).toEqual([
        ['award', '2026-03', '2026-03', '20'],
        ['reversal', '2026-04', '2026-03', '-20'],
        ['award', '2026-04', '2026-03', '10'],
        ['award', '2026-04', '2026-03', '10'],
      ]);
      expect(await reportOf(app, { period: '2026-03' })).toEqual(march);
    });

    it.each([
      ['en', 'The bulletin of 2026-03'],
      ['zh-Hans', '2026-03 的通报已发布'],
    ])('are neither merged across nor taken apart (%s)', async (language, words) => {
      const before = await raw('points_postings').orderBy('id');
      const [whole, part] = merged as [Document, Document];
      const open = await adopted(MAY, other);
      const added = await raw('points_postings').orderBy('id');
      expect(added).toHaveLength(before.length + 1);
      for (const response of [
        await merging('merge', whole, [open], language),
        await merging('merge', open, [fixed], language),
        await merging('unmerge', whole, [part], language),
      ]) {
        expect([response.status, errorOf(response).message]).toEqual([
          400,
          expect.stringContaining(words) as unknown,
        ]);
      }
      expect(await raw('points_postings').orderBy('id')).toEqual(added);
    });

    it('leave merging what counts in open months', async () => {
      const late = await adopted(MARCH);
      const open = await adopted(MAY, other);
      expect((await merging('merge', open, [late])).status).toBe(200);
      expect((await linesOf(open)).slice(2)).toEqual([
        ['award', '2026-04', '2026-03', '10'],
        ['award', '2026-04', '2026-03', '10'],
        ['award', '2026-05', '2026-05', '10'],
        ['award', '2026-05', '2026-05', '10'],
      ]);
    });
  });

  describe('their bulletins', () => {
    it('are never changed and never deleted', async () => {
      for (const statement of [
        raw('points_bulletins').update({ month: '2026-01' }),
        raw('points_bulletins').delete(),
      ]) {
        expect(await refusalOf(statement)).toMatch(/bulletins are never changed and never deleted/);
      }
      const months = await raw('points_bulletins').orderBy('month').pluck<string[]>('month');
      expect(months.slice(-2)).toEqual(['2026-02', '2026-03']);
    });

    it('are written by nobody by hand', async () => {
      const bulletins = app.make.documents(BULLETIN);
      const { documentId } = (await bulletins.findMany())[0]!;
      for (const write of [
        bulletins.create({ data: { month: '2026-04', sealedAt: new Date() } }),
        bulletins.update({ documentId, data: { month: '2026-04' } }),
        bulletins.delete({ documentId }),
      ]) {
        expect(await refusalOf(write)).toContain('通报由系统发布');
      }
    });
  });
});
