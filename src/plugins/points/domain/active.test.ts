import { isActiveIn, isActiveOn } from './active';

const LEFT = { activeFrom: '2026-02-01', activeTo: '2026-03-31' };

describe('isActiveOn', () => {
  it.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('counts the first and the last day in: %s %p', (day, active) => {
    expect(isActiveOn(LEFT, day)).toBe(active);
  });

  it.each([
    [{ activeFrom: null, activeTo: null }, true],
    [{ activeFrom: '2026-03-02', activeTo: null }, false],
    [{ activeFrom: null, activeTo: '2026-02-28' }, false],
    [{ activeFrom: '2026-03-01', activeTo: null }, true],
    [{ activeFrom: null, activeTo: '2026-03-01' }, true],
  ])('takes no first or last day as none: %p on 1 March %p', (dated, active) => {
    expect(isActiveOn(dated, '2026-03-01')).toBe(active);
  });
});

describe('isActiveIn', () => {
  it.each([
    ['2026-01-01', '2026-01-31', false],
    ['2026-01-01', '2026-02-01', true],
    ['2026-03-31', '2026-12-31', true],
    ['2026-01-01', '2026-12-31', true],
    ['2026-04-01', '2026-12-31', false],
  ])('asks for one day in common: %s to %s %p', (from, to, active) => {
    expect(isActiveIn(LEFT, { from, to })).toBe(active);
  });
});
