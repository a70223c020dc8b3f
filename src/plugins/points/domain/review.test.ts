import Fraction from 'fraction.js';
import { parsePeriod } from './period';
import {
  earnedBySubject,
  missingMonth,
  praiseOf,
  reviewKindOf,
  silentIn,
  type SealedSpan,
} from './review';

describe('what a review is of', () => {
  it.each([
    ['2026', 'year'],
    ['2026-H1', 'half'],
    ['2026-H2', 'half'],
    ['2026-Q1', null],
    ['2026-06', null],
    ['2026-H3', null],
  ])('%s: %s', (code, kind) => {
    expect(reviewKindOf(code)).toBe(kind);
  });
});

describe('the month that a review lacks', () => {
  const lacks = (code: string, span: SealedSpan): string | null => {
    const period = parsePeriod(code);
    return period && missingMonth(period, span);
  };

  it.each<[string, SealedSpan, string | null]>([
    ['2026-H1', { first: null, firstOpen: null }, '2026-01'],
    ['2026-H1', { first: '2026-01', firstOpen: '2026-06' }, '2026-06'],
    ['2026-H1', { first: '2026-01', firstOpen: '2026-07' }, null],
    ['2026-H1', { first: '2026-04', firstOpen: '2026-07' }, null],
    ['2026-H1', { first: '2026-07', firstOpen: '2026-09' }, '2026-01'],
    ['2026-H2', { first: '2026-01', firstOpen: '2026-05' }, '2026-07'],
    ['2026', { first: '2025-01', firstOpen: '2026-12' }, '2026-12'],
    ['2026', { first: '2025-01', firstOpen: '2027-01' }, null],
  ])('%s, %p: %s', (code, span, month) => {
    expect(lacks(code, span)).toBe(month);
  });
});

describe('items that earned', () => {
  const line = (subject: string, submission: string, lines = 1) => ({ subject, submission, lines });

  it('count once however often, and not once all is taken back', () => {
    const earned = earnedBySubject([
      line('a', 's1'),
      line('a', 's1'),
      line('a', 's2'),
      line('a', 's2', -1),
      line('b', 's1'),
      line('b', 's3', -1),
    ]);
    expect(Object.fromEntries(earned)).toEqual({ a: 1, b: 1 });
  });
});

describe('praise', () => {
  const row = (name: string, points: string, items = 9, veto: string | null = null) => ({
    ...{ name, items, veto },
    points: new Fraction(points),
  });
  const told = (rows: Array<ReturnType<typeof row>>, first: number, leastItems = 5) => {
    const { exceptions, praised } = praiseOf(rows, { first, leastItems });
    return {
      praised: praised.map(({ name, rank }) => `${rank} ${name}`),
      exceptions: exceptions.map(({ exception, name, rank }) => `${rank} ${name} ${exception}`),
    };
  };

  it('is for the first places, with whoever ties with the last', () => {
    const rows = [row('d', '1'), row('a', '9'), row('b', '20/3'), row('c', '20/3')];
    expect(told(rows, 2)).toEqual({ praised: ['1 a', '2 b', '2 c'], exceptions: [] });
    expect(told(rows, 3)).toEqual({ praised: ['1 a', '2 b', '2 c'], exceptions: [] });
    expect(told(rows, 0)).toEqual({ praised: [], exceptions: [] });
  });

  it('passes over too few items and vetoes, says so, and lets nobody move up', () => {
    const rows = [row('a', '9', 4), row('b', '8', 9, '安全事故'), row('c', '7', 5), row('d', '6')];
    expect(told(rows, 3)).toEqual({
      praised: ['3 c'],
      exceptions: ['1 a few-items', '2 b veto'],
    });
  });

  it('is never for nothing', () => {
    expect(told([row('a', '0', 0), row('b', '-1', 1)], 3)).toEqual({ praised: [], exceptions: [] });
  });
});

describe('who sent nothing', () => {
  it('in so many months or more, and nobody where the number is 0', () => {
    const rows = [{ silentMonths: ['2026-01', '2026-02'] }, { silentMonths: ['2026-01'] }];
    expect(silentIn(rows, 2)).toEqual([rows[0]]);
    expect(silentIn(rows, 1)).toEqual(rows);
    expect(silentIn(rows, 0)).toEqual([]);
  });
});
