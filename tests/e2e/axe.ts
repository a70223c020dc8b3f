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

/** The same in the dark, which the panel takes from the system as it is now. */
export const darkFindings = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  try {
    // Its colours are drawn anew a moment later.
    await page.waitForFunction(() => {
      const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
      return Number(red) < 100;
    });
    const findings = await seriousFindings(page);
    return findings.map((finding) => `dark: ${finding}`);
  } finally {
    await page.emulateMedia({ colorScheme: 'light' });
  }
};

/** 1280 × 720 at twice the size, and a telephone. */
const NARROW = [
  { width: 640, height: 360 },
  { width: 375, height: 740 },
] as const;

/** Where the page is too wide for a small window. */
export const narrowFindings = async (page: Page): Promise<string[]> => {
  const size = page.viewportSize();
  const findings: string[] = [];
  for (const narrow of NARROW) {
    await page.setViewportSize(narrow);
    const found = await overflowOf(page);
    findings.push(...found.map((finding) => `at ${narrow.width} px: ${finding}`));
  }
  if (size) await page.setViewportSize(size);
  return findings;
};
