import { sumOfDecimals } from './sum-of-decimals';

describe('a sum of points', () => {
  it('loses no hundredth', () => {
    expect(sumOfDecimals(['0.10', '0.20', '-3.00', '81.67'])).toBe('78.97');
    expect(sumOfDecimals([])).toBe('0.00');
  });
});
