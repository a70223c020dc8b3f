import { keptByText } from './kept-by-text';

describe('what is kept by a text', () => {
  it('is made once', () => {
    const make = jest.fn((text: string) => ({ text }));
    const read = keptByText(2, make);
    expect(read('a')).toBe(read('a'));
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is made anew once as many others were asked for', () => {
    const make = jest.fn((text: string) => text);
    const read = keptByText(2, make);
    ['a', 'b', 'a', 'c', 'a', 'b'].forEach(read);
    expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is not kept where making it fails', () => {
    let attempts = 0;
    const read = keptByText(2, () => {
      attempts += 1;
      throw new SyntaxError('no');
    });
    expect(() => read('a')).toThrow(SyntaxError);
    expect(() => read('a')).toThrow(SyntaxError);
    expect(attempts).toBe(2);
  });
});
