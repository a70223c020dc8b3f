import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type * as Export from '../../src/site/export';
import { outside, ROOT, startApp, type TestApp } from '../support';
import { htmlFaults } from '../support/valid-html';

/** As the command does it, with the application's own modules. */
const { exportSite } = outside().require(path.join(ROOT, 'dist/src/site/export')) as typeof Export;

describe('a static copy of the site', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await startApp({ environment: { PUBLIC_URL: 'https://wenhua.example' } });
    await app.make.ruleSet();
    for (let each = 0; each < 14; each += 1) {
      await app.make.article({ title: `头条${each}`, placement: 'headline', publish: true });
    }
    await app.make.article({ title: '草稿头条', placement: 'headline' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'export-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const pages = async (): Promise<Array<{ file: string; html: string }>> => {
    const files = await readdir(folder, { recursive: true });
    const html = files.filter((file) => file.endsWith('.html'));
    return Promise.all(
      html.map(async (file) => ({ file, html: await readFile(path.join(folder, file), 'utf8') }))
    );
  };

  it('leads from file to file, and nowhere that is nothing', async () => {
    const exported = await exportSite(app.strapi, { to: folder, isRelative: true });
    expect(exported.missing).toEqual([]);
    const written = await pages();
    expect(exported.pages + 1).toBe(written.length);
    const names = written.map(({ file }) => file);
    for (const file of [
      ...['index.html', '404.html', 'map/index.html', 'search/index.html', 'news/index.html'],
      ...[
        'news/headlines/index.html',
        'news/headlines/2/index.html',
        'news/headlines/tou-tiao-13.html',
      ],
      'news/culture-news/past/index.html',
    ]) {
      expect(names).toContain(file);
    }
    for (const file of [
      'rss.xml',
      'sitemap.xml',
      'robots.txt',
      'news/headlines/rss.xml',
      'site/site.css',
    ]) {
      expect([file, existsSync(path.join(folder, file))]).toEqual([file, true]);
    }
    const dead: string[] = [];
    for (const { file, html } of written) {
      expect([file, await htmlFaults(html)]).toEqual([file, []]);
      expect(html).not.toContain('草稿头条');
      for (const [, link = ''] of html.matchAll(/\s(?:href|src|poster|action)="([^"#?]*)[^"]*"/g)) {
        if (link === '' || /^[a-z]+:/.test(link)) continue;
        const target = path.join(folder, path.dirname(file), decodeURIComponent(link));
        if (!existsSync(target)) dead.push(`${file}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
    expect(await readFile(path.join(folder, 'search/index.html'), 'utf8')).toContain('静态副本');
  });

  it('keeps the addresses of the site for a server of its own', async () => {
    await exportSite(app.strapi, { to: folder, isRelative: false });
    const home = await readFile(path.join(folder, 'index.html'), 'utf8');
    expect(home).toContain('href="/news/headlines/"');
    expect(home).toContain('<link rel="canonical" href="https://wenhua.example/"');
  });
});
