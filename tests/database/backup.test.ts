import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  commandFile,
  connect,
  createDatabase,
  createEmptyDatabase,
  reconcileOf,
  refusalOf,
  reportOf,
  ROOT,
  runCommandOn,
  runOn,
  sqliteAt,
  startApp,
  unpackStored,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(900_000);

/** Tables whose numbers others name past foreign keys. */
const NUMBERED = ['points_postings', 'points_submissions', 'points_adoptions', 'points_totals'];

type Rows = Record<string, Array<Record<string, unknown>>>;

/** All rows of these, and the units and officers of submissions in their order. */
const numbersOf = async (database: TestDatabase): Promise<Rows> => {
  const raw = connect(database);
  const rows: Rows = {};
  for (const table of NUMBERED)
    rows[table] = (await raw(table).select('id', 'document_id').orderBy('id')) as Rows[string];
  for (const list of ['units', 'officers'])
    rows[list] = (await raw(`points_submissions_${list}_lnk`)
      .select()
      .orderBy('id')) as Rows[string];
  rows.keys = (await raw('points_postings')
    .select('key', 'unit_id', 'adoption_id')
    .orderBy('id')) as Rows[string];
  await raw.destroy();
  return rows;
};

/** What a period's report says, without what depends on the moment. */
const figuresOf = async (app: TestApp): Promise<unknown> => {
  const years = await reportOf(app, { period: '2026' });
  const officers = await reportOf(app, { period: '2026', by: 'officer' });
  return [years.data, years.meta, officers.data];
};

