import fc from 'fast-check';
import { addDays } from './period';
import { overlap, ruleSetOn, type InForce } from './rule-set';
import { succession } from './rule-set-succession';

const TRIAL = { name: 'trial', effectiveFrom: '2026-01-01', effectiveTo: null };

describe('a rule set that follows another', () => {
  it('ends the one before it the day before', () => {
    expect(succession('2027-01-01', [TRIAL], '2026-12')).toEqual({
      succession: { ends: { ruleSet: TRIAL, effectiveTo: '2026-12-31' }, effectiveTo: null },
    });
  });

  it('stands until the one that follows it', () => {
    const next = { name: 'next', effectiveFrom: '2027-07-01', effectiveTo: null };
    const first = { ...TRIAL, effectiveTo: '2027-06-30' };
    expect(succession('2027-03-01', [first, next], null)).toEqual({
      succession: {
        ends: { ruleSet: first, effectiveTo: '2027-02-28' },
        effectiveTo: '2027-06-30',
      },
    });
  });

  it.each([
    ['2026-02-28', { reason: 'sealed', firstDay: '2026-03-01' }],
    ['2026-01-01', { reason: 'sealed', firstDay: '2026-03-01' }],
  ])('does not begin on %s, in a sealed month', (from, refusal) => {
    expect(succession(from, [TRIAL], '2026-03')).toEqual({ refusal });
  });

  it('does not begin on the first day of another', () => {
    expect(succession('2026-01-01', [TRIAL], null)).toEqual({
      refusal: { reason: 'taken', by: TRIAL },
    });
  });

  const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-01-01', count));

  it('never leaves two in force on a day, nor a day without one that had one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(days, { minLength: 1, maxLength: 6 }), days, (begins, probe) => {
        let all: InForce[] = [];
        for (const from of begins) {
          const before = ruleSetOn(all, probe);
          const outcome = succession(from, all, null);
          if ('refusal' in outcome) throw new Error(outcome.refusal.reason);
          const { ends, effectiveTo } = outcome.succession;
          all = all.map((each) =>
            each === ends?.ruleSet ? { ...each, effectiveTo: ends.effectiveTo } : each
          );
          all.push({ effectiveFrom: from, effectiveTo });
          expect(ruleSetOn(all, from)).toBe(all.at(-1));
          if (before) expect(ruleSetOn(all, probe)).toBeDefined();
        }
        for (const one of all) {
          expect(all.filter((other) => other !== one && overlap(one, other))).toEqual([]);
        }
      })
    );
  });
});
