import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { reviewClosingText } from '../../src/plugins/points/domain/review-closing';
import type {
  AwardCandidate,
  DecideReviewBody,
  ReviewContent,
  ReviewPreviewResponse,
  ReviewResponse,
  ReviewsResponse,
  ReviewUnit,
} from '../../src/plugins/points/shared/contracts';
import type { ManualChannel } from '../../src/plugins/points/domain/vocabulary';
import {
  bodyOf,
  connect,
  downloadFrom,
  errorOf,
  nameOf,
  openTable,
  partsOf,
  reconcileOf,
  refusalOf,
  sealThrough,
  startApp,
  today,
  verificationOf,
  type ApiResponse,
  type Client,
  type Document,
  type Downloaded,
  type Person,
  type TestApp,
} from '../support';

type Review = ReviewResponse['data'];

const REVIEWS = '/points/reviews';
const MINUTE_MS = 60_000;

const hashOf = (algorithm: string, text: string): string =>
  createHash(algorithm).update(text, 'utf8').digest('hex');

const digestsOf = (text: string) => ({ sha256: hashOf('sha256', text), sm3: hashOf('sm3', text) });

describe('reviews', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let token: string;
  let library: Document;
  let museum: Document;
  let theatre: Document;
  let gallery: Document;
  let planning: Document;
  let heritage: Document;
  let writer: Document;
  let head: Person;
  let reader: Person;
  let idle: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    token = await app.api.tokenOf('office');
    await app.make.ruleSet();
    [library, museum, theatre, gallery] = await app.make.units(4);
    [planning, heritage] = await app.make.units(2, 'department');
    writer = await app.make.officer(library, { name: '周岚' });
    head = await app.make.person('leader', library);
    reader = await app.make.person('officer', museum);
    await live();
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  const received = (day: string, units: Document[], values: object = {}): Promise<Document> =>
    app.make.documents('plugin::points.submission').create({
      data: {
        title: `${day}的信息`,
        category: 'work-result',
        receivedAt: `${day}T01:00:00.000Z`,
        units: units.map(({ documentId }) => documentId),
        ...values,
      },
    });

  const adopt = (
    submission: Document,
    adoptedOn: string,
    channel: ManualChannel = 'newsletter'
  ): Promise<Document> => app.make.adoption({ submission, channel, adoptedOn });

  /** A line of history, as the office's decision would have left it at that time. */
  const decide = async (submission: Document, action: string, minutes: number): Promise<void> => {
    const at = new Date(new Date(String(submission.receivedAt)).getTime() + minutes * MINUTE_MS);
    await raw('points_history_lines').insert({
      document_id: `${submission.documentId.slice(0, 18)}${String(minutes).padStart(6, '0')}`,
      submission_document_id: submission.documentId,
      ...{ at, action, from_state: 'submitted', to_state: 'submitted', person_name: '局办公室' },
    });
  };

  /** A year of six units. */
  const live = async (): Promise<void> => {
    const commission = await app.points.clock.at(new Date('2025-04-01T00:00:00Z'), () =>
      app.make.documents('plugin::points.commission').create({
        data: {
          title: '读书节约稿',
          kind: 'info',
          dueOn: '2025-04-15',
          units: [library, museum, gallery].map(({ documentId }) => documentId),
        },
      })
    );
    const asked = { commission: commission.documentId };
    const officers = [writer.documentId];
    const first = await received('2025-01-10', [library], { officers });
    const second = await received('2025-03-10', [library], { officers });
    idle = await received('2025-03-11', [library]);
    const joint = await received('2025-04-09', [library, museum]);
    await received('2025-04-15', [library], asked);
    const sent = await received('2025-02-10', [museum]);
    await received('2025-02-11', [museum]);
    await received('2025-04-16', [museum], asked);
    const big = await received('2025-05-10', [theatre]);
    const plan = await received('2025-06-10', [planning]);
    const relic = await received('2025-06-11', [heritage]);
    await adopt(first, '2025-01-20');
    await adopt(second, '2025-03-20');
    await adopt(joint, '2025-04-20');
    await adopt(joint, '2025-05-20', 'city.forwarded');
    await adopt(sent, '2025-02-20');
    await adopt(big, '2025-05-21', 'province.adopted');
    await adopt(plan, '2025-06-20');
    await adopt(relic, '2025-06-21');
    await decide(first, 'accept', 60);
    await decide(joint, 'accept', 30);
    await decide(sent, 'return', 120);
    await decide(sent, 'accept', 4000);
  };

  const make = (period: unknown, client = office, language = 'en') =>
    client.post<ReviewResponse>(REVIEWS, { period }, { language });
  const read = async (documentId: string, client = office): Promise<Review> =>
    bodyOf(await client.get<ReviewResponse>(`${REVIEWS}/${documentId}`)).data;
  const list = async (client = office): Promise<ReviewsResponse> =>
    bodyOf(await client.get<ReviewsResponse>(REVIEWS));
  const of = async (period: string): Promise<Review> => {
    const found = (await list()).data.find((each) => each.period === period);
    return read(found?.documentId ?? 'none');
  };
  const save = (review: Review, content: ReviewContent, language = 'en') =>
    office.put<ReviewResponse>(
      `${REVIEWS}/${review.documentId}`,
      { revision: review.revision, content },
      { language }
    );
  const publish = ({ documentId, revision }: Review) =>
    office.post<ReviewResponse>(`${REVIEWS}/${documentId}/publish`, { revision });
  const file = (documentId: string, format: string, by = token): Promise<Downloaded> =>
    downloadFrom(app.url, `${REVIEWS}/${documentId}/export?format=${format}`, by);
  const textOf = async ({ bytes }: Downloaded): Promise<string> =>
    ((await partsOf(bytes)).get('word/document.xml') ?? '').replaceAll(/<[^>]+>/g, '');
  const refused = (response: ApiResponse<unknown>): unknown[] => [
    response.status,
    errorOf(response).message,
  ];
  const rowOf = ({ documentId }: Review) =>
    raw('points_reviews').where('document_id', documentId).first() as Promise<
      Record<string, string>
    >;
  const unitIn = ({ facts }: Review, { documentId }: Document): ReviewUnit => {
    const found = facts.units.find(({ unit }) => unit.documentId === documentId);
    if (!found) throw new Error(`No numbers of ${documentId}`);
    return found;
  };

  describe('of a half year', () => {
    it('cannot be made of what is no half year and no year', async () => {
      for (const period of ['2025-Q1', '2025-03', '2025-H3', '']) {
        expect((await make(period)).status).toBe(400);
      }
      expect(errorOf(await make('2025-Q1', office, 'zh-Hans')).message).toMatch(/2026-H1/);
    });

    it('waits until all of its months are sealed, and says which is not', async () => {
      expect(refused(await make('2025-H1'))).toEqual([400, expect.stringMatching(/^2025-01, /)]);
      await sealThrough(app, '2025-03');
      expect(refused(await make('2025-H1', office, 'zh-Hans'))).toEqual([
        400,
        expect.stringContaining('2025-04 尚未封存'),
      ]);
      const { data } = bodyOf(
        await office.get<ReviewPreviewResponse>(`${REVIEWS}/preview?period=2025-H1`)
      );
      expect(data).toMatchObject({ refusal: expect.stringContaining('2025-04') as unknown });
      expect(data.facts).toBeNull();
      expect((await list()).meta.open).toEqual([]);
      await sealThrough(app, '2025-12');
      expect((await list()).meta.open).toEqual(['2025', '2025-H2', '2025-H1']);
      expect(await raw('points_reviews').pluck('period')).toEqual([]);
    });

    it('is made once, also by two at once', async () => {
      const answers = await Promise.all([make('2025-H1'), make('2025-H1')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      expect(refused(await make('2025-H1'))).toEqual([400, expect.stringContaining('already')]);
      expect((await list()).meta.open).toEqual(['2025', '2025-H2']);
    });

    it('has the numbers that the months and the pieces bear out', async () => {
      const review = await of('2025-H1');
      const bulletin = (await raw('points_bulletins').where('month', '2025-06').first()) as {
        sha_256: string;
      };
      expect(review).toMatchObject({ kind: 'half', state: 'draft', revision: 1, madeBy: 'Suite' });
      expect(review.facts).toMatchObject({
        months: ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'],
        bulletin: { month: '2025-06', sha256: bulletin.sha_256 },
        heads: [{ unit: library.documentId, officer: { name: head.name } }],
      });
      expect(unitIn(review, library)).toMatchObject({
        ...{ rank: 2, exact: '52', submitted: 5, adopted: 3, pieces: 5, returned: 0 },
        ...{ waiting: '45', silentMonths: ['2025-02', '2025-05', '2025-06'] },
        commissions: { asked: 1, onTime: 1, late: 0, missed: 0 },
      });
      expect(unitIn(review, museum)).toMatchObject({
        ...{ rank: 3, exact: '32', submitted: 4, adopted: 2, pieces: 4, returned: 1 },
        ...{ waiting: '75', commissions: { asked: 1, onTime: 0, late: 1, missed: 0 } },
      });
      expect(unitIn(review, theatre)).toMatchObject({ rank: 1, exact: '100', waiting: null });
      expect(unitIn(review, gallery)).toMatchObject({
        ...{ rank: 4, exact: '0', submitted: 0, pieces: 0 },
        commissions: { asked: 1, onTime: 0, late: 0, missed: 1 },
      });
      expect(unitIn(review, gallery).silentMonths).toHaveLength(6);
      expect(unitIn(review, planning).rank).toBe(1);
      expect(unitIn(review, heritage).rank).toBe(1);
      expect(review.facts.medians).toEqual({
        all: { returnRate: '0', adoptionRate: '1', onTimeRate: '0', waiting: '60' },
        institution: { returnRate: '0', adoptionRate: '3/5', onTimeRate: '0', waiting: '60' },
        department: { returnRate: '0', adoptionRate: '1', onTimeRate: null, waiting: null },
      });
      expect(review.facts.officers[0]).toMatchObject({
        officer: { name: '周岚' },
        ...{ exact: '40', adopted: 2, submitted: 2 },
      });
    });

    it('stays what it was, whatever becomes of pieces, units and later months', async () => {
      const before = await of('2025-H1');
      await adopt(idle, '2025-03-30');
      await decide(idle, 'return', 10);
      await app.make
        .documents('plugin::points.unit')
        .update({ documentId: library.documentId, data: { name: '图书馆（新）' } });
      const review = await of('2025-H1');
      expect(review).toEqual(before);
      const row = await rowOf(review);
      expect(digestsOf(String(row.facts))).toEqual({ sha256: row.sha_256, sm3: row.sm_3 });
      expect(review.sha256).toBe(row.sha_256);
      expect(review.fingerprint).toBe((review.sha256.slice(0, 16).match(/.{4}/g) ?? []).join('-'));
      expect(await verificationOf(app)).toMatchObject({ ok: true, checked: { reviews: 1 } });
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
    });

    it('praises the first, and explains who of them is not', async () => {
      const review = await of('2025-H1');
      expect(review.content.signature).toBe('局办公室');
      const content: ReviewContent = {
        ...review.content,
        thresholds: {
          ...{ praised: { institution: 3, department: 1 }, leastItems: 2, silentMonths: 3 },
        },
        criticised: [gallery.documentId],
        vetoes: [{ subject: heritage.documentId, reason: '发生泄密' }],
      };
      const { data } = bodyOf(await save(review, content));
      expect(data).toMatchObject({ revision: 2, state: 'draft' });
      const namesIn = (rows: ReviewUnit[]) => rows.map(({ unit }) => unit.name);
      const { praise, silent, candidates } = data.outcome;
      expect(namesIn(praise.institution.praised)).toEqual([library.name, museum.name]);
      expect(praise.institution.exceptions).toMatchObject([
        { unit: { name: theatre.name }, rank: 1, exception: 'few-items' },
      ]);
      expect(praise.department.praised).toEqual([]);
      expect(praise.department.exceptions).toMatchObject([
        { unit: { name: planning.name }, exception: 'few-items', veto: null },
        { unit: { name: heritage.name }, exception: 'veto', veto: '发生泄密' },
      ]);
      expect(namesIn(silent)).toContain(gallery.name);
      expect(candidates).toEqual([]);
    });

    it('is not saved from an older revision, nor with what makes no sense', async () => {
      const review = await of('2025-H1');
      const older = { ...review, revision: review.revision - 1 };
      expect(refused(await save(older, review.content))).toEqual([
        409,
        expect.stringContaining('2025-H1'),
      ]);
      const { content } = review;
      const stranger = { unit: 'nosuchunit', note: '好' };
      const long = '长'.repeat(1500);
      const prose = { praise: long, problems: long, requirements: long, nextSteps: '' };
      for (const [change, words] of [
        [{ criticised: ['nosuchunit'] }, /nosuchunit/],
        [{ baseContent: [stranger] }, /nosuchunit/],
        [{ vetoes: [...content.vetoes, ...content.vetoes] }, /twice/],
        [{ prose }, /more than 4,?000/],
        [{ prose: { ...prose, nextSteps: `${long}长` } }, /nextSteps/],
        [{ quotas: { ...content.quotas, officer: 101 } }, /officer/],
      ] as Array<[Partial<ReviewContent>, RegExp]>) {
        const response = await save(review, { ...content, ...change });
        expect(response.status).toBe(400);
        expect(errorOf(response).message).toMatch(words);
      }
      const both = await Promise.all([save(review, content), save(review, content)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('has a document that says all that, the same bytes each time', async () => {
      const { documentId } = await of('2025-H1');
      const docx = await file(documentId, 'docx');
      expect(nameOf(docx)).toBe('关于2025年上半年信息报送工作情况的通报.docx');
      const text = await textOf(docx);
      expect(text).toContain(
        `特别说明：${String(theatre.name)}得分第 1 名，但有效信息仅 1 条，不足 2 条，本次不予通报表扬。`
      );
      expect(text).toContain(`予以通报批评：${String(gallery.name)}（1月、2月、3月、4月、5月、6月`);
      expect(text).toContain('（一）报送不够均衡');
      expect(text).toContain('60.00%');
      for (const format of ['docx', 'pdf', 'xlsx', 'csv']) {
        const one = await file(documentId, format);
        expect(one.status).toBe(200);
        expect(one.bytes.equals((await file(documentId, format)).bytes)).toBe(true);
      }
      const csv = (await file(documentId, 'csv')).bytes.toString('utf8');
      expect(csv.split('\r\n')).toHaveLength(8);
    });

    it('is for units only once it is published, and then is closed for good', async () => {
      const review = await of('2025-H1');
      expect((await list(reader.client)).data).toEqual([]);
      expect((await reader.client.get(`${REVIEWS}/${review.documentId}`)).status).toBe(404);
      expect(
        errorOf(await office.post(`${REVIEWS}/${review.documentId}/decide`, decisionOn(review, {})))
          .message
      ).toMatch(/half year/);
      const { data } = bodyOf(await publish(review));
      expect(data).toMatchObject({ state: 'published', closing: { by: 'Suite' } });
      const row = await rowOf(review);
      const closing = reviewClosingText({
        period: '2025-H1',
        facts: digestsOf(String(row.facts)),
        content: digestsOf(String(row.content)),
        decisions: digestsOf(String(row.decisions)),
        closedAt: String(data.closing?.at),
        closedBy: 'Suite',
      });
      expect(data.closing).toMatchObject(digestsOf(closing));
      for (const response of [await save(data, data.content), await publish(data)]) {
        expect(refused(response)).toEqual([400, expect.stringContaining('published')]);
      }
      expect(await read(review.documentId)).toEqual(data);
      expect((await list(reader.client)).data).toHaveLength(1);
      const shown = await read(review.documentId, reader.client);
      expect(shown.content.vetoes).toEqual([]);
      expect((await reader.client.post(REVIEWS, { period: '2025' })).status).toBe(403);
    });

    it('is verified', async () => {
      const { documentId } = await of('2025-H1');
      const row = () => raw('points_reviews').where('document_id', documentId);
      const [kept] = (await row()) as [Record<string, unknown>];
      const facts = String(kept.facts);
      const isEmptied = 'truncate points_reviews';
      const isReplaced = `replace into points_reviews (id, period) values (${String(kept.id)}, '2025-H1')`;
      for (const attempt of [
        row().update({ content: '{}' }),
        row().update({ closed_at: null }),
        row().update({ period: raw.ref('period') }),
        row().delete(),
        raw.raw(app.database.kind === 'postgres' ? isEmptied : isReplaced),
      ]) {
        expect(await refusalOf(attempt)).toMatch(/published reviews are never changed/);
      }
      expect(await row()).toEqual([kept]);
      await openTable(raw, app.database, 'points_reviews');
      for (const [values, problem] of [
        [{ facts: facts.replace('"exact":"52"', '"exact":"53"') }, 'changed'],
        [{ content: String(kept.content).replace('2', '3') }, 'closing'],
        [{ closed_by: '另一人' }, 'closing'],
      ] as const) {
        await row().update(values);
        const found = await verificationOf(app);
        expect(found).toMatchObject({ ok: false, reviews: [{ period: '2025-H1', problem }] });
        await row().update(
          Object.fromEntries(Object.keys(values).map((name) => [name, kept[name]]))
        );
      }
      expect(await verificationOf(app)).toMatchObject({ ok: true, reviews: [] });
    });
  });

  const decisionOn = (
    { revision }: Review,
    values: Partial<DecideReviewBody>
  ): DecideReviewBody => ({
    ...{ class: 'institution', subject: library.documentId, awarded: true },
    ...{ decidedBy: '局长办公会', day: '2026-01-20', revision, ...values },
  });

  describe('of a year', () => {
    const told = ({ outcome }: Review, awardClass: AwardCandidate['class']) =>
      outcome.candidates
        .filter((each) => each.class === awardClass)
        .map(({ name, reason, verdict }) => `${name} ${verdict} ${reason}`);

    const decideOn = async (values: Partial<DecideReviewBody>) => {
      const review = await of('2025');
      return office.post<ReviewResponse>(
        `${REVIEWS}/${review.documentId}/decide`,
        decisionOn(review, values)
      );
    };

    it('proposes within the quotas, leaves ties open, and says why not', async () => {
      await app.make.documents('plugin::points.bulletin-template').create({
        data: {
          ...{ kind: 'month', title: '通报', addressees: '各单位', opening: '采用{adopted}条。' },
          signature: '市文化局办公室',
        },
      });
      const made = bodyOf(await make('2025')).data;
      expect(made.content.signature).toBe('市文化局办公室');
      const content: ReviewContent = {
        ...made.content,
        thresholds: { ...made.content.thresholds, leastItems: 1 },
        quotas: { institution: 2, department: 1, officer: 1 },
        headsBeside: true,
        baseContent: [{ unit: museum.documentId, note: '大事记更新及时' }],
        vetoes: [{ subject: theatre.documentId, reason: '发生安全事故' }],
      };
      const { data } = bodyOf(await save(made, content));
      expect(data.state).toBe('draft');
      expect(told(data, 'institution')).toEqual([
        `${String(theatre.name)} not veto`,
        `${String(library.name)} proposed within-quota`,
        `${String(museum.name)} proposed moved-up`,
      ]);
      expect(told(data, 'department')).toEqual([
        `${String(planning.name)} tie tie-at-edge`,
        `${String(heritage.name)} tie tie-at-edge`,
      ]);
      expect(told(data, 'officer')).toEqual([
        '周岚 proposed within-quota',
        `${head.name} head head`,
      ]);
      const text = await textOf(await file(data.documentId, 'docx'));
      expect(text).toContain(
        '关于表扬2025年度信息报送工作先进单位、先进处室和先进个人的决定（建议名单）'
      );
      expect(text).toContain(`1. ${String(planning.name)}（并列，待定）`);
      expect(text).toContain('一票否决：发生安全事故');
      expect(text).toContain('大事记更新及时');
    });

    it('takes a decision with who, when, and why it departs', async () => {
      const refusals: Array<[Partial<DecideReviewBody>, RegExp]> = [
        [{ awarded: false }, /reason/],
        [{ subject: theatre.documentId }, /reason/],
        [{ subject: planning.documentId }, /none of/],
        [{ class: 'department' }, /none of/],
        [{ decidedBy: ' ' }, /decidedBy/],
        [{ day: '2026-02-30' }, /2026-02-30/],
        [{ day: today(1) }, /has not come/],
        [{ revision: 1 }, /changed/],
      ];
      for (const [values, words] of refusals) {
        expect(errorOf(await decideOn(values)).message).toMatch(words);
      }
      expect((await of('2025')).decisions).toEqual([]);
    });

    it('is decided candidate by candidate, and published once all are', async () => {
      bodyOf(await decideOn({}));
      const { subject } = decisionOn(await of('2025'), {});
      const again = { awarded: false, reason: '上年已表扬' };
      bodyOf(await decideOn(again));
      const decided = await of('2025');
      expect(decided.decisions).toMatchObject([{ subject, ...again }]);
      // Its head is proposed for the unit's sake alone.
      expect(told(decided, 'officer')).toEqual(['周岚 proposed within-quota']);
      expect(refused(await publish(decided))).toEqual([400, expect.stringContaining('Of 4')]);
      bodyOf(await decideOn({ subject: museum.documentId }));
      const department = { class: 'department' } as const;
      bodyOf(await decideOn({ ...department, subject: planning.documentId }));
      bodyOf(await decideOn({ ...department, subject: heritage.documentId, awarded: false }));
      const { data } = bodyOf(
        await decideOn({ class: 'officer', subject: writer.documentId, day: '2026-01-21' })
      );
      expect(data.state).toBe('decided');
      const { data: closed } = bodyOf(await publish(data));
      expect(closed.state).toBe('published');
      const docx = await file(closed.documentId, 'docx');
      expect(nameOf(docx)).toBe(
        '关于表扬2025年度信息报送工作先进单位、先进处室和先进个人的决定.docx'
      );
      const text = await textOf(docx);
      expect(text).toContain(`先进单位（1个）1. ${String(museum.name)}`);
      expect(text).toContain(`1. 周岚（${String(library.name)}）`);
      expect(text).toContain('市文化局办公室');
      expect(text).not.toContain('一票否决');
      const shown = await read(closed.documentId, reader.client);
      expect(shown.outcome.candidates.map(({ name }) => name)).toEqual([
        museum.name,
        planning.name,
        '周岚',
      ]);
      expect(JSON.stringify(shown)).not.toContain('上年已表扬');
      const other = await app.api.login(await app.api.accountOf('officer'));
      expect((await other.get(`${REVIEWS}/${closed.documentId}`)).status).toBe(200);
      expect(await verificationOf(app)).toMatchObject({ ok: true, checked: { reviews: 2 } });
    });
  });

  it('are not written past their page', async () => {
    const manager = `/content-manager/collection-types/plugin::points.review`;
    const { documentId } = await of('2025');
    const admin = await app.api.as('super-admin');
    expect((await admin.post(manager, { period: '2026' })).status).toBe(403);
    expect((await admin.put(`${manager}/${documentId}`, { period: '2026' })).status).toBe(403);
    expect((await admin.delete(`${manager}/${documentId}`)).status).toBe(403);
  });
});
