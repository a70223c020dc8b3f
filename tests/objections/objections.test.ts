import type { Knex } from 'knex';
import sharp from 'sharp';
import type {
  AnswerObjectionBody,
  BulletinResponse,
  LedgerResponse,
  ObjectionResponse,
  ObjectionsResponse,
  PostingView,
  ReportResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  postingsOf,
  reconcileOf,
  recordsOf,
  refusalOf,
  rowOf,
  sealThrough,
  startApp,
  today,
  verificationOf,
  uploadText,
  type ApiResponse,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';
import { fixture } from '../uploads/library';

interface BulletinServices {
  sealing: { seal(month: string): Promise<BulletinResponse['data']> };
  issuing: { issue(documentId: string): Promise<unknown> };
}

const OBJECTIONS = '/points/objections';
const TEXT = '该稿件被市委办采用两次，只计了一次。';

type Row = Record<string, unknown>;

describe('objections', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let other: Document;
  let person: Person;
  let leader: Person;
  let foreigner: Person;
  let submission: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    await app.make.ruleSet();
    [unit, other] = await app.make.units(2);
    person = await app.make.person('officer', unit);
    leader = await app.make.person('leader', unit);
    foreigner = await app.make.person('officer', other);
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    submission = await app.make.submission({ units: [unit, other] });
  });

  /** The unit's own posting of an adoption of the submission. */
  const adopted = async (adoptedOn: string): Promise<PostingView> => {
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn });
    const postings = await postingsOf(app, {
      submission: submission.documentId,
      unit: unit.documentId,
    });
    return postings.at(-1)!;
  };
  const file = (
    body: object,
    client = person.client,
    language = 'en'
  ): Promise<ApiResponse<ObjectionResponse>> =>
    client.post(OBJECTIONS, { text: TEXT, ...body }, { language });
  const filed = async (body: object, client = person.client): Promise<ObjectionResponse['data']> =>
    bodyOf(await file(body, client)).data;
  const act = (
    documentId: string,
    action: string,
    body: object,
    client = office
  ): Promise<ApiResponse<ObjectionResponse>> =>
    client.post(`${OBJECTIONS}/${documentId}/${action}`, body);
  const UPHELD: AnswerObjectionBody = {
    outcome: 'upheld',
    text: '经核实属漏计，予以更正。',
    correction: { points: '20/3', reason: '补计市委办采用一次', decidedBy: '局办公室' },
  };
  const rowsOf = async (): Promise<Row> => ({
    objections: await raw('points_objections').orderBy('id'),
    postings: await raw('points_postings').orderBy('id'),
    totals: await raw('points_totals').orderBy('id'),
  });

  describe('to lines of an open month', () => {
    it('are filed, and answered with a correction that names them', async () => {
      const before = await rowOf(app, unit, '2026-03');
      const line = await adopted('2026-03-06');
      const objection = await filed({ line: line.key });
      expect(objection).toMatchObject({
        unit: { documentId: unit.documentId },
        line: line.key,
        submission: null,
        title: submission.title,
        month: '2026-03',
        state: 'filed',
        filedBy: 'Suite',
        posting: { key: line.key, exact: line.exact },
        steps: [{ action: 'filed', text: TEXT, unit: unit.name }],
      });
      const { data, meta } = bodyOf(
        await act(objection.documentId, 'answer', {
          ...UPHELD,
          correction: { ...UPHELD.correction, officer: person.record.documentId },
        })
      );
      expect(meta.notice).toBeNull();
      expect(data).toMatchObject({
        state: 'answered',
        outcome: 'upheld',
        correction: {
          exact: '20/3',
          officer: { name: person.name },
          month: '2026-03',
          belongsTo: '2026-03',
        },
        steps: [{ action: 'filed' }, { action: 'answered', text: UPHELD.text, outcome: 'upheld' }],
      });
      const [correction] = await postingsOf(app, { unit: unit.documentId, channel: 'correction' });
      expect(correction).toMatchObject({
        key: `correction.${objection.documentId}.1`,
        kind: 'award',
        exact: '20/3',
        adoptedOn: today(),
        cause: 'objection',
        officer: { name: person.name },
        why: {
          objection: {
            documentId: objection.documentId,
            title: submission.title,
            reason: '补计市委办采用一次',
            decidedBy: '局办公室',
          },
          corrects: line.key,
        },
      });
      const row = await rowOf(app, unit, '2026-03');
      expect(row).toMatchObject({ exact: '50/3', correction: { exact: '20/3', points: '6.67' } });
      expect(row.adopted).toBe(before.adopted + 1);
      expect(await rowOf(app, other, '2026-03')).not.toHaveProperty('correction');
      const officers = bodyOf(
        await office.get<ReportResponse>('/points/report?period=2026&by=officer')
      );
      expect(
        officers.data.find(({ officer }) => officer?.documentId === person.record.documentId)
      ).toMatchObject({ exact: '20/3', correction: { exact: '20/3' } });
      expect(officers.meta.totals.correction).toMatchObject({ exact: '20/3' });
    });

    it('take points off too, and a correction is withdrawn with a reason', async () => {
      const line = await adopted('2026-03-10');
      const { documentId } = await filed({ line: line.key }, leader.client);
      const before = await rowOf(app, unit, '2026-03');
      const correction = { ...UPHELD.correction, points: '-2.5' };
      bodyOf(await act(documentId, 'answer', { ...UPHELD, outcome: 'partly', correction }));
      const csv = await office.get<string>(
        `/points/ledger/export?format=csv&unit=${unit.documentId}&channel=correction`
      );
      expect(JSON.stringify(csv.body)).toContain('-2.50');
      const [, record] = recordsOf(Buffer.from(csv.body));
      expect(record).toContain(line.key);
      expect(errorOf(await act(documentId, 'correction/withdraw', {})).message).toMatch(/reason/);
      const { data } = bodyOf(
        await act(documentId, 'correction/withdraw', { reason: '更正对象有误' })
      );
      expect(data.correction).toMatchObject({ withdrawnReason: '更正对象有误' });
      expect(data.steps.at(-1)).toMatchObject({ action: 'correction-withdrawn' });
      expect(await rowOf(app, unit, '2026-03')).toEqual(before);
      const again = await act(documentId, 'correction/withdraw', { reason: '再撤' });
      expect(errorOf(again).message).toMatch(/no correction in force/);
    });

    it('are about a submission where a line is missing', async () => {
      const objection = await filed({ submission: submission.documentId, month: '2026-02' });
      expect(objection).toMatchObject({
        line: null,
        submission: submission.documentId,
        month: '2026-02',
        posting: null,
      });
      expect(errorOf(await file({ submission: submission.documentId })).message).toMatch(
        /waits for its answer/
      );
      bodyOf(await act(objection.documentId, 'answer', UPHELD));
      const postings = await postingsOf(app, { unit: unit.documentId, period: '2026-02' });
      expect(postings).toMatchObject([{ channel: 'correction', why: { corrects: null } }]);
      const month = await file({ submission: submission.documentId, month: '2025-12' });
      expect(errorOf(month).message).toMatch(/2025-12.*2026-01/);
      expect(
        errorOf(await file({ submission: submission.documentId, month: '2099-01' })).status
      ).toBe(400);
    });

    it('are withdrawn by their unit while they wait, and then by nobody', async () => {
      const line = await adopted('2026-03-11');
      const { documentId } = await filed({ line: line.key });
      expect((await act(documentId, 'withdraw', {}, foreigner.client)).status).toBe(404);
      expect((await act(documentId, 'withdraw', {}, office)).status).toBe(403);
      const { data } = bodyOf(await act(documentId, 'withdraw', {}, leader.client));
      expect(data).toMatchObject({ state: 'withdrawn', steps: [{}, { action: 'withdrawn' }] });
      const before = await rowsOf();
      for (const [action, body, client] of [
        ['withdraw', {}, person.client],
        ['answer', UPHELD, office],
      ] as const) {
        expect(errorOf(await act(documentId, action, body, client)).message).toMatch(/withdrawn/);
      }
      expect(await rowsOf()).toEqual(before);
      await filed({ line: line.key });
    });

    it('are filed once and answered once, also when two come at once', async () => {
      const { key } = await adopted('2026-03-12');
      const answers = await Promise.all([file({ line: key }), file({ line: key }, leader.client)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      const { documentId } = bodyOf(answers.find(({ status }) => status === 201)!).data;
      const sum = await rowOf(app, unit);
      const both = await Promise.all([
        act(documentId, 'answer', UPHELD),
        act(documentId, 'answer', UPHELD),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
      expect(errorOf(await act(documentId, 'answer', UPHELD)).message).toMatch(/answered already/);
      const { length } = await postingsOf(app, { unit: unit.documentId, channel: 'correction' });
      const stands = await raw('points_postings').where({ corrects: key, kind: 'award' });
      expect(stands).toHaveLength(1);
      expect(length).toBeGreaterThan(0);
      expect(await rowOf(app, unit)).not.toEqual(sum);
    });

    it('are refused in words, and nothing is written', async () => {
      const own = await adopted('2026-03-13');
      const [foreign] = await postingsOf(app, {
        submission: submission.documentId,
        unit: other.documentId,
      });
      const alone = await app.make.submission({ units: [other] });
      const before = await rowsOf();
      for (const [body, status, words] of [
        [{}, 400, /line/],
        [{ line: own.key, submission: submission.documentId }, 400, /not both/],
        [{ line: 'no.such.line' }, 400, /no\.such\.line/],
        [{ line: foreign!.key }, 403, /own unit/],
        [{ submission: 'nosuchsubmission' }, 400, /nosuchsubmission/],
        [{ submission: alone.documentId }, 400, /There is no submission/],
        [{ line: own.key, text: ' ' }, 400, /text/],
        [{ line: own.key, text: '长'.repeat(2001) }, 400, /text/],
        [{ line: own.key, attachments: [2147483647] }, 400, /2147483647/],
      ] as const) {
        const refused = errorOf(await file(body));
        expect([refused.status, refused.message]).toEqual([
          status,
          expect.stringMatching(words) as unknown,
        ]);
      }
      expect((await file({ line: own.key }, office)).status).toBe(403);
      expect(await rowsOf()).toEqual(before);

      const { documentId } = await filed({ line: own.key });
      const waiting = await rowsOf();
      const corrected = (values: object) => ({
        ...UPHELD,
        correction: { ...UPHELD.correction, ...values },
      });
      for (const [body, words] of [
        [{ ...UPHELD, text: '' }, /text/],
        [{ ...UPHELD, outcome: 'maybe' }, /outcome/],
        [{ ...UPHELD, outcome: 'dismissed' }, /dismissed/],
        [corrected({ reason: undefined }), /reason/],
        [corrected({ decidedBy: '' }), /decidedBy/],
        [corrected({ points: undefined }), /points/],
        [corrected({ points: 0 }), /no 0/],
        [corrected({ points: '1/0' }), /1\/0/],
        [corrected({ points: '2.505' }), /two decimals/],
        [corrected({ points: 1000.01 }), /at most 1,?000/],
        [corrected({ officer: 'nosuchofficer' }), /nosuchofficer/],
        [corrected({ officer: foreigner.record.documentId }), /is not of/],
      ] as const) {
        const refused = errorOf(await act(documentId, 'answer', body));
        expect([refused.status, refused.message]).toEqual([
          400,
          expect.stringMatching(words) as unknown,
        ]);
      }
      expect((await act(documentId, 'answer', UPHELD, person.client)).status).toBe(403);
      expect((await act('nosuchobjection', 'answer', UPHELD)).status).toBe(404);
      expect(await rowsOf()).toEqual(waiting);
      const { text } = UPHELD;
      const { data } = bodyOf(await act(documentId, 'answer', { outcome: 'dismissed', text }));
      expect(data).toMatchObject({ outcome: 'dismissed', correction: null });
    });

    it('are the unit’s own to see, and are never made, changed or deleted directly', async () => {
      const { key } = await adopted('2026-03-16');
      const { documentId } = await filed({ line: key });
      const listOf = async (client: Client, query = ''): Promise<ObjectionsResponse> =>
        bodyOf(await client.get<ObjectionsResponse>(`${OBJECTIONS}?pageSize=100${query}`));
      const idsOf = ({ data }: ObjectionsResponse): string[] => data.map((each) => each.documentId);
      expect(idsOf(await listOf(person.client, '&state=filed'))).toContain(documentId);
      expect(idsOf(await listOf(office, `&unit=${unit.documentId}`))).toContain(documentId);
      expect(idsOf(await listOf(office, '&state=answered'))).not.toContain(documentId);
      expect((await listOf(foreigner.client)).data).toEqual([]);
      expect((await foreigner.client.get(`${OBJECTIONS}/${documentId}`)).status).toBe(404);
      const asked = await foreigner.client.get(`${OBJECTIONS}?unit=${unit.documentId}`);
      expect(asked.status).toBe(403);
      expect((await office.get(`${OBJECTIONS}?state=lost`)).status).toBe(400);
      const ledger = bodyOf(
        await person.client.get<LedgerResponse>(`/points/ledger?unit=${unit.documentId}`)
      );
      expect(ledger.meta.objections).toMatchObject({
        waiting: expect.arrayContaining([key]) as unknown,
        limits: expect.arrayContaining([
          { month: '2026-03', lastDay: null, isExact: true, isOver: false },
        ]) as unknown,
      });
      const documents = app.make.documents('plugin::points.objection');
      for (const write of [
        documents.create({ data: { text: '直接写' } }),
        documents.update({ documentId, data: { text: '改' } }),
        documents.delete({ documentId }),
      ]) {
        expect(await refusalOf(write)).toContain('异议');
      }
      bodyOf(await act(documentId, 'answer', { outcome: 'dismissed', text: '已计。' }));
    });

    it('keep and lock what was filed with them', async () => {
      const id = await uploadText(person.client, 'proof.txt');
      const { key } = await adopted('2026-03-17');
      const objection = await filed({ line: key, attachments: [id] });
      expect(objection.attachments).toMatchObject([{ id, name: 'proof.txt' }]);
      const url = objection.attachments[0]!.url;
      expect((await office.get(url)).status).toBe(200);
      expect((await foreigner.client.get(url)).status).toBe(404);
      expect((await file({ line: key, attachments: [id] }, foreigner.client)).status).toBe(403);
      const refused = errorOf(await person.client.delete(`/upload/files/${id}`));
      expect(refused.message).toContain(String(submission.title));
      const kept: unknown = await raw('points_kept_files')
        .where('objection_document_id', objection.documentId)
        .pluck('name');
      expect(kept).toEqual(['proof.txt']);
      bodyOf(await act(objection.documentId, 'withdraw', {}, person.client));
      expect((await person.client.delete(`/upload/files/${id}`)).status).toBe(400);
    });
  });

  it('take what offices and telephones write, or say what they do not', async () => {
    const { email, password } = person.account;
    const login = await app.api.public.post<{ data: { token: string } }>('/admin/login', {
      ...{ email, password },
    });
    const { token } = bodyOf(login).data;
    const upload = async (name: string, content: Buffer): Promise<Response> => {
      const body = new FormData();
      body.append('files', new Blob([new Uint8Array(content)]), name);
      const headers = { authorization: `Bearer ${token}`, 'accept-language': 'zh-Hans' };
      return fetch(new URL('/upload', app.url), { method: 'POST', headers, body });
    };
    const old = await fixture('old.doc');
    const flat = { width: 8, height: 8, channels: 3, background: 'red' } as const;
    const picture = await sharp({ create: flat }).webp().toBuffer();
    const attachments: number[] = [];
    for (const [name, content] of [
      ['佐证.doc', old],
      ['佐证.wps', old],
      ['现场.webp', picture],
    ] as const) {
      const stored = (await (await upload(name, content)).json()) as Array<{ id: number }>;
      attachments.push(...stored.map(({ id }) => id));
    }
    const { key } = await adopted('2026-03-18');
    const objection = await filed({ line: key, attachments });
    expect(objection.attachments.map(({ name }) => name)).toEqual([
      ...['佐证.doc', '佐证.wps', '现场.webp'],
    ]);
    for (const { url } of objection.attachments) expect((await office.get(url)).status).toBe(200);
    const head = Buffer.from('00000018667479706865696300000000', 'hex');
    const phone = await upload('IMG_1.HEIC', Buffer.concat([head, Buffer.from('mif1heic')]));
    expect(phone.status).toBe(400);
    expect(await phone.text()).toContain('兼容性最佳');
    bodyOf(await act(objection.documentId, 'withdraw', {}, person.client));
  });

  describe('to lines of a sealed month', () => {
    it('are too late after the last working day, and change nothing of what was circulated', async () => {
      const late = await adopted('2026-01-08');
      const services = app.strapi.plugin('points').services as unknown as BulletinServices;
      const { documentId } = await app.points.clock.at(new Date('2026-02-09T09:00:00+08:00'), () =>
        services.sealing.seal('2026-01')
      );
      // Sealed, but told to nobody: nobody is late.
      bodyOf(
        await act((await filed({ line: late.key })).documentId, 'withdraw', {}, person.client)
      );
      await app.points.clock.at(new Date('2026-02-27T09:00:00+08:00'), () =>
        services.issuing.issue(documentId)
      );
      // Saturday 28 February makes up for a day of the Spring Festival.
      const refused = errorOf(await file({ line: late.key }));
      expect([refused.status, refused.message]).toEqual([
        400,
        expect.stringMatching(/2026-01.*until 2026-03-05/) as unknown,
      ]);
      expect(errorOf(await file({ submission: submission.documentId })).message).toMatch(/until/);

      const line = await adopted('2026-03-18');
      await sealThrough(app, '2026-10');
      const bulletins: unknown = await raw('points_bulletins').orderBy('id');
      const month = await rowOf(app, unit, '2026-03');
      const year = await rowOf(app, unit);
      const objection = await filed({ line: line.key });
      const { data, meta } = bodyOf(await act(objection.documentId, 'answer', UPHELD));
      expect(data.correction).toMatchObject({ belongsTo: '2026-03', month: '2026-11' });
      expect(meta.notice).toMatch(/2026-03.*2026-11/);
      expect(await raw('points_bulletins').orderBy('id')).toEqual(bulletins);
      expect(await rowOf(app, unit, '2026-03')).toEqual(month);
      expect(await rowOf(app, unit, '2026-11')).toMatchObject({ correction: { exact: '20/3' } });
      const after = await rowOf(app, unit);
      expect(Number(after.points) - Number(year.points)).toBeCloseTo(6.67, 1);
      const months = await postingsOf(app, { unit: unit.documentId, period: '2026-11' });
      expect(months).toMatchObject([{ belongsTo: '2026-03', why: { corrects: line.key } }]);
      const { meta: page } = bodyOf(
        await person.client.get<LedgerResponse>(
          `/points/ledger?unit=${unit.documentId}&period=2026-03`
        )
      );
      expect(page.objections.limits).toMatchObject([{ month: '2026-03', isOver: false }]);
      expect(await verificationOf(app)).toMatchObject({ ok: true });
    });

    it('add up over the months of the year', async () => {
      const correctionIn = async (period: string): Promise<number> =>
        Number((await rowOf(app, unit, period)).correction?.points ?? 0);
      let sum = 0;
      for (let month = 1; month <= 12; month += 1) {
        sum += await correctionIn(`2026-${String(month).padStart(2, '0')}`);
      }
      expect(await correctionIn('2026')).toBeCloseTo(sum, 1);
    });
  });

  // Last: what is forged stays so.
  it('leave the ledger in order, and what nobody answered is found', async () => {
    expect(await verificationOf(app)).toMatchObject({ ok: true });
    const { checked } = await reconcileOf(app);
    expect(checked.objections).toBeGreaterThan(5);
    const real = (await raw('points_postings').where({ channel: 'correction' }).first()) as Row;
    const forge = (key: string, changes: Row) =>
      raw('points_postings').insert({
        ...real,
        ...{ id: undefined, key, document_id: key, sequence: null, hash: null },
        ...changes,
      });
    const [dismissed] = (await raw('points_objections').where('outcome', 'dismissed')) as Row[];
    await forge('correction.forged.none', { objection_id: null });
    await forge('correction.forged.dismissed', { objection_id: dismissed!.id });
    await forge('correction.forged.key', {});
    await forge(`${String(real.key)}9`, { belongs_to: '2026-01', month: '2026-01' });
    await forge('correction.forged.channel', { channel: 'bonus' });
    await raw('points_objections').insert({
      ...dismissed,
      ...{ id: undefined, document_id: 'forgedobjection', outcome: 'upheld', amount: 9900 },
      ...{ divisor: 1, decided_on: '2026-03-20', decided_by: '无', reason: '自己写的' },
    });
    const { unfounded, totals } = await reconcileOf(app);
    expect(Object.fromEntries(unfounded.map(({ id, problem }) => [id, problem]))).toEqual({
      'correction.forged.none': 'no-objection',
      'correction.forged.dismissed': 'no-objection',
      'correction.forged.key': 'impossible',
      [`${String(real.key)}9`]: 'impossible',
      'correction.forged.channel': 'no-bonus',
      forgedobjection: 'never-awarded',
    });
    expect(totals).toEqual([]);
    expect((await verificationOf(app)).ok).toBe(false);
    await app.strapi.plugin('points').service<{ repair(): Promise<unknown> }>('reconcile').repair();
    expect((await reconcileOf(app)).unfounded).toEqual(unfounded);
  });
});
