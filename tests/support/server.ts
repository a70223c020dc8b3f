import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT } from './app';

/** A server in a process of its own. */
export interface Server {
  child: ChildProcess;
  url: string;
  /** Code and signal, once it has ended. */
  exited: Promise<unknown[]>;
}

/** Starts a compiled application as `strapi start` does, without the admin panel, on a free port. */
export const serve = async (
  environment: Record<string, string>,
  appDir = ROOT
): Promise<Server> => {
  const child = fork(path.join(__dirname, 'server-worker.mjs'), [], {
    cwd: appDir,
    env: { ...process.env, ...environment, PORT: '0', APP_DIR: appDir },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [first] = (await Promise.race([once(child, 'message'), exited])) as [
    { port?: number } | number | null,
  ];
  if (typeof first !== 'object' || !first?.port) throw new Error('The server did not start.');
  return { child, url: `http://127.0.0.1:${first.port}`, exited };
};
