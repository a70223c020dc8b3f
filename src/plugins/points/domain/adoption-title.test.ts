import { adoptionTitle } from './adoption-title';

it('names channel, day and piece', () => {
  expect(adoptionTitle('省级录用', '2026-03-05', '夜场开放')).toBe(
    '省级录用 · 2026-03-05 · 夜场开放'
  );
});

it('is cut by letters, not inside of one', () => {
  const title = adoptionTitle('简报', '2026-03-05', '𠮷'.repeat(300));
  expect(Array.from(title)).toHaveLength(255);
  expect(title).toMatch(/^简报 · 2026-03-05 · (𠮷)+…$/u);
});
