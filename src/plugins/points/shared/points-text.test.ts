import { fractionOf, isNegative, readable } from './points-text';

describe('points as they read', () => {
  it('writes a true minus, and a plus only where asked for', () => {
    expect(readable({ points: '-3.00', exact: '-3' })).toBe('−3.00');
    expect(readable({ points: '3.00', exact: '3' })).toBe('3.00');
    expect(readable({ points: '3.00', exact: '3' }, true)).toBe('+3.00');
    expect(readable({ points: '0.00', exact: '0' }, true)).toBe('0.00');
  });

  it('names the fraction only where two decimals round', () => {
    expect(fractionOf({ points: '81.67', exact: '245/3' })).toBe('245/3');
    expect(fractionOf({ points: '-0.33', exact: '-1/3' })).toBe('−1/3');
    expect(fractionOf({ points: '1.50', exact: '3/2' })).toBeUndefined();
    expect(fractionOf({ points: '0.01', exact: '1/100' })).toBeUndefined();
    expect(fractionOf({ points: '20.00', exact: '20' })).toBeUndefined();
  });

  it('knows what is taken back', () => {
    expect(isNegative({ points: '-1.00', exact: '-1' })).toBe(true);
    expect(isNegative({ points: '0.00', exact: '0' })).toBe(false);
  });
});
