import fc from 'fast-check';
import Fraction from 'fraction.js';
import { departs, proposalsOf, shortlistOf, type AwardRule } from './award-proposal';

const row = (name: string, points: string, items = 9, veto: string | null = null) => ({
  ...{ name, items, veto },
  points: new Fraction(points),
});
type Row = ReturnType<typeof row>;

const rule = (quota: number, leastItems = 5): AwardRule => ({ quota, leastItems });

const told = (rows: readonly Row[], quota: number): string[] =>
  proposalsOf(rows, rule(quota)).map(
    ({ name, rank, reason, verdict }) => `${rank} ${name} ${verdict} ${reason}`
  );

describe('proposals', () => {
  it('follow the points within the quota', () => {
    expect(told([row('c', '1'), row('a', '9'), row('b', '20/3')], 2)).toEqual([
      '1 a proposed within-quota',
      '2 b proposed within-quota',
      '3 c not behind-quota',
    ]);
  });

  it('leave a tie over the edge to the leaders, all of it', () => {
    const rows = [row('a', '9'), row('b', '5'), row('c', '5'), row('d', '5'), row('e', '1')];
    expect(told(rows, 2)).toEqual([
      '1 a proposed within-quota',
      '2 b tie tie-at-edge',
      '2 c tie tie-at-edge',
      '2 d tie tie-at-edge',
      '5 e not behind-quota',
    ]);
    expect(told(rows, 4).filter((line) => line.includes('tie'))).toEqual([]);
  });

  it('give the place of whoever is hindered to the next', () => {
    const rows = [row('a', '9', 4), row('b', '8', 9, '安全事故'), row('c', '7'), row('d', '0', 0)];
    expect(told(rows, 2)).toEqual([
      '1 a not few-items',
      '2 b not veto',
      '3 c proposed moved-up',
      '4 d not no-points',
    ]);
  });

  it('propose nobody where the quota is 0', () => {
    expect(told([row('a', '9')], 0)).toEqual(['1 a not behind-quota']);
  });

  it('never propose more than the quota, and with the ties fill it', () => {
    const rows = fc.array(
      fc
        .record({ points: fc.integer({ min: 0, max: 5 }), items: fc.integer({ min: 3, max: 9 }) })
        .map(({ items, points }) => row('x', String(points), items)),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 6 }), (all, quota) => {
        const proposals = proposalsOf(all, rule(quota));
        const count = (verdict: string) =>
          proposals.filter((each) => each.verdict === verdict).length;
        const fit = all.filter(({ items, points }) => items >= 5 && points.n > 0n).length;
        expect(count('proposed')).toBeLessThanOrEqual(quota);
        expect(count('proposed') + count('tie')).toBeGreaterThanOrEqual(Math.min(quota, fit));
        if (count('tie') > 0) expect(count('proposed') + count('tie')).toBeGreaterThan(quota);
      })
    );
  });
});

describe('the shortlist', () => {
  it('holds candidates, who is hindered among the first, vetoes, and the next with their ties', () => {
    const rows = [
      row('a', '9', 2),
      row('b', '8'),
      row('c', '7'),
      row('d', '6'),
      row('e', '6'),
      row('f', '5'),
      row('g', '4', 2),
      row('h', '3', 9, '安全事故'),
      row('i', '0', 0),
    ];
    const shown = shortlistOf(proposalsOf(rows, rule(2)), rule(2), 1);
    expect(shown.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'h']);
    expect(shortlistOf(proposalsOf(rows, rule(2)), rule(2), 0).map(({ name }) => name)).toEqual([
      'a',
      'b',
      'c',
      'h',
    ]);
  });
});

describe('a decision departs from the proposal', () => {
  it.each([
    ['proposed', false, true],
    ['proposed', true, false],
    ['not', true, true],
    ['not', false, false],
    ['head', false, true],
    ['tie', true, false],
    ['tie', false, false],
  ] as const)('of %s, awarded %s: %s', (verdict, awarded, isDeparting) => {
    expect(departs(verdict, awarded)).toBe(isDeparting);
  });
});
