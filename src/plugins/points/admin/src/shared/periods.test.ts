import { codeOf, partsOf, type PeriodParts } from '../../../shared/periods';
import { isFuture, monthAt, shift, withSpan } from './periods';

const parts = (code: string): PeriodParts => {
  const found = partsOf(code);
  if (!found) throw new Error(`${code} is no period`);
  return found;
};

describe('periods of the report page', () => {
  it.each(['2026', '2026-H1', '2026-H2', '2026-Q3', '2026-01', '2026-12'])(
    'reads and writes %s',
    (code) => {
      expect(codeOf(parts(code))).toBe(code);
    }
  );

  it.each(['', '2026-13', '2026-Q5', '2026-H0', 'abcd', '2026-1'])('knows no period %j', (code) => {
    expect(partsOf(code)).toBeNull();
  });

  it.each([
    ['2026-01', -1, '2025-12'],
    ['2025-12', 1, '2026-01'],
    ['2026-Q1', -1, '2025-Q4'],
    ['2026-H2', 1, '2027-H1'],
    ['2026', -1, '2025'],
    ['2026-03', -14, '2025-01'],
  ])('%s and %i spans further is %s', (code, by, expected) => {
    expect(codeOf(shift(parts(code), by))).toBe(expected);
  });

  it.each([
    ['2026-03', 'quarter', '2026-Q1'],
    ['2026-03', 'year', '2026'],
    ['2026', 'month', '2026-11'],
    ['2025', 'month', '2025-12'],
    ['2026-Q2', 'half', '2026-H1'],
    ['2026-H2', 'quarter', '2026-Q4'],
  ] as const)('%s seen by %s is %s', (code, span, expected) => {
    expect(codeOf(withSpan(parts(code), span, '2026-11'))).toBe(expected);
  });

  it('calls a period future only when it has not begun', () => {
    expect(isFuture(parts('2026'), '2026-11')).toBe(false);
    expect(isFuture(parts('2026-12'), '2026-11')).toBe(true);
    expect(isFuture(parts('2027-Q1'), '2026-11')).toBe(true);
  });

  it('takes the month of a moment from the local calendar', () => {
    expect(monthAt(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12');
  });
});
