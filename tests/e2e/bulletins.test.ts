import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, type DemoBrowser } from './browser';

const BULLETINS = '/admin/plugins/points-bulletins';
const MY_BULLETINS = '/admin/plugins/points-my-bulletins';

/** The rows of the sealed months, the latest first. */
const sealedMonths = (page: Page): Locator =>
  page.getByRole('table', { name: '已封存的月份' }).locator('tbody').getByRole('row');

describe('a sealed month in a browser', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('lets the office decide on what has changed since', () =>
    browser.as('office', 'sealed-award', async ({ page, open, picture }) => {
      await open(BULLETINS);
      const waiting = page.getByRole('region', { name: /条已封存月份的得分/ }).last();
      await waiting.waitFor();
      const rows = waiting.locator('tbody').getByRole('row');
      const count = await rows.count();
      expect(count).toBeGreaterThan(0);
      await picture('sealed-awards');
      await rows.first().getByRole('button', { name: '维持原得分' }).click();
      await page.getByRole('textbox', { name: '备注' }).fill('站点改版，原录用属实');
      await page.getByRole('dialog').getByRole('button', { name: '维持原得分' }).click();
      await page.getByText('已维持原得分。').first().waitFor();
      if (count > 1) await rows.nth(count - 1).waitFor({ state: 'detached' });
    }));

  it('lets the office word its paper, take it as a file and issue it', () =>
    browser.as('office', 'bulletin', async ({ page, open, picture }) => {
      await open(BULLETINS);
      const latest = sealedMonths(page).first();
      await latest.getByRole('link', { name: '编辑、下载' }).click();
      await page.getByRole('textbox', { name: '发文字号' }).fill('常文〔2026〕99号');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('已保存。').first().waitFor();
      await picture('bulletin-paper');
      await page.getByRole('button', { name: '导出' }).click();
      const downloading = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: /PDF/ }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/信息报送及采用情况的通报（送审稿）\.pdf$/);
      expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');

      await open(BULLETINS);
      await sealedMonths(page).first().getByRole('button', { name: '印发与阅知' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('没有登记主要负责人').waitFor();
      await picture('issuing');
      await dialog.getByRole('button', { name: /^印发.+通报$/ }).click();
      await dialog.getByText(/由局办公室印发。应在系统内阅知 \d+ 人，已查看 0 人/).waitFor();
      await picture('issued');
    }));

  it('is told to an officer, who takes note of it', () =>
    browser.as('officer', 'my-bulletin', async ({ page, open, picture }) => {
      await open(MY_BULLETINS);
      const row = page.getByRole('table').locator('tbody').getByRole('row').first();
      await row.getByText('未查看').waitFor();
      await row.getByRole('button', { name: '查看' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('本单位排名').waitFor();
      await picture('my-bulletin');
      await dialog.getByRole('button', { name: '已阅知' }).click();
      await page.getByText('已登记阅知。').first().waitFor();
    }));
});
