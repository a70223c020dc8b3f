import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  monthOf,
  monthsIn,
  parsePeriod,
  periodsOf,
} from './period';

describe('parsePeriod', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('knows %s', (code, from, to) => {
    expect(parsePeriod(code)).toEqual({ code, from, to });
  });

  it.each(['2026-13', '2026-00', '2026-1', '2026-Q5', '2026-H3', '26', '', '2026-03-01', ' 2026'])(
    'knows no %p',
    (code) => {
      expect(parsePeriod(code)).toBeNull();
    }
  );
});

describe('monthsIn', () => {
  it('are all of a period, over the end of a year too', () => {
    expect(monthsIn({ from: '2026-01-01', to: '2026-03-31' })).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
    expect(monthsIn({ from: '2026-12-01', to: '2027-01-31' })).toEqual(['2026-12', '2027-01']);
  });
});

describe('periodsOf', () => {
  it('names the month, its quarter, half and year', () => {
    expect(periodsOf('2026-01')).toEqual(['2026-01', '2026-Q1', '2026-H1', '2026']);
    expect(periodsOf('2026-06')).toEqual(['2026-06', '2026-Q2', '2026-H1', '2026']);
    expect(periodsOf('2026-07')).toEqual(['2026-07', '2026-Q3', '2026-H2', '2026']);
    expect(periodsOf('2026-12')).toEqual(['2026-12', '2026-Q4', '2026-H2', '2026']);
  });

  it('holds exactly the periods between whose days the month lies', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (each) => {
        const year = each.slice(0, 4);
        const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
        const codes = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', ...months].map((c) => `${year}-${c}`);
        const around = [year, ...codes].filter((code) => {
          const period = parsePeriod(code);
          return period !== null && period.from <= each && each <= period.to;
        });
        expect([...periodsOf(monthOf(each))].sort()).toEqual(around.sort());
      })
    );
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01', 0, '2026-01'],
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', -15, '2024-12'],
  ])('%s and %d later is %s', (month, count, later) => {
    expect(addMonths(month, count)).toBe(later);
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %d later is %s', (day, count, later) => {
    expect(addDays(day, count)).toBe(later);
    expect(daysBetween(day, later)).toBe(count);
  });
});
