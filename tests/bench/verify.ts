import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createDatabase, startApp } from '../support';
import { fillSealedLedger, SEALED_MONTHS } from './long-ledger';
import { atMost, type Bench, type Row } from './measure';
import type { Answer, Verified } from './verify-once';

/** A million postings in a minute. */
const MICROSECONDS_A_POSTING = 60;

/** What the process that verifies may have for what lives long, the application itself included. */
const HEAP_MB = 512;

/** What verifying may grow by: it must not follow the ledger's length. */
const VERIFYING_MB = 500;

/** How much more a posting of a long ledger may take than one of a ledger of a quarter of it. */
const LENGTH_RATIO = 1.25;

/**
 * In a process of its own, so that nothing left over from filling the database is in its memory. With
 * room for it, V8 would let garbage lie, and one would see how much room there is.
 */
const verify = async (environment: Record<string, string>): Promise<Verified> => {
  const child = fork(path.join(__dirname, 'verify-once.ts'), [JSON.stringify(environment)], {
    execArgv: [
      '--require',
      path.join(__dirname, '../support/typescript.cjs'),
      `--max-old-space-size=${HEAP_MB}`,
    ],
  });
  const ended = once(child, 'exit').then(([code]): [Answer] => [
    { error: `Verifying ended with ${String(code)}.` },
  ]);
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
  if ('error' in answer) throw new Error(answer.error);
  return answer;
};

const verifying = async (postings: number): Promise<Verified> => {
  const database = await createDatabase();
  try {
    const app = await startApp({ database });
    try {
      await fillSealedLedger(app, postings);
    } finally {
      await app.close();
    }
    return await verify(database.environment);
  } finally {
    await database.drop();
  }
};

const microseconds = ({ cpu, postings }: Verified): number => (cpu * 1000) / postings;

/** Verifying a long ledger with two years of seals, and a shorter one. */
export const bench: Bench = async ({ quick }) => {
  const length = quick ? 20_000 : 1_000_000;
  const shorter = await verifying(length / 4);
  const long = await verifying(length);
  const of = `${long.postings.toLocaleString('en')} postings and ${SEALED_MONTHS.length} seals`;
  const slower: Row = {
    measured: `verifying ${of}, processor time a posting in µs`,
    time: microseconds(long),
    against: 'a quarter of them',
    againstTime: microseconds(shorter),
    ratio: microseconds(long) / microseconds(shorter),
    target: LENGTH_RATIO,
  };
  return [
    atMost(`verifying ${of}`, long.milliseconds, (MICROSECONDS_A_POSTING * long.postings) / 1000),
    atMost(`verifying ${of}, memory above idle in MB`, long.grown, VERIFYING_MB),
    slower,
  ];
};
