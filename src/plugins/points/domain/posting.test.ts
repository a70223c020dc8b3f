import { isSoundPosting, reversalOf, type AwardPosting } from './posting';

const award: AwardPosting = {
  key: '7.1.0.9.1',
  kind: 'award',
  reverses: null,
  bonus: null,
  objection: null,
  corrects: null,
  month: '2026-03',
  belongsTo: '2026-02',
  adoption: 7,
  channel: 'site.dynamics',
  adoptedOn: '2026-02-05',
  clause: '七.7',
  ruleSet: 1,
  unit: 1,
  officer: null,
  amount: 100,
  divisor: 3,
  unitCount: 3,
  officerCount: 1,
};

describe('reversalOf', () => {
  it('takes back what the award gave, in its month and under a key of its own', () => {
    expect(reversalOf(award, null)).toEqual({
      ...award,
      key: '7.1.0.9.1.reversed',
      kind: 'reversal',
      reverses: '7.1.0.9.1',
      amount: -100,
    });
  });

  it('enters no sealed month, and names the month that the award belongs to', () => {
    expect(reversalOf(award, '2026-05')).toMatchObject({ month: '2026-05', belongsTo: '2026-02' });
  });
});

describe('isSoundPosting', () => {
  it('holds what the ledger writes, corrections that take off among it', () => {
    expect(isSoundPosting(award)).toBe(true);
    expect(isSoundPosting(reversalOf(award, null))).toBe(true);
  });

  it.each([
    { amount: 0.5 },
    { amount: 2 ** 31 },
    { amount: Number.NaN },
    { divisor: 0 },
    { divisor: -1 },
    { unitCount: 1.5 },
    { officerCount: Infinity },
    { month: '2026-13' },
    { belongsTo: '' },
  ])('does not with %j, which nobody can reckon with', (values) => {
    expect(isSoundPosting({ ...award, ...values })).toBe(false);
  });
});
