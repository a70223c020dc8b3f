import fc from 'fast-check';
import { combine } from './combine';
import { sumOf } from './points';
import type { SplitPolicy } from './rule-set-content';
import { splitBy, type Contributor } from './shares';

const contributors = (officerCounts: readonly number[]): Contributor[] =>
  officerCounts.map((count, index) => ({
    unit: index + 1,
    officers: Array.from({ length: count }, (_, officer) => (index + 1) * 100 + officer),
  }));

const POLICY: fc.Arbitrary<SplitPolicy> = fc.oneof(
  fc.constant<SplitPolicy>({ kind: 'equal' }),
  fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
    .map((weights): SplitPolicy => ({ kind: 'weights', weights })),
  fc.integer({ min: 1, max: 5 }).map((units): SplitPolicy => ({ kind: 'first', units }))
);

const COUNTS = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 });
const POINTS = fc.record({
  amount: fc.integer({ min: 0, max: 100_000 }),
  divisor: fc.constantFrom(1, 2, 3, 100),
});

describe('dividing by a policy', () => {
  it('loses and invents nothing, with or without the office', () => {
    const office = fc.option(
      fc.integer({ min: 1, max: 100 }).map((share) => ({ unit: 99, share }))
    );
    fc.assert(
      fc.property(POINTS, COUNTS, POLICY, office, (points, counts, policy, part) => {
        const shares = splitBy(points, contributors(counts), policy, part);
        expect(sumOf(shares).toFraction()).toBe(sumOf([points]).toFraction());
      })
    );
  });

  it('gives each unit the whole where the rules say so', () => {
    fc.assert(
      fc.property(POINTS, COUNTS, (points, counts) => {
        const shares = splitBy(points, contributors(counts), { kind: 'each' });
        counts.forEach((_, index) => {
          const own = shares.filter(({ unit }) => unit === index + 1);
          expect(sumOf(own).toFraction()).toBe(sumOf([points]).toFraction());
        });
      })
    );
  });

  it('gives the office its part of what it rewrote, and no second one of its own', () => {
    const whole = { amount: 2000, divisor: 1 };
    const partOf = (unit: number, office: number) =>
      sumOf(
        splitBy(whole, contributors([0, 0]), { kind: 'equal' }, { unit: office, share: 50 }).filter(
          (share) => share.unit === unit
        )
      ).toFraction();
    expect([partOf(1, 9), partOf(2, 9), partOf(9, 9)]).toEqual(['5', '5', '10']);
    expect([partOf(1, 2), partOf(2, 2)]).toEqual(['10', '10']);
  });
});

describe('combining', () => {
  const item = (id: number, points: number, level: 'site' | 'city' | 'province' | 'extra') => ({
    id,
    level,
    points: { amount: points * 100, divisor: 1 },
  });
  const ITEMS = [
    item(1, 6, 'site'),
    item(2, 20, 'city'),
    item(3, 40, 'province'),
    item(4, 5, 'city'),
  ];

  it.each([
    ['all of them', {}, [1, 2, 3, 4]],
    ['the best level, its steps together', { top: 1 }, [3]],
    ['6, 20, 40 → 40', { top: 1, oncePerLevel: true }, [3]],
    ['the two best', { top: 2 }, [2, 3, 4]],
    ['of each level the best', { oncePerLevel: true }, [1, 2, 3]],
    ['of the two best levels the best', { top: 2, oncePerLevel: true }, [2, 3]],
  ])('lets count %s', (_what, policy, ids) => {
    expect(
      combine(ITEMS, policy)
        .map(({ id }) => id)
        .sort()
    ).toEqual(ids);
  });

  it('always lets count what comes on top', () => {
    expect(combine([...ITEMS, item(5, 1, 'extra')], { top: 1 }).map(({ id }) => id)).toEqual([
      3, 5,
    ]);
  });

  it('gives what does not count so much instead: the highest, and 1 for each other place', () => {
    const given = combine([...ITEMS, item(5, 10, 'extra')], {
      top: 1,
      oncePerLevel: true,
      others: 100,
    });
    expect(Object.fromEntries(given.map(({ id, points }) => [id, points.amount]))).toEqual({
      1: 100,
      2: 100,
      3: 4000,
      4: 100,
      5: 1000,
    });
  });

  it('comes to the same in whatever order the places are told', () => {
    const policy = { top: 1, oncePerLevel: true, others: 100 };
    const total = (items: typeof ITEMS) =>
      combine(items, policy).reduce((sum, { points }) => sum + points.amount, 0);
    fc.assert(
      fc.property(fc.shuffledSubarray(ITEMS, { minLength: 1 }), (items) => {
        const sorted = [...items].sort((one, other) => one.id - other.id);
        expect(total(items)).toBe(total(sorted));
      })
    );
  });
});
