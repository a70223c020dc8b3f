import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  entryStates,
  startApp,
  startInstance,
  type EntryState,
  type Instance,
  type TestApp,
  type TestDatabase,
} from '../support';

// Eleven boots of a second process and a thousand publications.
jest.setTimeout(600_000);

const ENTRIES = 200;
/** 3 points for the headline, in hundredths. */
const HEADLINE = 300;

/** In which round, after how many publications, and how many milliseconds later the process is killed. */
const ROUNDS = [
  [1, 0],
  [3, 3],
  [7, 1],
  [12, 0],
  [18, 5],
  [25, 2],
  [33, 0],
  [42, 7],
  [55, 1],
  [130, 4],
] as const;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a process killed while it publishes 200 entries', () => {
  let database: TestDatabase;
  let raw: Knex;
  let documentIds: string[];

  const prepare = async (app: TestApp): Promise<void> => {
    await app.make.ruleSet();
    const [unit] = await app.make.units(1);
    for (let count = 0; count < ENTRIES / 2; count += 1) {
      const submission = await app.make.submission({ units: [unit] });
      await app.make.article({ placement: 'headline', submission });
      await app.make.article({ placement: 'video', submission });
    }
  };

  beforeAll(async () => {
    database = await createDatabase();
    const app = await startApp({ database });
    try {
      await prepare(app);
    } finally {
      await app.close();
    }
    raw = connect(database);
    documentIds = (await entryStates(raw)).map(({ documentId }) => documentId);
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  const publishUntilKilled = async (
    instance: Instance,
    after: number,
    milliseconds: number
  ): Promise<void> => {
    let done = 0;
    const killed = new Promise<void>((resolve, reject) => {
      const onDone = (): void => {
        done += 1;
        if (done !== after) return;
        wait(milliseconds)
          .then(() => instance.kill())
          .then(resolve, reject);
      };
      instance.publish(documentIds, 4, onDone).then(
        () => {
          reject(new Error('All was published before the process was killed.'));
        },
        () => undefined
      );
    });
    await killed;
  };

  const publishedIds = async (): Promise<string[]> =>
    (await entryStates(raw))
      .filter(({ published }) => published > 0)
      .map(({ documentId }) => documentId);

  const expectAwardsToMatch = (states: EntryState[]): void => {
    expect(states).toHaveLength(ENTRIES);
    const wrong = states.filter(
      ({ published, standing, net }) =>
        published > 1 || standing !== published || net !== published * HEADLINE
    );
    expect(wrong).toEqual([]);
  };

  const startAgain = async (): Promise<Instance> => {
    const instance = await startInstance(database);
    try {
      const findings = await instance.reconcile();
      expect(findings).toMatchObject({
        ok: true,
        entries: [],
        postings: [],
        totals: [],
        files: [],
      });
      return instance;
    } catch (error) {
      // Left alive, it would hold the database of all rounds after this one.
      await instance.kill();
      throw error;
    }
  };

  it.each(ROUNDS)(
    'killed after %i publications and %i ms: each published entry has its award, once',
    async (after, milliseconds) => {
      const instance = await startAgain();
      try {
        expect(await instance.unpublish(await publishedIds())).toEqual([]);
        await publishUntilKilled(instance, after, milliseconds);
      } finally {
        await instance.kill();
      }
      const states = await entryStates(raw);
      expectAwardsToMatch(states);
      const published = states.filter((state) => state.published === 1).length;
      expect(published).toBeGreaterThanOrEqual(after);
      expect(published).toBeLessThan(ENTRIES);
    }
  );

  it('afterwards the rest is published and all agrees', async () => {
    const instance = await startAgain();
    try {
      const done = new Set(await publishedIds());
      const rest = documentIds.filter((documentId) => !done.has(documentId));
      expect(await instance.publish(rest)).toEqual([]);
      expect((await instance.reconcile()).ok).toBe(true);
    } finally {
      await instance.stop();
    }
    const states = await entryStates(raw);
    expectAwardsToMatch(states);
    expect(states.every(({ published }) => published === 1)).toBe(true);
  });
});
