import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const POINTS = 'src/plugins/points';
const MAIL = 'src/plugins/mail';

/** Folders that the pages' paths start in: the house, its floors, and the rooms of the plugins. */
const BASES = [
  ...['', 'docs', 'public', 'src'],
  ...[POINTS, MAIL].flatMap((plugin) => [plugin, `${plugin}/server/src`, `${plugin}/admin/src`]),
];

const SOURCE = /\.(ts|tsx|js|mjs|cjs|json|md)$/;

const foldersIn = (base: string): string[] =>
  readdirSync(path.join(ROOT, base), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const FOLDERS: ReadonlySet<string> = new Set(BASES.flatMap(foldersIn));

/** Pages by their path, with what stands in code and the files that they link to. */
const pages = [
  'README.md',
  `${POINTS}/README.md`,
  `${MAIL}/README.md`,
  ...['docs', 'docs/decisions', 'docs/guide'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`)
  ),
].map((page) => [page, readFileSync(path.join(ROOT, page), 'utf8')] as const);

/** What is written in code and is a path: of a source file, or in a folder that there is. */
const pathsIn = (page: string): string[] =>
  [...page.matchAll(/`([a-z][\w.-]*\/[\w.<>/-]*)`/g)]
    .map(([, written = '']) => written)
    .filter((written) => SOURCE.test(written) || FOLDERS.has(written.split('/', 1)[0] ?? ''));

/** A path may leave out the file's ending, and stands for all from `<any>` on. */
const isThere = (written: string): boolean => {
  const [known = ''] = written.split(/\/?</, 1);
  return BASES.some((base) =>
    ['', '.ts', '.tsx'].some((ending) => existsSync(path.join(ROOT, base, known + ending)))
  );
};

const linksIn = (page: string): string[] =>
  [...page.matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^\w+:/.test(link));

describe('the documentation', () => {
  it.each(pages)('names in %s no path that is not there', (_name, page) => {
    expect(pathsIn(page).filter((written) => !isThere(written))).toEqual([]);
  });

  it.each(pages)('links in %s to nothing that is not there', (name, page) => {
    const folder = path.dirname(path.join(ROOT, name));
    expect(linksIn(page).filter((link) => !existsSync(path.join(folder, link)))).toEqual([]);
  });

  it('would be found out', () => {
    const page = '`src/gone.ts`, `ledger/gone`, `nowhere/gone.ts`, `src/api/<type>`, `text/plain`';
    expect(pathsIn(page).filter((written) => !isThere(written))).toEqual([
      ...['src/gone.ts', 'ledger/gone', 'nowhere/gone.ts'],
    ]);
  });
});
