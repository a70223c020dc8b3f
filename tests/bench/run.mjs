/**
 * `npm run bench`: measures on SQLite and on PostgreSQL and prints a table. Each line compares two
 * times of one run, taken in turn; how long either takes depends on the machine, their ratio hardly.
 * Words behind it choose benches (`npm run bench -- publish`); `--quick` is a smoke run with little
 * data. A missed target is told, not an error; wrong results are.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compile } from '../support/jest-run.mjs';
import { startPostgres } from '../support/postgres.mjs';
import { describe, HEAD } from './table.mjs';

/** @typedef {import('./measure').Row} Row */
/** @typedef {Row & { bench: string, database: string }} Line */

const BENCHES = [
  'publish',
  'http',
  'report',
  'overview',
  'downloads',
  'bulletins',
  'verify',
  'rule-sets',
  'imports',
  'isolation',
  'boot',
  'duplicates',
  'public',
  'pages',
];
const DATABASES = ['sqlite', 'postgres'];
const MEMORY_MB = 4096;

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * @param {string} bench
 * @param {string} database
 * @param {string} postgres
 * @param {string[]} flags
 * @returns {Promise<Line[]>}
 */
const measure = (bench, database, postgres, flags) =>
  new Promise((resolve, reject) => {
    const child = fork(here('child.ts'), [bench, ...flags], {
      execArgv: [
        '--require',
        here('../support/typescript.cjs'),
        `--max-old-space-size=${MEMORY_MB}`,
        '--expose-gc',
      ],
      env: {
        ...process.env,
        POINTS_TEST_DATABASE: database,
        POINTS_TEST_POSTGRES_URL: postgres,
      },
    });
    child.once('error', reject);
    child.once('message', (/** @type {{ rows?: Row[], error?: string }} */ { rows, error }) => {
      if (rows) resolve(rows.map((row) => ({ bench, database, ...row })));
      else reject(new Error(`${bench} on ${database}: ${error}`));
    });
    child.once('exit', (code) => reject(new Error(`${bench} on ${database} ended with ${code}.`)));
  });

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = chosen.find((word) => !BENCHES.includes(word));
if (unknown) throw new Error(`No bench is called "${unknown}"; there are ${BENCHES.join(', ')}.`);

if ((await compile()) !== 0) process.exit(1);
const postgres = await startPostgres();
try {
  console.log(HEAD);
  for (const bench of BENCHES.filter((name) => chosen.length === 0 || chosen.includes(name))) {
    for (const database of DATABASES) {
      const lines = await measure(bench, database, postgres.url, flags);
      for (const line of lines) console.log(describe(line));
    }
  }
} finally {
  await postgres.stop();
}
