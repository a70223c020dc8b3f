import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../boot';
import { CommandError } from '../command-error';

/** What the admin bundle is made of, besides installed packages. */
const SOURCES = ['src/admin', 'src/plugins', 'package-lock.json'];
const BUNDLE = 'dist/build/index.html';

const modified = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const filesIn = (source: string): string[] => {
  const full = path.join(ROOT, source);
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(full, name)
  );
};

const isFresh = (): boolean => {
  const built = modified(path.join(ROOT, BUNDLE));
  return SOURCES.flatMap(filesIn).every((file) => modified(file) < built);
};

const build = (): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const strapi = path.join(
      path.dirname(require.resolve('@strapi/strapi/package.json')),
      'bin/strapi.js'
    );
    const child = spawn(process.execPath, [strapi, 'build'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });

/** Builds the admin panel where there is none, or its sources are newer. */
export const ensureAdminBuild = async (): Promise<void> => {
  if (isFresh()) return;
  console.log('构建管理后台… Building the admin panel; this takes a minute.');
  const code = await build();
  if (code !== 0) throw new CommandError('The admin panel could not be built; see above.');
};
