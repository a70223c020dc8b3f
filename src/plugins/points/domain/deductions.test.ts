import { amountProblem, frozenBy } from './deductions';
import type { DeductionRule } from './rule-set-content';

const ruleOf = (rule: Partial<DeductionRule>): DeductionRule => ({
  code: 'late',
  name: { zh: '迟报', en: 'Late' },
  clause: '八',
  sentence: { zh: '迟报的扣分', en: 'Late: points less' },
  ...rule,
});

describe('the points of a deduction', () => {
  const range = ruleOf({ points: { from: 100, to: 500 } });

  it.each([
    [range, 100, null],
    [range, 500, null],
    [range, 501, 'range'],
    [range, 99, 'range'],
    [range, null, 'range'],
    [ruleOf({ points: 300 }), null, null],
    [ruleOf({ points: 300 }), 300, null],
    [ruleOf({ points: 300 }), 200, 'chosen-by-rule'],
    [ruleOf({ zeroes: 'year' }), null, null],
    [ruleOf({ zeroes: 'year' }), 100, 'chosen-by-rule'],
  ] as const)('are chosen where the rule has a range alone: %j %s', (rule, amount, problem) => {
    expect(amountProblem(rule, amount)).toBe(problem);
  });
});

describe('a deduction is frozen', () => {
  it.each([
    [ruleOf({ points: 300 }), '2026-02'],
    [ruleOf({ zeroes: 'month' }), '2026-02'],
    [ruleOf({ zeroes: 'quarter' }), '2026-03'],
    [ruleOf({ zeroes: 'year' }), '2026-12'],
    [ruleOf({ points: 300, zeroes: 'year' }), '2026-02'],
  ])('by the month that has it first: %j', (rule, month) => {
    expect(frozenBy(rule, '2026-02-27')).toBe(month);
  });
});
