import { isInForce, overlap, ruleSetOn } from './rule-set';

const old = { effectiveFrom: '2025-01-01', effectiveTo: '2026-06-30' };
const current = { effectiveFrom: '2026-07-01', effectiveTo: null };

describe('a rule set', () => {
  it('is in force on its first and last day, and not outside', () => {
    expect(isInForce(old, '2025-01-01')).toBe(true);
    expect(isInForce(old, '2026-06-30')).toBe(true);
    expect(isInForce(old, '2024-12-31')).toBe(false);
    expect(isInForce(old, '2026-07-01')).toBe(false);
  });

  it('follows the one before it without a gap', () => {
    expect(ruleSetOn([current, old], '2026-06-30')).toBe(old);
    expect(ruleSetOn([current, old], '2026-07-01')).toBe(current);
    expect(ruleSetOn([current, old], '2024-01-01')).toBeUndefined();
  });

  it.each([
    ['one day in common', { effectiveFrom: '2026-06-30', effectiveTo: null }, true],
    ['the day after', { effectiveFrom: '2026-07-01', effectiveTo: null }, false],
    ['before', { effectiveFrom: '2024-01-01', effectiveTo: '2024-12-31' }, false],
    ['inside', { effectiveFrom: '2025-03-01', effectiveTo: '2025-03-01' }, true],
    ['around', { effectiveFrom: '2024-01-01', effectiveTo: null }, true],
  ])('overlaps or not: %s', (_, other, expected) => {
    expect(overlap(old, other)).toBe(expected);
    expect(overlap(other, old)).toBe(expected);
  });
});
