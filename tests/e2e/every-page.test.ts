import path from 'node:path';
import type { Page } from 'playwright-core';
import pointsChinese from '../../src/plugins/points/admin/src/translations/zh-Hans.json';
import mailChinese from '../../src/plugins/mail/admin/src/translations/zh-Hans.json';
import { darkFindings, narrowFindings, overflowOf, seriousFindings } from './axe';
import { bodyOf, type Client } from '../support/api';
import { openBrowser, SCREENSHOTS, type DemoBrowser } from './browser';

type Language = 'zh-Hans' | 'en';

const ROLES = ['officer', 'leader', 'editor', 'office', 'admin'] as const;
type Role = (typeof ROLES)[number];

const CONTENT = '/admin/content-manager/collection-types';

/** Lists of the Content Manager beside the one that its menu entry opens; each with its first row. */
const LISTS: Readonly<Record<Role, readonly string[]>> = {
  officer: ['plugin::points.submission', 'plugin::points.commission'],
  leader: ['plugin::points.submission'],
  editor: ['api::article.article', 'plugin::points.submission', 'api::column.column'],
  office: [
    ...['plugin::points.submission', 'plugin::points.adoption', 'plugin::points.unit'],
    ...['plugin::points.officer', 'plugin::points.commission', 'plugin::points.word-rule'],
  ],
  admin: [],
};

/** Addresses of Strapi's own pages for its administrator, in English and for programmers. */
const FOR_PROGRAMMERS = /content-type-builder|market\.strapi\.io/;

/** Pages of ours, on which axe looks too. */
const OWN_PAGES = /\/plugins\/(points|mail)|\/guide/;

/** What is written alike in any language: addresses, files, fingerprints, units' codes, products. */
const IN_ANY_LANGUAGE = [
  /@/,
  /^https?:/,
  /^\S+\.(png|jpe?g|webp|webm|mp4|pdf|docx?|xlsx?|csv|ofd|wps)$/i,
  /^[0-9a-f]{4}(-[0-9a-f]{4})+$/,
  /^(SHA-256|SM3)\b/,
  /^(PDF|Word|Excel|CSV|JSON|Webhook|Logo|Strapi|Community)$/,
  /^[a-z]{2,6}$/,
  /^v?\d+\.\d+\.\d+$/,
];

const OWN_CHINESE = new Set(
  [...Object.values(pointsChinese), ...Object.values(mailChinese)].filter(
    (words) => words.length >= 4 && !words.includes('{')
  )
);

/**
 * What stays Chinese here in any language: names of the demo's columns and of one of its accounts,
 * and the title of a step of setting up, which the server says in the account's own language.
 */
const DATA = new Set(['头条资讯', '工作动态', '文化资讯', '分管领导', '计分标准']);

/** Every text of the page, and every name that a screen reader would say. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.closest('script, style, noscript, code, pre, article[lang]')) continue;
      found.add((textContent ?? '').trim());
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      document.querySelectorAll(`[${name}]`).forEach((element) => {
        if (element.closest('article[lang]')) return;
        found.add((element.getAttribute(name) ?? '').trim());
      });
    }
    return [...found];
  });

const isUntranslated = (text: string, language: Language): boolean => {
  if (IN_ANY_LANGUAGE.some((pattern) => pattern.test(text))) return false;
  if (/^[a-z][\w-]*(\.[\w-]+){2,}$/.test(text)) return true;
  if (language === 'en') return OWN_CHINESE.has(text) && !DATA.has(text);
  return /[A-Za-z]{3,}/.test(text) && !/[\u3400-\u9fff]/.test(text);
};

/** The panel follows what its user has chosen; here it is told so, for other suites use the same accounts. */
const showIn = async (page: Page, preferedLanguage: Language): Promise<void> => {
  await page.route('**/admin/users/me', async (route) => {
    // Between two pages the server may have closed the line that is taken up again here.
    const response = await route.fetch({ maxRetries: 3 });
    const body = (await response.json()) as { data?: object };
    await route.fulfill({ response, json: { ...body, data: { ...body.data, preferedLanguage } } });
  });
};

/** Collects what the console and the network complain of. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
};

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.locator('[placeholder^="Unsupported"]').first().waitFor({ state: 'detached' });
};

const menuOf = (page: Page): Promise<string[]> =>
  page
    .locator('nav li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** The form of a list's first row: whatever of it in the table leads there. */
const firstFormOf = async (client: Client, uid: string): Promise<string | undefined> => {
  const path = `/content-manager/collection-types/${uid}?page=1&pageSize=1`;
  const { results } = bodyOf(await client.get<{ results: Array<{ documentId: string }> }>(path));
  return results[0] && `${CONTENT}/${uid}/${results[0].documentId}`;
};

const nameOf = (address: string): string =>
  new URL(address).pathname.replace(/^\/admin\/?/, '').replace(/[^\w.-]+/g, '_') || 'home';

describe('every page that somebody can reach', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe.each([
    { language: 'zh-Hans', roles: ROLES },
    // Words are the same for all; these three meet every page.
    { language: 'en', roles: ['officer', 'office', 'admin'] },
  ] as const)('in $language', ({ language, roles }) => {
    it.each([...roles])('is whole, in words and without barriers, for %s', (role) =>
      browser.as(role, `pages-${role}-${language}`, async ({ page, open }) => {
        await page.setViewportSize({ width: 1280, height: 720 });
        await showIn(page, language);
        const complaints = complaintsOf(page);
        const findings: string[] = [];

        const look = async (address: string): Promise<void> => {
          complaints.length = 0;
          await open(address);
          await settle(page);
          const name = nameOf(page.url());
          const found = [
            ...complaints,
            ...(await textsOf(page)).filter((text) => isUntranslated(text, language)),
            ...(language === 'zh-Hans' && OWN_PAGES.test(address)
              ? [
                  ...(await seriousFindings(page)),
                  ...(await darkFindings(page)),
                  ...(await narrowFindings(page)),
                ]
              : await overflowOf(page)),
          ];
          findings.push(...found.map((each) => `${name}: ${each}`));
          await page.screenshot({
            path: path.join(SCREENSHOTS, 'pages', language, `${role}-${name}.png`),
          });
        };

        await look('/admin/');
        const menu = (await menuOf(page)).filter((link) => !FOR_PROGRAMMERS.test(link));
        expect(menu.length).toBeGreaterThan(3);
        for (const link of menu.slice(1)) await look(link);
        for (const uid of LISTS[role]) {
          await look(`${CONTENT}/${uid}`);
          const form = await firstFormOf(await browser.client(role), uid);
          if (form) await look(form);
        }
        expect(findings).toEqual([]);
      })
    );
  });
});
