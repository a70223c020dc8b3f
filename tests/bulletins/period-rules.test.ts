import type {
  BulletinResponse,
  DeductionResponse,
  ReportResponse,
  StandingsRow,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  reconcileOf,
  regulation,
  sealThrough,
  startApp,
  verificationOf,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const GROUND = { clause: '四', sentence: { zh: '按考核规定', en: 'As the rules say' } };

const EXTENSIONS = {
  quotas: [
    {
      period: 'month',
      counts: { kind: 'submitted' },
      effect: { kind: 'per-missing', target: 2, points: 2 },
      ...GROUND,
    },
  ],
  deductions: [{ code: 'late', name: { zh: '迟报', en: 'Late' }, points: 3, ...GROUND }],
  gates: [
    {
      period: 'month',
      counts: { kind: 'adopted' },
      least: 2,
      effect: 'no-commendation',
      ...GROUND,
    },
  ],
};

describe('a month sealed under rules over a period', () => {
  let app: TestApp;
  let office: Client;
  let unit: Document;
  let bulletin: BulletinResponse['data'];
  let before: StandingsRow;

  const rowIn = (rows: readonly StandingsRow[]): StandingsRow =>
    rows.find((row) => row.unit.documentId === unit.documentId)!;
  const rowOf = async (period: string): Promise<StandingsRow> =>
    rowIn(bodyOf(await office.get<ReportResponse>(`/points/report?period=${period}`)).data);
  const deduct = (values: object) =>
    office.post<DeductionResponse>('/points/deductions', {
      unit: unit.documentId,
      code: 'late',
      reason: '迟报',
      decidedBy: '局长办公会',
      ...values,
    });
  const sendIn = async (day: string): Promise<Document> => {
    const submission = await app.make.submission({
      units: [unit],
      receivedAt: `${day}T09:00:00+08:00`,
    });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: day });
    return submission;
  };

  beforeAll(async () => {
    app = await startApp();
    office = await app.api.as('office');
    const admin = await app.api.as('super-admin');
    bodyOf(
      await admin.post('/content-manager/collection-types/plugin::points.rule-set', {
        ...(await regulation()),
        extensions: EXTENSIONS,
        effectiveFrom: '2025-01-01',
      })
    );
    [unit] = await app.make.units(1);
    await sendIn('2025-03-05');
    bodyOf(await deduct({ day: '2025-03-10' }));
    before = await rowOf('2025-03');
    bulletin = await sealThrough(app, '2025-03');
  });
  afterAll(() => app.stop());

  it('keeps the effects with their why, and the gates', async () => {
    // 20 for the paper, 2 off for the piece that is missing, 3 off by hand.
    expect(before).toMatchObject({
      exact: '15',
      period: { exact: '-5' },
      effects: [
        { step: 'quota', exact: '-2', why: { done: '1', target: '2', missing: '1' } },
        { step: 'deduction', exact: '-3', why: { day: '2025-03-10', reason: '迟报' } },
      ],
      failedGates: [{ effect: 'no-commendation', why: { done: '1', least: '2' } }],
    });
    expect(rowIn(bulletin.standings.month.units)).toEqual(before);
    expect(await rowOf('2025-03')).toEqual(before);
    expect(await verificationOf(app)).toMatchObject({ ok: true });
  });

  it('is not altered by anything that comes later', async () => {
    await sendIn('2025-03-20');
    expect(errorOf(await deduct({ day: '2025-03-21' })).message).toMatch(/2025-03/);
    bodyOf(await deduct({ day: '2025-04-02' }));
    expect(await rowOf('2025-03')).toEqual(before);
    const sealed = bodyOf(
      await office.get<BulletinResponse>(`/points/bulletins/${bulletin.documentId}`)
    ).data;
    expect(rowIn(sealed.standings.month.units)).toEqual(before);
    expect([sealed.sha256, sealed.sm3]).toEqual([bulletin.sha256, bulletin.sm3]);
    // What came late counts in the first open month, with its own rules.
    expect(await rowOf('2025-04')).toMatchObject({ period: { exact: '-5' } });
    expect(await verificationOf(app)).toMatchObject({ ok: true });
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });
});
