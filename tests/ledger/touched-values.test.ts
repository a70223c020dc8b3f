import type { Knex } from 'knex';
import type { ReportResponse, VerifyResponse } from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  BYTES,
  casesOf,
  connect,
  createDatabase,
  openTable,
  reconcileOf,
  refusalOf,
  sealThrough,
  startApp,
  verificationOf,
  whileRowHas,
  type Client,
  type Document,
  type ForeignValue,
  type StoredRow,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(600_000);

type Verification = VerifyResponse['data'];
type Unfounded = Verification['reconcile']['unfounded'][number];
/** What no column of the kind holds that the application wrote. Either database takes some of it. */
const NO_NUMBER: ForeignValue[] = [0.5, 'x', null, BYTES, 1e300, 2 ** 53];
const NO_DIVISOR: ForeignValue[] = [...NO_NUMBER, 0, -1];
const NO_MOMENT: ForeignValue[] = ['x', BYTES, 1e300, 2 ** 53];
const NO_DAY: ForeignValue[] = [null, 'x', BYTES, 7, '2026-13-45'];
const NO_MONTH: ForeignValue[] = [null, '', 'x', BYTES, 7, '2026-13'];
const NO_CONTRIBUTORS: ForeignValue[] = [
  '',
  '{"broken": ',
  '5',
  '[null]',
  '{}',
  '[{"unit":"x"}]',
  BYTES,
];
const NO_TEXT: ForeignValue[] = [null, '', '{"broken": ', '5', '[null]', BYTES];

const REPORTS = ['2026&by=unit', '2026-01&by=unit', '2026-11&by=unit', '2026&by=officer'];

