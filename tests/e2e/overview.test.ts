/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import type { OverviewResponse } from '../../src/plugins/points/shared/contracts';
import { addMonths } from '../../src/plugins/points/domain/period';
import { bodyOf } from '../support/api';
import { seriousFindings } from './axe';
import { openBrowser, type DemoBrowser } from './browser';

const OVERVIEW = '/admin/plugins/points-overview';

const MOST_BACK = 12;

/** The nearest month in which anybody earned anything. */
const monthWithPoints = async (browser: DemoBrowser): Promise<string> => {
  const office = await browser.client('office');
  const present = bodyOf(await office.get<OverviewResponse>('/points/overview')).data.period.code;
  for (let back = 0; back < MOST_BACK; back += 1) {
    const month = addMonths(present, -back);
    const { data } = bodyOf(await office.get<OverviewResponse>(`/points/overview?month=${month}`));
    if (data.figures.now.adopted > 0) return month;
  }
  throw new Error('Nobody earned anything in a year.');
};

const tableOf = (page: Page, name: string): Locator => page.getByRole('table', { name });

describe('the overview in a browser', () => {
  let browser: DemoBrowser;
  let month: string;

  beforeAll(async () => {
    browser = await openBrowser();
    month = await monthWithPoints(browser);
  });
  afterAll(() => browser.close());

  it('leads the office from a place to the unit, its piece and the postings, and back', () =>
    browser.as('office', 'overview', async ({ page, open, picture }) => {
      await page.getByRole('link', { name: '积分总览' }).click();
      await page.getByRole('heading', { name: '积分总览', level: 1 }).waitFor();
      await open(`${OVERVIEW}?month=${month}`);
      const ranking = tableOf(page, '局属单位');
      await ranking.waitFor();
      await picture('overview');

      const unit = ranking.locator('tbody').getByRole('link').first();
      const name = await unit.innerText();
      await unit.click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      const pieces = tableOf(page, '报送的稿件').locator('tbody').getByRole('row');
      await pieces.first().waitFor();
      await picture('unit');

      const earned = pieces.getByRole('link', { name: /查看计分记录/ }).first();
      await earned.click();
      const postings = tableOf(page, '计分记录').locator('tbody').getByRole('row');
      await postings.first().waitFor();
      await expect(postings.first().innerText()).resolves.toMatch(/办法七\.\d[^]*第 \d+ 号/);
      await picture('posting');

      await page.goBack();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.goBack();
      await ranking.waitFor();
      expect(new URL(page.url()).searchParams.get('month')).toBe(month);
    }));

  it('steps from month to month, by the address', () =>
    browser.as('office', 'overview-months', async ({ page, open }) => {
      await open(`${OVERVIEW}?month=${month}`);
      await tableOf(page, '局属单位').waitFor();
      await page.getByRole('button', { name: '上个月' }).click();
      await page.waitForURL((address) => address.search.includes(`month=${addMonths(month, -1)}`));
      await page.goBack();
      await page.waitForURL((address) => address.search.includes(`month=${month}`));
    }));

  it('shows an officer all places, and leads to the own unit alone', () =>
    browser.as('officer', 'overview-officer', async ({ page, open }) => {
      await open(`${OVERVIEW}?month=${month}`);
      const names = page
        .locator('main')
        .getByRole('link')
        .filter({ hasNotText: /分|积分/ });
      await tableOf(page, '机关处室').waitFor();
      const targets = await names.evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? '').filter((to) => to.includes('/units/'))
      );
      expect(new Set(targets).size).toBe(1);
    }));

  it.each([
    ['light', 1280],
    ['light', 375],
    ['dark', 1280],
  ] as const)('is accessible in %s, %d wide', (scheme, width) =>
    browser.as('office', `overview-${scheme}-${width}`, async ({ page, open, picture }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 720 });
      await open(`${OVERVIEW}?month=${month}`);
      await tableOf(page, '局属单位').waitFor();
      await picture(`overview-${scheme}-${width}`);
      expect(await seriousFindings(page)).toEqual([]);
      await tableOf(page, '局属单位').locator('tbody').getByRole('link').first().click();
      await tableOf(page, '报送的稿件').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    })
  );
});
