import {
  connect,
  createDatabase,
  createEmptyDatabase,
  databaseKind,
  startInstance,
  untrusted,
} from '../support';
import type { Instance, TestDatabase } from '../support';

// Up to eight boots, four of them side by side.
jest.setTimeout(900_000);

/** Rows by table: what two that boot at once make twice is seen here, whatever it is. */
const countRows = async (database: TestDatabase): Promise<Record<string, number>> => {
  const raw = connect(database);
  try {
    const tables = await raw('information_schema.tables')
      .where({ table_schema: 'public', table_type: 'BASE TABLE' })
      .select({ name: 'table_name' })
      .orderBy('table_name');
    const counts: Record<string, number> = {};
    for (const { name } of tables as Array<{ name: string }>) {
      const [row] = await raw(name).count('* as count');
      counts[name] = Number(row?.count);
    }
    return counts;
  } finally {
    await raw.destroy();
  }
};

const startTogether = (
  many: number,
  database: TestDatabase
): Promise<Array<PromiseSettledResult<Instance>>> =>
  Promise.allSettled(Array.from({ length: many }, () => startInstance(database)));

const isStarted = (
  result: PromiseSettledResult<Instance>
): result is PromiseFulfilledResult<Instance> => result.status === 'fulfilled';

const stopAll = async (results: Array<PromiseSettledResult<Instance>>): Promise<void> => {
  await Promise.all(results.filter(isStarted).map(({ value }) => value.stop()));
};

/** How many of those that start at once on a database serve. All are ended. */
const servingOf = async (many: number, database: TestDatabase): Promise<number> => {
  const results = await startTogether(many, database);
  try {
    const findings = await Promise.all(
      results.filter(isStarted).map(({ value }) => value.reconcile())
    );
    return findings.filter(({ ok }) => ok).length;
  } finally {
    await stopAll(results);
  }
};

const bootAlone = async (database: TestDatabase): Promise<void> =>
  (await startInstance(database)).stop();

const describePostgres = (): void => {
  it('makes everything once and lets all serve, on an empty and on an old database', async () => {
    const alone = untrusted(await createDatabase());
    const shared = await createEmptyDatabase();
    try {
      // A second boot may note what the first has made: four that boot in turn have booted twice.
      for (let boots = 0; boots < 2; boots += 1) await bootAlone(alone);
      const expected = await countRows(alone);
      expect(await servingOf(4, shared)).toBe(4);
      expect(await countRows(shared)).toEqual(expected);
      expect(await servingOf(2, shared)).toBe(2);
      expect(await countRows(shared)).toEqual(expected);
    } finally {
      await alone.drop();
      await shared.drop();
    }
  });
};

const describeSqlite = (): void => {
  it('lets one have the file, refuses the others, and is not barred by one that was killed', async () => {
    const database = await createEmptyDatabase();
    try {
      expect(await servingOf(4, database)).toBe(1);
      const killed = await startInstance(database);
      await killed.kill();
      const next = await startInstance(database);
      expect((await next.reconcile()).ok).toBe(true);
      await next.stop();
    } finally {
      await database.drop();
    }
  });
};

// Four that take turns on a busy machine.
process.env.DATABASE_BOOT_TIMEOUT = '600000';

describe('processes that boot at once', () => {
  if (databaseKind() === 'sqlite') describeSqlite();
  else describePostgres();
});
