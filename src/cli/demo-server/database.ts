import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../boot';
import { CommandError } from '../command-error';

const isPostgres = (): boolean => process.env.DATABASE_CLIENT === 'postgres';

/** The SQLite file, as config/database.ts finds it. */
const databaseFile = (): string =>
  path.resolve(ROOT, process.env.DATABASE_FILENAME ?? path.join('.tmp', 'data.db'));

const seedIn = (environment: NodeJS.ProcessEnv): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(ROOT, 'dist/src/cli/seed-demo.js'), {
      cwd: ROOT,
      env: { ...process.env, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new CommandError('The demo data were not written; see above.'));
    });
  });

const removeSqlite = async (file: string): Promise<void> => {
  for (const ending of ['', '-journal', '-wal', '-shm']) await rm(file + ending, { force: true });
};

const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Fills an empty database with the demo's data; one that is there stays as it is. SQLite is seeded
 * in a file beside the real one, which takes its name only when it is whole: an interrupted first
 * run leaves nothing that the next could take for finished.
 */
export const ensureSeeded = async (): Promise<void> => {
  if (isPostgres()) return seedIn({});
  const file = databaseFile();
  if (existsSync(file)) return;
  const partial = `${file}.seeding`;
  await mkdir(path.dirname(file), { recursive: true });
  await removeSqlite(partial);
  await seedIn({ DATABASE_FILENAME: partial });
  await flush(partial);
  await rename(partial, file);
};
