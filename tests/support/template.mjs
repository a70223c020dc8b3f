import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/** What a process loads before all else to take its code from where the template's maker left it. */
export const CODE_CACHE = here('code-cache.cjs');

/**
 * A database on which the application has booted once: most of a suite's time would else be the
 * making of the same two hundred tables.
 * @returns {Promise<{ name: string, code: string, drop: () => Promise<void> }>} `name` is what a new
 *   database is a copy of: a file of SQLite's, or a database of the PostgreSQL server; `code` is where
 *   the compiled code is kept (`code-cache.cjs`)
 */
export const makeTemplate = async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-code-'));
  const code = path.join(directory, 'code');
  const child = fork(here('template-worker.ts'), [], {
    execArgv: ['--require', CODE_CACHE, '--require', here('typescript.cjs')],
    env: { ...process.env, POINTS_TEST_CODE_OUT: code },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The application did not boot (${code}).`);
  });
  const [{ name }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return {
    name,
    code,
    drop: async () => {
      const exited = once(child, 'exit');
      child.send('drop');
      await exited;
      await rm(directory, { recursive: true });
    },
  };
};
