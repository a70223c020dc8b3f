import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { openBrowser, type DemoBrowser } from './browser';

const SETUP = '/admin/plugins/points-setup';
const SUBMISSIONS = '/admin/content-manager/collection-types/plugin::points.submission';
const TITLE = '市博物馆新馆开放';
const PASSWORD = 'Wen-hua-2026-ju';

/** The row under the template's headings. */
const FIRST_ROW = 4;

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** The template with rows typed under its headings, as a spreadsheet program saves them. */
const filled = async (template: string, rows: readonly string[][]): Promise<Buffer> => {
  const zip = await JSZip.loadAsync(await readFile(template));
  const sheet = zip.file('xl/worksheets/sheet1.xml');
  if (!sheet) throw new Error('The template has no first sheet.');
  const typed = rows.map((cells, index) => {
    const row = FIRST_ROW + index;
    const written = cells.map((text, column) => {
      const place = `${String.fromCharCode(65 + column)}${row}`;
      return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    });
    return `<row r="${row}">${written.join('')}</row>`;
  });
  const xml = await sheet.async('string');
  zip.file(
    'xl/worksheets/sheet1.xml',
    xml.replace('</sheetData>', `${typed.join('')}</sheetData>`)
  );
  return zip.generateAsync({ type: 'nodebuffer' });
};

/** What stands beside the heading of a step. */
const stepSays = (page: Page, step: string, state: string): Promise<void> =>
  page
    .locator('section, li, div')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`^\\d+\\. ${step}$`) }) })
    .last()
    .getByText(state, { exact: true })
    .waitFor();

/** Words of Strapi's own that nobody translated. */
const englishOn = async (page: Page): Promise<string[]> => {
  const text = await page.locator('body').innerText();
  return text.match(/Discover your application|Your tasks|Content Manager|No content/g) ?? [];
};

describe('a bureau from nothing in a browser', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser('E2E_NEW_URL');
  });
  afterAll(() => browser.close());

  /** Takes an invitation: the officer sets a password, drafts a piece and sends it in. */
  const sendIn = (invitation: string): Promise<void> =>
    browser.visit('new-officer', async ({ page, open, picture }) => {
      await open(invitation);
      // Strapi fills the form anew when it knows whose invitation it is.
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('input[name="email"]')?.value
      );
      await page.locator('input[name="password"]').fill(PASSWORD);
      await page.locator('input[name="confirmPassword"]').fill(PASSWORD);
      await picture('new-invitation');
      await page.locator('button[type="submit"]').click();
      await page.getByTestId('desk-widget').waitFor();
      await picture('new-officer-home');
      expect(await englishOn(page)).toEqual([]);
      await open(`${SUBMISSIONS}/create`);
      await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
      await choose(page, '类别', '文化资讯');
      await page
        .getByRole('textbox', { name: '正文' })
        .fill('市博物馆新馆今日开放，市民免费参观。');
      await press(page, '保存');
      const panel = page.getByTestId('workflow-panel');
      await panel.getByRole('button', { name: '报送', exact: true }).click();
      await panel.getByText('已报送', { exact: true }).first().waitFor();
      await picture('new-sent');
    });

  it('comes from the first login to the first points in the report', () =>
    browser.visit('new-bureau', async ({ page, open, picture }) => {
      await open('/admin');
      await page.locator('input[name="firstname"]').fill('陈静');
      await page.locator('input[name="email"]').fill('admin@bureau.test');
      await page.locator('input[name="password"]').fill(PASSWORD);
      await page.locator('input[name="confirmPassword"]').fill(PASSWORD);
      await picture('new-first-account');
      await page.locator('button[type="submit"]').click();
      await page.getByRole('heading', { name: '开始使用' }).waitFor();
      await page.getByText('须先完成前面的事项').first().waitFor();
      await picture('new-home');
      expect(await englishOn(page)).toEqual([]);

      await page.getByRole('link', { name: '计分标准' }).last().click();
      await page.waitForURL(/points-setup/);
      await page.getByRole('button', { name: /^施行/ }).click();
      await stepSays(page, '计分标准', '已完成');

      await press(page, '新建单位');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: '名称' }).fill('市博物馆');
      await dialog.getByRole('textbox', { name: '代码' }).fill('J01');
      await choose(page, '类别', '局属单位');
      await dialog.getByRole('textbox', { name: '信息员' }).fill('王小明');
      await dialog.getByRole('textbox', { name: '邮箱' }).first().fill('wang@bureau.test');
      await picture('new-unit');
      await dialog.getByRole('button', { name: '建立', exact: true }).click();
      const link = page.getByText(/registrationToken=/).first();
      await link.waitFor();
      const invitation = await link.innerText();

      const template = page.waitForEvent('download');
      await press(page, '下载模板');
      const rows = [['艺术处', 'C01', '机关处室', '', '', '钱四', 'qian@bureau.test']];
      await page.locator('input[type="file"]').setInputFiles({
        name: '单位.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await filled(await (await template).path(), rows),
      });
      await press(page, '建立这 1 个单位');
      await page.getByText('已建立 1 个单位。').first().waitFor();
      await stepSays(page, '单位', '已完成');
      await stepSays(page, '信息员及账号', '已完成');
      expect(await page.getByRole('button', { name: /^建立这/ }).count()).toBe(0);
      // What is told this once stays until the page is left.
      await page.getByText(/王小明 \(wang@bureau\.test\)/).waitFor();
      await page.getByText(/钱四 \(qian@bureau\.test\)/).waitFor();
      await picture('new-units');

      await open('/admin/content-manager/collection-types/api::column.column');
      await page.getByText('责任单位', { exact: true }).first().waitFor();
      await page.getByText('公开指南').first().click();
      await page.getByRole('combobox', { name: '责任单位' }).click();
      await page.getByRole('option', { name: /艺术处/ }).click();
      await press(page, '保存');
      await page.getByText('已保存', { exact: false }).first().waitFor();
      await picture('new-column');

      await sendIn(invitation);

      await open('/admin/plugins/points-inbox');
      await page.getByRole('table').getByRole('link', { name: TITLE }).focus();
      await page.keyboard.press('a');
      await page.getByText('没有待审核的报送信息。').waitFor();
      await open('/admin/plugins/points-inbox?queue=accepted');
      await press(page, '建立条目');
      await page.waitForURL(/api::article\.article/);
      await choose(page, '用于', '工作动态');
      await press(page, '保存');
      const panel = page.getByTestId('points-panel');
      await panel.getByText('现在发布将计').waitFor();
      await press(page, '发布');
      await panel.getByText('已计积分').waitFor();
      await picture('new-published');

      await open(SETUP);
      await page.getByText('必办事项已全部完成。').first().waitFor();
      await picture('new-set-up');
      await page.getByRole('link', { name: '积分排名' }).click();
      const standing = page.getByRole('row').filter({ hasText: '市博物馆' });
      await standing.getByText('1.00').first().waitFor();
      await picture('new-report');
    }));
});
