import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ name: string, passed: number, failed: number }} Result */
/** @typedef {{ name: string, project: string, environment?: Record<string, string> }} Part */

/**
 * Runs a script of an installed package, its output in ours.
 * @param {string} script
 * @param {string[]} args
 * @param {{ environment?: Record<string, string>, node?: string[] }} [options] `node` are flags of Node's
 * @returns {Promise<number>} exit code
 */
const run = (script, args, { environment = {}, node = [] } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, script, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Compiles the server to `dist/`, which is what the suites load. */
export const compile = () => run(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.json']);

/**
 * What a request of Strapi's throws away is most of what it allocates. With room for more of it, in MiB,
 * a tenth of the suites' processor time is not spent on collecting it. The workers inherit it.
 */
const ROOM_FOR_GARBAGE = ['--max-semi-space-size=64'];

/** A part that could not start: one failure. */
export const broken = (/** @type {string} */ name) => ({ name, passed: 0, failed: 1 });

/**
 * Runs one part with Jest and counts. A suite that could not run is one failure, a test left out
 * is one too, and so is a part in which nothing ran, unless `patterns` narrow the run.
 * @param {Part} part
 * @param {string[]} patterns
 * @returns {Promise<Result>}
 */
export const runPart = async ({ name, project, environment }, patterns = []) => {
  process.stdout.write(`\n── ${name} ──\n`);
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-results-'));
  try {
    const file = path.join(directory, 'results.json');
    const jest = path.join(path.dirname(require.resolve('jest/package.json')), 'bin/jest.js');
    const args = ['--selectProjects', project, '--json', `--outputFile=${file}`];
    const code = await run(jest, [...args, '--passWithNoTests', ...patterns], {
      environment,
      node: ROOM_FOR_GARBAGE,
    });
    const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
    const passed = report.numPassedTests ?? 0;
    const failed =
      (report.numFailedTests ?? 0) +
      (report.numRuntimeErrorTestSuites ?? 0) +
      (report.numPendingTests ?? 0) +
      (report.numTodoTests ?? 0);
    const ranNothing = passed + failed === 0 && patterns.length === 0;
    return { name, passed, failed: failed === 0 && (code !== 0 || ranNothing) ? 1 : failed };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/**
 * Prints a line for each part and the sum as the last line, and sets the exit code.
 * @param {Result[]} results
 */
export const summarise = (results) => {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write('\n');
  for (const result of results) {
    process.stdout.write(`${result.name}: ${result.passed} passed, ${result.failed} failed\n`);
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
};
