import type { DeductionKind } from '../../../shared/contracts';
import { bodyOf, emptyDeduction, missingIn } from './deduction-draft';

const kind = (code: string, points: DeductionKind['points']): DeductionKind => ({
  code,
  name: { zh: code, en: code },
  clause: '八',
  sentence: { zh: code, en: code },
  points,
  zeroes: null,
  from: 1,
});

const KINDS = [kind('late', '3.00'), kind('wrong', { from: '1.00', to: '5.00' })];

const DRAFT = {
  ...emptyDeduction('2026-03-05'),
  unit: 'museum',
  reason: ' 迟报 ',
  decidedBy: '局长',
};

describe('a deduction as it is filled in', () => {
  it('needs a kind, and points where the rules let choose', () => {
    expect([...missingIn(DRAFT, KINDS)]).toEqual(['code']);
    expect([...missingIn({ ...DRAFT, code: 'late' }, KINDS)]).toEqual([]);
    expect([...missingIn({ ...DRAFT, code: 'wrong' }, KINDS)]).toEqual(['points']);
    expect([...missingIn({ ...DRAFT, code: 'late' }, [])]).toEqual(['code']);
  });

  it('is sent with points only where the rules let choose', () => {
    const typed = { ...DRAFT, points: ' 2.5 ' };
    expect(bodyOf({ ...typed, code: 'late' }, KINDS)).not.toHaveProperty('points');
    expect(bodyOf({ ...typed, code: 'wrong' }, KINDS)).toMatchObject({
      points: '2.5',
      reason: '迟报',
    });
  });
});
