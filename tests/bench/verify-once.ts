import type { VerifyResponse } from '../../src/plugins/points/shared/contracts';
import { databaseKind, startApp } from '../support';
import { timed } from './measure';
import { growthDuring } from './memory';

/** What verifying a ledger once takes. */
export interface Verified {
  milliseconds: number;
  /** Milliseconds of the processor, of all threads together. */
  cpu: number;
  /** By how many MB the process grows above what it has when idle. */
  grown: number;
  postings: number;
}

export type Answer = Verified | { error: string };

interface Verification {
  run(): Promise<VerifyResponse['data']>;
}

const verifyOnce = async (): Promise<Verified> => {
  const environment = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
  const app = await startApp({
    database: { kind: databaseKind(), environment, drop: () => Promise.resolve() },
  });
  const service = app.strapi.plugin('points').service<Verification>('verification');
  let found: VerifyResponse['data'] | undefined;
  let milliseconds = 0;
  const before = process.cpuUsage();
  const grown = await growthDuring(async () => {
    milliseconds = await timed(async () => {
      found = await service.run();
    });
  });
  const { user, system } = process.cpuUsage(before);
  if (!found?.ok) throw new Error(`Verifying finds ${JSON.stringify(found).slice(0, 2000)}.`);
  await app.close();
  return { milliseconds, cpu: (user + system) / 1000, grown, postings: found.checked.postings };
};

const answer = (message: Answer): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve();
    });
  });

/** Verifies the ledger of a database in a process of its own: `verify-once.ts <environment as JSON>`. */
verifyOnce().then(
  async (verified) => {
    await answer(verified);
    process.exit(0);
  },
  async (error: unknown) => {
    await answer({
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exit(1);
  }
);
