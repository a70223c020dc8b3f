import { sentenceOf } from './errors';

describe('what went wrong', () => {
  it('is said in the words of the server', () => {
    const error = { name: 'ValidationError', status: 400, message: '请填写单位。', details: {} };
    expect(sentenceOf(error)).toBe('请填写单位。');
  });

  it('is left to the screen when there was no answer', () => {
    expect(sentenceOf({ name: 'TypeError', message: 'Failed to fetch' })).toBeUndefined();
    expect(
      sentenceOf({ name: 'UnknownError', message: 'Bad Gateway', status: 502 } as never)
    ).toBeUndefined();
    expect(sentenceOf(undefined)).toBeUndefined();
  });
});
