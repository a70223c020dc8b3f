import type { Page } from 'playwright-core';
import type { InboxResponse } from '../../src/plugins/points/shared/contracts';
import { bodyOf, type Client } from '../support/api';
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

  it('is drafted by the officer and sent to the leader', () =>
    browser.as('officer', 'sending', async ({ page, open, picture }) => {
      await open(`${SUBMISSIONS}/create`);
      await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
      await page.getByRole('combobox', { name: '类别', exact: true }).click();
      await page.getByRole('option', { name: '文化资讯', exact: true }).click();
      await page
        .getByRole('textbox', { name: '正文' })
        .fill('自本周五起，市博物馆每周五夜场开放。');
      await press(page, '保存');
      const panel = page.getByTestId('workflow-panel');
      await panel.getByRole('button', { name: '送领导签发', exact: true }).click();
      await panel.getByRole('button', { name: '撤回', exact: true }).waitFor();
      await picture('submission-sent');
    }));

  it('is signed by the leader, whose desk shows it first', () =>
    browser.as('leader', 'signing', async ({ page, picture }) => {
      await page.getByTestId('desk-widget').waitFor();
      await picture('home-leader');
      await page.getByRole('link', { name: '我的工作台' }).click();
      await page.getByRole('heading', { name: '待您签发' }).waitFor();
      await page.getByRole('link', { name: TITLE }).first().click();
      const panel = page.getByTestId('workflow-panel');
      await panel.getByRole('button', { name: '签发', exact: true }).click();
      await panel.getByText('已报送', { exact: true }).first().waitFor();
    }));

  it('comes to the inbox, and is returned with a reason by keyboard', () =>
    browser.as('office', 'returning', async ({ page, open, picture }) => {
      const link = page.getByRole('link', { name: '收件箱' });
      expect(Number(await link.getByTestId('menu-badge').textContent())).toBeGreaterThan(0);
      await link.click();
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
      await dialog.getByRole('radio', { name: '事实不清' }).click();
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
      const panel = page.getByTestId('workflow-panel');
      await panel.getByRole('button', { name: '送领导签发', exact: true }).click();
      await panel.getByRole('button', { name: '撤回', exact: true }).waitFor();
      expect(await panel.locator('ol li').count()).toBe(5);
      await picture('submission-history');
      const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const leader = await browser.client('leader');
      bodyOf(await leader.post(`/points/submissions/${documentId}/actions/sign`, {}));
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

  describe('a day’s work of forty pieces, by keyboard alone', () => {
    const COUNT = 40;
    const MARK = `键盘${Date.now().toString(36)}`;
    const THEMES = ['展览', '讲座', '演出', '普查', '培训', '修复', '阅读', '巡演'];
    let office: Client;

    const queue = async (name: string): Promise<number> => {
      const path = `/points/inbox?queue=${name}&text=${encodeURIComponent(MARK)}`;
      return bodyOf(await office.get<InboxResponse>(path)).meta.pagination.total;
    };

    beforeAll(async () => {
      office = await browser.client('office');
      const { data: units } = bodyOf(
        await office.get<{ data: Array<{ documentId: string }> }>('/points/units')
      );
      for (let number = 1; number <= COUNT; number += 1) {
        const unit = units[number % units.length]?.documentId;
        const theme = THEMES[number % THEMES.length] ?? '';
        bodyOf(
          await office.post('/content-manager/collection-types/plugin::points.submission', {
            title: `${MARK}第${number}场${theme}`,
            text: `第${number}场${theme}顺利举行，市民踊跃参加。`,
            category: 'culture-news',
            units: { connect: [{ documentId: unit }] },
          })
        );
      }
    });

    /** The title of the row on which the keyboard stands. */
    const standingOn = async (page: Page): Promise<string> => {
      const row = await page.waitForFunction(() => {
        const { activeElement } = document;
        return activeElement?.closest('tbody') ? activeElement.textContent : null;
      });
      return (await row.jsonValue()) ?? '';
    };

    const decide = async (page: Page, keys: readonly string[]): Promise<void> => {
      const title = await standingOn(page);
      const row = page.getByRole('table').getByRole('link', { name: title, exact: true });
      for (const [index, key] of keys.entries()) {
        if (index === 1) await page.getByRole('dialog').getByRole('radio').first().waitFor();
        await page.keyboard.press(key);
      }
      await row.waitFor({ state: 'detached' });
    };

    const makeEntry = async (page: Page): Promise<void> => {
      const title = await standingOn(page);
      await page.getByRole('heading', { level: 2, name: title }).waitFor();
      await page.getByRole('button', { name: '建立条目', exact: true }).waitFor();
      await page.keyboard.press('e');
      await page.keyboard.press('Enter');
      await page.waitForURL(/collection-types\/api::/);
      await page.goBack();
      expect(await standingOn(page)).toBe(title);
    };

    it('is done: accepted, returned with a reason, declined, and some made entries', () =>
      browser.as('office', 'forty', async ({ page, open, picture }) => {
        await open(`/admin/plugins/points-inbox?queue=submitted&text=${encodeURIComponent(MARK)}`);
        const first = await standingOn(page);
        await page.keyboard.press('j');
        await page.keyboard.press('ArrowDown');
        expect(await standingOn(page)).not.toBe(first);
        await page.keyboard.press('k');
        await page.keyboard.press('ArrowUp');
        expect(await standingOn(page)).toBe(first);
        await picture('inbox-forty');
        const begun = Date.now();
        for (let number = 1; number <= COUNT; number += 1) {
          if (number % 10 === 0) await makeEntry(page);
          if (number % 5 === 3) await decide(page, ['r', '3', 'Enter']);
          else if (number % 8 === 7) await decide(page, ['d', '2', 'Enter']);
          else await decide(page, ['a']);
        }
        const seconds = (Date.now() - begun) / 1000;
        process.stdout.write(`Forty pieces by keyboard: ${seconds.toFixed(1)} s\n`);
        await page.getByText('没有待审核的报送信息。').waitFor();
        await picture('inbox-done');
        expect(await queue('submitted')).toBe(0);
        expect([await queue('accepted'), await queue('returned'), await queue('declined')]).toEqual(
          [28, 8, 4]
        );
      }));

    it('gives the keyboard back to the list on a slow machine too, however soon one comes back', () =>
      browser.as('office', 'slow-machine', async ({ page, open }) => {
        await open(`/admin/plugins/points-inbox?queue=accepted&text=${encodeURIComponent(MARK)}`);
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
        for (let count = 0; count < 3; count += 1) {
          await makeEntry(page);
          await page.keyboard.press('j');
        }
      }));
  });
});
