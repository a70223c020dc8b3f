import type { ReviewContent } from '../../../shared/contracts';
import { noteOf, numberOf, vetoOf, withCriticised, withNote, withVeto } from './review-draft';

const content: ReviewContent = {
  thresholds: { praised: { institution: 3, department: 3 }, leastItems: 3, silentMonths: 3 },
  quotas: { institution: 3, department: 3, officer: 5 },
  headsBeside: false,
  criticised: [],
  prose: { praise: '', problems: '', requirements: '', nextSteps: '' },
  signature: '局办公室',
  baseContent: [],
  vetoes: [],
};

describe('what the office is writing', () => {
  it('has one note and one veto of each, and none that is empty', () => {
    const noted = withNote(withNote(content, 'a', '好'), 'a', '很好');
    expect(noted.baseContent).toEqual([{ unit: 'a', note: '很好' }]);
    expect(noteOf(noted, 'a')).toBe('很好');
    expect(withNote(noted, 'a', '')).toEqual(content);
    const vetoed = withVeto(content, 'b', '泄密');
    expect(vetoOf(vetoed, 'b')).toBe('泄密');
    expect(vetoOf(vetoed, 'a')).toBe('');
    expect(withVeto(vetoed, 'b', '')).toEqual(content);
  });

  it('names a unit once, or not', () => {
    const named = withCriticised(withCriticised(content, 'a', true), 'a', true);
    expect(named.criticised).toEqual(['a']);
    expect(withCriticised(named, 'a', false)).toEqual(content);
  });

  it.each([
    ['3', 3],
    ['', 0],
    ['-1', 0],
    ['1.5', 0],
    ['x', 0],
  ])('takes %p for %i', (typed, number) => {
    expect(numberOf(typed)).toBe(number);
  });
});
