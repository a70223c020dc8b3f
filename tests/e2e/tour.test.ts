import type { Page } from 'playwright-core';
import { seriousFindings } from './axe';
import { openBrowser, type DemoBrowser } from './browser';

const ROLES = ['officer', 'leader', 'editor', 'office', 'admin'] as const;

const stepOf = (page: Page) => page.getByRole('dialog').filter({ hasText: /第 \d 步/ });

/** How many steps the tour says that it has. */
const stepsOf = async (page: Page): Promise<number> =>
  Number(/共 (\d) 步/.exec(await stepOf(page).innerText())?.[1]);

/** A step takes keys from the frame after the one in which it appears. */
const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      })
  );

describe('the tour of a first login', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(ROLES)('shows %s around by keyboard, once, and again when asked', (role) =>
    browser.first(role, `tour-${role}`, async ({ page, open, picture }) => {
      await stepOf(page).waitFor();
      // It is drawn whole once its button has the keyboard.
      await page.locator('.driver-popover-next-btn:focus').waitFor();
      await picture(`tour-${role}`);
      expect(await seriousFindings(page)).toEqual([]);
      const count = await stepsOf(page);
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(5);
      for (let step = 2; step <= count; step += 1) {
        await page.keyboard.press('ArrowRight');
        await page.getByText(`第 ${step} 步，共 ${count} 步`).waitFor();
        await twoFrames(page);
      }
      await picture(`tour-${role}-last`);
      await page.keyboard.press('ArrowRight');
      await stepOf(page).waitFor({ state: 'detached' });

      await open('/admin/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await stepOf(page).count()).toBe(0);

      await open('/admin/guide');
      await page.getByRole('button', { name: '再看一遍导览' }).press('Enter');
      await stepOf(page).waitFor();
      await page.keyboard.press('Escape');
      await stepOf(page).waitFor({ state: 'detached' });
      expect(
        await page
          .getByRole('button', { name: '再看一遍导览' })
          .evaluate((button) => button.ownerDocument.activeElement === button)
      ).toBe(true);
    })
  );
});
