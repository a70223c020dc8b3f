import fc from 'fast-check';
import { escapeMarkup, excerpt, highlight } from './highlight';
import { questionOf } from './terms';

const needles = (typed: string) => questionOf(typed).needles;
const plain = (html: string): string =>
  html
    .replace(/<\/?mark>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('highlight', () => {
  it('marks every find, as the source writes it', () => {
    expect(highlight('市文化馆与ＡＢ文化', needles('文化 ab'))).toBe(
      '市<mark>文化</mark>馆与<mark>ＡＢ</mark><mark>文化</mark>'
    );
  });

  it('marks words only where they stand alone', () => {
    expect(highlight('art artist 2026', needles('art 20'))).toBe('<mark>art</mark> artist 2026');
    expect(highlight('第5G网', needles('5g'))).toBe('第<mark>5G</mark>网');
  });

  it('lets no markup of the text through', () => {
    expect(highlight('<script>文化</script>&"\'', needles('文化'))).toBe(
      '&lt;script&gt;<mark>文化</mark>&lt;/script&gt;&amp;&quot;&#39;'
    );
  });

  it('marks a needle that reads like markup', () => {
    expect(highlight('mark <mark>', needles('mark'))).toBe(
      '<mark>mark</mark> &lt;<mark>mark</mark>&gt;'
    );
  });

  it('changes nothing but marks and escapes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
        expect(plain(highlight(text, needles(typed)))).toBe(text);
      })
    );
  });
});

describe('excerpt', () => {
  const long = `${'甲'.repeat(300)}文化馆${'乙'.repeat(300)}`;

  it('is about the first find', () => {
    const piece = excerpt(long, needles('文化馆'));
    expect(piece).toContain('<mark>文化馆</mark>');
    expect(piece.startsWith('…甲')).toBe(true);
    expect(piece.endsWith('乙…')).toBe(true);
    expect(plain(piece).length).toBeLessThan(130);
  });

  it('is the beginning where nothing is found', () => {
    expect(excerpt(long, needles('戏曲')).startsWith('甲')).toBe(true);
  });

  it('is the whole of a short text', () => {
    expect(excerpt('短文', needles('短'))).toBe('<mark>短</mark>文');
    expect(excerpt('', needles('短'))).toBe('');
  });

  it('never cuts a character in two', () => {
    const piece = excerpt('𠮷'.repeat(400), needles('短'));
    expect(piece).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('escapeMarkup', () => {
  it('escapes what ends text or an attribute', () => {
    expect(escapeMarkup(`<a href="x" title='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;'
    );
  });
});
