import type { BonusResponse, ReconcileResponse } from '../../src/plugins/points/shared/contracts';
import { bodyOf, reconcileOf, rowOf, startApp, type Document, type TestApp } from '../support';

type Findings = ReconcileResponse['data'];
type Row = Record<string, unknown>;

describe('reconciling bonuses', () => {
  let app: TestApp;
  let unit: Document;
  let bonus: BonusResponse['data'];

  const table = (name: string) => app.strapi.db.connection(name);
  const repair = (): Promise<Findings> =>
    app.strapi.plugin('points').service<{ repair(): Promise<Findings> }>('reconcile').repair();
  const record = async (reason: string, points: number): Promise<BonusResponse['data']> => {
    const office = await app.api.as('office');
    const body = { unit: unit.documentId, points, reason, decidedBy: '局长', day: '2026-03-05' };
    return bodyOf(await office.post<BonusResponse>('/points/bonuses', body)).data;
  };
  const idOf = async ({ documentId }: { documentId: string }): Promise<number> =>
    ((await table('points_bonuses').where('document_id', documentId).first()) as { id: number }).id;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    unit = await app.make.unit();
    bonus = await record('挂职锻炼', 3);
  });
  afterAll(() => app.stop());

  it('looks at each of them, and finds nothing of what the application wrote', async () => {
    const { checked, ok } = await reconcileOf(app);
    expect({ checked, ok }).toMatchObject({ checked: { bonuses: 1, postings: 1 }, ok: true });
  });

  it('finds an award whose bonus says otherwise, and settles it', async () => {
    const changed = await record('另一件事', 2);
    await table('points_bonuses')
      .where('id', await idOf(changed))
      .update({ amount: 500 });
    const found = await reconcileOf(app);
    expect(found.ok).toBe(false);
    expect(found.postings).toEqual(
      ['-2', '5'].map((exact) => ({
        submission: null,
        bonus: changed.documentId,
        objection: null,
        channel: 'bonus',
        unit: unit.documentId,
        officer: null,
        exact,
      }))
    );
    await repair();
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    expect(await rowOf(app, unit)).toMatchObject({ exact: '8', bonus: { exact: '8' } });
  });

  it('finds an award whose bonus is withdrawn, and takes it back', async () => {
    const gone = await record('第三件事', 1);
    await table('points_bonuses')
      .where('id', await idOf(gone))
      .update({ withdrawn_at: new Date(), withdrawn_reason: '直接改库' });
    expect((await reconcileOf(app)).postings).toMatchObject([
      { bonus: gone.documentId, exact: '-1' },
    ]);
    await repair();
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    expect(await rowOf(app, unit)).toMatchObject({ exact: '8' });
  });

  it('finds totals without them, and makes them anew', async () => {
    await table('points_totals').where('measure', 'bonus').update({ amount: 1 });
    const { totals } = await reconcileOf(app);
    expect(totals.map(({ period, measure }) => [period, measure])).toEqual(
      expect.arrayContaining([
        ['2026', 'bonus'],
        ['2026-03', 'bonus'],
      ])
    );
    await repair();
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    expect(await rowOf(app, unit)).toMatchObject({ exact: '8' });
  });

  it('names what nothing stands behind, and a repair awards none of it', async () => {
    const real = (await table('points_postings')
      .where('key', `bonus.${bonus.documentId}.1`)
      .first()) as Row;
    const forge = (key: string, changes: Row) =>
      table('points_postings').insert({
        ...real,
        id: undefined,
        key,
        document_id: key,
        sequence: null,
        hash: null,
        ...changes,
      });
    await forge('bonus.forged.none', { bonus_id: null });
    await forge('bonus.forged.unit', { unit_id: null });
    await forge('bonus.forged.key', {});
    await forge('bonus.forged.channel', { channel: 'newsletter' });
    await forge(`bonus.${bonus.documentId}.7`, { divisor: 2 });
    await forge('bonus.forged.reversal', { kind: 'reversal', reverses: 'nothing', amount: -300 });
    await table('points_bonuses').insert({
      ...{ document_id: 'forgedbonus', amount: 9900, reason: '自己写的', decided_by: '无' },
      ...{ day: '2026-03-05', unit_id: real.unit_id },
    });
    await table('points_bonuses').insert({ document_id: 'emptybonus', unit_id: real.unit_id });
    const { unfounded } = await reconcileOf(app);
    expect(Object.fromEntries(unfounded.map(({ id, problem }) => [id, problem]))).toEqual({
      'bonus.forged.none': 'no-bonus',
      'bonus.forged.unit': 'no-unit',
      'bonus.forged.key': 'impossible',
      'bonus.forged.channel': 'no-submission',
      [`bonus.${bonus.documentId}.7`]: 'impossible',
      'bonus.forged.reversal': 'no-award',
      forgedbonus: 'never-awarded',
      emptybonus: 'impossible',
    });
    const before: unknown[] = await table('points_postings').orderBy('id');
    await repair();
    expect(await table('points_postings').orderBy('id')).toEqual(before);
    const left = await reconcileOf(app);
    expect(left.unfounded).toEqual(unfounded);
    expect(left.totals).toEqual([]);
    expect(await rowOf(app, unit)).toMatchObject({ exact: '8' });
  });
});
