import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import {
  bodyOf,
  connect,
  createDatabase,
  makeBareSite,
  refusalOf,
  ROOT,
  startApp,
  startInstance,
  untrusted,
  type TestApp,
  type TestDatabase,
} from '../support';

// Three boots.
jest.setTimeout(600_000);

const TABLES = [
  'points_postings',
  'points_totals',
  'points_adoptions',
  'points_adoptions_submission_lnk',
  'points_submissions',
  'points_submissions_units_lnk',
  'points_submissions_officers_lnk',
  'points_units',
  'points_officers',
  'points_officers_unit_lnk',
  'points_rule_sets',
  'articles',
  'articles_submission_lnk',
] as const;

type Rows = Record<string, unknown[]>;

/** The application without the plugin, as if nothing had ever named it. */
const copyWithoutPlugin = async (): Promise<string> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-without-'));
  for (const part of ['dist', 'public', 'package.json']) {
    await cp(path.join(ROOT, part), path.join(directory, part), { recursive: true });
  }
  await makeBareSite(path.join(directory, 'dist'));
  await symlink(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'));
  await writeFile(
    path.join(directory, 'dist/config/plugins.js'),
    "module.exports = ({ env }) => ({ 'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } } });\n"
  );
  return directory;
};

const readAll = async (database: Knex): Promise<Rows> => {
  const rows: Rows = {};
  for (const table of TABLES) rows[table] = await database(table).orderBy('id');
  return rows;
};

const triggersOf = async (database: Knex, { kind }: TestDatabase): Promise<string[]> => {
  const names =
    kind === 'sqlite'
      ? database('sqlite_master').where({ type: 'trigger' }).pluck<string[]>('name')
      : database('pg_trigger').where({ tgisinternal: false }).pluck<string[]>('tgname');
  return (await names).sort();
};

const publishSomething = async ({ make }: TestApp): Promise<void> => {
  await make.ruleSet();
  const units = await make.units(3);
  const officer = await make.officer(units[0]);
  const submission = await make.submission({ units, officers: [officer] });
  await make.article({ placement: 'headline', submission, publish: true });
  await make.article({ placement: 'picture', submission, publish: true });
  await make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-03-02' });
};

describe('a boot without the plugin', () => {
  let database: TestDatabase;
  let raw: Knex;
  let before: { rows: Rows; triggers: string[] };

  beforeAll(async () => {
    database = await createDatabase();
    const app = await startApp({ database });
    try {
      await publishSomething(app);
    } finally {
      await app.close();
    }
    raw = connect(database);
    before = { rows: await readAll(raw), triggers: await triggersOf(raw, database) };
    const directory = await copyWithoutPlugin();
    try {
      const instance = await startInstance(untrusted(database), directory);
      expect(await instance.plugins()).not.toContain('points');
      await instance.stop();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  it('had something to lose', () => {
    expect(before.triggers.length).toBeGreaterThanOrEqual(2);
    for (const table of TABLES) expect([table, before.rows[table]?.length]).not.toEqual([table, 0]);
  });

  it.each(TABLES)('keeps every row of %s', async (table) => {
    const rows: unknown[] = await raw(table).orderBy('id');
    expect(rows).toEqual(before.rows[table]);
  });

  it('keeps the triggers that guard the ledger', async () => {
    expect(await triggersOf(raw, database)).toEqual(before.triggers);
    expect(await refusalOf(raw('points_postings').update({ amount: 1 }))).toMatch(/never changed/);
  });

  it('is followed by one with the plugin that finds no difference, and restores a lost trigger', async () => {
    for (const trigger of before.triggers) {
      // A trigger's name is its table's, and what it refuses.
      const table = trigger.replace(/_no_[a-z]+$/, '');
      const on = database.kind === 'postgres' ? `on ${table}` : '';
      await raw.raw(`drop trigger ${trigger} ${on}`);
    }
    expect(await triggersOf(raw, database)).toEqual([]);

    // The boot without the plugin took its permissions from the super administrator.
    const app = await startApp({ database: untrusted(database) });
    try {
      expect(await triggersOf(raw, database)).toEqual(before.triggers);
      const office = await app.api.as('super-admin');
      const { data } = bodyOf(await office.get<{ data: unknown }>('/points/reconcile'));
      expect(data).toMatchObject({ ok: true, checked: { submissions: 1, entries: 2 } });
      const rows: unknown[] = await raw('points_postings').orderBy('id');
      expect(rows).toEqual(before.rows.points_postings);
    } finally {
      await app.close();
    }
  });
});
