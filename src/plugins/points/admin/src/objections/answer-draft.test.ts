import { bodyOf, emptyAnswer, missingIn, type AnswerDraft } from './answer-draft';
import { queryOf, stateOf } from './objections-state';

const draft = (values: Partial<AnswerDraft> = {}): AnswerDraft => ({
  ...emptyAnswer(),
  outcome: 'upheld',
  text: ' 予以更正 ',
  points: '20/3',
  reason: '漏计',
  decidedBy: '局办公室',
  ...values,
});

describe('an answer', () => {
  it('lacks what it needs, and of a correction only where there is one', () => {
    expect([...missingIn(emptyAnswer())]).toEqual(['outcome', 'text']);
    expect(bodyOf(emptyAnswer())).toBeNull();
    expect([...missingIn(draft({ corrects: true, reason: ' ' }))]).toEqual(['reason']);
    expect(missingIn(draft({ reason: '' })).size).toBe(0);
  });

  it('brings its correction, and none where the objection is dismissed', () => {
    const correction = { points: '20/3', reason: '漏计', decidedBy: '局办公室' };
    expect(bodyOf(draft({ corrects: true }))).toEqual({
      outcome: 'upheld',
      text: '予以更正',
      correction,
    });
    expect(bodyOf(draft({ corrects: true, officer: 'a1' }))?.correction).toEqual({
      ...correction,
      officer: 'a1',
    });
    expect(bodyOf(draft())).not.toHaveProperty('correction');
    expect(bodyOf(draft({ corrects: true, outcome: 'dismissed' }))).not.toHaveProperty(
      'correction'
    );
  });
});

describe('the address of the objections', () => {
  it.each([
    [
      { state: 'filed', page: '2' },
      { state: 'filed', page: 2, pageSize: 25 },
    ],
    [
      { state: 'lost', page: '-1' },
      { page: 1, pageSize: 25 },
    ],
    [{}, { page: 1, pageSize: 25 }],
  ])('%j asks for %j', (raw, query) => {
    expect(queryOf(stateOf(raw))).toEqual(query);
  });
});
