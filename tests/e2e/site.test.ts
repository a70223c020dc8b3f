/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { htmlFaults } from '../support/valid-html';
import { seriousFindings } from './axe';
import { openBrowser, type DemoBrowser } from './browser';

const WIDTHS = [320, 768, 1440];
const SECTIONS = ['news', 'organisation', 'disclosure', 'services', 'features'];

interface Column {
  code: string;
  section: string;
  carries: string | null;
  children: Column[];
}

const flat = (columns: readonly Column[]): Column[] =>
  columns.flatMap((column) => [column, ...flat(column.children)]);

/** What the page leads to on the site itself. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|poster)="(\/[^"#]*)/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&')
  );

describe('the site as its readers see it', () => {
  let browser: DemoBrowser;
  let columns: Column[];
  /** An entry of each collection, by its address. */
  const entries = new Map<string, string>();

  const get = (address: string): Promise<Response> =>
    fetch(new URL(address, browser.url), { redirect: 'manual', headers: { accept: 'text/html' } });

  const entryOf = async (collection: string): Promise<void> => {
    const answer = await get(`/api/${collection}?fields=slug&pagination[pageSize]=1`);
    const { data } = (await answer.json()) as { data: Array<{ slug: string }> };
    for (const { slug } of data) {
      const { headers } = await get(`/entry.html?collection=${collection}&slug=${slug}`);
      entries.set(collection, headers.get('location') ?? '');
    }
  };

  beforeAll(async () => {
    browser = await openBrowser();
    columns = flat(((await (await get('/api/columns/tree')).json()) as { data: Column[] }).data);
    const collections = new Set(columns.flatMap(({ carries }) => carries ?? []));
    for (const collection of collections) await entryOf(collection);
  });
  afterAll(() => browser.close());

  /** A page of each kind. */
  const kinds = (): string[] => [
    ...['/', '/map/', `/search/?q=${encodeURIComponent('运河')}`, '/disclosure/?year=2026'],
    ...SECTIONS.map((section) => `/${section}/`),
    ...['/news/headlines/', '/news/pictures/', '/news/work-dynamics/2/'],
    ...['/news/culture-news/past/', '/disclosure/government-documents/?validity=in-force'],
    ...['/services/power-catalogue/', '/features/talents/', '/nothing-here'],
    ...entries.values(),
  ];

  it('is whole without scripts: no dead link, no title twice, nothing that the W3C would mark', async () => {
    const queue = ['/'];
    const seen = new Map<string, number>();
    const titles = new Map<string, string>();
    const faults: string[] = [];
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      if (seen.has(address)) continue;
      const answer = await get(address);
      const text = await answer.text();
      seen.set(address, answer.status);
      if (!answer.headers.get('content-type')?.includes('html')) continue;
      faults.push(...(await htmlFaults(text)).map((fault) => `${address} ${fault}`));
      const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? '';
      if (titles.has(title)) faults.push(`${address} has the title of ${titles.get(title) ?? ''}`);
      if (!text.includes('content="noindex"')) titles.set(title, address);
      queue.push(...linksOf(text));
    }
    expect(faults).toEqual([]);
    expect([...seen].filter(([, status]) => status !== 200)).toEqual([]);
    expect([...entries.values()].filter((address) => !seen.has(address))).toEqual([]);
    expect(columns.filter(({ section, code }) => !seen.has(`/${section}/${code}/`))).toEqual([]);
    expect(entries.size).toBe(16);
  }, 300_000);

  it.each([true, false])(
    'is open to everyone and as wide as the window, with scripts: %s',
    async (javaScript) => {
      const faults: string[] = [];
      await browser.visit(
        `site-${String(javaScript)}`,
        async ({ page, open, picture }) => {
          for (const address of kinds()) {
            for (const width of WIDTHS) {
              await page.setViewportSize({ width, height: 900 });
              await open(address);
              expect(await page.locator('main h1').count()).toBe(1);
              // Without scripts nothing can be asked of the page, nor be looked for in it.
              if (!javaScript) continue;
              faults.push(...(await seriousFindings(page)));
            }
            if (address === '/') await picture(`site-home-${String(javaScript)}`);
          }
        },
        { javaScript }
      );
      expect(faults).toEqual([]);
    },
    600_000
  );

  it('is read and searched without scripts', () =>
    browser.visit(
      'without-scripts',
      async ({ page, open, picture }) => {
        await open('/');
        expect(await page.locator('button:visible').allInnerTexts()).toEqual(['搜索']);
        await page.getByRole('searchbox', { name: '站内搜索' }).first().fill('运河');
        await page.getByRole('button', { name: '搜索' }).first().click();
        await page.getByRole('status').filter({ hasText: '找到' }).waitFor();
        expect(new Set(await page.locator('.finds mark').allInnerTexts())).toEqual(
          new Set(['运河'])
        );
        await page.getByLabel('栏目').selectOption({ label: '特色栏目' });
        await page.getByLabel('排序').selectOption({ label: '最新的在前' });
        await page.locator('main').getByRole('button', { name: '搜索' }).click();
        await page.waitForURL(/in=features.*sort=latest/);
        await picture('site-search');

        await open('/disclosure/');
        await page.getByText('查询公开文件').click();
        await page.getByLabel('年份').selectOption('2026');
        await page.getByRole('button', { name: '查询' }).click();
        await page.getByRole('status').filter({ hasText: '查到' }).waitFor();
        await picture('site-disclosure');
      },
      { javaScript: false }
    ));

  it('lists in its site map and in its feed what is there', async () => {
    for (const [file, element] of [
      ['/sitemap.xml', 'loc'],
      ['/rss.xml', 'link'],
    ] as const) {
      const xml = await (await get(file)).text();
      const links = [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'g'))]
        .map(([, link = '']) => new URL(link.replaceAll('&amp;', '&')))
        .map(({ pathname, search }) => pathname + search);
      expect(links.length).toBeGreaterThan(20);
      const dead: string[] = [];
      for (const link of links) if ((await get(link)).status !== 200) dead.push(link);
      expect(dead).toEqual([]);
    }
  }, 120_000);

  it('describes its pages as 国办发〔2017〕47号 asks', () =>
    browser.visit('meta', async ({ page, open }) => {
      await open(entries.get('disclosure-documents') ?? '');
      const meta = (name: string): Promise<string | null> =>
        page.locator(`meta[name="${name}"]`).getAttribute('content');
      const title = await page.locator('article h1').innerText();
      expect(await page.title()).toBe(`${title} - ${(await meta('ColumnName')) ?? ''} - 文化常州`);
      expect(await meta('ArticleTitle')).toBe(title);
      expect(await meta('PubDate')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      for (const name of [
        ...['SiteName', 'SiteDomain', 'SiteIDCode', 'ContentSource'],
        ...['ColumnDescription', 'ColumnKeywords', 'ColumnType'],
      ]) {
        expect(await meta(name)).toBeTruthy();
      }
    }));

  it('is used with the keyboard alone, and shows where it is', () =>
    browser.visit('keyboard', async ({ page, open }) => {
      await open('/');
      const expected = await page.locator('a[href]:visible, button:visible, input:visible').count();
      const reached = new Set<string>();
      for (let press = 0; press < expected; press += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element) return null;
          const all = Array.from(document.querySelectorAll('a[href], button, input'));
          const marked = [element, element.closest('.card, .lead')].some(
            (each) => each && getComputedStyle(each).outlineStyle !== 'none'
          );
          return { index: String(all.indexOf(element)), marked };
        });
        expect(seen).toMatchObject({ marked: true });
        reached.add(seen?.index ?? '');
      }
      expect(reached.size).toBe(expected);

      await page.getByRole('link', { name: '跳到正文' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    }));

  it('remembers that a reader wants large type and high contrast', () =>
    browser.visit('large', async ({ page, open, picture }) => {
      await open('/');
      const sizeOf = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      const before = parseFloat(await sizeOf());
      for (const name of ['大字版', '高对比']) await page.getByRole('button', { name }).click();
      await open('/map/');
      for (const name of ['大字版', '高对比']) {
        const button = page.getByRole('button', { name });
        await expect(button.getAttribute('aria-pressed')).resolves.toBe('true');
      }
      expect(parseFloat(await sizeOf())).toBeGreaterThan(before);
      await picture('site-large');

      await page.setViewportSize({ width: 320, height: 640 });
      for (const address of ['/', ...SECTIONS.map((section) => `/${section}/`)]) {
        await open(address);
        expect(await seriousFindings(page)).toEqual([]);
      }
    }));

  it('offers titles while one types', () =>
    browser.visit('suggestions', async ({ page, open }) => {
      await open('/');
      await page.getByRole('combobox', { name: '站内搜索' }).first().pressSequentially('运河');
      await page.waitForFunction(() => document.querySelectorAll('datalist option').length > 2);
    }));

  it('is printed without what only a screen needs', () =>
    browser.visit('print', async ({ page, open, picture }) => {
      await open(entries.get('articles') ?? '');
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.menu', '.tools', '.breadcrumbs', '.related', '.neighbours']) {
        expect([part, await page.locator(part).isVisible()]).toEqual([part, false]);
      }
      expect(await page.locator('article h1').isVisible()).toBe(true);
      await picture('site-print');
    }));
});
