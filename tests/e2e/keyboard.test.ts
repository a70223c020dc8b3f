/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { openBrowser, type DemoBrowser } from './browser';

const TITLE = `市博物馆修复课堂 ${Date.now()}`;
const MOST_STOPS = 150;

/** Whether whatever has the focus can be seen to have it: an outline or a ring that it has not otherwise. */
const isFocusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const ringOf = (element: Element): string => {
      const { borderColor, boxShadow, outlineStyle, outlineWidth } = getComputedStyle(element);
      const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : outlineWidth;
      return [outline, boxShadow, borderColor].join(' ');
    };
    // Strapi draws the ring of some inputs around them, on a parent or on what follows.
    const around = (element: Element): Element[] => [
      element,
      ...[element.parentElement, element.parentElement?.parentElement].flatMap(
        (each) => each ?? []
      ),
    ];
    const still = document.createElement('style');
    still.textContent = '*, *::after { transition: none !important; }';
    document.head.append(still);
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return false;
    const all = around(focused);
    const pseudo = all.map((each) => getComputedStyle(each, '::after').border).join();
    const seen = all.map(ringOf).join() + pseudo;
    focused.blur();
    const without =
      all.map(ringOf).join() + all.map((each) => getComputedStyle(each, '::after').border).join();
    focused.focus();
    still.remove();
    return seen !== without;
  });

/** Presses Tab, or Shift and Tab, until the element has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, target: Locator, key = 'Tab'): Promise<void> => {
  await target.first().waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const isThere = await target
      .first()
      .evaluate((element) => element.ownerDocument.activeElement === element);
    if (isThere) {
      if (!(await isFocusSeen(page)))
        throw new Error(`Nobody sees the focus on ${String(target)}.`);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
};

const press = async (page: Page, target: Locator, key?: string): Promise<void> => {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
};

const choose = async (page: Page, field: Locator, option: string): Promise<void> => {
  await press(page, field);
  const chosen = page.getByRole('option', { name: option, exact: true });
  await chosen.waitFor();
  for (let step = 0; step < 30; step += 1) {
    const isActive = await chosen.evaluate(
      (element) =>
        element.ownerDocument.activeElement === element ||
        element.hasAttribute('data-highlighted') ||
        element.id === element.ownerDocument.activeElement?.getAttribute('aria-activedescendant')
    );
    if (isActive) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await chosen.waitFor({ state: 'detached' });
};

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** The whole way of a piece without a mouse: no click in it. */
describe('a day by keyboard alone', () => {
  let browser: DemoBrowser;
  let entry = '';

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('lets the officer draft a piece and send it to the leader', () =>
    browser.as('officer', 'keyboard-officer', async ({ page, picture }) => {
      await press(page, page.locator('nav').getByRole('link', { name: '我的工作台' }));
      await press(page, page.getByRole('link', { name: '撰写报送信息' }));
      await tabTo(page, page.getByRole('textbox', { name: '标题' }));
      await page.keyboard.type(TITLE);
      await choose(page, page.getByRole('combobox', { name: '类别', exact: true }), '文化资讯');
      await tabTo(page, page.getByRole('textbox', { name: '正文' }));
      await page.keyboard.type('市博物馆开设修复课堂，每周六下午讲解文物修复。');
      await picture('keyboard-draft');
      await press(page, button(page, '保存'));
      const panel = page.getByTestId('workflow-panel');
      await press(page, panel.getByRole('button', { name: '送领导签发', exact: true }));
      await panel.getByRole('button', { name: '撤回', exact: true }).waitFor();
    }));

  it('lets the leader read and sign it', () =>
    browser.as('leader', 'keyboard-leader', async ({ page, picture }) => {
      await press(page, page.locator('nav').getByRole('link', { name: '我的工作台' }));
      await press(page, page.getByRole('link', { name: TITLE }));
      await page.getByTestId('reading-text').getByText('每周六下午').waitFor();
      await press(
        page,
        page.getByTestId('decision').getByRole('button', { name: '签发', exact: true })
      );
      await page.getByText('已报送', { exact: true }).first().waitFor();
      await picture('keyboard-signed');
    }));

  it('lets the office accept it and make an entry of it', () =>
    browser.as('office', 'keyboard-office', async ({ page, open }) => {
      await press(page, page.locator('nav').getByRole('link', { name: '收件箱' }));
      await open(`/admin/plugins/points-inbox?text=${encodeURIComponent(TITLE)}`);
      await tabTo(page, page.getByRole('table').getByRole('link', { name: TITLE }));
      await page.keyboard.press('a');
      await page.getByText('没有待审核的报送信息。').waitFor();
      await open(`/admin/plugins/points-inbox?queue=accepted&text=${encodeURIComponent(TITLE)}`);
      await press(page, button(page, '建立条目'));
      await page.waitForURL(/api::article\.article\/\w+/);
      entry = new URL(page.url()).pathname;
      const title = page.getByRole('textbox', { name: '标题' });
      await title.waitFor();
      // It may finish what it made.
      expect(await title.isDisabled()).toBe(false);
    }));

  it('lets the editor choose where it runs, and publish it', () =>
    browser.as('editor', 'keyboard-editor', async ({ page, open, picture }) => {
      await press(page, page.locator('nav').getByRole('link', { name: '内容管理' }));
      await page.getByRole('heading', { name: '资讯', level: 1 }).waitFor();
      await open(entry);
      await choose(page, page.getByRole('combobox', { name: '用于' }), '工作动态');
      const panel = page.getByTestId('points-panel');
      await panel.getByText('现在发布将计').waitFor();
      // Strapi's text editor lies between them, in either direction, and its cursor is in it by then.
      const text = page.locator('[data-slate-editor="true"]');
      await tabTo(page, text);
      await page.keyboard.press('End');
      await press(page, button(page, '保存'));
      await tabTo(page, text, 'Shift+Tab');
      await press(page, button(page, '发布'));
      await panel.getByText('已计积分').waitFor();
      await picture('keyboard-published');
    }));
});
