import { today } from '../support/days';
import { openBrowser, type DemoBrowser } from './browser';

const RULE_SETS = '/admin/plugins/points-rule-sets';
const RECORDING = '/admin/plugins/points-adoptions';
const COMMISSIONS = '/admin/plugins/points-commissions';
const SETUP = '/admin/plugins/points-setup';

describe('rules and what is recorded under them in a browser', () => {
  let browser: DemoBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('lets the office write a draft, see what it changes, and try it', () =>
    browser.as('office', 'rule-set', async ({ page, open, picture }) => {
      await open(RULE_SETS);
      await page.getByRole('button', { name: '以此为底稿新建草案' }).click();
      const points = page.getByRole('textbox', { name: '《文化常州》简报 · 分值' });
      await points.fill('-3');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('有 1 处须改正：').waitFor();
      expect(await page.getByRole('button', { name: '施行', exact: true }).isDisabled()).toBe(true);
      await points.fill('25');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      const changes = page.getByRole('table', { name: /相比的变化$/ });
      await changes.getByRole('row', { name: '《文化常州》简报 · 分值 20 25' }).waitFor();
      await page.getByRole('button', { name: '用近十二个月试算' }).click();
      await page.getByText('个单位得分会变化。').waitFor();
      await page
        .getByRole('button', { name: /为什么？$/ })
        .first()
        .click();
      await picture('rule-set-trial');
    }));

  it('shows the rules in force to an officer, who changes nothing', () =>
    browser.as('officer', 'rule-set-read', async ({ page, open, picture }) => {
      await open(RULE_SETS);
      await page
        .getByRole('button', { name: /考核办法/ })
        .first()
        .click();
      await page.getByText('施行中').first().waitFor();
      await page.getByRole('cell', { name: '七.7' }).first().waitFor();
      expect(await page.getByRole('button', { name: '以此为底稿新建草案' }).count()).toBe(0);
      await picture('rule-set');
    }));

  it('lets the office record how far a piece went', () =>
    browser.as('office', 'recording', async ({ page, open, picture }) => {
      await open(RECORDING);
      await page.getByRole('button', { name: '选择' }).first().click();
      await page.getByRole('combobox', { name: '录用渠道' }).click();
      await page.getByRole('option', { name: '转报市委办、市政府办' }).click();
      await page.getByLabel('录用日期').fill(today());
      await page.getByLabel('录用机关').fill('市委办');
      await page.getByLabel('期号/文号').fill('市委办信息第12期');
      await page.getByText('登记后的计分').waitFor();
      await picture('recording');
      await page.getByRole('button', { name: '登记 1 步录用' }).click();
      await page.getByText('已登记 1 步录用。').first().waitFor();
      await picture('recorded');
    }));

  it('shows what became of commissions, and how far the bureau is set up', () =>
    browser.as('office', 'commissions', async ({ page, open, picture }) => {
      await open(COMMISSIONS);
      await page.getByRole('button', { name: '录用约稿' }).first().waitFor();
      await picture('commissions');
      await page.getByRole('button', { name: '完成情况' }).click();
      await page.getByRole('columnheader', { name: '按时完成' }).first().waitFor();
      await open(SETUP);
      await page
        .getByRole('heading', { name: /计分标准/ })
        .first()
        .waitFor();
      await picture('setup');
    }));
});
