import { isWorkday } from 'chinese-days';
import { KNOWN_YEARS } from './working-days';

const daysOf = (year: number): string[] =>
  Array.from({ length: 365 }, (_, index) =>
    new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)
  );

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());

/** Whether the library knows of a holiday or make-up day in the year. */
const isKnown = (year: number): boolean =>
  daysOf(year).some((day) => isWorkday(day) !== isWeekday(day));

describe('the years whose public holidays are known', () => {
  it.each([KNOWN_YEARS.first, 2015, KNOWN_YEARS.last])('include %i', (year) => {
    expect(isKnown(year)).toBe(true);
  });

  it.each([KNOWN_YEARS.first - 1, KNOWN_YEARS.last + 1])('do not include %i', (year) => {
    expect(isKnown(year)).toBe(false);
  });

  it('have their make-up days', () => {
    expect(isWorkday('2026-02-14')).toBe(true);
    expect(isWorkday('2026-02-17')).toBe(false);
  });

  it.each([
    ['2024-02-09', true],
    ['2024-02-18', true],
    ['2024-10-12', true],
    ['2024-10-07', false],
    ['2025-01-26', true],
    ['2025-09-28', true],
    ['2025-10-08', false],
    ['2026-01-04', true],
    ['2026-05-09', true],
    ['2026-10-07', false],
    ['2026-10-10', true],
  ])('have of %s that it is worked: %s, as the State Council announced', (day, isWorked) => {
    expect(isWorkday(day)).toBe(isWorked);
  });
});
