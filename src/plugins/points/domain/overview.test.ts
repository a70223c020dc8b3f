import fc from 'fast-check';
import Fraction from 'fraction.js';
import {
  arrivalsOf,
  FUNNEL_STEPS,
  funnelOf,
  rateOf,
  placesGained,
  sharesOf,
  SURGE_DAYS,
} from './overview';
import { monthsIn, parsePeriod } from './period';

const september = { from: '2026-09-01', to: '2026-09-30' };

describe('a rate', () => {
  it.each([
    [2, 3, '2/3'],
    [2, 4, '1/2'],
    [0, 5, '0'],
    [7, 5, '7/5'],
    [-1, 3, '-1/3'],
    [0, 0, null],
    [4, 0, null],
  ])('of %p in %p is %p', (part, whole, expected) => {
    expect(rateOf(part, whole)).toBe(expected);
  });

  it('is exact', () => {
    expect(rateOf(new Fraction('245/3'), new Fraction('490/3'))).toBe('1/2');
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
        expect(new Fraction(rateOf(part, whole) ?? '-1').mul(whole).equals(part)).toBe(true);
      })
    );
  });
});

describe('moved places', () => {
  it.each([
    [5, 2, 3],
    [2, 5, -3],
    [1, 1, 0],
    [null, 3, null],
    [3, null, null],
  ])('from %p to %p are %p', (before, now, expected) => {
    expect(placesGained(before, now)).toBe(expected);
  });
});

describe('shares', () => {
  it('are of what was given, and none of what was taken back', () => {
    const points = ['60', '20', '-10', '0'].map((each) => new Fraction(each));
    expect(sharesOf(points)).toEqual(['3/4', '1/4', null, '0']);
  });

  it('of nothing are none', () => {
    expect(sharesOf([])).toEqual([]);
    expect(sharesOf([new Fraction(0)])).toEqual([null]);
  });

  it('make a whole', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(amounts, (all) => {
        const shares = sharesOf(all.map((each) => new Fraction(each, 3)));
        const sum = shares.reduce((total, each) => total.add(each ?? 0), new Fraction(0));
        expect(sum.toFraction()).toBe('1');
      })
    );
  });
});

describe('how far pieces came', () => {
  it('is told of every step, in its order, as a part of those sent', () => {
    expect(funnelOf({ sent: 8, accepted: 6, site: 4, central: 1 })).toEqual([
      { step: 'sent', pieces: 8, rate: '1' },
      { step: 'accepted', pieces: 6, rate: '3/4' },
      { step: 'site', pieces: 4, rate: '1/2' },
      { step: 'newsletter', pieces: 0, rate: '0' },
      { step: 'forwarded', pieces: 0, rate: '0' },
      { step: 'city', pieces: 0, rate: '0' },
      { step: 'province', pieces: 0, rate: '0' },
      { step: 'central', pieces: 1, rate: '1/8' },
    ]);
  });

  it('has no part where nothing was sent', () => {
    expect(funnelOf({}).map(({ rate }) => rate)).toEqual(FUNNEL_STEPS.map(() => null));
  });
});

describe('when pieces arrived', () => {
  const pieces = new Map([
    ['2026-09-01', 2],
    ['2026-09-26', 3],
    ['2026-09-30', 5],
  ]);
  const on = (day: string): number => pieces.get(day) ?? 0;

  it('counts the last five days together', () => {
    const { days, last, total } = arrivalsOf(september, on, '2026-10-02');
    expect(total).toBe(10);
    expect(last).toEqual({ from: '2026-09-26', pieces: 8, rate: '4/5', evenly: '1/6' });
    expect(days).toHaveLength(30);
    expect(days.filter(({ isLast }) => isLast).map(({ day }) => day)).toEqual([
      ...['2026-09-26', '2026-09-27', '2026-09-28', '2026-09-29', '2026-09-30'],
    ]);
  });

  it('says nothing of days that are to come', () => {
    expect(arrivalsOf(september, on, '2026-09-25').last).toBeNull();
    expect(arrivalsOf(september, on, '2026-09-26').last).not.toBeNull();
  });

  it('has a part of nothing in an empty month', () => {
    expect(arrivalsOf(september, () => 0, '2026-10-01').last).toMatchObject({ rate: null });
  });

  it('tells each day of every month once', () => {
    for (const month of monthsIn({ from: '2023-01-01', to: '2024-12-31' })) {
      const period = parsePeriod(month);
      if (!period) throw new Error(month);
      const { days, total } = arrivalsOf(period, () => 1, '2026-01-01');
      expect(new Set(days.map(({ day }) => day)).size).toBe(total);
      expect(days.at(-1)?.day).toBe(period.to);
      expect(days.filter(({ isLast }) => isLast)).toHaveLength(SURGE_DAYS);
    }
  });
});
