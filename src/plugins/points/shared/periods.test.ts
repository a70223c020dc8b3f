import { fill } from '../../../common/messages/request-language';
import { periodNameOf, type PeriodWords } from './periods';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

const wordsOf = (language: string, messages: Readonly<Record<string, string>>): PeriodWords => ({
  language,
  translate: (key, values) => fill(messages[key] ?? '', values),
});
const chinese = wordsOf('zh-Hans', zhHans);
const english = wordsOf('en', en);

describe('the name of a period', () => {
  it.each([
    ['2026', '2026年', '2026'],
    ['2026-H1', '2026年上半年', 'First half of 2026'],
    ['2026-H2', '2026年下半年', 'Second half of 2026'],
    ['2026-Q3', '2026年第3季度', 'Quarter 3 of 2026'],
    ['2026-03', '2026年3月', 'March 2026'],
    ['2026-12', '2026年12月', 'December 2026'],
  ])('reads %s as %s', (code, inChinese, inEnglish) => {
    expect(periodNameOf(code, chinese)).toBe(inChinese);
    expect(periodNameOf(code, english)).toBe(inEnglish);
  });

  it('is the code where there is no such period', () => {
    expect(periodNameOf('2026-13', chinese)).toBe('2026-13');
  });
});
