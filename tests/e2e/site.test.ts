/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';
import { seriousFindings } from './axe';
import { openBrowser, type DemoBrowser } from './browser';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

interface Column {
  code: string;
  name: string;
  carries: string | null;
  children: Column[];
}

const flat = (columns: readonly Column[]): Column[] =>
  columns.flatMap((column) => [column, ...flat(column.children)]);

const SECTIONS = ['news', 'organisation', 'disclosure', 'services', 'features'];

/** What the page leads to and what it shows, as far as it is the site's own. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>(
        'a[href], img[src], video[src], link[href], script[src]'
      )
    )
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .map((address) => new URL(address, location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search)
  );

describe('the site as its readers see it', () => {
  let browser: DemoBrowser;
  let columns: Column[];
  /** An entry of each collection, by its address. */
  const entries = new Map<string, string>();

  const get = async <T>(address: string): Promise<T> => {
    const response = await fetch(new URL(address, browser.url));
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return (await response.json()) as T;
  };

  const readEntryOf = async (collection: string): Promise<void> => {
    const { data } = await get<{ data: Array<{ slug: string }> }>(
      `/api/${collection}?fields=slug&pagination[pageSize]=1`
    );
    for (const { slug } of data) {
      entries.set(collection, `/entry.html?collection=${collection}&slug=${slug}`);
    }
  };

  beforeAll(async () => {
    browser = await openBrowser();
    columns = flat((await get<{ data: Column[] }>('/api/columns/tree')).data);
    const collections = new Set(columns.flatMap(({ carries }) => carries ?? []));
    for (const collection of collections) await readEntryOf(collection);
  });
  afterAll(() => browser.close());

  const isColumn = (code: string | null): boolean => columns.some((column) => column.code === code);

  /** Asked when the link is met: other suites publish beside this one. */
  const isPublished = async (searchParams: URLSearchParams): Promise<boolean> => {
    const { collection = '', slug = '' } = Object.fromEntries(searchParams);
    const { data } = await get<{ data: unknown[] }>(
      `/api/${collection}?fields=slug&filters[slug]=${encodeURIComponent(slug)}`
    );
    return data.length === 1;
  };

  /** Whether a link leads somewhere: a page that is drawn from data needs its data too. */
  const leadsSomewhere = async (link: string): Promise<boolean> => {
    const { pathname, searchParams } = new URL(link, browser.url);
    if (pathname === '/entry.html') return isPublished(searchParams);
    if (pathname === '/column.html') return isColumn(searchParams.get('code'));
    if (pathname === '/section.html') return SECTIONS.includes(searchParams.get('section') ?? '');
    return (await fetch(new URL(link, browser.url), { redirect: 'manual' })).status === 200;
  };

  it('is open to everyone, has no dead link, and reaches every type of entry', async () => {
    const pages = [
      '/',
      '/map.html',
      `/search.html?q=${encodeURIComponent('运河')}`,
      ...SECTIONS.map((section) => `/section.html?section=${section}`),
      ...columns.map(({ code }) => `/column.html?code=${code}`),
      '/column.html?code=work-dynamics&page=2',
      '/column.html?code=culture-news&view=past',
      ...entries.values(),
    ];
    const columnPages = new Set(columns.map(({ code }) => `/column.html?code=${code}`));
    const checkedLists = ['headlines', 'pictures', 'government-documents', 'power-catalogue'];
    const links = new Set<string>();
    const faults: string[] = [];
    await browser.visit('site', async ({ page, open, picture }) => {
      for (const address of pages) {
        await page.setViewportSize(WIDE);
        await open(address);
        await page.waitForSelector('html[data-ready] main h1', { state: 'attached' });
        const named = columns.find(({ code }) => address.endsWith(`column.html?code=${code}`));
        if (named) expect(await page.locator('main h1').innerText()).toBe(named.name);
        for (const link of await linksOf(page)) links.add(link);
        const isPlain = columnPages.has(address);
        if (isPlain && !checkedLists.some((code) => address.endsWith(`=${code}`))) continue;
        faults.push(...(await seriousFindings(page)));
        await page.setViewportSize(NARROW);
        faults.push(...(await seriousFindings(page)));
        if (address === '/') await picture('site-narrow');
      }
    });
    expect(faults).toEqual([]);

    const dead: string[] = [];
    for (const link of links) if (!(await leadsSomewhere(link))) dead.push(link);
    expect(dead).toEqual([]);
    const reached = new Set(
      Array.from(links, (link) => new URL(link, browser.url).searchParams.get('collection'))
    );
    expect(Array.from(entries.keys()).filter((collection) => !reached.has(collection))).toEqual([]);
    expect(entries.size).toBe(16);
  }, 300_000);

  it('lists in its site map and in its feed what is there', async () => {
    for (const [file, element] of [
      ['/sitemap.xml', 'loc'],
      ['/rss.xml', 'link'],
    ] as const) {
      const xml = await (await fetch(new URL(file, browser.url))).text();
      const links = [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'g'))]
        .map(([, link = '']) => new URL(link.replaceAll('&amp;', '&')))
        .map(({ pathname, search }) => pathname + search);
      expect(links.length).toBeGreaterThan(20);
      const dead: string[] = [];
      for (const link of links) if (!(await leadsSomewhere(link))) dead.push(link);
      expect(dead).toEqual([]);
    }
  });

  it('answers an unknown address with a page that says so', async () => {
    const response = await fetch(new URL('/no-such-page', browser.url), {
      headers: { accept: 'text/html' },
    });
    expect(response.status).toBe(404);
    await expect(response.text()).resolves.toContain('页面不存在');
    for (const path of [
      '/entry.html?collection=articles&slug=no-such-entry',
      '/column.html?code=x',
    ]) {
      expect((await fetch(new URL(path, browser.url))).status).toBe(404);
    }
    await browser.visit('missing', async ({ page, open }) => {
      await open('/entry.html?collection=articles&slug=no-such-entry');
      await page.getByRole('heading', { name: '没有找到这个页面', level: 1 }).waitFor();
    });
  });

  it('describes its pages as 国办发〔2017〕47号 asks', () =>
    browser.visit('meta', async ({ page, open }) => {
      await open(entries.get('disclosure-documents') ?? '');
      await page.waitForSelector('html[data-ready] article h1');
      const meta = (name: string): Promise<string | null> =>
        page.locator(`meta[name="${name}"]`).getAttribute('content');
      const title = await page.locator('article h1').innerText();
      expect(await page.title()).toBe(`${title} - ${(await meta('ColumnName')) ?? ''} - 文化常州`);
      expect(await meta('ArticleTitle')).toBe(title);
      expect(await meta('PubDate')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode', 'ContentSource']) {
        expect(await meta(name)).toBeTruthy();
      }
      for (const name of ['ColumnDescription', 'ColumnKeywords', 'ColumnType']) {
        expect(await meta(name)).toBeTruthy();
      }
    }));

  it('runs nothing that comes with the content', () =>
    browser.visit('hostile', async ({ page, open }) => {
      // The server answers 404 for the page of what is not there.
      const { data } = (await (
        await fetch(`${browser.url}/api/articles?fields=slug&pagination[pageSize]=1`)
      ).json()) as { data: Array<{ slug: string }> };
      const slug = data[0]?.slug ?? '';
      const script = '<img src=x onerror="window.hit = 1"><script>window.hit = 1</script>';
      const text = [{ type: 'text', text: script }];
      await page.route('**/api/articles?*', (route) =>
        route.fulfill({
          json: {
            data: [
              {
                title: script,
                slug,
                source: script,
                publicationDate: '2026-03-01T00:00:00Z',
                body: [
                  { type: 'paragraph', children: text },
                  {
                    type: 'paragraph',
                    children: [{ type: 'link', url: 'javascript:window.hit = 1', children: text }],
                  },
                  { type: 'image', image: { url: 'data:text/html,<script>1</script>' } },
                ],
              },
            ],
          },
        })
      );
      await open(`/entry.html?collection=articles&slug=${slug}`);
      await page.getByRole('article').getByText('onerror').first().waitFor();
      await page.getByRole('article').locator('a').first().click();
      expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
      expect(
        await page.locator('main script, main [href^="javascript"], main [src^="data"]').count()
      ).toBe(0);
    }));

  it('is used with the keyboard alone, and shows where it is', () =>
    browser.visit('keyboard', async ({ page, open, picture }) => {
      await open('/');
      await page.waitForSelector('html[data-ready]');
      await picture('site-home');
      const expected = await page.locator('a[href], button, input').count();
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

  it('remembers that a reader wants large type', () =>
    browser.visit('large', async ({ page, open, picture }) => {
      await open('/');
      const button = page.getByRole('button', { name: '大字版' });
      const sizeOf = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      const before = parseFloat(await sizeOf());
      await button.click();
      await open('/map.html');
      await expect(button.getAttribute('aria-pressed')).resolves.toBe('true');
      expect(parseFloat(await sizeOf())).toBeGreaterThan(before);
      await picture('site-large');

      await page.setViewportSize(NARROW);
      for (const address of ['/', ...SECTIONS.map((code) => `/section.html?section=${code}`)]) {
        await open(address);
        await page.waitForSelector('html[data-ready] main h1', { state: 'attached' });
        expect(await seriousFindings(page)).toEqual([]);
      }
    }));

  it('finds with the search what it highlights', () =>
    browser.visit('search', async ({ page, open, picture }) => {
      await open('/');
      await page.getByRole('searchbox', { name: '站内搜索' }).first().fill('运河');
      await page.getByRole('button', { name: '搜索' }).first().click();
      await page.getByRole('status').filter({ hasText: '找到' }).waitFor();
      const marks = page.locator('.finds mark');
      expect(await marks.count()).toBeGreaterThan(2);
      expect(new Set(await marks.allInnerTexts())).toEqual(new Set(['运河']));
      await picture('site-search');
    }));
});
