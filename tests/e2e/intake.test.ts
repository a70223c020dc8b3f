import type { Page } from 'playwright-core';
import { openBrowser, type DemoBrowser } from './browser';

const SUBMISSIONS = '/admin/content-manager/collection-types/plugin::points.submission';
const TITLE = `市博物馆夜场开放 ${Date.now()}`;

const inboxAt = (queue: string): string =>
  `/admin/plugins/points-inbox?queue=${queue}&text=${encodeURIComponent(TITLE)}`;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** The piece in the list of the inbox, with the focus on it. */
const focusPiece = async (page: Page): Promise<void> => {
  const link = page.getByRole('table').getByRole('link', { name: TITLE });
  await link.waitFor();
  await link.focus();
};

describe('the way of a submission in a browser', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is drafted and sent in by the officer', () =>
    browser.as('officer', 'sending', async ({ page, open, picture }) => {
      await open(`${SUBMISSIONS}/create`);
      await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
      await page.getByRole('combobox', { name: '类别', exact: true }).click();
      await page.getByRole('option', { name: '文化资讯', exact: true }).click();
      await page
        .getByRole('textbox', { name: '正文' })
        .fill('自本周五起，市博物馆每周五夜场开放。');
      await press(page, '保存');
      const panel = page.getByTestId('life-panel');
      await panel.getByRole('button', { name: '报送', exact: true }).click();
      await panel.getByRole('button', { name: '撤回', exact: true }).waitFor();
      await picture('submission-sent');
    }));

  it('comes to the inbox, and is returned with a reason by keyboard', () =>
    browser.as('office', 'returning', async ({ page, open, picture }) => {
      await page.getByRole('link', { name: '收件箱' }).click();
      await page.getByRole('heading', { name: '收件箱', level: 1 }).waitFor();
      await page.getByRole('table').locator('tbody tr').first().waitFor();
      await page.getByRole('table').getByRole('link').first().focus();
      await page.keyboard.press('j');
      await picture('inbox');

      await open(inboxAt('submitted'));
      await focusPiece(page);
      await page.keyboard.press('r');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '退回', exact: true }).click();
      await dialog.getByText('请选择理由。').waitFor();
      await dialog.getByRole('combobox').click();
      await page.getByRole('option', { name: '事实不清', exact: true }).click();
      await dialog.getByRole('textbox').fill('请写明开放时间。');
      await picture('inbox-returning');
      await dialog.getByRole('button', { name: '退回', exact: true }).click();
      await page.getByText('没有待审核的报送信息。').waitFor();
    }));

  it('shows the officer why on the desk, and is sent in again', () =>
    browser.as('officer', 'sending-again', async ({ page, picture }) => {
      await page.getByRole('link', { name: '我的工作台' }).click();
      await page.getByText('事实不清：请写明开放时间。').waitFor();
      await picture('desk-officer');
      await page.getByRole('link', { name: TITLE }).click();
      const panel = page.getByTestId('life-panel');
      await panel.getByRole('button', { name: '报送', exact: true }).click();
      await panel.getByRole('button', { name: '撤回', exact: true }).waitFor();
      expect(await panel.locator('ol li').count()).toBe(4);
      await picture('submission-history');
    }));

  it('is accepted by one key, and becomes an entry by one click', () =>
    browser.as('office', 'accepting', async ({ page, open, picture }) => {
      await open(inboxAt('submitted'));
      await focusPiece(page);
      await page.keyboard.press('a');
      await page.getByText('没有待审核的报送信息。').waitFor();
      await open(inboxAt('accepted'));
      await press(page, '建立条目');
      await page.waitForURL(/api::article\.article/);
      const title = page.getByRole('textbox', { name: '标题' });
      await title.waitFor();
      await expect(title.inputValue()).resolves.toBe(TITLE);
      await picture('entry-made');
    }));

  it('shows the leader where the unit stands', () =>
    browser.as('leader', 'desk-leader', async ({ page, picture }) => {
      await page.getByRole('link', { name: '我的工作台' }).click();
      await page.getByText('待您签发').waitFor();
      await page.getByRole('table').waitFor();
      await picture('desk-leader');
    }));
});
