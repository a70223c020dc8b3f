import type { Page } from 'playwright-core';
import type { InboxResponse, SubmissionResponse } from '../../src/plugins/points/shared/contracts';
import { bodyOf, type Client } from '../support/api';
import { openBrowser, type DemoBrowser } from './browser';

const SUBMISSIONS = '/admin/content-manager/collection-types/plugin::points.submission';
const CONTENT = '/content-manager/collection-types/plugin::points.submission';
const TITLE = `市博物馆夜场开放 ${Date.now()}`;
const TELEPHONE = { width: 375, height: 740 };

const inboxAt = (queue: string): string =>
  `/admin/plugins/points-inbox?queue=${queue}&text=${encodeURIComponent(TITLE)}`;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const expectNoSidewaysScrolling = async (page: Page): Promise<void> => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(TELEPHONE.width);
};

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

  it('is a grey form while it waits for the leader, which says why and what to do', () =>
    browser.as('officer', 'locked', async ({ page, picture }) => {
      await page.getByRole('link', { name: '我的工作台' }).click();
      await page.getByRole('link', { name: TITLE }).click();
      await page.getByTestId('lock-reason').getByText('已送分管领导签发').waitFor();
      await expect(page.getByRole('textbox', { name: '标题' }).isDisabled()).resolves.toBe(true);
      await expect(page.getByRole('textbox', { name: '正文' }).isDisabled()).resolves.toBe(true);
      await expect(page.getByText('请先送领导签发').count()).resolves.toBe(0);
      await picture('submission-locked');
    }));

  it('is read by the leader on one page, and sent back with a reason', () =>
    browser.as('leader', 'sending-back', async ({ page, picture }) => {
      await page.getByTestId('desk-widget').waitFor();
      await picture('home-leader');
      await page.getByRole('link', { name: '我的工作台' }).click();
      await page.getByRole('heading', { name: '待您签发' }).waitFor();
      await expect(page.getByRole('heading', { level: 2 }).first().textContent()).resolves.toBe(
        '待您签发'
      );
      await page.getByRole('link', { name: TITLE }).first().click();
      await page.getByTestId('reading-text').getByText('每周五夜场开放').waitFor();
      await picture('reading');
      const decision = page.getByTestId('decision');
      await decision.getByRole('button', { name: '退回修改', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '退回修改', exact: true }).click();
      await dialog.getByText('请选择理由。').waitFor();
      await dialog.getByRole('radio', { name: '事实不清' }).click();
      await dialog.getByRole('textbox').fill('请写明闭馆时间。');
      await dialog.getByRole('button', { name: '退回修改', exact: true }).click();
      await page.getByTestId('verdict-reason').getByText('请写明闭馆时间。').waitFor();
    }));

  it('shows the officer the reason, on the desk and on top of its form', () =>
    browser.as('officer', 'sent-back', async ({ page, picture }) => {
      await page.getByRole('link', { name: '我的工作台' }).click();
      await page.getByText('事实不清：请写明闭馆时间。').waitFor();
      await picture('desk-sent-back');
      await page.getByRole('link', { name: TITLE }).click();
      const top = page.getByTestId('form-top');
      await top.getByText('领导退回修改').waitFor();
      await top.getByText('事实不清：请写明闭馆时间。').waitFor();
      await picture('submission-sent-back');
      await page
        .getByRole('textbox', { name: '正文' })
        .fill('自本周五起，市博物馆每周五夜场开放，二十一时闭馆。');
      await press(page, '保存');
      const panel = page.getByTestId('workflow-panel');
      await panel.getByRole('button', { name: '送领导签发', exact: true }).click();
      await top.getByText('已送分管领导签发').waitFor();
      await expect(top.getByText('领导退回修改').count()).resolves.toBe(0);
    }));

  it('is signed by the leader on a telephone, by a button as wide as the screen', () =>
    browser.as('leader', 'signing', async ({ page, open, picture }) => {
      await page.setViewportSize(TELEPHONE);
      await open('/admin/plugins/points-desk');
      await page.getByRole('button', { name: `签发《${TITLE}》` }).waitFor();
      await picture('desk-telephone');
      await expectNoSidewaysScrolling(page);
      await page.getByRole('link', { name: TITLE }).first().click();
      await page.getByTestId('reading-text').getByText('二十一时闭馆').waitFor();
      await picture('reading-telephone');
      await expectNoSidewaysScrolling(page);
      const sign = page.getByTestId('decision').getByRole('button', { name: '签发', exact: true });
      const box = await sign.boundingBox();
      expect(box?.width).toBeGreaterThan(TELEPHONE.width * 0.75);
      await sign.click();
      await page.getByRole('article').waitFor();
      await page.getByText('已报送', { exact: true }).first().waitFor();
    }));

  it('comes to the inbox, and is returned with a reason by keyboard', () =>
    browser.as('office', 'returning', async ({ page, open, picture }) => {
      const link = page.getByRole('link', { name: '收件箱' });
      const badge = link.getByTestId('menu-badge');
      expect(Number(await badge.getAttribute('data-count'))).toBeGreaterThan(0);
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
      expect(await panel.locator('ol li').count()).toBe(7);
      await picture('submission-history');
      const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const leader = await browser.client('leader');
      const path = `/points/submissions/${documentId}`;
      const { version } = bodyOf(await leader.get<SubmissionResponse>(path)).data;
      bodyOf(await leader.post(`${path}/actions/sign`, { version }));
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

  it('is signed with others from the desk, and what changed meanwhile is told and not signed', async () => {
    const officer = await browser.client('officer');
    const mark = `并签${Date.now().toString(36)}`;
    const act = async (id: string, action: string): Promise<unknown> =>
      bodyOf(await officer.post(`/points/submissions/${id}/actions/${action}`, {}));
    const asked = async (number: number): Promise<string> => {
      const values = { title: `${mark}之${number}`, category: 'culture-news', text: '消息一则。' };
      const made = await officer.post<{ data: { documentId: string } }>(CONTENT, values);
      const { documentId } = bodyOf(made).data;
      await act(documentId, 'request-signature');
      return documentId;
    };
    const made = [await asked(1), await asked(2), await asked(3)];
    await browser.as('leader', 'signing-several', async ({ page, open, picture }) => {
      await open('/admin/plugins/points-desk');
      for (const number of [1, 2, 3]) {
        await page.getByRole('checkbox', { name: `选择“${mark}之${number}”` }).click();
      }
      const changed = made[1] ?? '';
      await act(changed, 'withdraw');
      bodyOf(await officer.put(`${CONTENT}/${changed}`, { text: '另一则没有看过的消息。' }));
      await act(changed, 'request-signature');
      await page.getByRole('button', { name: '签发所选（3）' }).click();
      const summary = page.getByTestId('sign-summary');
      await summary.getByText('签发 2 件，未签发 1 件。').waitFor();
      await summary.getByText(`《${mark}之1》已签发，已报送局办公室。`).waitFor();
      await summary.getByText(`“${mark}之2”在您看过之后又有改动，没有签发。`).waitFor();
      await picture('desk-signed');
      await page.getByRole('button', { name: `签发《${mark}之2》` }).click();
      await summary.getByText(`《${mark}之2》已签发，已报送局办公室。`).waitFor();
    });
  });

  it('keeps what was typed when somebody else sends it meanwhile', async () => {
    const officer = await browser.client('officer');
    const values = { title: `边写边送${Date.now()}`, category: 'culture-news', text: '旧文。' };
    const made = await officer.post<{ data: { documentId: string } }>(CONTENT, values);
    const { documentId } = bodyOf(made).data;
    await browser.as('officer', 'typing', async ({ page, open, picture }) => {
      await open(`${SUBMISSIONS}/${documentId}`);
      const text = page.getByRole('textbox', { name: '正文' });
      // It is open to typing once it is known that nobody has sent it.
      await page
        .getByTestId('workflow-panel')
        .getByRole('button', { name: '送领导签发' })
        .waitFor();
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLTextAreaElement>('textarea[name="text"]')?.disabled === false
      );
      await text.fill('还没有保存的一段话。');
      bodyOf(await officer.post(`/points/submissions/${documentId}/actions/request-signature`, {}));
      const kept = page.getByTestId('kept-texts');
      await kept.getByText('还没有保存的一段话。').waitFor();
      await expect(text.isDisabled()).resolves.toBe(true);
      await picture('submission-kept');
      await page.getByTestId('form-top').getByRole('button', { name: '撤回' }).click();
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLTextAreaElement>('textarea[name="text"]')?.disabled === false
      );
      const putBack = page.getByRole('button', { name: '放回表单' });
      if ((await text.inputValue()) === '旧文。') await putBack.click();
      await press(page, '保存');
      await kept.waitFor({ state: 'detached' });
      await expect(text.inputValue()).resolves.toBe('还没有保存的一段话。');
    });
  });

  it('is asked of an officer with the commission beside it, and without where the site shows it', () =>
    browser.as('officer', 'answering', async ({ page, open, picture }) => {
      await open('/admin/plugins/points-desk');
      await page.getByRole('link', { name: '应约报送' }).first().click();
      await page.getByTestId('commission-words').waitFor();
      await picture('submission-commission');
      await open('/admin/content-manager/collection-types/api::article.article/create');
      await page.getByText('可以留空，由网站编辑放入栏目。').waitFor();
      await expect(page.getByText('用于', { exact: true }).count()).resolves.toBe(0);
      await expect(page.getByText('“用于”').count()).resolves.toBe(0);
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
