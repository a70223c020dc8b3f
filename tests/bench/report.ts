import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { compare, interleave, type Bench } from './measure';
import type { Answer, Question } from './report-app';

/** A process with a ledger. */
interface LedgerProcess {
  /** Milliseconds that it took. */
  ask(question: Exclude<Question, 'end'>): Promise<number>;
  end(): Promise<void>;
}

const startLedger = async (postings: number): Promise<LedgerProcess> => {
  const child = fork(path.join(__dirname, 'report-app.ts'), [String(postings)]);
  const next = (): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void => {
        reject(new Error(`The process with ${postings} postings ended with ${String(code)}.`));
      };
      child.once('exit', ended);
      child.once('message', (message: Answer) => {
        child.off('exit', ended);
        if ('error' in message) reject(new Error(message.error));
        else resolve(message);
      });
    });
  const ledger: LedgerProcess = {
    async ask(question) {
      const answer = next();
      child.send(question);
      const message = await answer;
      return 'milliseconds' in message ? message.milliseconds : Number.NaN;
    },
    async end() {
      const ended = once(child, 'exit');
      child.send('end');
      await ended;
    },
  };
  try {
    await next();
    return ledger;
  } catch (error) {
    child.kill();
    throw error;
  }
};

/** The year report against the best SQL over the postings, and against the report of a small ledger. */
export const bench: Bench = async ({ quick }) => {
  const sizes = quick ? { small: 1_000, large: 20_000 } : { small: 10_000, large: 1_000_000 };
  const nameOf = (size: number): string => `${size.toLocaleString('en')} postings`;
  const small = await startLedger(sizes.small);
  try {
    const large = await startLedger(sizes.large);
    try {
      const times = await interleave(quick ? { warmUp: 1, rounds: 5 } : { warmUp: 5, rounds: 31 }, {
        largeService: () => large.ask('service'),
        largeHttp: () => large.ask('http'),
        sql: () => large.ask('sql'),
        smallService: () => small.ask('service'),
        smallHttp: () => small.ask('http'),
      });
      const sql: [string, number[]] = ['best SQL over the postings', times.sql];
      const service = `year report, service, ${nameOf(sizes.large)}`;
      const http = `year report, HTTP, ${nameOf(sizes.large)}`;
      return [
        compare([service, times.largeService], sql, 1.5),
        compare([http, times.largeHttp], sql, 1.5),
        compare([service, times.largeService], [nameOf(sizes.small), times.smallService], 5),
        compare([http, times.largeHttp], [nameOf(sizes.small), times.smallHttp], 5),
      ];
    } finally {
      await large.end();
    }
  } finally {
    await small.end();
  }
};