describe('backup and restore', () => {
  let directory: string;
  let uploads: string;
  let source: TestDatabase;
  let app: TestApp;
  let ended: Promise<void> | undefined;
  /** A process has one application: Strapi's registers of permissions are its modules'. */
  const endSource = (): Promise<void> => (ended ??= app.close());
  const at = (name: string): string => path.join(directory, name);
  const backUp = (name: string, database: TestDatabase = source) =>
    runCommandOn(database, 'backup', '--to', at(name), '--uploads', uploads);
  const restoreTo = (database: TestDatabase, name: string, into: string) =>
    runCommandOn(database, 'restore', '--from', at(name), '--uploads', at(into));

  beforeAll(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'points-backup-'));
    uploads = at('uploads');
    await mkdir(path.join(uploads, 'deep'), { recursive: true });
    await writeFile(path.join(uploads, 'one.txt'), '证明');
    await writeFile(path.join(uploads, 'deep/two.bin'), Buffer.alloc(200_000, 7));
    source = await createDatabase();
    await unpackStored('04-commissions', at('stored.db'));
    app = await startApp({ database: source });
    await app.make.ruleSet();
    const units = await app.make.units(3);
    const officers = [await app.make.officer(units[0]), await app.make.officer(units[1])];
    const submission = await app.make.submission({ units: [...units].reverse(), officers });
    await app.make.article({ placement: 'headline', submission, publish: true });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-03-02' });
  });
  afterAll(async () => {
    await endSource();
    await source.drop();
    await rm(directory, { recursive: true });
  });

  it('takes one moment of a ledger that is being written, and gives the same report from it on SQLite and here', async () => {
    const submission = await app.make.submission({ units: await app.make.units(3) });
    const progress = { isDone: false };
    const taking = backUp('busy').finally(() => (progress.isDone = true));
    for (let count = 0; count < 60 && !progress.isDone; count += 1) {
      await app.make.article({ placement: 'dynamics', submission, publish: true });
    }
    expect(await taking).toMatchObject({ code: 0 });
    expect(await reconcileOf(app)).toMatchObject({ ok: true });

    // Nothing is written any more: the same figures must come out of the next.
    expect(await backUp('quiet')).toMatchObject({ code: 0 });
    const figures = await figuresOf(app);
    const numbers = await numbersOf(source);
    await endSource();
    expect(numbers.points_postings?.length).toBeGreaterThan(5);
    const busy = await restoreTo(sqliteAt(at('busy.db')), 'busy', 'busy-uploads');
    expect([busy.code, busy.output]).toEqual([0, expect.stringContaining('The ledger agrees')]);

    const targets = [sqliteAt(at('moved.db'))];
    if (source.kind === 'postgres') targets.push(await createEmptyDatabase());
    for (const [index, target] of targets.entries()) {
      const restored = await restoreTo(target, 'quiet', `moved-${index}`);
      expect([restored.code, restored.output]).toEqual([
        0,
        expect.stringContaining('The ledger agrees'),
      ]);
      expect(await numbersOf(target)).toEqual(numbers);
      expect(await readFile(at(`moved-${index}/one.txt`), 'utf8')).toBe('证明');
      expect(await readFile(at(`moved-${index}/deep/two.bin`))).toHaveLength(200_000);
      const moved = await startApp({ database: target });
      try {
        expect(await figuresOf(moved)).toEqual(figures);
        const statement = 'delete from points_postings';
        expect(await refusalOf(moved.strapi.db.connection.raw(statement))).toMatch(/never deleted/);
        // It goes on counting where the other had come to, and awards as before.
        const another = await moved.make.submission({
          units: [await moved.make.unit({ code: 'after-the-move', name: '迁移后的单位' })],
        });
        expect(another.id).toBeGreaterThan(Number(numbers.points_submissions?.at(-1)?.id));
        await moved.make.article({ placement: 'picture', submission: another, publish: true });
        expect(await reconcileOf(moved)).toMatchObject({ ok: true });
      } finally {
        await moved.close();
      }
      // What is not empty any more is not restored into.
      const again = await restoreTo(target, 'quiet', `again-${index}`);
      expect([again.code, again.output]).toEqual([1, expect.stringContaining('is not empty')]);
      expect(await readdir(directory)).not.toContain(`again-${index}`);
      await target.drop();
    }
  });

  it('refuses a folder that holds something, and a backup that is not what it was', async () => {
    await mkdir(at('full'));
    await writeFile(at('full/kept.txt'), 'kept');
    const full = await backUp('full');
    expect([full.code, full.output]).toEqual([
      1,
      expect.stringContaining('is not an empty folder'),
    ]);
    expect(await readdir(at('full'))).toEqual(['kept.txt']);

    expect(await backUp('damaged')).toMatchObject({ code: 0 });
    await appendFile(at('damaged/tables/points_postings.jsonl.gz'), 'x');
    const damaged = await restoreTo(sqliteAt(at('damaged.db')), 'damaged', 'damaged-uploads');
    expect([damaged.code, damaged.output]).toEqual([
      1,
      expect.stringContaining('points_postings.jsonl.gz of this backup is damaged'),
    ]);
    expect(await readdir(directory)).not.toContain('damaged.db');
  });

  it('leaves nothing behind where the disk is full or a table is missing', async () => {
    const before = (await readdir(directory)).sort();
    // A limit on a file's size fails as a full disk does.
    const args = `${commandFile('backup')} --to ${at('none')} --uploads ${uploads}`;
    const limited = await runOn(source, 'bash', [
      '-c',
      `ulimit -f 100; exec ${process.execPath} ${args}`,
    ]);
    expect([limited.code, limited.output]).toEqual([1, expect.stringContaining('disk is full')]);

    await unpackStored('04-commissions', at('lacking.db'));
    const raw = connect(sqliteAt(at('lacking.db')));
    await raw.schema.dropTable('points_adoptions_submission_lnk');
    await raw.destroy();
    const lacking = await backUp('none', sqliteAt(at('lacking.db')));
    expect([lacking.code, lacking.output]).toEqual([
      1,
      expect.stringContaining('lacks points_adoptions_submission_lnk'),
    ]);
    expect((await readdir(directory)).sort()).toEqual([...before, 'lacking.db'].sort());
  });

  it('refuses Strapi’s own export and import with a sentence that names ours', async () => {
    // As Strapi's command runs once it has compiled the application, which takes most of its time.
    const command = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');
    const load = `require('@strapi/strapi').createStrapi({ appDir: '.', distDir: 'dist' }).load().then(
      () => process.exit(0),
      (error) => { console.error(error.message); process.exit(1); }
    )`;
    const refused = await runOn(sqliteAt(at('stored.db')), process.execPath, [
      ...['-e', load, '--', command, 'export', '--no-encrypt', '--file', at('strapi-export')],
    ]);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('npm run backup')]);
    expect((await readdir(directory)).filter((name) => name.startsWith('strapi-'))).toEqual([]);
  });
});