describe('values that no column has, written past the application', () => {
  let database: TestDatabase;
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let last: Document;

  const adopted = async (units: Document[], adoptedOn: string): Promise<Document> => {
    const submission = await app.make.submission({ units });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn });
    return submission;
  };

  beforeAll(async () => {
    database = await createDatabase();
    app = await startApp({ database });
    raw = connect(database);
    office = await app.api.as('office');
    await app.make.ruleSet();
    const [library, museum] = await app.make.units(2);
    await adopted([library], '2026-01-05');
    await adopted([library, museum], '2026-01-20');
    await sealThrough(app, '2026-02');
    last = await adopted([museum], '2026-11-02');
    const bonus = {
      ...{ unit: library.documentId, points: 2, day: '2026-11-03' },
      ...{ reason: '挂职锻炼', decidedBy: '局办公会' },
    };
    expect((await office.post('/points/bonuses', bonus)).status).toBe(201);
    for (const table of ['postings', 'adoptions', 'submissions', 'bulletins', 'bonuses']) {
      await openTable(raw, database, `points_${table}`);
    }
    expect(await verificationOf(app)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    expect(await verificationOf(app)).toMatchObject({ ok: true });
    await raw.destroy();
    await app.stop();
  });

  /**
   * What is found while a row has another value; everything else answers meanwhile. `null` where the
   * database takes no such value.
   */
  const found = async (
    table: string,
    id: unknown,
    values: StoredRow
  ): Promise<Verification | null> => {
    let verification: Verification | null = null;
    const refusal = await whileRowHas({ database, raw, table, where: { id } }, values, async () => {
      verification = await verificationOf(app);
      expect(verification.ok).toBe(false);
      const { files, ...reconciled } = await reconcileOf(app);
      expect(verification.reconcile).toEqual({ files, ...reconciled });
      for (const report of REPORTS) {
        expect((await office.get(`/points/report?period=${report}`)).status).toBe(200);
      }
    });
    if (refusal !== null) expect(database.kind).toBe('postgres');
    return verification;
  };

  const rowAt = async (table: string, place: number): Promise<StoredRow> => {
    const rows = (await raw(table).orderBy('id')) as StoredRow[];
    return rows.at(place)!;
  };

  const unfounded = (verification: Verification): Array<Pick<Unfounded, 'kind' | 'id'>> =>
    verification.reconcile.unfounded.map(({ kind, id }) => ({ kind, id }));

  describe.each([{ place: 1 }, { place: -2 }, { place: -1 }])(
    'in the posting at $place',
    ({ place }) => {
      it.each(
        casesOf({
          ...{ amount: NO_NUMBER, divisor: NO_DIVISOR },
          ...{ unit_count: NO_NUMBER, officer_count: NO_NUMBER },
          ...{ month: NO_MONTH, belongs_to: NO_MONTH, adopted_on: NO_DAY },
          ...{ posted_at: [null, ...NO_MOMENT], kind: NO_TEXT, channel: NO_TEXT },
        })
      )('are named: $column $said', async ({ column, value }) => {
        const { id, key, sequence } = await rowAt('points_postings', place);
        const verification = await found('points_postings', id, { [column]: value });
        if (!verification) return;
        expect(verification.chain).toMatchObject({ problem: 'changed', sequence, key });
        expect(verification.reconcile.ok).toBe(column === 'posted_at');
        if (!['amount', 'divisor'].includes(column)) return;
        expect(unfounded(verification)).toContainEqual({ kind: 'posting', id: key });
      });
    }
  );

  it.each(casesOf({ sequence: [0.5, 'x', null, BYTES, 1e300], hash: NO_TEXT, key: [null, BYTES] }))(
    'are found in the chain: $column $said',
    async ({ column, value }) => {
      const { id } = await rowAt('points_postings', 1);
      const verification = await found('points_postings', id, { [column]: value });
      if (!verification) return;
      expect([verification.chain, ...verification.unchained].filter(Boolean)).not.toEqual([]);
    }
  );

  it.each(
    casesOf({
      ...{ kept_contributors: NO_CONTRIBUTORS, adopted_at: NO_MOMENT },
      ...{ adopted_on: [null, BYTES], channel: [null, 'x', BYTES], organ: [BYTES] },
      ...{ entry_uid: [BYTES], entry_document_id: [BYTES], taken_down_reason: [BYTES] },
    })
  )('are named in an adoption: $column $said', async ({ column, value }) => {
    const { id, document_id } = await rowAt('points_adoptions', -1);
    const verification = await found('points_adoptions', id, { [column]: value });
    if (!verification) return;
    expect(unfounded(verification)).toContainEqual({ kind: 'adoption', id: document_id });
  });

  it.each(
    casesOf({
      ...{ received_at: NO_MOMENT, title: [BYTES], category: [BYTES], state: [BYTES] },
      counted_in: [BYTES],
    })
  )('are named in a submission: $column $said', async ({ column, value }) => {
    const { id, document_id } = await rowAt('points_submissions', -1);
    const verification = await found('points_submissions', id, { [column]: value });
    if (!verification) return;
    expect(unfounded(verification)).toContainEqual({ kind: 'submission', id: document_id });
  });

  it.each(
    casesOf({
      ...{ sealed_at: [null, ...NO_MOMENT], sequence: NO_NUMBER, ledger_hash: NO_TEXT },
      ...{ standings: NO_TEXT, postings: NO_TEXT, annexes: NO_TEXT, previous: ['', BYTES] },
      ...{ sealed_by: NO_TEXT, sha_256: NO_TEXT, sm_3: NO_TEXT },
    })
  )('are named in a bulletin: $column $said', async ({ column, value }) => {
    const { id, month } = await rowAt('points_bulletins', -1);
    const verification = await found('points_bulletins', id, { [column]: value });
    if (!verification) return;
    expect(verification.bulletins).toContainEqual({ month, problem: 'changed' });
  });

  it.each(casesOf({ standings: NO_TEXT }))(
    'are told by the report of a sealed month, which is computed anew: standings $said',
    async ({ value }) => {
      const report = `/points/report?period=2026-01`;
      const circulated = bodyOf(await office.get<ReportResponse>(report));
      expect(circulated.meta.period).not.toHaveProperty('recomputed');
      const { id } = await rowAt('points_bulletins', 0);
      const place = { database, raw, table: 'points_bulletins', where: { id } };
      await whileRowHas(place, { standings: value }, async () => {
        const { data, meta } = bodyOf(await office.get<ReportResponse>(report));
        expect(meta.period).toMatchObject({ sealed: true, recomputed: true });
        expect(data.map(({ points }) => points)).toEqual(
          circulated.data.map(({ points }) => points)
        );
      });
    }
  );

  it.each(casesOf({ month: NO_MONTH }))(
    'are found as month of a bulletin: $said',
    async ({ value }) => {
      const { id } = await rowAt('points_bulletins', -1);
      const verification = await found('points_bulletins', id, { month: value });
      if (verification) expect(verification.bulletins).not.toEqual([]);
    }
  );

  it.each(
    casesOf({
      ...{ amount: NO_NUMBER, lines: NO_NUMBER, divisor: NO_DIVISOR, officer_count: NO_NUMBER },
      ...{ unit_key: NO_NUMBER, officer_key: NO_NUMBER, period: NO_MONTH, measure: NO_TEXT },
    })
  )('are named in a total: $column $said', async ({ column, value }) => {
    const { id } = (await raw('points_totals')
      .where({ measure: 'newsletter', period: '2026-11' })
      .whereNot('amount', 0)
      .first()) as StoredRow;
    const verification = await found('points_totals', id, { [column]: value });
    if (verification) expect(verification.reconcile.totals).not.toEqual([]);
  });

  it.each(casesOf({ amount: NO_NUMBER, day: NO_DAY, reason: [null, ''], decided_by: [null, ''] }))(
    'are named in a bonus: $column $said',
    async ({ column, value }) => {
      const { id, document_id } = await rowAt('points_bonuses', -1);
      const verification = await found('points_bonuses', id, { [column]: value });
      if (!verification) return;
      expect(unfounded(verification)).toContainEqual({ kind: 'bonus', id: document_id });
    }
  );

  it('are left as they are by a repair, and counted in no total', async () => {
    const postings = (): PromiseLike<unknown[]> => raw('points_postings').orderBy('id');
    const { id, amount, key } = await rowAt('points_postings', -2);
    await raw('points_postings').where({ id }).update({ amount: 0, divisor: 0 });
    try {
      const before = await postings();
      await app.strapi
        .plugin('points')
        .service<{ repair(): Promise<unknown> }>('reconcile')
        .repair();
      expect(await postings()).toEqual(before);
      const { unfounded: named, totals } = await reconcileOf(app);
      expect(named).toContainEqual(expect.objectContaining({ kind: 'posting', id: key }));
      expect(totals).toEqual([]);
    } finally {
      await raw('points_postings').where({ id }).update({ amount, divisor: 1 });
      await app.strapi
        .plugin('points')
        .service<{ repair(): Promise<unknown> }>('reconcile')
        .repair();
    }
  });

  it('keep a submission from being settled: nobody can say who shares it', async () => {
    const { id } = await rowAt('points_adoptions', -1);
    const again = () =>
      app.make.adoption({ submission: last, channel: 'newsletter', adoptedOn: '2026-11-04' });
    const before: unknown[] = await raw('points_postings').orderBy('id');
    await raw('points_adoptions').where({ id }).update({ kept_contributors: '{"broken": ' });
    try {
      expect(await refusalOf(again())).toContain('在数据库中被改动');
    } finally {
      await raw('points_adoptions').where({ id }).update({ kept_contributors: null });
    }
    expect(await raw('points_postings').orderBy('id')).toEqual(before);
  });
});
