import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { environmentOf, ROOT } from './app';
import type { TestDatabase } from './database';

/** How a command ended, and what it said. */
export interface CommandResult {
  code: number;
  output: string;
}

const STORED = path.join(ROOT, 'tests/fixtures/databases');

/** Runs one of the application's commands on a database, in a process of its own. */
export const runCommandOn = (
  database: Pick<TestDatabase, 'environment'>,
  command: 'backup' | 'restore' | 'reconcile',
  ...args: string[]
): Promise<CommandResult> => runOn(database, process.execPath, [commandFile(command), ...args]);

/** Brings a backup into an empty database, without the boot by which the command proves the ledger. */
export const restoreRows = (
  database: Pick<TestDatabase, 'environment'>,
  options: { from: string; uploads: string }
): Promise<CommandResult> =>
  runOn(database, process.execPath, [
    '-e',
    `require('./dist/src/backup/restore').restore(${JSON.stringify(options)})`,
  ]);

export const commandFile = (command: string): string =>
  path.join(ROOT, 'dist/src/cli', `${command}.js`);

/** Runs a program with the environment of a database. */
export const runOn = (
  { environment }: Pick<TestDatabase, 'environment'>,
  program: string,
  args: string[]
): Promise<CommandResult> => {
  const own = environmentOf({ kind: 'sqlite', environment, drop: () => Promise.resolve() });
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd: ROOT, env: { ...process.env, ...own }, maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
        resolve({ code, output: `${stdout}${stderr}` });
      }
    );
  });
};

/** What a stored database says of itself. */
export interface Stored {
  postings: number;
  earned: Array<{ code: string; divisor: number; amount: number }>;
}

/** Unpacks a stored database into an SQLite file. */
export const unpackStored = async (name: string, file: string): Promise<Stored> => {
  await writeFile(file, gunzipSync(await readFile(path.join(STORED, `${name}.db.gz`))));
  return JSON.parse(await readFile(path.join(STORED, `${name}.json`), 'utf8')) as Stored;
};

/** An SQLite file as a database to run commands on. */
export const sqliteAt = (file: string): TestDatabase => ({
  kind: 'sqlite',
  environment: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
  drop: () => Promise.resolve(),
});
