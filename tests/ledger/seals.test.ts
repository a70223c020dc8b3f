import type { Knex } from 'knex';
import type {
  ReportResponse,
  SealedAward,
  SealedAwardDecisionResponse,
  SealedAwardsResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
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
    let earlyUnit: Document;
    let standing: Array<{ submission: Document; article: Document }>;
    let march: ReportResponse;

    beforeAll(async () => {
      [unit, other] = await app.make.units(2);
      earlyUnit = unit;
      early = await adopted(MARCH);
      fixed = await adopted(MARCH);
      shown = await app.make.submission({ units: [unit] });
      article = await published(shown);
      standing = [];
      for (let index = 0; index < 5; index++) {
        const submission = await app.make.submission({ units: [unit] });
        standing.push({ submission, article: await published(submission) });
      }
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

    describe('stand whatever happens to what they rest on', () => {
      const ARTICLE = 'api::article.article';
      const articles = () => app.make.documents(ARTICLE);
      let inMarch: Array<{ submission: Document; article: Document }>;

      afterEach(async () => {
        expect(await reportOf(app, { period: '2026-03' })).toEqual(march);
      });

      const todo = async (): Promise<SealedAward[]> =>
        bodyOf(await office.get<SealedAwardsResponse>('/points/sealed-awards')).data;

      /** The one award of a submission that waits for a decision; `undefined` where none does. */
      const waiting = async ({ documentId }: Document): Promise<SealedAward | undefined> =>
        (await todo()).find(({ submission }) => submission.documentId === documentId);

      const decide = (
        { documentId }: { documentId: string },
        decision: 'confirm' | 'withdraw',
        body: unknown,
        { client = office, language = 'en' } = {}
      ): Promise<ApiResponse<SealedAwardDecisionResponse>> =>
        client.post(`/points/sealed-awards/${documentId}/${decision}`, body, { language });

      const contribute = (submission: Document, units: readonly Document[]) =>
        app.make.documents('plugin::points.submission').update({
          documentId: submission.documentId,
          data: { units: { set: units.map(({ documentId }) => ({ documentId })) } },
        });

      const decisionsOf = (submission: Document) =>
        raw('points_history_lines')
          .where({ submission_document_id: submission.documentId })
          .where('action', 'like', 'award-%')
          .orderBy('id')
          .select('action', 'comment');

      const next = () => inMarch.shift()!;

      beforeAll(() => {
        inMarch = standing;
      });

      it('until the office withdraws what was taken down, into the first open month', async () => {
        await articles().unpublish({ documentId: article.documentId });
        expect(await linesOf(shown)).toEqual([['award', '2026-03', '2026-03', '1']]);
        const award = await waiting(shown);
        expect(award).toMatchObject({
          ...{ points: '1.00', exact: '1', channel: 'site.dynamics', adoptedOn: '2026-03-31' },
          months: ['2026-03'],
          entry: { uid: ARTICLE, documentId: article.documentId },
          takenDown: { reason: 'unpublish' },
          contributors: null,
        });
        const { data } = bodyOf(await decide(award!, 'withdraw', { reason: '内容有误' }));
        expect(data).toEqual({
          documentId: award!.documentId,
          decision: 'award-withdraw',
          month: '2026-04',
        });
        expect(await linesOf(shown)).toEqual([
          ['award', '2026-03', '2026-03', '1'],
          ['reversal', '2026-04', '2026-03', '-1'],
        ]);
        expect(await waiting(shown)).toBeUndefined();
        expect(await decisionsOf(shown)).toEqual([
          { action: 'award-withdraw', comment: '内容有误' },
        ]);
        for (const [language, words] of [
          ['en', 'Nothing is left to decide'],
          ['zh-Hans', '没有待处理的变动'],
        ] as const) {
          const again = await decide(award!, 'withdraw', { reason: '再次' }, { language });
          expect([again.status, errorOf(again).message]).toEqual([
            400,
            expect.stringContaining(words) as unknown,
          ]);
        }
      });

      it('until the office confirms them, for good', async () => {
        const { submission, article: entry } = next();
        await articles().unpublish({ documentId: entry.documentId });
        const award = await waiting(submission);
        const answers = await Promise.all([
          decide(award!, 'confirm', {}),
          decide(award!, 'confirm', { comment: '已采用，站点改版' }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
        expect(await waiting(submission)).toBeUndefined();
        expect(await linesOf(submission)).toEqual([['award', '2026-03', '2026-03', '1']]);
        await articles().publish({ documentId: entry.documentId });
        expect(await linesOf(submission)).toEqual([['award', '2026-03', '2026-03', '1']]);
        await articles().unpublish({ documentId: entry.documentId });
        expect(await waiting(submission)).toBeDefined();
        expect(await decisionsOf(submission)).toHaveLength(1);
      });

      it('and what is put up again needs no decision', async () => {
        const { submission, article: entry } = next();
        await articles().unpublish({ documentId: entry.documentId });
        expect(await waiting(submission)).toBeDefined();
        await articles().publish({ documentId: entry.documentId });
        expect(await waiting(submission)).toBeUndefined();
        expect(await linesOf(submission)).toEqual([['award', '2026-03', '2026-03', '1']]);
      });

      it('and count once beside another entry in the same placement', async () => {
        const { submission, article: entry } = next();
        await articles().delete({ documentId: entry.documentId });
        expect((await waiting(submission))?.takenDown).toMatchObject({ reason: 'delete' });
        await app.make.article({ placement: 'dynamics', submission, publish: true });
        expect(await linesOf(submission)).toEqual([['award', '2026-03', '2026-03', '1']]);
        await decide((await waiting(submission))!, 'withdraw', { reason: '误发' });
        expect((await linesOf(submission)).slice(1)).toEqual([
          ['reversal', '2026-04', '2026-03', '-1'],
          ['award', '2026-11', '2026-11', '1'],
        ]);
      });

      it('beside what another placement earns from now on', async () => {
        const { submission, article: entry } = next();
        await articles().update({
          documentId: entry.documentId,
          data: { placement: 'video', videoUrl: 'https://films.example.test/1' },
        });
        await articles().publish({ documentId: entry.documentId });
        expect((await waiting(submission))?.takenDown).toMatchObject({ reason: 'publish' });
        expect((await linesOf(submission)).map((line) => (line as unknown[])[1])).toEqual([
          '2026-03',
          '2026-11',
        ]);
      });

      it('divided as they were, until the office lets a change of contributors count', async () => {
        await contribute(early, [earlyUnit, other]);
        expect(await linesOf(early)).toEqual([['award', '2026-03', '2026-03', '20']]);
        expect(await waiting(early)).toMatchObject({
          exact: '20',
          takenDown: null,
          contributors: {
            counted: [{ unit: { documentId: earlyUnit.documentId }, officers: [] }],
            now: expect.arrayContaining([
              expect.objectContaining({
                unit: expect.objectContaining({ documentId: other.documentId }) as unknown,
              }),
            ]) as unknown,
          },
        });
        await contribute(early, [earlyUnit]);
        expect(await waiting(early)).toBeUndefined();
        await contribute(early, [earlyUnit, other]);
        await app.make.adoption({
          submission: early,
          channel: 'city.forwarded',
          adoptedOn: MARCH,
        });
        await decide((await waiting(early))!, 'withdraw', { reason: '漏报合作单位' });
        expect(await linesOf(early)).toEqual([
          ['award', '2026-03', '2026-03', '20'],
          ['award', '2026-04', '2026-03', '2'],
          ['award', '2026-04', '2026-03', '2'],
          ['reversal', '2026-04', '2026-03', '-20'],
          ['award', '2026-04', '2026-03', '10'],
          ['award', '2026-04', '2026-03', '10'],
        ]);
        expect(await decisionsOf(early)).toEqual([
          { action: 'award-withdraw', comment: '漏报合作单位' },
        ]);
      });

      it('for a unit that no longer contributes, once confirmed', async () => {
        const { submission } = next();
        await contribute(submission, [other]);
        const award = await waiting(submission);
        expect((await decide(award!, 'confirm', {})).status).toBe(200);
        expect(await linesOf(submission)).toEqual([['award', '2026-03', '2026-03', '1']]);
        await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: MAY });
        const lines = await postingsOf(app, { submission: submission.documentId });
        expect(lines.map(({ unit: of, exact }) => [of.documentId, exact])).toEqual([
          [expect.not.stringMatching(other.documentId), '1'],
          [other.documentId, '20'],
        ]);
      });

      it.each([
        ['no reason', {}, 'en', /reason/],
        ['a blank reason', { reason: ' ' }, 'zh-Hans', /原因|reason/],
        ['too long a reason', { reason: '长'.repeat(501) }, 'en', /500/],
      ])('are not withdrawn with %s', async (_, body, language, words) => {
        const award = (await todo())[0]!;
        const response = await decide(award, 'withdraw', body, { language });
        expect([response.status, errorOf(response).message]).toEqual([
          400,
          expect.stringMatching(words) as unknown,
        ]);
      });

      it.each(['officer', 'leader', 'editor'] as const)('not by the %s', async (role) => {
        const client = await app.api.as(role);
        const award = (await todo())[0]!;
        expect((await client.get('/points/sealed-awards')).status).toBe(403);
        expect((await decide(award, 'confirm', {}, { client })).status).toBe(403);
        expect((await decide({ documentId: 'nothing' }, 'confirm', {})).status).toBe(404);
      });
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
