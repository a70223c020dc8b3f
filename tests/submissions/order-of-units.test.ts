import type {
  AdoptableResponse,
  AdoptionChainResponse,
  AdoptionPreviewResponse,
  RuleSetDraftResponse,
  RuleSetTrialResponse,
  SealedAwardsResponse,
  SubmissionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  exactOf,
  panelOf,
  reconcileOf,
  regulation,
  sealThrough,
  startApp,
  verificationOf,
  type Client,
  type Document,
  type Reference,
  type TestApp,
} from '../support';

const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';

/** The regulation, but of joint items the first unit has three parts of five and the second two. */
const WEIGHTED = { extensions: { split: { kind: 'weights', weights: [3, 2] } } };
const LAST_EQUAL = '2026-05-31';
const FIRST_WEIGHTED = '2026-06-01';

const linked = ({ id, documentId }: Document, position?: object) => ({
  ...{ id, documentId },
  ...(position && { position }),
});

describe('the order of the units of a piece', () => {
  let app: TestApp;
  let office: Client;
  let equal: Document;
  let one: Document;
  let two: Document;

  beforeAll(async () => {
    app = await startApp();
    office = await app.api.as('office');
    const { policies } = await regulation();
    equal = await app.make.ruleSet({ effectiveTo: LAST_EQUAL });
    await app.make.ruleSet({
      ...{ ...WEIGHTED, name: '按序分配', effectiveFrom: FIRST_WEIGHTED },
      policies: { ...(policies as object), jointItems: 'extended' },
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    [one, two] = await app.make.units(2);
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  /** As the panel sends a new piece. */
  const drafted = async (units: Document[], officers: Document[] = []): Promise<Document> =>
    bodyOf(
      await office.post<{ data: Document }>(SUBMISSIONS, {
        ...{ title: '联办活动', category: 'culture-news', receivedAt: '2026-01-05T01:00:00.000Z' },
        units: { connect: units.map((unit) => linked(unit, { end: true })) },
        officers: { connect: officers.map((officer) => linked(officer, { end: true })) },
      })
    ).data;
  const save = async ({ documentId }: Reference, units: object): Promise<void> => {
    bodyOf(await office.put(`${SUBMISSIONS}/${documentId}`, { units }));
  };
  const adopt = (submission: Reference, adoptedOn: string) =>
    app.make.adoption({ submission, channel: 'newsletter', adoptedOn });
  const points = async (): Promise<string[]> => [await exactOf(app, one), await exactOf(app, two)];
  const namesOf = (contributors: Array<{ unit: { documentId: string } }>): string[] =>
    contributors.map(({ unit }) => unit.documentId);
  const ids = (...units: Document[]): string[] => units.map(({ documentId }) => documentId);

  it('is the order of the form, in what is awarded and wherever it is told', async () => {
    const people = [
      await app.make.officer(two, { name: '甲' }),
      await app.make.officer(two, { name: '乙' }),
    ];
    const piece = await drafted([two, one], people.reverse());
    const entry = await app.make.article({ placement: 'headline', submission: piece });
    const body = {
      submission: piece.documentId,
      steps: [{ channel: 'newsletter', adoptedOn: '2026-06-03', reference: '第6期' }],
    };
    const { awards } = bodyOf(
      await office.post<AdoptionPreviewResponse>('/points/adoptions/preview', body)
    ).data;
    expect(
      awards.map(({ unit, officer, exact }) => [unit.documentId, officer?.name, exact])
    ).toEqual([
      [two.documentId, '乙', '6'],
      [two.documentId, '甲', '6'],
      [one.documentId, undefined, '8'],
    ]);
    bodyOf(await office.post('/points/adoptions/steps', body));
    expect(await points()).toEqual(['8', '12']);

    const path = `/points/submissions/${piece.documentId}`;
    const chain = bodyOf(await office.get<AdoptionChainResponse>(`${path}/adoptions`)).data;
    const seen = bodyOf(await office.get<SubmissionResponse>(path)).data;
    const { submission, preview } = await panelOf(app, entry);
    for (const contributors of [
      chain.submission.contributors,
      seen.contributors,
      submission?.contributors ?? [],
    ]) {
      expect(namesOf(contributors)).toEqual(ids(two, one));
      expect(contributors[0]?.officers.map(({ name }) => name)).toEqual(['乙', '甲']);
    }
    expect(preview.map(({ unit, officer }) => [unit.documentId, officer?.name])).toEqual([
      [two.documentId, '乙'],
      [two.documentId, '甲'],
      [one.documentId, undefined],
    ]);
  });

  it('is as the page for recording made it', async () => {
    const made = bodyOf(
      await office.post<AdoptableResponse>('/points/adoptions/submissions', {
        ...{ title: '电话报来', category: 'culture-news', units: ids(two, one) },
        receivedOn: '2026-03-01',
      })
    ).data;
    expect(namesOf(made.contributors)).toEqual(ids(two, one));
    await adopt(made, '2026-06-04');
    expect(await points()).toEqual(['8', '12']);
  });

  it.each<[string, () => object]>([
    ['a list', () => ({ set: [linked(one), linked(two)] })],
    ['a drag', () => ({ connect: [linked(one, { before: two.documentId })] })],
  ])('settles anew when it is changed by %s', async (_way, units) => {
    const piece = await drafted([two, one]);
    await adopt(piece, '2026-06-03');
    expect(await points()).toEqual(['8', '12']);
    await save(piece, units());
    expect(await points()).toEqual(['12', '8']);
    const { history } = bodyOf(
      await office.get<SubmissionResponse>(`/points/submissions/${piece.documentId}`)
    ).data;
    expect(history).toContainEqual(
      expect.objectContaining({
        action: 'order-units',
        others: [one, two].map(({ documentId, name }) => ({ documentId, title: name })),
      })
    );
    await save(piece, { disconnect: [linked(one)] });
    expect(await exactOf(app, two)).toBe('20');
    await save(piece, { connect: [linked(one, { end: true })] });
    expect(await points()).toEqual(['8', '12']);
  });

  it('is that of the whole, then of what was merged into it, and theirs again afterwards', async () => {
    const whole = await drafted([two]);
    const part = await drafted([one]);
    await adopt(whole, '2026-06-03');
    const merge = `/points/submissions/${whole.documentId}/actions`;
    bodyOf(await office.post(`${merge}/merge`, { sources: [part.documentId] }));
    expect(await points()).toEqual(['8', '12']);
    bodyOf(await office.post(`${merge}/unmerge`, {}));
    expect(await exactOf(app, two)).toBe('20');
  });

  it('decides nothing where all have the same part', async () => {
    const piece = await drafted([two, one]);
    await adopt(piece, '2026-04-03');
    expect(await points()).toEqual(['10', '10']);
    const before = await app.strapi.db.connection('points_postings').count({ count: '*' });
    await save(piece, { set: [linked(one), linked(two)] });
    expect(await points()).toEqual(['10', '10']);
    expect(await app.strapi.db.connection('points_postings').count({ count: '*' })).toEqual(before);
  });

  it('is what a draft of rules is tried with', async () => {
    const piece = await drafted([one, two]);
    await save(piece, { set: [linked(two), linked(one)] });
    await adopt(piece, '2026-04-05');
    const draft = bodyOf(
      await office.post<RuleSetDraftResponse>('/points/rule-set-drafts', {
        ruleSet: equal.documentId,
      })
    ).data;
    const content = draft.content as Record<string, object>;
    const path = `/points/rule-set-drafts/${draft.documentId}`;
    const saved = bodyOf(
      await office.put<RuleSetDraftResponse>(path, {
        ...{ revision: draft.revision, name: draft.name },
        content: {
          ...{ ...content, ...WEIGHTED },
          policies: { ...content.policies, jointItems: 'extended' },
        },
      })
    ).data;
    expect(saved.problems).toEqual([]);
    const { units } = bodyOf(
      await office.post<RuleSetTrialResponse>(`${path}/try`, { until: '2026-05' })
    ).data;
    const after = (unit: Document) =>
      units.find((each) => each.unit.documentId === unit.documentId)?.after.exact;
    expect([after(one), after(two)]).toEqual(['8', '12']);
  });

  // Last: it seals months.
  it('stays what it was for what a sealed month counted, until the office lets the change count', async () => {
    const divided = await drafted([two, one]);
    await adopt(divided, '2026-06-05');
    const same = await drafted([two, one]);
    await adopt(same, '2026-04-06');
    await sealThrough(app, '2026-06');
    expect(await points()).toEqual(['18', '22']);
    for (const piece of [divided, same]) await save(piece, { set: [linked(one), linked(two)] });
    expect(await points()).toEqual(['18', '22']);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });

    const { data } = bodyOf(await office.get<SealedAwardsResponse>('/points/sealed-awards'));
    expect(data.map(({ submission }) => submission.documentId)).toEqual([divided.documentId]);
    const [award] = data;
    expect(namesOf(award?.contributors?.counted ?? [])).toEqual(ids(two, one));
    expect(namesOf(award?.contributors?.now ?? [])).toEqual(ids(one, two));
    bodyOf(
      await office.post(`/points/sealed-awards/${award?.documentId ?? ''}/withdraw`, {
        reason: '排序有误',
      })
    );
    expect(await points()).toEqual(['22', '18']);
    const { chain, unchained, bulletins } = await verificationOf(app);
    expect([chain, unchained, bulletins]).toEqual([null, [], []]);
  });
});
