import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildResult, type Loader, type Plugin } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');

/** What every page of the panel loads of ours: the application's part, and the plugins'. */
const ENTRIES = [
  'src/admin/app.tsx',
  'src/plugins/points/admin/src/index.ts',
  'src/plugins/mail/admin/src/index.ts',
];

/** Loaded at once too, though imported by name: the texts, which Strapi asks all languages for. */
const TEXTS = /\/translations\/.*\.json$/;

/** What Strapi's own panel brings along. */
const OF_STRAPI = [
  ...['@strapi/*', 'react', 'react/*', 'react-dom', 'react-intl'],
  ...['react-router-dom', 'styled-components'],
];

const MOST = 200 * 1024;

const LOADERS: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.tsx': 'tsx',
  '.json': 'json',
  '.svg': 'dataurl',
};

const fileOf = (directory: string, given: string): string | undefined => {
  const plain = path.resolve(directory, given);
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  return endings
    .map((ending) => plain + ending)
    .find((file) => path.extname(file) !== '' && existsSync(file));
};

/** Finds files as the panel's build does: names by their case, and texts where `?raw` and `?inline` ask for them. */
const asThePanelIsBuilt: Plugin = {
  name: 'as-the-panel-is-built',
  setup(bundle) {
    bundle.onResolve({ filter: /\?(raw|inline)$/ }, ({ path: given, resolveDir }) => {
      const [name = ''] = given.split('?');
      const file = name.startsWith('.') ? path.resolve(resolveDir, name) : require.resolve(name);
      return { path: file, namespace: 'text' };
    });
    bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path: given, resolveDir }) => {
      if (resolveDir.includes('node_modules')) return undefined;
      return { path: fileOf(resolveDir, given), namespace: 'ours' };
    });
    bundle.onLoad({ filter: /./, namespace: 'text' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'text',
    }));
    bundle.onLoad({ filter: /./, namespace: 'ours' }, async ({ path: file }) => ({
      contents: await readFile(file),
      loader: LOADERS[path.extname(file)] ?? 'js',
      resolveDir: path.dirname(file),
    }));
  },
};

type Built = BuildResult<{ metafile: true; write: false }>;

const buildPanel = (): Promise<Built> =>
  build({
    entryPoints: ENTRIES.map((entry) => path.join(ROOT, entry)),
    absWorkingDir: ROOT,
    outdir: path.join(ROOT, 'dist/panel-size'),
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    metafile: true,
    write: false,
    external: OF_STRAPI,
    plugins: [asThePanelIsBuilt],
    // Vite's, in pages that are loaded when they are opened.
    define: { 'import.meta.glob': 'Object' },
    logLevel: 'silent',
  });

/** The parts that are loaded with the first page, each with its gzipped size. */
const firstParts = ({ metafile: { outputs }, outputFiles }: Built): Map<string, number> => {
  const parts = new Map<string, number>();
  const take = (name: string): void => {
    if (parts.has(name)) return;
    const file = outputFiles.find((each) => path.relative(ROOT, each.path) === name);
    parts.set(name, gzipSync(file?.contents ?? '').length);
    for (const { external, kind, path: next } of outputs[name]?.imports ?? []) {
      if (!external && kind === 'import-statement') take(next);
    }
  };
  for (const [name, { entryPoint = '' }] of Object.entries(outputs)) {
    const isFirst = ENTRIES.some((entry) => entryPoint.endsWith(entry));
    if (isFirst || TEXTS.test(entryPoint)) take(name);
  }
  return parts;
};

describe('the panel', () => {
  it('loads at most 200 KB of ours, gzipped, with every page', async () => {
    const parts = firstParts(await buildPanel());
    const total = [...parts.values()].reduce((sum, size) => sum + size, 0);
    // Something is measured at all, and charts are no part of it.
    expect(total).toBeGreaterThan(20 * 1024);
    expect(total).toBeLessThanOrEqual(MOST);
  }, 60_000);
});
