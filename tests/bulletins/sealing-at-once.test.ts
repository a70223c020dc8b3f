import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  databaseKind,
  reconcileOf,
  startApp,
  startInstance,
  verificationOf,
  type Document,
  type Instance,
  type TestApp,
  type TestDatabase,
} from '../support';

// Several boots of further processes.
jest.setTimeout(600_000);

const MONTH = '2026-01';
const DAY = '2026-01-20';
const PIECES = 30;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const idsOf = (documents: readonly Document[]): string[] =>
  documents.map(({ documentId }) => documentId);

const prepare = async (app: TestApp, pieces: number): Promise<string[]> => {
  await app.make.ruleSet();
  const units = await app.make.units(2);
  const submissions: Document[] = [];
  for (let count = 0; count <= pieces; count += 1) {
    submissions.push(await app.make.submission({ units }));
  }
  const [first, ...others] = submissions;
  // Of January there is something, so that it is the month to be sealed.
  await app.make.adoption({ submission: first!, channel: 'newsletter', adoptedOn: DAY });
  return idsOf(others);
};

const requireAgreement = async (app: TestApp, raw: Knex): Promise<void> => {
  expect(await verificationOf(app)).toMatchObject({ ok: true, bulletins: [] });
  expect(await reconcileOf(app)).toMatchObject({ ok: true });
  const [bulletin] = (await raw('points_bulletins').where('month', MONTH)) as [
    { sequence: number; postings: string },
  ];
  const sealed = await raw('points_postings').where('month', MONTH).pluck<number[]>('sequence');
  expect(Math.max(...sealed)).toBeLessThanOrEqual(bulletin.sequence);
  expect(JSON.parse(bulletin.postings)).toHaveLength(sealed.length);
};

describe(`sealing while adoptions of the month are recorded (${
  databaseKind() === 'postgres' ? 'by two instances' : 'by one instance: SQLite has no second'
})`, () => {
  let app: TestApp;
  let raw: Knex;
  let instances: Instance[] = [];

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    if (app.database.kind !== 'postgres') return;
    instances = await Promise.all([startInstance(app.database), startInstance(app.database)]);
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await raw.destroy();
    await app.stop();
  });

  /** Seals by two at once while adoptions are recorded; gives what each of the two was told. */
  const sealAtOnce = async (submissions: string[]): Promise<Array<string | null>> => {
    const [one, other] = instances;
    if (one && other) {
      const half = submissions.length / 2;
      const recorded = [
        one.adopt(submissions.slice(0, half), DAY),
        other.adopt(submissions.slice(half), DAY),
      ];
      const told = await Promise.all([one.seal(MONTH), other.seal(MONTH)]);
      expect(await Promise.all(recorded)).toEqual([[], []]);
      return told;
    }
    const office = await app.api.as('office');
    const seal = async (): Promise<string | null> => {
      const { status } = await office.post('/points/bulletins', { month: MONTH });
      return status === 201 ? null : String(status);
    };
    const recorded = submissions.map((documentId) =>
      app.make.adoption({ submission: { documentId }, channel: 'newsletter', adoptedOn: DAY })
    );
    const told = await Promise.all([seal(), seal()]);
    await Promise.all(recorded);
    return told;
  };

  it('lets nothing in afterwards, and seals once', async () => {
    const submissions = await prepare(app, PIECES);
    const told = await sealAtOnce(submissions);
    expect(told.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(await raw('points_bulletins').pluck('month')).toEqual([MONTH]);
    await requireAgreement(app, raw);
    const months = await raw('points_postings').distinct('month').orderBy('month').pluck('month');
    expect(months.every((month: string) => month === MONTH || month === '2026-02')).toBe(true);
    expect(await raw('points_postings').whereNot('belongs_to', MONTH)).toEqual([]);
  });
});

describe('a process killed while it seals', () => {
  let database: TestDatabase;
  let raw: Knex;
  let submissions: string[];

  beforeAll(async () => {
    database = await createDatabase();
    const app = await startApp({ database });
    submissions = await prepare(app, PIECES);
    for (const documentId of submissions) {
      await app.make.adoption({
        submission: { documentId },
        channel: 'newsletter',
        adoptedOn: DAY,
      });
    }
    await app.close();
    raw = connect(database);
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  it.each([5, 30, 90])('after %i ms has sealed the month whole, or not at all', async (delay) => {
    const instance = await startInstance(database);
    const sealing = instance.seal(MONTH).catch(() => null);
    await wait(delay);
    await instance.kill();
    await sealing;
    const sealed = await raw('points_bulletins').pluck('month');
    const counted = await raw('points_submissions').whereNotNull('counted_in').pluck('id');
    expect([[], [MONTH]]).toContainEqual(sealed);
    // They arrived after January: sealing it counts none of them.
    expect(counted).toEqual([]);
    const app = await startApp({ database });
    try {
      expect(await verificationOf(app)).toMatchObject({ ok: true });
      if (sealed.length > 0) await requireAgreement(app, raw);
    } finally {
      await app.close();
    }
  });
});
