import { parsePeriod } from './period';
import { countsIn, firstOpenAfter, isPeriodSealed, isSealed } from './seal';

describe('firstOpenAfter', () => {
  it.each([
    [null, null],
    ['2026-03', '2026-04'],
    ['2025-12', '2026-01'],
  ])('is, with %s the last sealed month, %s', (lastSealed, firstOpen) => {
    expect(firstOpenAfter(lastSealed)).toBe(firstOpen);
  });
});

describe('isSealed', () => {
  it.each([
    ['2026-03', null, false],
    ['2026-03', '2026-02', false],
    ['2026-03', '2026-03', false],
    ['2026-03', '2026-04', true],
    ['2025-12', '2026-01', true],
  ])('says of %s, with %s the first open month, %p', (month, firstOpen, sealed) => {
    expect(isSealed(month, firstOpen)).toBe(sealed);
  });
});

describe('isPeriodSealed', () => {
  it.each([
    ['2026-03', null, false],
    ['2026-03', '2026-03', false],
    ['2026-03', '2026-04', true],
    ['2026-Q1', '2026-03', false],
    ['2026-Q1', '2026-04', true],
    ['2026-H1', '2026-04', false],
    ['2025', '2026-01', true],
    ['2026', '2026-12', false],
  ])('says of %s, with %s the first open month, %p', (code, firstOpen, sealed) => {
    expect(isPeriodSealed(parsePeriod(code)!, firstOpen)).toBe(sealed);
  });
});

describe('countsIn', () => {
  it.each([
    ['2026-03', null, '2026-03'],
    ['2026-03', '2026-03', '2026-03'],
    ['2026-03', '2026-02', '2026-03'],
    ['2026-03', '2026-04', '2026-04'],
    ['2025-12', '2026-01', '2026-01'],
  ])('puts %s, with %s the first open month, into %s', (month, firstOpen, counted) => {
    expect(countsIn(month, firstOpen)).toBe(counted);
  });
});
