import type {
  PutInForceResponse,
  ReportResponse,
  RuleSetDraftResponse,
  RuleSetJson,
  RuleSetResponse,
  RuleSetsResponse,
  RuleSetTrialResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  reconcileOf,
  regulation,
  sealThrough,
  startApp,
  verificationOf,
  type ApiResponse,
  type Client,
  type Document,
  type TestApp,
} from '../support';

type Draft = RuleSetDraftResponse['data'];

const RULE_SETS = '/points/rule-sets';
const DRAFTS = '/points/rule-set-drafts';
const withPoints = (content: RuleSetJson, channel: string, points: unknown): RuleSetJson => ({
  ...content,
  channels: content.channels.map((each) => (each.channel === channel ? { ...each, points } : each)),
});

describe('rule sets as versions', () => {
  let app: TestApp;
  let office: Client;
  let editor: Client;
  let leader: Client;
  let library: Document;
  let museum: Document;
  let planning: Document;
  let inForce: Document;

  beforeAll(async () => {
    app = await startApp();
    inForce = await app.make.ruleSet({ effectiveFrom: '2025-01-01' });
    [library, museum] = await app.make.units(2);
    planning = await app.make.unit({ kind: 'department' });
    office = await app.api.as('office');
    editor = await app.api.as('editor');
    leader = (await app.make.person('leader', library)).client;
    await live();
  });
  afterAll(() => app.stop());

  /** Twelve months of three units: joint pieces, several levels, and one before the window. */
  const live = async (): Promise<void> => {
    const own = await app.make.submission({ units: [library], title: '图书馆的信息' });
    const joint = await app.make.submission({ units: [library, museum, planning], title: '联办' });
    const old = await app.make.submission({ units: [museum], title: '去年的信息' });
    const recent = await app.make.submission({ units: [museum], title: '本月的信息' });
    const adopt = (submission: Document, channel: 'newsletter' | 'province.adopted', on: string) =>
      app.make.adoption({ submission, channel, adoptedOn: on });
    await adopt(own, 'newsletter', '2026-02-03');
    await adopt(joint, 'newsletter', '2026-03-04');
    await adopt(joint, 'province.adopted', '2026-05-06');
    await adopt(old, 'newsletter', '2025-06-07');
    await adopt(recent, 'newsletter', '2026-11-05');
  };

  const begin = async (): Promise<Draft> =>
    bodyOf(await office.post<RuleSetDraftResponse>(DRAFTS, { ruleSet: inForce.documentId })).data;

  const save = (
    { documentId, revision, name }: Draft,
    content: unknown
  ): Promise<ApiResponse<RuleSetDraftResponse>> =>
    office.put<RuleSetDraftResponse>(`${DRAFTS}/${documentId}`, { revision, name, content });

  const saved = async (draft: Draft, content: unknown): Promise<Draft> =>
    bodyOf(await save(draft, content)).data;

  const contentOf = (draft: Draft): RuleSetJson => draft.content as RuleSetJson;

  const tryIt = ({ documentId }: Draft): Promise<ApiResponse<RuleSetTrialResponse>> =>
    office.post<RuleSetTrialResponse>(`${DRAFTS}/${documentId}/try`, { until: '2026-10' });

  const put = (
    { documentId, revision }: Draft,
    from: string
  ): Promise<ApiResponse<PutInForceResponse>> =>
    office.post<PutInForceResponse>(`${DRAFTS}/${documentId}/put-in-force`, { revision, from });

  const pointsOf = async (period: string): Promise<Record<string, string>> => {
    const { data } = bodyOf(await office.get<ReportResponse>(`/points/report?period=${period}`));
    return Object.fromEntries(data.map(({ unit, exact }) => [unit.documentId, exact]));
  };

  it('are read by whoever reads the report, and their drafts by the office alone', async () => {
    const draft = await begin();
    const seen = bodyOf(await leader.get<RuleSetsResponse>(RULE_SETS));
    expect(seen.data.map(({ name }) => name)).toEqual([inForce.name]);
    expect(seen.meta.drafts).toEqual([]);
    const one = bodyOf(
      await leader.get<RuleSetResponse>(`${RULE_SETS}/${inForce.documentId}`)
    ).data;
    expect(one.content.channels).toEqual((await regulation()).channels);
    expect((await leader.get(`${DRAFTS}/${draft.documentId}`)).status).toBe(403);
    expect((await editor.get(RULE_SETS)).status).toBe(403);
    const own = bodyOf(await office.get<RuleSetsResponse>(RULE_SETS)).meta.drafts;
    expect(own).toContainEqual(expect.objectContaining({ documentId: draft.documentId }));
  });

  it('begin as a copy that changes nothing', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ revision: 1, problems: [], changes: [] });
    expect(draft.comparedWith?.documentId).toBe(inForce.documentId);
    const { units, submissions } = bodyOf(await tryIt(draft)).data;
    expect(submissions).toBe(2);
    expect(units.map(({ changed, difference }) => [changed, difference.exact])).toEqual(
      units.map(() => [0, '0'])
    );
    const year = await pointsOf('2026');
    const museumOf = units.find(({ unit }) => unit.documentId === museum.documentId);
    // The piece of November lies behind the window.
    expect([museumOf?.before.exact, year[museum.documentId]]).toEqual(['40', '60']);
  });

  it('keep what was typed though it is wrong, and say what is wrong and where', async () => {
    const draft = await begin();
    const wrong = withPoints(contentOf(draft), 'newsletter', '-3');
    const after = await saved(draft, withPoints(wrong, 'instruction', '一百'));
    expect(contentOf(after).channels).toContainEqual(
      expect.objectContaining({ channel: 'newsletter', points: '-3' })
    );
    expect(after.problems).toEqual([
      {
        path: expect.stringMatching(/^channels\[\d+\]\.points$/) as string,
        message: expect.stringContaining('-3') as string,
      },
      {
        path: expect.stringMatching(/^channels\[\d+\]\.points$/) as string,
        message: expect.stringContaining('一百') as string,
      },
    ]);
    const lacking = { ...contentOf(draft), channels: contentOf(draft).channels.slice(1) };
    const incomplete = await saved(await begin(), lacking);
    expect(incomplete.problems.map(({ path }) => path)).toEqual(['channels']);
    expect(after.changes).toEqual([]);
    for (const answer of [await tryIt(after), await put(after, '2027-01-01')]) {
      expect(answer.status).toBe(400);
      expect(errorOf(answer).message).toContain('2');
    }
    expect(bodyOf(await office.get<RuleSetsResponse>(RULE_SETS)).data).toHaveLength(1);
  });

  it('are saved from the revision that was read, and from no other', async () => {
    const draft = await begin();
    await saved(draft, withPoints(contentOf(draft), 'newsletter', 25));
    const late = await save(draft, contentOf(draft));
    expect(late.status).toBe(409);
    const { revision, content } = bodyOf(
      await office.get<RuleSetDraftResponse>(`${DRAFTS}/${draft.documentId}`)
    ).data;
    expect(revision).toBe(2);
    expect((content as RuleSetJson).channels).toContainEqual(
      expect.objectContaining({ channel: 'newsletter', points: 25 })
    );
  });

  it('are tried on twelve months without writing anything', async () => {
    const count = () => app.strapi.db.query('plugin::points.posting').count({});
    const before = await count();
    const draft = await begin();
    const changed = await saved(draft, withPoints(contentOf(draft), 'province.adopted', 40));
    expect(changed.changes).toEqual([
      {
        ...{ part: 'channel', name: 'province.adopted', field: 'points' },
        ...{ before: '100', after: '40' },
      },
    ]);
    const { units } = bodyOf(await tryIt(changed)).data;
    const shown = units.map(({ unit, before: old, after, changed: pieces }) => [
      unit.documentId,
      `${old.rank}: ${old.exact}`,
      `${after.rank}: ${after.exact}`,
      pieces,
    ]);
    expect(shown).toEqual([
      [library.documentId, '1: 60', '1: 40', 1],
      [museum.documentId, '2: 40', '2: 20', 1],
      [planning.documentId, '1: 40', '1: 20', 1],
    ]);
    expect(units[0]?.pieces).toEqual([
      expect.objectContaining({
        submission: expect.objectContaining({ title: '联办' }) as object,
        difference: expect.objectContaining({ exact: '-20' }) as object,
      }),
    ]);
    expect(await count()).toBe(before);
  });

  it('come from files, and say what a file lacks', async () => {
    const file = await regulation();
    const made = await office.post<RuleSetDraftResponse>(DRAFTS, { content: file });
    expect(made.status).toBe(201);
    expect(bodyOf(made).data).toMatchObject({ name: file.name, problems: [], changes: [] });
    for (const content of [null, 3, 'x', [], {}, { name: '  ' }]) {
      const refused = await office.post(DRAFTS, { content });
      expect(refused.status).toBe(400);
      expect(errorOf(refused).message).toContain('JSON');
    }
    const newer = await office.post<RuleSetDraftResponse>(DRAFTS, {
      content: { ...file, schema: 99 },
    });
    expect(bodyOf(newer).data.problems).toEqual([
      { path: 'schema', message: expect.stringContaining('99') as string },
    ]);
  });

  it('are thrown away while nothing depends on them', async () => {
    const { documentId, revision } = await begin();
    const removed = await office.post(`${DRAFTS}/${documentId}/remove`, { revision });
    expect(removed.status).toBe(204);
    expect((await office.get(`${DRAFTS}/${documentId}`)).status).toBe(404);
  });

  describe('put in force', () => {
    it('not from a sealed month, no day, or the first day of another', async () => {
      const draft = await begin();
      await sealThrough(app, '2026-09');
      for (const [from, said] of [
        ['2026-09-30', '2026-10-01'],
        ['2025-01-01', '2026-10-01'],
        ['2026-02-30', '2026-02-30'],
        ['', 'from'],
      ] as const) {
        const refused = await put(draft, from);
        expect([from, refused.status]).toEqual([from, 400]);
        expect(errorOf(refused).message).toContain(said);
      }
      expect(bodyOf(await office.get<RuleSetsResponse>(RULE_SETS)).data).toHaveLength(1);
    });

    it('score from their first day, as the trial said, and leave what was sealed', async () => {
      const sealed = await pointsOf('2026-05');
      const draft = await begin();
      const changed = await saved(draft, withPoints(contentOf(draft), 'newsletter', '30.5'));
      const foretold = bodyOf(
        await office.post<RuleSetTrialResponse>(`${DRAFTS}/${draft.documentId}/try`, {
          until: '2026-11',
        })
      ).data;
      const piece = foretold.units
        .flatMap(({ pieces }) => pieces)
        .find(({ submission }) => submission.title === '本月的信息');
      const done = bodyOf(await put(changed, '2026-11-01'));
      expect(done).toMatchObject({
        data: { name: changed.name, effectiveFrom: '2026-11-01', effectiveTo: null },
        meta: { settled: 1 },
      });
      expect(await pointsOf('2026-05')).toEqual(sealed);
      expect((await pointsOf('2026-11'))[museum.documentId]).toBe(piece?.after.exact);
      expect(piece?.after.exact).toBe('61/2');
      const [later, earlier] = bodyOf(await office.get<RuleSetsResponse>(RULE_SETS)).data;
      expect(later).toMatchObject({ documentId: done.data.documentId, effectiveTo: null });
      expect(earlier).toMatchObject({ effectiveTo: '2026-10-31', state: 'past' });
      expect((await office.get(`${DRAFTS}/${draft.documentId}`)).status).toBe(404);
      expect((await reconcileOf(app)).ok).toBe(true);
      expect((await verificationOf(app)).ok).toBe(true);
    });

    it('only once, however many ask', async () => {
      const draft = await begin();
      const answers = await Promise.all([put(draft, '2027-01-01'), put(draft, '2027-01-01')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      const begins = bodyOf(await office.get<RuleSetsResponse>(RULE_SETS)).data;
      expect(begins.filter(({ effectiveFrom }) => effectiveFrom === '2027-01-01')).toHaveLength(1);
    });
  });
});
