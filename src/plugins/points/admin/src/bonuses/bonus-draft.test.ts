import {
  bodyOf,
  emptyBonus,
  isWholeDay,
  missingIn,
  offered,
  withUnit,
  type BonusDraft,
} from './bonus-draft';

const whole: BonusDraft = {
  unit: 'museum',
  officer: 'li',
  points: ' 2.5 ',
  reason: ' 挂职锻炼 ',
  decidedBy: '局长办公会',
  day: '2026-03-05',
  evidence: [{ id: 7, name: 'notice.pdf' }],
};

describe('a bonus that is filled in', () => {
  it('lacks all that must be said, at first', () => {
    expect([...missingIn(emptyBonus('2026-03-05'))]).toEqual([
      'unit',
      'points',
      'reason',
      'decidedBy',
    ]);
    expect([...missingIn({ ...whole, reason: '  ' })]).toEqual(['reason']);
    expect(missingIn(whole).size).toBe(0);
  });

  it('is sent trimmed, with its files by number, and for the unit where nobody is named', () => {
    expect(bodyOf(whole)).toEqual({
      unit: 'museum',
      officer: 'li',
      points: '2.5',
      reason: '挂职锻炼',
      decidedBy: '局长办公会',
      day: '2026-03-05',
      evidence: [7],
    });
    expect(bodyOf({ ...whole, officer: '' })).not.toHaveProperty('officer');
  });

  it('chooses whom its day offers', () => {
    const museum = { documentId: 'museum', officers: [{ documentId: 'li' }] };
    expect(offered(whole, [museum])).toBe(whole);
    expect(offered(whole, [{ ...museum, officers: [] }])).toEqual({ ...whole, officer: '' });
    expect(offered(whole, [])).toEqual({ ...whole, unit: '', officer: '' });
    expect(['2026-03-05', '0002-03-05', '2026-03', ''].map(isWholeDay)).toEqual([
      ...[true, false, false, false],
    ]);
  });

  it('names nobody of a unit that was changed, and keeps the rest', () => {
    expect(withUnit(whole, 'library')).toEqual({ ...whole, unit: 'library', officer: '' });
    expect(withUnit(whole, 'museum')).toBe(whole);
  });
});
