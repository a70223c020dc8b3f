import { correctionPostings, parseCorrection, type Correction } from './correction';
import { sumOf } from './points';
import type { CorrectionPosting } from './posting';
import { standings } from './standings';
import { changeByHand } from './totals';

const correction = (values: Partial<Correction> = {}): Correction => ({
  id: 4,
  documentId: 'abc',
  unit: 1,
  officer: null,
  amount: 2000,
  divisor: 3,
  day: '2026-05-11',
  month: '2026-03',
  corrects: '7.3.0.5.1',
  ...values,
});

/** Appends what is missing, and gives the whole ledger. */
const settle = (
  ledger: CorrectionPosting[],
  desired: Correction[],
  firstOpen: string | null = null
): CorrectionPosting[] => [...ledger, ...correctionPostings(desired, ledger, firstOpen)];

describe('parseCorrection', () => {
  it.each([
    ['0.01', 1, 1],
    ['+3', 300, 1],
    [-2.5, -250, 1],
    ['-2.50', -250, 1],
    ['\u22122.5', -250, 1],
    ['20/3', 2000, 3],
    ['-10/4', -250, 1],
    ['1/300', 1, 3],
    [1000, 100000, 1],
    ['-1000', -100000, 1],
  ])('takes %s', (points, amount, divisor) => {
    expect(parseCorrection(points)).toEqual({ amount, divisor });
  });

  it.each([
    ...[0, '0.00', '-0', '0/3', '1/0', '2.505', 1000.01, '-1000.01', '3001/3'],
    ...['', 'two', '1/2/3', '1.5/2', '1e3', null, undefined, NaN, Infinity, ['2']],
  ])('takes no %s', (points) => {
    expect(parseCorrection(points)).toBeNull();
  });
});

describe('correctionPostings', () => {
  it('correct in the month of the line while it is open, and name both', () => {
    expect(correctionPostings([correction({ officer: 11 })], [], null)).toEqual([
      {
        key: 'correction.abc.1',
        kind: 'award',
        reverses: null,
        objection: 4,
        corrects: '7.3.0.5.1',
        channel: 'correction',
        adoption: null,
        bonus: null,
        ruleSet: null,
        clause: '',
        adoptedOn: '2026-05-11',
        month: '2026-03',
        belongsTo: '2026-03',
        unit: 1,
        officer: 11,
        amount: 2000,
        divisor: 3,
        unitCount: 1,
        officerCount: 1,
      },
    ]);
  });

  it('correct in the first open month where that of the line is sealed', () => {
    expect(correctionPostings([correction()], [], '2026-05')).toMatchObject([
      { month: '2026-05', belongsTo: '2026-03' },
    ]);
  });

  it('are appended once, and taken back when they are withdrawn', () => {
    const ledger = settle([], [correction({ amount: -250, divisor: 1 })], '2026-05');
    expect(settle(ledger, [correction({ amount: -250, divisor: 1 })], '2026-06')).toEqual(ledger);
    const withdrawn = settle(ledger, [], '2026-06');
    expect(withdrawn).toMatchObject([
      { key: 'correction.abc.1', kind: 'award', amount: -250 },
      { key: 'correction.abc.1.reversed', kind: 'reversal', amount: 250, month: '2026-06' },
    ]);
    expect(settle(withdrawn, [], '2026-06')).toEqual(withdrawn);
  });

  it('make up for thirds exactly, in the points and beside the bonus', () => {
    const postings = settle(
      [],
      [1, 2, 3].map((id) => correction({ id, documentId: `o${id}` }))
    );
    expect(sumOf(postings).toFraction()).toBe('20');
    const totals = changeByHand(postings).filter(({ period }) => period === '2026');
    const [standing] = standings([1], () => totals, 'unit');
    expect(standing?.points.toFraction()).toBe('20');
    expect(standing?.correction.toFraction()).toBe('20');
    expect(standing?.bonus.toFraction()).toBe('0');
    expect(standing?.adopted).toBe(0);
  });
});
