/**
 * `npm run test:e2e`: starts the demo by the README's command on a free port, with a database
 * and a password of its own, and beside it the same build as a bureau that has nothing yet, by the
 * command for real use on an empty database; runs the browser tests against both. Needs a Chromium:
 * CHROMIUM_PATH, or one where Debian puts it. Pictures are kept in `tests/e2e/screenshots`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { broken, ROOT, runPart, summarise } from '../support/jest-run.mjs';
import { freePort } from '../support/postgres.mjs';

const START_MINUTES = 12;
const SCREENSHOTS = path.join(ROOT, 'tests/e2e/screenshots');

const findChromium = () => {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const found = candidates.find((file) => file && existsSync(file));
  if (!found) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.');
  return found;
};

/** The secrets that `.env.example` asks for, as docs/setup.md says to make them. */
const newSecrets = () => {
  const secret = () => randomBytes(32).toString('base64');
  return {
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    JWT_SECRET: secret(),
    ENCRYPTION_KEY: secret(),
  };
};

/**
 * Starts a script; `npm` and all under it are one process group, so that one signal ends them.
 * @param {string} script
 * @param {Record<string, string>} environment
 */
const start = async (script, environment) => {
  const log = createWriteStream(path.join(SCREENSHOTS, `${script}.log`));
  const child = spawn('npm', ['run', script], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, ...environment },
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
    await Promise.race([ended, wait(15_000)]);
    log.end();
  };
  return { stop, hasEnded: () => child.exitCode !== null };
};

/**
 * @param {string} url
 * @param {() => boolean} hasEnded
 */
const untilItAnswers = async (url, hasEnded) => {
  const until = Date.now() + START_MINUTES * 60_000;
  while (Date.now() < until) {
    if (hasEnded()) throw new Error(`${url} ended by itself; see its log in screenshots.`);
    const answer = await fetch(`${url}/admin/init`).catch(() => null);
    if (answer?.ok) return;
    await wait(1000);
  }
  throw new Error(`${url} did not answer within ${START_MINUTES} minutes.`);
};

const main = async () => {
  const chromium = findChromium();
  await rm(SCREENSHOTS, { recursive: true, force: true });
  await mkdir(SCREENSHOTS, { recursive: true });
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const password = `Aa1-${randomBytes(9).toString('hex')}`;
  process.stdout.write(`Starting the demo at ${url} (it builds the admin panel first) …\n`);
  const common = { HOST: '127.0.0.1', DATABASE_CLIENT: 'sqlite' };
  const demo = await start('demo', {
    ...common,
    PORT: String(port),
    DEMO_PASSWORD: password,
    // The crawler reads more in a minute than any visitor.
    LIMIT_API: 'off',
    DATABASE_FILENAME: path.join(directory, 'data.db'),
  });
  const running = [demo];
  try {
    await untilItAnswers(url, demo.hasEnded);
    const newPort = await freePort();
    const newUrl = `http://127.0.0.1:${newPort}`;
    const fresh = await start('start', {
      ...common,
      ...newSecrets(),
      NODE_ENV: 'production',
      PORT: String(newPort),
      DATABASE_FILENAME: path.join(directory, 'new.db'),
    });
    running.push(fresh);
    await untilItAnswers(newUrl, fresh.hasEnded);
    const environment = {
      E2E_URL: url,
      E2E_NEW_URL: newUrl,
      E2E_PASSWORD: password,
      CHROMIUM_PATH: chromium,
    };
    return await runPart({ name: 'browser', project: 'e2e', environment }, process.argv.slice(2));
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    await rm(directory, { recursive: true, force: true });
  }
};

summarise([
  await main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return broken('browser');
  }),
]);
