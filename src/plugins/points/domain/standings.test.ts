import Fraction from 'fraction.js';
import { rank, standings } from './standings';
import type { Total } from './totals';

const total = (values: Partial<Total>): Total => ({
  period: '2026',
  unit: 1,
  officer: 0,
  measure: 'newsletter',
  divisor: 1,
  officerCount: 1,
  amount: 2000,
  lines: 1,
  ...values,
});

const ranksOf = (...points: string[]): number[] =>
  rank(points.map((each) => ({ points: new Fraction(each) }))).map((row) => row.rank);

describe('rank', () => {
  it('skips after a tie: 1, 1, 3', () => {
    expect(ranksOf('5', '20', '20')).toEqual([1, 1, 3]);
    expect(ranksOf('3', '3', '2', '2', '1')).toEqual([1, 1, 3, 3, 5]);
    expect(ranksOf('0', '0')).toEqual([1, 1]);
    expect(ranksOf()).toEqual([]);
  });

  it('tells apart what a screen shows alike', () => {
    expect(ranksOf('245/3', '81.67', '81.66')).toEqual([1, 2, 3]);
  });

  it('keeps tied subjects in the order given', () => {
    const rows = ['甲', '乙', '丙'].map((name) => ({ name, points: new Fraction(1) }));
    expect(rank(rows).map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
  });
});

describe('standings', () => {
  const totals = new Map([
    [1, [1, 2, 3].map((officer) => total({ officer, divisor: 3, officerCount: 3 }))],
    [2, [total({}), total({ measure: 'adopted', amount: 0 })]],
    [3, []],
  ]);
  const rows = standings([1, 2, 3], (unit) => totals.get(unit) ?? [], 'unit');

  it('ties three thirds with a whole', () => {
    expect(rows.map(({ subject, rank: place }) => [subject, place])).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
  });

  it('counts one item of three officers as one', () => {
    expect(rows[0]?.byChannel.newsletter?.count).toBe(1);
    expect(rows[0]?.byChannel.newsletter?.points.toFraction()).toBe('20');
  });

  it('counts submissions apart from points, and lists who earned nothing', () => {
    expect(rows[1]).toMatchObject({ adopted: 1, submitted: 0 });
    expect(rows[1]?.points.toFraction()).toBe('20');
    expect(rows[2]?.byChannel).toEqual({});
    expect(rows[2]?.points.toFraction()).toBe('0');
  });
});
