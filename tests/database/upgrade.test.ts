import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Fraction from 'fraction.js';
import type { Knex } from 'knex';
import { foldForSearch } from '../../src/common/text/fold';
import { storedIndexes } from '../../src/integrity/stored-indexes';
import {
  connect,
  createEmptyDatabase,
  reconcileOf,
  refusalOf,
  regulation,
  reportOf,
  restoreRows,
  runCommandOn,
  sqliteAt,
  startApp,
  unpackStored,
  verificationOf,
  type Document,
  type Stored,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(900_000);

/** One a landed schema; see docs/contributing.md for how to store the next. */
const STORED = [
  '01-first-landing',
  '02-lives-before-index-change',
  '03-before-posts',
  '04-commissions',
  '05-before-bulletins',
  '06-folded-letter-by-letter',
  '07-before-chain',
  '08-before-issuing',
  '09-before-commissions',
  '10-before-deductions',
  '11-before-titles',
  '12-before-notices',
] as const;

const inDirectory = async <T>(work: (directory: string) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-upgrade-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
};

/** The stored database in one of this run's kind: a copy, or brought over by backup and restore. */
const bring = async (name: string, database: TestDatabase): Promise<Stored> => {
  if (database.kind === 'sqlite') {
    return unpackStored(name, database.environment.DATABASE_FILENAME ?? '');
  }
  return inDirectory(async (directory) => {
    const file = path.join(directory, 'stored.db');
    const stored = await unpackStored(name, file);
    const to = path.join(directory, 'backup');
    const uploads = path.join(directory, 'uploads');
    const steps = [
      await runCommandOn(sqliteAt(file), 'backup', '--to', to, '--uploads', uploads),
      await restoreRows(database, { from: to, uploads }),
    ];
    expect(steps.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0]);
    return stored;
  });
};

/** An é as older code kept it, its accent apart, in a title that has it so. */
const APART = 'e\u0301cran';

/** The migration that fills what rows lack: where it has run they lack nothing. */
const FILLING = '2026.11.27T00.00.00.fill-what-came-later';

const hasRun = async (raw: Knex, migration: string): Promise<boolean> => {
  if (!(await raw.schema.hasTable('strapi_migrations'))) return false;
  return (
    (await raw('strapi_migrations').where('name', 'like', `${migration}%`).first()) !== undefined
  );
};

/** A title folded by older rules, where the words were folded already, and a piece without a state. */
const leaveOld = async (database: TestDatabase): Promise<void> => {
  const raw = connect(database);
  try {
    if (!(await raw.schema.hasColumn('points_submissions', 'folded_title'))) return;
    if (await hasRun(raw, FILLING)) return;
    const [first, second] = await raw('points_submissions').orderBy('id').pluck<number[]>('id');
    await raw('points_submissions')
      .where({ id: first })
      .update({ title: APART, folded_title: APART });
    await raw('points_submissions')
      .where({ id: second })
      .update({ state: null, state_since: null, folded_text: null });
  } finally {
    await raw.destroy();
  }
};

const exactOf = ({ earned }: Stored): Record<string, string> => {
  const sums: Record<string, Fraction> = {};
  for (const { code, divisor, amount } of earned) {
    sums[code] = (sums[code] ?? new Fraction(0)).add(new Fraction(amount, divisor * 100));
  }
  return Object.fromEntries(Object.entries(sums).map(([code, sum]) => [code, sum.toFraction()]));
};

const triggersOf = (raw: Knex, { kind }: TestDatabase): Promise<string[]> =>
  kind === 'sqlite'
    ? raw('sqlite_master').where({ type: 'trigger' }).orderBy('name').pluck<string[]>('name')
    : raw('pg_trigger').where({ tgisinternal: false }).orderBy('tgname').pluck<string[]>('tgname');

