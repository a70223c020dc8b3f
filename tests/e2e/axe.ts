/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  nodes: Array<{ html: string }>;
}

interface Axe {
  axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
}

/** A page that is wider than its window, told in a sentence; none where it is not. */
export const overflowOf = async (page: Page): Promise<string[]> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  return overflow > 0 ? [`${page.url()} is ${overflow} px too wide`] : [];
};

/** Serious and critical findings of axe on the page as it stands, and a page wider than the window. */
export const seriousFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as Axe).axe.run({ resultTypes: ['violations'] })
  );
  return [
    ...violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html ?? ''}`),
    ...(await overflowOf(page)),
  ];
};
