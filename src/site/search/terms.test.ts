import fc from 'fast-check';
import { fold } from '../../common/text/fold';
import { questionOf, termsOf } from './terms';

describe('termsOf', () => {
  it('takes neighbouring ideographs in pairs, and the last of a run alone', () => {
    expect(termsOf('文化馆')).toEqual(['文化', '化馆', '馆']);
    expect(termsOf('馆')).toEqual(['馆']);
  });

  it('takes words and numbers whole, whatever their case and width', () => {
    expect(termsOf('Ｍuseum 2026年')).toEqual(['museum', '2026', '年']);
  });

  it('keeps what punctuation parts, apart', () => {
    expect(termsOf('文化，惠民')).toEqual(['文化', '化', '惠民', '民']);
  });

  it('counts characters beyond the basic plane as one', () => {
    expect(termsOf('𠮷野')).toEqual(['𠮷野', '野']);
  });

  it('has each term once', () => {
    expect(termsOf('文化文化 a A')).toEqual(['文化', '化文', '化', 'a']);
  });

  it('gives nothing for text without words', () => {
    expect(termsOf(' ，。!?\'"*&|():<>')).toEqual([]);
    expect(termsOf('⺀⺁')).toEqual([]);
  });

  it('gives terms that need no escaping in any database, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      })
    );
  });
});

describe('questionOf', () => {
  const finds = (typed: string, text: string): boolean => {
    const { terms, phrases } = questionOf(typed);
    const known = termsOf(text);
    const folded = fold(text);
    return (
      terms.every((term) =>
        known.some((each) => (term.isPrefix ? each.startsWith(term.text) : each === term.text))
      ) && phrases.every((phrase) => folded.includes(phrase))
    );
  };

  it.each([
    ['文化馆', '市文化馆举办展览'],
    ['馆', '博物馆'],
    ['馆', '馆长'],
    ['化', '文化馆'],
    ['文化 展览', '展览在文化宫'],
    ['ＭＵＳＥＵＭ', 'the museum'],
    ['2026年文化', '2026年文化节'],
  ])('%s is found in %s', (typed, text) => expect(finds(typed, text)).toBe(true));

  it.each([
    ['中国人', '中国与全国人大'],
    ['化馆', '文化，馆长'],
    ['muse', 'museum'],
    ['文化 戏曲', '文化馆'],
  ])('%s is not found in %s', (typed, text) => expect(finds(typed, text)).toBe(false));

  it('finds every piece of a run of ideographs', () => {
    const run = fc.array(fc.constantFrom(...Array.from('常州文化馆展览戏曲')), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(run, fc.nat(), fc.nat(), (characters, start, length) => {
        const from = start % characters.length;
        const piece = characters.slice(from, from + 1 + (length % characters.length));
        expect(finds(piece.join(''), `前${characters.join('')}。`)).toBe(true);
      })
    );
  });

  it('has no terms where nothing can be searched for', () => {
    expect(questionOf('?!，')).toEqual({ terms: [], phrases: [], needles: [] });
  });

  it('looks up a bounded number of terms', () => {
    expect(questionOf(Array.from({ length: 500 }, (_, n) => `w${n}`).join(' ')).terms).toHaveLength(
      40
    );
  });
});