describe.each(STORED)('a database stored as %s', (name) => {
  let database: TestDatabase;
  let app: TestApp;
  let raw: Knex;
  let stored: Stored;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    stored = await bring(name, database);
    await leaveOld(database);
    app = await startApp({ database });
    raw = connect(database);
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  it('gives the report that it gave', async () => {
    const { data } = await reportOf(app, { period: '2026' });
    const exact = Object.fromEntries(data.map(({ unit, exact }) => [unit.code, exact]));
    expect(exact).toEqual(exactOf(stored));
    const [{ count }] = (await raw('points_postings').count({ count: '*' })) as [
      { count: unknown },
    ];
    expect(Number(count)).toBe(stored.postings);
  });

  it('agrees with its ledger', async () => {
    // The rows alone are stored: the bytes of the one piece of evidence are not.
    expect(await reconcileOf(app)).toMatchObject({
      ...{ entries: [], postings: [], unscored: [], unfounded: [], withoutUnit: [], totals: [] },
      files: [{ name: 'evidence.txt', problem: 'missing' }],
    });
  });

  it('holds against its hashes', async () => {
    const { chain, unchained, bulletins } = await verificationOf(app);
    expect([chain, unchained, bulletins]).toEqual([null, [], []]);
  });

  it('has every index that is declared, and every guard', async () => {
    const tables = app.strapi.db.schema.schema.tables;
    const declared = tables.flatMap(({ name: table, indexes }) =>
      indexes
        .filter(({ type }) => type !== 'primary')
        .map(({ name, columns, type }) => ({ name, table, columns, isUnique: type === 'unique' }))
    );
    const stored = await storedIndexes(app.strapi);
    const found = declared.map(({ name }) => stored.get(name));
    expect(found).toEqual(declared.map((index) => ({ ...index, isWhole: true })));
    const triggers = await triggersOf(raw, database);
    for (const table of [
      ...['points_postings', 'points_history_lines', 'points_bulletins', 'points_reviews'],
    ]) {
      expect(triggers).toEqual(
        expect.arrayContaining([`${table}_no_update`, `${table}_no_delete`])
      );
    }
    expect(await refusalOf(raw('points_postings').update({ amount: 1 }))).toMatch(/never changed/);
  });

  it('fills what came later', async () => {
    expect(await raw('points_submissions').whereNull('state').pluck('id')).toEqual([]);
    expect(await raw('points_officers').whereNull('post').pluck('id')).toEqual([]);
    const states = raw('points_submissions').where('state', 'accepted').pluck<number[]>('id');
    const adopted = await raw('points_adoptions_submission_lnk').pluck<number[]>('submission_id');
    expect(await states).toEqual(expect.arrayContaining(adopted));
    expect(await raw('points_submissions').whereNull('state_since').pluck('id')).toEqual([]);
  });

  it('calls each adoption by its channel, day and piece', async () => {
    const rows: Array<{ title: string | null; day: string; piece: string }> = await raw({
      a: 'points_adoptions',
    })
      .join({ l: 'points_adoptions_submission_lnk' }, 'l.adoption_id', 'a.id')
      .join({ s: 'points_submissions' }, 's.id', 'l.submission_id')
      .select('a.title', { day: 'a.adopted_on', piece: 's.title' });
    expect(rows).not.toEqual([]);
    for (const { title, day, piece } of rows) {
      expect(title).toMatch(/^[《一-龥]/);
      expect(title?.endsWith(` · ${day} · ${piece}`)).toBe(true);
    }
    const form: { value: string } | undefined = await raw('strapi_core_store_settings')
      .where('key', 'like', '%content_types::plugin::points.adoption')
      .first('value');
    expect(JSON.parse(form?.value ?? '{}')).toMatchObject({ settings: { mainField: 'title' } });
  });

  it('keeps the words as they are searched now', async () => {
    const rows: Array<{ title: string; text: string | null; folded: string; body: string | null }> =
      await raw('points_submissions').select('title', 'text', {
        folded: 'folded_title',
        body: 'folded_text',
      });
    expect(rows).not.toEqual([]);
    expect(rows.map(({ folded, body }) => [folded, body ?? ''])).toEqual(
      rows.map(({ title, text }) => [foldForSearch(title), foldForSearch(text ?? '')])
    );
  });
});

/** The migration that lists the units as they were divided when only their numbers were looked at. */
const ORDERING = '2026.11.28T00.00.00.keep-divided-order';

describe('a ledger divided by the numbers of units', () => {
  const setOrder = async (raw: Knex, unit: Document, place: number): Promise<void> => {
    await raw('points_submissions_units_lnk').where('unit_id', unit.id).update('unit_ord', place);
  };
  const orderOf = (raw: Knex, { id }: Document) =>
    raw('points_submissions_units_lnk')
      .where('submission_id', id)
      .orderBy('unit_ord')
      .pluck<number[]>('unit_id');

  it('is settled no otherwise, and keeps the order of what was divided equally', async () => {
    const database = await createEmptyDatabase();
    const before = await startApp({ database });
    const { policies } = await regulation();
    await before.make.ruleSet({ effectiveTo: '2026-05-31' });
    await before.make.ruleSet({
      ...{ name: '按序分配', effectiveFrom: '2026-06-01' },
      ...{ extensions: { split: { kind: 'weights', weights: [3, 2] } } },
      policies: { ...(policies as object), jointItems: 'extended' },
    });
    const [one, two, three, four] = await before.make.units(4);
    const divided = await before.make.submission({ units: [one, two] });
    const same = await before.make.submission({ units: [three, four] });
    const channel = 'newsletter';
    await before.make.adoption({ submission: divided, channel, adoptedOn: '2026-06-02' });
    await before.make.adoption({ submission: same, channel, adoptedOn: '2026-05-02' });
    const { data } = await reportOf(before, { period: '2026' });
    await before.close();

    // As it was left: the forms listed the other unit first, and nobody looked.
    const raw = connect(database);
    for (const [first, second] of [
      [two, one],
      [four, three],
    ] as const) {
      await setOrder(raw, first, 1);
      await setOrder(raw, second, 2);
    }
    expect(await orderOf(raw, divided)).toEqual([two.id, one.id]);
    await raw('strapi_migrations').where('name', 'like', `${ORDERING}%`).delete();

    const after = await startApp({ database });
    try {
      expect(await reconcileOf(after)).toMatchObject({ ok: true });
      expect((await reportOf(after, { period: '2026' })).data).toEqual(data);
      expect(await orderOf(raw, divided)).toEqual([one.id, two.id]);
      expect(await orderOf(raw, same)).toEqual([four.id, three.id]);
    } finally {
      await raw.destroy();
      await after.stop();
    }
  });
});
