import Fraction from 'fraction.js';
import { medianOf } from './median';

const of = (...values: string[]): string | null =>
  medianOf(values.map((value) => new Fraction(value)))?.toFraction() ?? null;

describe('the median', () => {
  it('is the middle, and between two the mean of both, exactly', () => {
    expect(of('1/3')).toBe('1/3');
    expect(of('3', '1', '2')).toBe('2');
    expect(of('1', '1/3')).toBe('2/3');
    expect(of('4', '1', '10', '2')).toBe('3');
  });

  it('of nothing is none', () => {
    expect(of()).toBeNull();
  });
});
