import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * A database on which the application has booted once: most of a suite's time would else be the
 * making of the same two hundred tables.
 * @returns {Promise<{ name: string, drop: () => Promise<void> }>} `name` is what a new database is
 *   a copy of: a file of SQLite's, or a database of the PostgreSQL server
 */
export const makeTemplate = async () => {
  const child = fork(here('template-worker.ts'), [], {
    execArgv: ['--require', here('typescript.cjs')],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The application did not boot (${code}).`);
  });
  const [{ name }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return {
    name,
    drop: async () => {
      const exited = once(child, 'exit');
      child.send('drop');
      await exited;
    },
  };
};
