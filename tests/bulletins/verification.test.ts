import type { Knex } from 'knex';
import type { VerifyResponse } from '../../src/plugins/points/shared/contracts';
import {
  connect,
  createDatabase,
  openTable,
  reconcileOf,
  sealThrough,
  startApp,
  verificationOf,
  type Document,
  type TestApp,
  type TestDatabase,
} from '../support';

type Verification = VerifyResponse['data'];

describe('what somebody touched', () => {
  let database: TestDatabase;
  let app: TestApp;
  let raw: Knex;
  let keys: string[];

  beforeAll(async () => {
    database = await createDatabase();
    app = await startApp({ database });
    raw = connect(database);
    await app.make.ruleSet();
    const [library, museum] = await app.make.units(2);
    await adopted([library], '2026-01-05');
    await adopted([library, museum], '2026-01-20');
    await sealThrough(app, '2026-01');
    await adopted([museum], '2026-02-05');
    await sealThrough(app, '2026-02');
    await adopted([library], '2026-01-09');
    await adopted([museum], '2026-11-02');
    keys = await raw('points_postings').orderBy('sequence').pluck<string[]>('key');
    await openTable(raw, database, 'points_postings');
    await openTable(raw, database, 'points_bulletins');
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  const adopted = async (units: Document[], adoptedOn: string): Promise<void> => {
    const submission = await app.make.submission({ units });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn });
  };

  const at = (sequence: number) => raw('points_postings').where({ sequence });

  /** What is found while rows are so, and nothing once they are as they were. */
  const found = async (
    attack: () => PromiseLike<unknown>,
    undo: () => PromiseLike<unknown>
  ): Promise<Verification> => {
    await attack();
    const verification = await verificationOf(app);
    await undo();
    expect(await verificationOf(app)).toMatchObject({ ok: true });
    expect(verification.ok).toBe(false);
    return verification;
  };

  const changed = async (
    table: 'points_postings' | 'points_bulletins',
    where: Record<string, unknown>,
    values: Record<string, unknown>
  ): Promise<Verification> => {
    const [row] = (await raw(table).where(where)) as [Record<string, unknown>];
    const before = Object.fromEntries(Object.keys(values).map((name) => [name, row[name]]));
    return found(
      () => raw(table).where({ id: row.id }).update(values),
      () => raw(table).where({ id: row.id }).update(before)
    );
  };

  it('is nothing where the application alone wrote', async () => {
    const verification = await verificationOf(app);
    expect(verification).toMatchObject({
      ok: true,
      checked: { postings: keys.length, bulletins: 2 },
      chain: null,
      unchained: [],
      bulletins: [],
    });
    const [last] = (await at(keys.length)) as [{ hash: string }];
    expect(verification.head).toEqual({ sequence: keys.length, hash: last.hash });
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it.each([
    ['amount', 4000],
    ['divisor', 3],
    ['unit_name', '另一单位'],
    ['officer_name', '另一人'],
    ['submission_title', '另一标题'],
    ['month', '2026-03'],
    ['belongs_to', '2026-03'],
    ['adopted_on', '2026-01-06'],
    ['channel', 'central.adopted'],
    ['clause', '§八'],
    ['cause', 'other'],
    ['kind', 'reversal'],
    ['entry_document_id', 'another'],
    ['posted_at', new Date('2026-01-01T00:00:00Z')],
    ['hash', 'f'.repeat(64)],
  ])('is named where a posting says another %s', async (column, value) => {
    const { chain } = await changed('points_postings', { sequence: 2 }, { [column]: value });
    expect(chain).toEqual({ problem: 'changed', sequence: 2, key: keys[1], after: keys[0] });
  });

  it.each(
    [
      ...['kind', 'channel', 'clause', 'month', 'belongs_to', 'adopted_on', 'cause', 'hash'],
      ...['unit_name', 'officer_name', 'submission_title', 'entry_document_id'],
    ].map((column) => ({ column }))
  )('is named where bytes stand in $column of a posting', async ({ column }) => {
    // PostgreSQL keeps none in a column of text.
    if (database.kind === 'postgres') return;
    const values = { [column]: Buffer.from('§七') };
    const { chain } = await changed('points_postings', { sequence: 2 }, values);
    expect(chain).toEqual({ problem: 'changed', sequence: 2, key: keys[1], after: keys[0] });
  });

  it('is named where bytes stand in the key of a posting', async () => {
    if (database.kind === 'postgres') return;
    const { chain } = await changed(
      'points_postings',
      { sequence: 2 },
      { key: Buffer.from('§七') }
    );
    expect(chain).toEqual({ problem: 'changed', sequence: 2, key: 'C2A7E4B883', after: keys[0] });
  });

  it('is named where a posting is given to another unit', async () => {
    const [row] = (await at(4)) as [{ unit_id: number }];
    const [other] = await raw('points_units').whereNot('id', row.unit_id).pluck<number[]>('id');
    const { chain } = await changed('points_postings', { sequence: 4 }, { unit_id: other });
    expect(chain).toMatchObject({ problem: 'changed', sequence: 4, key: keys[3] });
  });

  it.each([1, 3])('is named where posting %i is gone', async (sequence) => {
    const [row] = (await at(sequence)) as [Record<string, unknown>];
    const { chain } = await found(
      () => at(sequence).delete(),
      () => raw('points_postings').insert(row)
    );
    expect(chain).toMatchObject({ problem: 'removed', sequence, key: keys[sequence] });
  });

  it('is named where the last of what was sealed is gone, with all behind it', async () => {
    const rows = (await raw('points_postings')
      .where('sequence', '>=', 4)
      .orderBy('sequence')) as Array<Record<string, unknown>>;
    const verification = await found(
      () => raw('points_postings').where('sequence', '>=', 4).delete(),
      () => raw('points_postings').insert(rows)
    );
    expect(verification.chain).toMatchObject({ problem: 'removed', sequence: 4 });
    expect(verification.bulletins).toEqual(
      expect.arrayContaining([{ month: '2026-02', problem: 'ledger' }])
    );
  });

  it('is named where a posting was put in, with or without a place', async () => {
    const [row] = (await at(2)) as [Record<string, unknown>];
    const forged = { ...row, id: undefined, key: 'forged', document_id: 'forged' };
    const remove = () => raw('points_postings').where('key', 'forged').delete();
    const outside = await found(
      () => raw('points_postings').insert({ ...forged, sequence: null, hash: null }),
      remove
    );
    expect(outside.unchained).toEqual(['forged']);
    const behind = await found(
      () => raw('points_postings').insert({ ...forged, sequence: keys.length + 1 }),
      remove
    );
    expect(behind.chain).toMatchObject({ problem: 'changed', key: 'forged' });
  });

  it('is named where two postings changed places', async () => {
    const swap = async (): Promise<void> => {
      await at(1).update({ sequence: -1 });
      await at(2).update({ sequence: 1 });
      await raw('points_postings').where('sequence', -1).update({ sequence: 2 });
    };
    const { chain } = await found(swap, swap);
    expect(chain).toMatchObject({ problem: 'changed', sequence: 1 });
  });

  it.each([
    ['standings', '{}'],
    ['annexes', '{}'],
    ['annexes', null],
    ['postings', '[]'],
    ['sealed_by', '另一人'],
    ['sealed_at', new Date('2026-02-01T00:00:00Z')],
    ['ledger_hash', 'f'.repeat(64)],
    ['sequence', 1],
    ['previous', 'f'.repeat(64)],
    ['sha_256', 'f'.repeat(64)],
    ['sm_3', 'f'.repeat(64)],
  ])('is named where a bulletin says another %s', async (column, value) => {
    const { bulletins } = await changed(
      'points_bulletins',
      { month: '2026-02' },
      { [column]: value }
    );
    expect(bulletins).toContainEqual({ month: '2026-02', problem: 'changed' });
  });

  it('is named where a bulletin is gone', async () => {
    const [row] = (await raw('points_bulletins').where('month', '2026-01')) as [
      Record<string, unknown>,
    ];
    const { bulletins } = await found(
      () => raw('points_bulletins').where('month', '2026-01').delete(),
      () => raw('points_bulletins').insert(row)
    );
    expect(bulletins).toEqual([{ month: '2026-02', problem: 'previous' }]);
  });

  it('is named where totals no longer are what the ledger gives', async () => {
    const [{ id, amount }] = (await raw('points_totals')
      .where('measure', 'newsletter')
      .limit(1)) as [{ id: number; amount: number }];
    const { chain, reconcile } = await found(
      () => raw('points_totals').where({ id }).update({ amount: 1 }),
      () => raw('points_totals').where({ id }).update({ amount })
    );
    expect(chain).toBeNull();
    expect(reconcile.totals).toHaveLength(1);
  });
});
