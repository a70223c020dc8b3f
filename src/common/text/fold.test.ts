import fc from 'fast-check';
import { fold, foldForSearch, foldWithSource } from './fold';

describe('fold', () => {
  it('makes width and case alike', () => {
    expect(fold('Ｍuseum ＡＢＣ　文化２０２６ ㈱')).toBe('museum abc 文化2026 (株)');
  });

  it('passes over what is not seen', () => {
    expect(fold('文\u200b化\u00ad\u2060Ａ\ufeffＢ\u200d')).toBe('文化ab');
    expect(foldWithSource('文\u200b化').from).toEqual([0, 2]);
  });

  it('folds letters beyond ASCII', () => {
    expect(fold('CAFÉ ÀÉ')).toBe('café àé');
  });

  it('takes a letter and its accent written apart for one, where it is searched', () => {
    expect(foldForSearch('ÉCLAIR ２０２６'.normalize('NFD'))).toBe(fold('éclair 2026'));
  });

  it('gives what a find is looked up in, for any text', () => {
    const characters = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.integer({ min: 0x3400, max: 0xa000 }).map((c) => String.fromCodePoint(c)),
      })
    );
    fc.assert(
      fc.property(characters, (text) => {
        expect(foldWithSource(text).text).toBe(fold(text));
      })
    );
  });
});
