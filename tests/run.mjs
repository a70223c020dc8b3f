/**
 * `npm test`: compiles the server, then runs the fast tests of the code, then the suites on the
 * real application, on SQLite and on PostgreSQL, and ends with one summary. A word behind it
 * narrows it to test files whose path holds the word: `npm test -- boot`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const bin = {
  tsc: require.resolve('typescript/bin/tsc'),
  jest: path.join(path.dirname(require.resolve('jest/package.json')), 'bin/jest.js'),
};
const patterns = process.argv.slice(2);

const PARTS = [
  { name: 'domain', project: 'domain', environment: {} },
  { name: 'app on SQLite', project: 'app', environment: { POINTS_TEST_DATABASE: 'sqlite' } },
  { name: 'app on PostgreSQL', project: 'app', environment: { POINTS_TEST_DATABASE: 'postgres' } },
];

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} environment
 * @returns {Promise<number>} exit code
 */
const run = (script, args, environment = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/**
 * Runs one part and counts. A suite that could not run is one failure; so is a test left out.
 * @param {(typeof PARTS)[number]} part
 * @param {string} directory
 */
const runPart = async ({ name, project, environment }, directory) => {
  const file = path.join(directory, `${name.replaceAll(' ', '-')}.json`);
  process.stdout.write(`\n── ${name} ──\n`);
  const args = ['--selectProjects', project, '--json', `--outputFile=${file}`, '--passWithNoTests'];
  const code = await run(bin.jest, [...args, ...patterns], environment);
  const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const passed = report.numPassedTests ?? 0;
  const failed =
    (report.numFailedTests ?? 0) +
    (report.numRuntimeErrorTestSuites ?? 0) +
    (report.numPendingTests ?? 0) +
    (report.numTodoTests ?? 0);
  return { name, passed, failed: failed === 0 && code !== 0 ? 1 : failed };
};

const summarise = (results) => {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write('\n');
  for (const result of results) {
    process.stdout.write(`${result.name}: ${result.passed} passed, ${result.failed} failed\n`);
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return passed > 0 && failed === 0;
};

const main = async () => {
  if ((await run(bin.tsc, ['--project', 'tsconfig.json'])) !== 0) {
    return summarise([{ name: 'compile', passed: 0, failed: 1 }]);
  }
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-results-'));
  try {
    const results = [];
    for (const part of PARTS) results.push(await runPart(part, directory));
    // Only a narrowed run may leave a part empty.
    const empty =
      patterns.length > 0 ? [] : results.filter(({ passed, failed }) => !passed && !failed);
    for (const result of empty) result.failed = 1;
    return summarise(results);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

process.exitCode = (await main()) ? 0 : 1;
