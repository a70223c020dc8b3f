import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describePoints, parseHundredths, signOf, sumOf, toDecimals, sumOfSound } from './points';

describe('sumOf', () => {
  it('adds thirds to a whole', () => {
    const third = { amount: 2000, divisor: 3 };
    expect(sumOf([third, third, third]).toFraction()).toBe('20');
    expect(sumOf([third]).toFraction()).toBe('20/3');
  });

  it('is nothing for no shares, and for an award with its reversal', () => {
    expect(sumOf([]).toFraction()).toBe('0');
    expect(
      sumOf([
        { amount: 300, divisor: 7 },
        { amount: -300, divisor: 7 },
      ]).toFraction()
    ).toBe('0');
  });

  it('agrees with adding fraction by fraction, in any order', () => {
    const share = fc.record({
      amount: fc.integer({ min: -10_000_000, max: 10_000_000 }),
      divisor: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        const oneByOne = shares.reduce(
          (sum, { amount, divisor }) => sum.add(new Fraction(amount, divisor * 100)),
          new Fraction(0)
        );
        expect(sumOf(shares).equals(oneByOne)).toBe(true);
        expect(sumOf([...shares].reverse()).equals(oneByOne)).toBe(true);
        expect(signOf(shares)).toBe(oneByOne.compare(0));
        const one = shares.slice(0, 1);
        expect(signOf(one)).toBe(sumOf(one).compare(0));
      })
    );
  });
});

describe('toDecimals', () => {
  it.each([
    ['245/3', '81.67'],
    ['-245/3', '-81.67'],
    ['0', '0.00'],
    ['1/200', '0.01'],
    ['-1/200', '-0.01'],
    ['1/201', '0.00'],
    ['-1/201', '0.00'],
    ['399/400', '1.00'],
    ['1000000', '1000000.00'],
  ])('shows %s as %s', (exact, shown) => {
    expect(toDecimals(new Fraction(exact))).toBe(shown);
  });

  it('is never further than half a hundredth from the exact value', () => {
    const numerator = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(numerator, fc.integer({ min: 1, max: 1000 }), (n, d) => {
        const exact = new Fraction(n, d);
        const error = new Fraction(toDecimals(exact)).sub(exact).abs();
        expect(error.compare(new Fraction(1, 200))).toBeLessThanOrEqual(0);
      })
    );
  });
});

describe('describePoints', () => {
  it('shows both faces of a value', () => {
    expect(describePoints(new Fraction(490, 6))).toEqual({ points: '81.67', exact: '245/3' });
    expect(describePoints(new Fraction(20))).toEqual({ points: '20.00', exact: '20' });
  });
});

describe('parseHundredths', () => {
  it.each([
    [3, 300],
    [0.5, 50],
    ['2.25', 225],
    [0, 0],
    ['100', 10_000],
  ])('reads %p as %p hundredths', (value, hundredths) => {
    expect(parseHundredths(value)).toBe(hundredths);
  });

  it.each([-1, 0.005, '2.255', '1e3', 'x', '', ' 1', NaN, Infinity, null, undefined, {}, [3]])(
    'refuses %p',
    (value) => {
      expect(parseHundredths(value)).toBeNull();
    }
  );
});

describe('sumOfSound', () => {
  it.each([
    { amount: 0.5, divisor: 1 },
    { amount: Number.NaN, divisor: 1 },
    { amount: 'x' as unknown as number, divisor: 1 },
    { amount: 2 ** 31, divisor: 1 },
    { amount: 100, divisor: 0 },
    { amount: 100, divisor: -3 },
  ])('leaves out %j, with which nobody can reckon', (broken) => {
    expect(sumOfSound([{ amount: 2000, divisor: 3 }, broken]).toFraction()).toBe('20/3');
  });
});
