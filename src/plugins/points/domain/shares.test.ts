import fc from 'fast-check';
import { sumOf } from './points';
import { split, type Contributor } from './shares';

/** Units 1, 2, … with so many officers each. */
const contributors = (...officerCounts: number[]): Contributor[] =>
  officerCounts.map((count, index) => ({
    unit: index + 1,
    officers: Array.from({ length: count }, (_, officer) => (index + 1) * 100 + officer),
  }));

describe('split', () => {
  it('gives a single unit the whole', () => {
    expect(split(2000, contributors(0))).toEqual([
      { unit: 1, officer: null, amount: 2000, divisor: 1, unitCount: 1, officerCount: 1 },
    ]);
  });

  it('divides among units, then inside a unit among its officers', () => {
    const shares = split(24_500, contributors(3, 3, 0, 0, 0, 0, 0));
    expect(shares).toHaveLength(11);
    expect(shares[0]).toEqual({
      unit: 1,
      officer: 100,
      amount: 24_500,
      divisor: 21,
      unitCount: 7,
      officerCount: 3,
    });
    const ofUnit = (unit: number) => sumOf(shares.filter((share) => share.unit === unit));
    expect(ofUnit(1).toFraction()).toBe('35');
    expect(ofUnit(7).toFraction()).toBe('35');
  });

  it('gives nobody anything when nobody contributed', () => {
    expect(split(2000, [])).toEqual([]);
  });

  it('loses and invents nothing, and treats units alike', () => {
    const counts = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), counts, (amount, officerCounts) => {
        const shares = split(amount, contributors(...officerCounts));
        expect(sumOf(shares).mul(100).toFraction()).toBe(String(amount));
        const units = officerCounts.map((_, index) =>
          sumOf(shares.filter(({ unit }) => unit === index + 1)).toFraction()
        );
        expect(new Set(units).size).toBe(1);
      })
    );
  });
});
