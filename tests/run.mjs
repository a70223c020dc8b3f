/**
 * `npm test`: compiles the server, then runs the fast tests of the code, then the suites on the
 * real application, on SQLite and on PostgreSQL, and ends with one summary. Words behind it
 * narrow it to test files whose path holds one of them: `npm test -- boot`.
 */
import { broken, compile, runPart, summarise } from './support/jest-run.mjs';

const on = (/** @type {string} */ database) => ({
  POINTS_TEST_DATABASE: database,
  POINTS_TEST_BOOT_ONCE: 'true',
});

const PARTS = [
  { name: 'domain', project: 'domain' },
  { name: 'app on SQLite', project: 'app', environment: on('sqlite') },
  { name: 'app on PostgreSQL', project: 'app', environment: on('postgres') },
];

const patterns = process.argv.slice(2);
const results = [];
if ((await compile()) !== 0) {
  results.push(broken('compile'));
} else {
  for (const part of PARTS) results.push(await runPart(part, patterns));
}
summarise(results);
