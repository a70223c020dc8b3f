import {
  exactOf,
  postingsOf,
  reconcileOf,
  reportOf,
  rowOf,
  startApp,
  type Reference,
  type TestApp,
} from '../support';

describe('scoring', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const day = new Date('2026-03-05T10:00:00+08:00');

  /** One submission in six channels: 1 + 20 + 4 + 20 + 100 + 100. */
  const adoptEverywhere = async (submission: Reference): Promise<void> => {
    await app.points.clock.at(day, () =>
      app.make.article({ placement: 'dynamics', submission, publish: true })
    );
    const adoptedOn = '2026-03-06';
    const channels = ['newsletter', 'city.forwarded', 'city.adopted', 'province.adopted'] as const;
    for (const channel of channels) await app.make.adoption({ submission, channel, adoptedOn });
    await app.make.adoption({ submission, channel: 'instruction', adoptedOn, organ: '张市长' });
  };

  it('adds up one submission in six channels to 245', async () => {
    const unit = await app.make.unit();
    await adoptEverywhere(await app.make.submission({ units: [unit] }));
    const row = await rowOf(app, unit, '2026-03');
    expect(row).toMatchObject({ points: '245.00', exact: '245', adopted: 1 });
    expect(row.byChannel).toMatchObject({
      'site.dynamics': { count: 1, exact: '1' },
      newsletter: { count: 1, exact: '20' },
      'city.forwarded': { count: 1, exact: '4' },
      'city.adopted': { count: 1, exact: '20' },
      'province.adopted': { count: 1, exact: '100' },
      instruction: { count: 1, exact: '100' },
    });
  });

  it('divides it among three joint units, to the fraction', async () => {
    const units = await app.make.units(3);
    const submission = await app.make.submission({ units });
    await adoptEverywhere(submission);
    for (const unit of units) {
      expect(await rowOf(app, unit)).toMatchObject({ points: '81.67', exact: '245/3', adopted: 1 });
    }
    const postings = await postingsOf(app, { submission: submission.documentId });
    expect(postings).toHaveLength(18);
    expect(new Set(postings.map(({ why }) => 'split' in why && why.split.units))).toEqual(
      new Set([3])
    );
  });

  it('divides it among seven units, two of them with three officers', async () => {
    const units = await app.make.units(7, 'department');
    const [first, second] = units;
    const officers: Reference[] = [];
    for (const unit of [first, first, first, second, second, second]) {
      officers.push(await app.make.officer(unit));
    }
    await adoptEverywhere(await app.make.submission({ units, officers }));

    const { data, meta } = await reportOf(app, { period: '2026', kind: 'department' });
    expect(data.map(({ exact, rank }) => [exact, rank])).toEqual(Array(7).fill(['35', 1]));
    expect(data.map(({ adopted, submitted }) => [adopted, submitted])).toEqual(
      Array(7).fill([1, 1])
    );
    expect(data.map(({ byChannel }) => byChannel.newsletter?.count)).toEqual(Array(7).fill(1));
    expect(meta.totals.exact).toBe('245');

    const byOfficer = await reportOf(app, { period: '2026', by: 'officer', kind: 'department' });
    const named = byOfficer.data.filter(({ officer }) => officer !== undefined);
    expect(named.map(({ exact, points }) => [exact, points])).toEqual(
      Array(6).fill(['35/3', '11.67'])
    );
  });

  it('ranks ties 1, 1, 3, and thirds of a point against a whole point as a tie', async () => {
    const kind = 'institution';
    const before = (await reportOf(app, { period: '2025-05', kind })).data;
    expect(before.every(({ rank, exact }) => rank === 1 && exact === '0')).toBe(true);

    const [thirds, whole, less] = await app.make.units(3);
    const others = await app.make.units(2);
    const publish = (submission: Reference) =>
      app.points.clock.at(new Date('2025-05-10T10:00:00+08:00'), () =>
        app.make.article({ placement: 'dynamics', submission, publish: true })
      );
    for (let times = 0; times < 3; times += 1) {
      await publish(await app.make.submission({ units: [thirds, ...others] }));
    }
    await publish(await app.make.submission({ units: [whole] }));
    await publish(await app.make.submission({ units: [less, whole] }));
    await publish(await app.make.submission({ units: [less, thirds] }));

    const { data } = await reportOf(app, { period: '2025-05', kind });
    const placeOf = (unit: Reference) => {
      const row = data.find((each) => each.unit.documentId === unit.documentId);
      return [row?.rank, row?.exact];
    };
    expect([thirds, whole, less, ...others].map(placeOf)).toEqual([
      [1, '3/2'],
      [1, '3/2'],
      [3, '1'],
      [3, '1'],
      [3, '1'],
    ]);
  });

  it('explains every posting: clause, sentence, adoption, entry, split', async () => {
    const [unit, other] = await app.make.units(2);
    const submission = await app.make.submission({ units: [unit, other], title: '博物馆夜场' });
    await adoptEverywhere(submission);
    const postings = await postingsOf(app, { unit: unit.documentId, period: '2026-03' });
    expect(postings).toHaveLength(6);
    expect(postings.find(({ channel }) => channel === 'site.dynamics')).toMatchObject({
      kind: 'award',
      exact: '1/2',
      points: '0.50',
      adoptedOn: '2026-03-05',
      month: '2026-03',
      belongsTo: '2026-03',
      cause: 'publish',
      why: {
        clause: { number: '七.7' },
        full: { exact: '1' },
        split: { units: 2, officers: 1 },
        submission: { documentId: submission.documentId, title: '博物馆夜场' },
        entry: { uid: 'api::article.article' },
      },
    });
    expect(postings.find(({ channel }) => channel === 'instruction')).toMatchObject({
      cause: 'record',
      why: { clause: { number: '七.4' }, entry: null, adoption: { organ: '张市长' } },
    });
    expect(postings.every(({ why }) => 'clause' in why && why.clause.sentence.length > 0)).toBe(
      true
    );
  });

  it('speaks the language of the request', async () => {
    const office = await app.api.as('office');
    const sentenceIn = async (language: string): Promise<string> => {
      const { body } = await office.get<{ data: Array<{ why: { clause: { sentence: string } } }> }>(
        '/points/ledger?period=2026-03',
        { language }
      );
      return body.data[0]?.why.clause.sentence ?? '';
    };
    expect(await sentenceIn('zh-Hans')).toMatch(/\p{Script=Han}/u);
    expect(await sentenceIn('en')).toMatch(/^[\p{Script=Latin}\P{L}]+$/u);
  });

  it('counts an adoption recorded and withdrawn as nothing, and keeps both lines', async () => {
    const unit = await app.make.unit();
    const submission = await app.make.submission({ units: [unit] });
    const office = await app.api.as('office');
    const recorded = await office.post<{ data: { documentId: string } }>('/points/adoptions', {
      submission: submission.documentId,
      channel: 'central.adopted',
      adoptedOn: '2026-04-01',
      organ: '国务院办公厅',
    });
    expect(recorded.status).toBeLessThan(300);
    expect(await exactOf(app, unit)).toBe('100');

    const path = `/points/adoptions/${recorded.body.data.documentId}/withdraw`;
    expect((await office.post(path, { reason: '重复登记' })).status).toBe(200);
    expect(await exactOf(app, unit)).toBe('0');
    const postings = await postingsOf(app, { submission: submission.documentId });
    expect(postings.map(({ kind, exact }) => [kind, exact])).toEqual([
      ['award', '100'],
      ['reversal', '-100'],
    ]);
  });

  it('counts one leader on one item once', async () => {
    const unit = await app.make.unit();
    const submission = await app.make.submission({ units: [unit] });
    const instruct = (organ: string, adoptedOn: string) =>
      app.make.adoption({ submission, channel: 'instruction', adoptedOn, organ });
    await instruct('张市长', '2026-04-01');
    await instruct('张市长', '2026-04-02');
    expect(await exactOf(app, unit)).toBe('100');
    await instruct('李书记', '2026-04-02');
    expect(await exactOf(app, unit)).toBe('200');
  });

  it('moves the shares when the contributors change', async () => {
    const [unit, other] = await app.make.units(2);
    const submission = await app.make.submission({ units: [unit] });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-04-01' });
    const submissions = app.make.documents('plugin::points.submission');
    const { documentId } = submission;

    await submissions.update({
      documentId,
      data: { units: [unit.documentId, other.documentId] },
    });
    expect([await exactOf(app, unit), await exactOf(app, other)]).toEqual(['10', '10']);

    await submissions.update({ documentId, data: { units: [other.documentId] } });
    expect([await exactOf(app, unit), await exactOf(app, other)]).toEqual(['0', '20']);
  });
});
