import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Permission } from './api';
import { environmentOf, ROOT } from './app';
import type { TestDatabase } from './database';

/** What `reconcile` found. */
export interface Findings {
  ok: boolean;
  checked: { submissions: number; entries: number; postings: number };
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: string;
  done?: string;
  ready?: true;
}

/** An instance of the application in a process of its own, without a server. */
export interface Instance {
  /** Publishes articles, `parallel` at a time; gives what failed. `onDone` hears of each that is published. */
  publish(
    documentIds: readonly string[],
    parallel?: number,
    onDone?: (documentId: string) => void
  ): Promise<string[]>;
  unpublish(documentIds: readonly string[], parallel?: number): Promise<string[]>;
  reconcile(): Promise<Findings>;
  /** Records adoptions by hand, all at once; gives what failed. `onDone` hears of each submission that is adopted. */
  adopt(
    submissions: readonly string[],
    adoptedOn: string,
    onDone?: (submission: string) => void
  ): Promise<string[]>;
  /** Seals a month; gives the sentence that refused it, or `null`. */
  seal(month: string): Promise<string | null>;
  /** Issues a bulletin; gives the sentence that refused it, or `null`. */
  issue(documentId: string): Promise<string | null>;
  /** Sends what the outbox has due. */
  sendMail(): Promise<void>;
  /** Gives a role these permissions and takes all others from it, as the panel's page of the role does. */
  assignPermissions(role: number, permissions: readonly Permission[]): Promise<void>;
  /** Names of the plugins that it runs with. */
  plugins(): Promise<string[]>;
  /** Ends the process in the middle of whatever it does (SIGKILL). */
  kill(): Promise<void>;
  /** Ends the application and its process. */
  stop(): Promise<void>;
}

const WORKER = path.join(__dirname, 'instance-worker.mjs');

const failWith = (child: ChildProcess): Promise<never> =>
  new Promise((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`The instance ended (${String(code ?? signal)}).`));
    });
  });

/**
 * Boots a further instance of the compiled application on a database.
 *
 * @param appDir folder of the application; the project's own unless told
 * @param environment further variables of the environment
 */
export const startInstance = async (
  database: TestDatabase,
  appDir: string = ROOT,
  environment: Record<string, string> = {}
): Promise<Instance> => {
  const child = fork(WORKER, [], {
    cwd: appDir,
    env: { ...process.env, ...environmentOf(database), ...environment, APP_DIR: appDir },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = failWith(child);
  // Whoever waits for an answer hears of the end; when nobody does, it is no news.
  ended.catch(() => undefined);

  let count = 0;
  const ask = async <T>(
    command: string,
    request: Record<string, unknown> = {},
    onDone?: (documentId: string) => void
  ): Promise<T> => {
    const id = (count += 1);
    const answered = new Promise<T>((resolve, reject) => {
      const listen = ({ id: ofAnswer, result, error, done }: Answer): void => {
        if (done !== undefined) onDone?.(done);
        if (ofAnswer !== id) return;
        child.off('message', listen);
        if (error === undefined) resolve(result as T);
        else reject(new Error(error));
      };
      child.on('message', listen);
    });
    child.send({ id, command, ...request });
    return Promise.race([answered, ended]);
  };

  await Promise.race([once(child, 'message'), ended]);

  const end = async (how: () => unknown): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    how();
    await exited;
  };
  return {
    publish: (documentIds, parallel = 4, onDone) =>
      ask('publish', { documentIds, parallel }, onDone),
    unpublish: (documentIds, parallel = 4) => ask('unpublish', { documentIds, parallel }),
    reconcile: () => ask('reconcile'),
    adopt: (documentIds, adoptedOn, onDone) =>
      ask('adopt', { documentIds, parallel: documentIds.length, adoptedOn }, onDone),
    seal: (month) => ask('seal', { month }),
    issue: (documentId) => ask('issue', { documentId }),
    sendMail: () => ask('sendMail'),
    assignPermissions: (role, permissions) => ask('assignPermissions', { role, permissions }),
    plugins: () => ask('plugins'),
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.send({ id: 0, command: 'stop' })),
  };
};
