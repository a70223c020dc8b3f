import type { Locator, Page } from 'playwright-core';
import { bodyOf } from '../support/api';
import { openBrowser, type DemoBrowser } from './browser';

const ARTICLES = '/admin/content-manager/collection-types/api::article.article';

const SUBMISSIONS = '/admin/content-manager/collection-types/plugin::points.submission';

/** The box of the edit view's side that shows provenance and points. */
const panelOf = (page: Page): Locator => page.getByTestId('points-panel');

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** What is refused to the page from now on. */
const refusalsOf = (page: Page): string[] => {
  const refusals: string[] = [];
  page.on('response', (response) => {
    if (response.status() < 400) return;
    refusals.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return refusals;
};

/** The addresses that a part of the page leads to. */
const addressesIn = (links: Locator): Promise<string[]> =>
  links.evaluateAll((found) => [...new Set(found.map((link) => link.getAttribute('href') ?? ''))]);

describe('the main path in a browser', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('leads the office from the menu to the standings and to the postings behind a number', () =>
    browser.as('office', 'report', async ({ page, open, picture }) => {
      await page.getByRole('link', { name: '积分排名' }).click();
      await page.getByRole('heading', { name: '积分排名', level: 1 }).waitFor();
      await open('/admin/plugins/points?period=2026');
      const table = page.getByRole('table');
      await table.waitFor();
      const rows = table.locator('tbody').getByRole('row');
      expect(await rows.count()).toBeGreaterThanOrEqual(8);
      await expect(rows.first().getByRole('cell').first().innerText()).resolves.toBe('1');
      await picture('report');

      const total = rows.first().getByRole('button').first();
      const name = (await total.getAttribute('aria-label')) ?? '';
      expect(name).toMatch(/：\d+\.\d\d(（\d+\/\d+）)? 分，查看计分记录/);
      await total.click();
      const dialog = page.getByRole('dialog');
      const postings = dialog.getByRole('table').locator('tbody').getByRole('row');
      await postings.first().waitFor();
      expect(await postings.count()).toBeGreaterThan(0);
      await expect(dialog.innerText()).resolves.toMatch(/办法七\.\d：/);
      await picture('postings');
    }));

  it('shows the office the panel of a published article', () =>
    browser.as('office', 'panel', async ({ page, open, picture }) => {
      await open(`${ARTICLES}?filters[$and][0][placement][$eq]=headline&sort=publicationDate:DESC`);
      await page.getByRole('grid').getByRole('row').nth(1).getByText('头条资讯').first().click();
      const panel = panelOf(page);
      await panel.getByText('已计积分').waitFor();
      const text = await panel.innerText();
      expect(text).toContain('报送单位');
      expect(text).toContain('头条资讯');
      expect(text).toMatch(/办法七\.7：/);
      await picture('panel');
    }));

  /** Publishes what is out of the ordinary: the panel says first what follows from it. */
  const publishAnyway = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const question = page.getByRole('alertdialog');
    await question.getByTestId('consequence').waitFor();
    await question.getByRole('button', { name: '发布', exact: true }).click();
  };

  it('asks before it publishes what no column would show, and takes the answer', () =>
    browser.as('editor', 'asking', async ({ page, open, picture }) => {
      await open(`${ARTICLES}/create`);
      await page.getByRole('textbox', { name: '标题' }).fill(`无栏目 ${Date.now()}`);
      await page.getByRole('button', { name: '保存', exact: true }).click();
      const confirmation = page.getByRole('checkbox', { name: '确认不放入栏目也发布' });
      await confirmation.waitFor();
      await publishAnyway(page);
      await page.getByText('发布后网站的各栏目中都看不到它').last().waitFor();
      await picture('asked');
      await confirmation.click();
      await publishAnyway(page);
      await page.getByText('已发布', { exact: true }).first().waitFor();
    }));

  /** A draft with all that a headline needs to be published. */
  const draftOfHeadline = async (): Promise<string> => {
    const editor = await browser.client('editor');
    const { results } = bodyOf(
      await editor.get<{ results: Array<{ id: number }> }>(
        '/upload/files?filters[mime][$startsWith]=image&filters[alternativeText][$notNull]=true'
      )
    );
    const { data } = bodyOf(
      await editor.post<{ data: { documentId: string } }>(
        '/content-manager/collection-types/api::article.article',
        {
          title: `夜游博物馆 ${Date.now()}`,
          body: [{ type: 'paragraph', children: [{ type: 'text', text: '今晚开馆到十点。' }] }],
          cover: results[0]?.id,
        }
      )
    );
    return data.documentId;
  };

  it('lets the editor say who supplied an article, publish it, and see the award', () =>
    browser.as('editor', 'publishing', async ({ page, open, picture }) => {
      await open(`${ARTICLES}/${await draftOfHeadline()}`);
      await choose(page, '用于', '头条资讯');
      await page.getByRole('button', { name: '保存', exact: true }).click();

      const panel = panelOf(page);
      await panel.getByText('没有关联报送信息').waitFor();
      await picture('without-submission');
      await panel.getByRole('button', { name: '由本条目生成报送信息' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: '报送单位' }).click();
      for (const unit of ['市博物馆', '市图书馆']) {
        await page.getByRole('option', { name: unit, exact: true }).click();
      }
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: '生成', exact: true }).click();
      await dialog.getByText('请选择类别。').waitFor();
      await dialog.getByRole('combobox', { name: '类别' }).click();
      await page.getByRole('option', { name: '文化资讯', exact: true }).click();
      await dialog.getByRole('button', { name: '生成', exact: true }).click();

      await panel.getByText('现在发布将计').waitFor();
      await panel.getByText('网站头条资讯').waitFor();
      const before = await panel.innerText();
      expect(before).toMatch(/市博物馆[\s\S]*1\.50/);
      expect(before).not.toContain('已计积分');
      await picture('before-publishing');

      await publishAnyway(page);
      await panel.getByText('已计积分').waitFor();
      const after = await panel.innerText();
      expect(after).toMatch(/已计积分\s*3\.00/);
      expect(after).toMatch(/办法七\.7：/);
      await picture('after-publishing');

      await page.getByRole('button', { name: '更多条目操作' }).click();
      await page.getByRole('menuitem', { name: '取消发布' }).click();
      const takeDown = page.getByRole('dialog');
      await takeDown.getByText('将冲销 3.00 分').waitFor();
      await takeDown.getByRole('button', { name: '取消发布', exact: true }).click();
      await takeDown.getByText('请写明理由').waitFor();
      await takeDown.getByRole('textbox', { name: '理由' }).fill('图片有误，待更换');
      await picture('why-unpublished');
      await takeDown.getByRole('button', { name: '取消发布', exact: true }).click();
      await panel.getByText('图片有误，待更换').first().waitFor();
    }));

  it.each(['officer', 'editor', 'office'])('asks for nothing that is refused to the %s', (login) =>
    browser.as(login, `unrefused-${login}`, async ({ page, open, picture }) => {
      const refusals = refusalsOf(page);
      const arrive = async (): Promise<void> => {
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
      };
      const visit = async (address: string): Promise<void> => {
        await open(address);
        await arrive();
      };
      const visitFirstOf = async (list: string): Promise<void> => {
        await visit(list);
        await page.getByRole('grid').locator('tbody').getByRole('row').first().click();
        await page.waitForURL(({ pathname }) => /\/[a-z0-9]{24}$/.test(pathname));
        await page.getByRole('textbox', { name: '标题' }).first().waitFor();
        await arrive();
      };
      /** What a dialog over the page asks for when it opens. */
      const openAndClose = async (button: string): Promise<void> => {
        await page.getByRole('button', { name: button, exact: true }).first().click();
        await page.getByRole('dialog').waitFor();
        await page.waitForLoadState('networkidle');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      };

      await visit('/admin/');
      const menu = await addressesIn(page.getByRole('navigation').first().getByRole('link'));
      expect(menu).toEqual(expect.arrayContaining([expect.stringContaining('/plugins/upload')]));
      for (const address of menu) await visit(address);
      await visitFirstOf(SUBMISSIONS);
      await visitFirstOf(ARTICLES);
      // The office reads entries and does not change them; the officer's first is locked.
      if (login === 'editor') for (const button of ['添加', '编辑']) await openAndClose(button);
      if (login === 'officer') await visit(`${ARTICLES}/create`);
      await picture(`unrefused-${login}`);
      expect(refusals).toEqual([]);
    })
  );

  it('keeps who is logged in when the token has expired and a request is refused', () =>
    browser.as('editor', 'expired-token', async ({ page, open, picture }) => {
      const renewals: number[] = [];
      page.on('response', (response) => {
        if (new URL(response.url()).pathname !== '/admin/access-token') return;
        renewals.push(response.status());
      });
      // What the server takes for an expired token: one whose signature is not its own.
      await page.evaluate(() => {
        const spoil = (token: string): string => `${token.slice(0, -8)}AAAAAAAA`;
        const kept = window.localStorage.getItem('jwtToken');
        if (kept) {
          const token = JSON.parse(kept) as string;
          window.localStorage.setItem('jwtToken', JSON.stringify(spoil(token)));
        }
        document.cookie = document.cookie.replace(
          /.*?jwtToken=([^;]+).*/,
          (_all, token: string) => `jwtToken=${spoil(token)}; path=/`
        );
      });
      // The panel asks for the entry only once its token is renewed, which may take the network a while.
      const refused = page.waitForResponse((response) => [403, 404].includes(response.status()));
      await open(`${ARTICLES}/aaaaaaaaaaaaaaaaaaaaaaaa`);
      await refused;
      expect(renewals).toContain(200);
      expect(new URL(page.url()).pathname).not.toContain('/auth/');
      await open(ARTICLES);
      await page.getByRole('grid').waitFor();
      await picture('expired-token');
    }));
});
