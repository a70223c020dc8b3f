import { fork } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, environmentOf, makeBareSite, ROOT } from '../support';
import { compare, interleave, type Bench } from './measure';

type Environment = ReturnType<typeof environmentOf>;

const DIST = path.join(ROOT, 'dist');

/** Strapi's plugin settings, with the points plugin as it is or not enabled. */
const pluginsOf = (file: string, enabled: boolean): string => `'use strict';
const { default: plugins } = require(${JSON.stringify(file)});
module.exports = (context) => {
  const { points, ...others } = plugins(context);
  return { ...others, points: { ...points, enabled: ${String(enabled)} } };
};
`;

/**
 * The compiled application with plugin settings of its own. Of the site only the article, with and
 * without the plugin alike: its other types cannot do without the plugin's units.
 */
const copyApplication = async (directory: string, enabled: boolean): Promise<void> => {
  await cp(DIST, directory, { recursive: true });
  await makeBareSite(directory);
  const file = path.join(DIST, 'config/plugins.js');
  await writeFile(path.join(directory, 'config/plugins.js'), pluginsOf(file, enabled));
};

/** Milliseconds from the start of a process until its server listens. */
const boot = (distDir: string, environment: Environment): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'boot-once.cjs'), [ROOT, distDir], {
      execArgv: [],
      env: { ...process.env, ...environment },
    });
    let milliseconds: number | undefined;
    child.once('error', reject);
    child.once('message', (message) => {
      milliseconds = Number(message);
    });
    child.once('exit', (code) => {
      if (code === 0 && milliseconds !== undefined) resolve(milliseconds);
      else reject(new Error(`A boot ended with ${String(code)}.`));
    });
  });

/** Boots in processes of their own, with and without the plugin, each on a database that is set up. */
export const bench: Bench = async ({ quick }) => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-boot-'));
  const withPlugin = path.join(directory, 'with');
  const withoutPlugin = path.join(directory, 'without');
  const databases = [await createDatabase(), await createDatabase()] as const;
  try {
    await symlink(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'), 'dir');
    await copyApplication(withPlugin, true);
    await copyApplication(withoutPlugin, false);
    const [one, other] = databases.map(environmentOf) as [Environment, Environment];
    for (const environment of [one, other]) await boot(withPlugin, environment);
    const times = await interleave(
      { warmUp: 1, rounds: quick ? 1 : 11 },
      { with: () => boot(withPlugin, one), without: () => boot(withoutPlugin, other) }
    );
    return [compare(['boot', times.with], ['boot without the plugin', times.without], 1.15)];
  } finally {
    for (const database of databases) await database.drop();
    await rm(directory, { recursive: true, force: true });
  }
};
